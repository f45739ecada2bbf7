"""Orders of a large workbook with a row that only calamine reads: previewed, looked through and imported, each once."""

from __future__ import annotations

import pytest

from ordermanager.store.orders.query import OrderQuery
from tests.importing.odd_workbooks import NUMBERS, ORDERS, large_sheet, turn_cells


@pytest.fixture
def odd_book(tmp_path):
    path = tmp_path / "odd.xlsx"
    path.write_bytes(large_sheet(turn_cells(ORDERS - 900)))
    return path


def is_whole(services):
    """Every order is here, and no other."""
    return len(services.orders.find(NUMBERS)) == services.orders.count(OrderQuery()) == ORDERS


def test_review_and_import_have_every_order_once(services, odd_book):
    prepared = services.importing.prepare(odd_book)
    assert services.importing.preview(prepared).sample_rows[0][1][0] == NUMBERS[0]
    with services.importing.review(prepared) as review:
        assert review.counts().orders == ORDERS
        result = review.store()
    assert (result.orders, result.new) == (ORDERS, ORDERS)
    assert is_whole(services)
    again = services.importing.run(services.importing.prepare(odd_book))
    assert (again.orders, again.new, again.unchanged) == (ORDERS, 0, ORDERS)
    assert is_whole(services)
