"""`import` of a large workbook in which a later row is beyond the reader that takes it row by row."""

from __future__ import annotations

from tests.importing.odd_workbooks import NUMBERS, ORDERS, large_sheet, turn_cells


def test_every_order_is_imported_once(om, tmp_path):
    (tmp_path / "odd.xlsx").write_bytes(large_sheet(turn_cells(ORDERS - 900)))
    done = om("import", tmp_path / "odd.xlsx", "--json")
    assert done.code == 1  # statuses and dates are missing
    file = done.json["files"][0]
    assert (file["rows_read"], file["orders"], file["new"]) == (ORDERS, ORDERS, ORDERS)
    numbers = [line["externalOrderId"] for line in om("orders", "--json").lines]
    assert sorted(numbers) == sorted(NUMBERS)
