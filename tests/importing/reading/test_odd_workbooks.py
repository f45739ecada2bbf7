"""A large workbook is read row by row; where a later row is beyond that reader, calamine goes on behind those that are
read: none is lost and none comes twice.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.quick_book import HEAD_ROWS
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from tests.importing.files import read
from tests.importing.odd_workbooks import NUMBERS, ORDERS, add_comment, large_sheet, turn_cells, turn_rows


@pytest.mark.parametrize(
    "change",
    [turn_cells(HEAD_ROWS), turn_cells(ORDERS - 900), add_comment],
    ids=["right behind the first rows", "far behind", "at the end"],
)
def test_calamine_goes_on_where_rows_are_odd(change: Callable[[list[str]], None]) -> None:
    plan = prepare(Source.from_bytes("odd.xlsx", large_sheet(change)))
    for _ in range(2):
        found = list(drafts(plan))
        assert [order.draft.get("externalOrderId") for order in found] == NUMBERS
        assert [order.rows for order in found] == [(row,) for row in range(2, ORDERS + 2)]
        assert found[-1].draft.get("totalCost") == f"{ORDERS + 1}.5"
    plan.close()


def test_rows_that_calamine_reads_otherwise_are_not_guessed_at() -> None:
    """It puts the last row of the file where it belongs, and its place was taken as blank."""
    with pytest.raises(ReadError, match=r"large\.xlsx cannot be read reliably"):
        read(large_sheet(turn_rows), "large.xlsx")
