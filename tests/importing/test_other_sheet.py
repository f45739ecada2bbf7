"""A workbook with the orders in one sheet and their items in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from ordermanager.importing.other_sheet import ITEMS_FROM, MAY_HAVE_ITEMS
from ordermanager.importing.prepare import prepare
from ordermanager.importing.run import drafts

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.importing.plan import Plan

ORDERS = [
    ["Order ID", "Date", "Email", "Status", "Total"],
    ["1001", "2026-11-28 10:00", "a@ukr.net", "delivered", 350],
    ["1002", "2026-11-28 11:00", "b@ukr.net", "new", 799],
]
ITEMS = [
    ["Order ID", "SKU", "Name", "Qty", "Price"],
    ["1001", "C-1", "Cup", 2, 150],
    ["1001", "S-1", "Saucer", 1, 50],
    ["1002", "T-1", "Thermos", 1, 799],
]
PRICES = [["SKU", "Name", "Price"], ["C-1", "Cup", 150]]


def book(path: Path, **sheets: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
    return path


def notes(plan: Plan) -> list[str]:
    return [note.template for note in plan.notes]


@pytest.mark.parametrize("names", [("Prices", "Orders", "Items"), ("Items", "Prices", "Orders")])
def test_the_same_workbook_as_the_file_with_the_items(tmp_path: Path, names: tuple[str, ...]) -> None:
    sheets = {"Orders": ORDERS, "Items": ITEMS, "Prices": PRICES}
    path = book(tmp_path / "shop.xlsx", **{name: sheets[name] for name in names})
    plan = prepare(path, items=path)
    try:
        found = {order.draft.get("externalOrderId"): order.draft for order in drafts(plan)}
        assert {key: [item["name"] for item in draft.items] for key, draft in found.items()} == {
            "1001": ["Cup", "Saucer"],
            "1002": ["Thermos"],
        }
        assert found["1001"].get("email") == "a@ukr.net"
        assert ITEMS_FROM in notes(plan)
        assert MAY_HAVE_ITEMS not in notes(plan)
    finally:
        plan.close()


def test_a_sheet_that_may_have_the_items_is_named(tmp_path: Path) -> None:
    path = book(tmp_path / "shop.xlsx", Orders=ORDERS, Prices=PRICES, Товари=ITEMS)
    plan = prepare(path)
    try:
        assert [note.values["sheet"] for note in plan.notes if note.template == MAY_HAVE_ITEMS] == ["Товари"]
    finally:
        plan.close()


def test_a_workbook_without_such_a_sheet_says_what_is_missing(tmp_path: Path) -> None:
    path = book(tmp_path / "shop.xlsx", Orders=ORDERS, Prices=PRICES)
    plan = prepare(path, items=path)
    try:
        assert plan.problem is not None
        assert "no items with an order number" in str(plan.problem)
    finally:
        plan.close()
