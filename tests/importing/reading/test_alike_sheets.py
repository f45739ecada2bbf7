"""Sheets with the same headers, which may be read together, and what a workbook does not say by itself."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import xlsxwriter

from ordermanager.importing.reading.sheet_marks import sheet_marks
from ordermanager.importing.tables.table import ReadOptions
from tests.importing.expected import ignored
from tests.importing.files import read

HEADER = ["Order ID", "Email", "Total", "Date"]


def months(*, formulas: bool = False, other: bool = True) -> bytes:
    """A sheet a month, the later ones with a title above the header, and a sheet of something else."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for place, month in enumerate(("Jan", "Feb", "Mar")):
        sheet = book.add_worksheet(month)
        rows: list[list[object]] = [[f"Orders of {month}", "shop 7"]] if place else []
        rows += [HEADER, *([f"{month}-{n}", "a@shop.ua", 10 + n, "2026-01-05"] for n in range(2))]
        for number, cells in enumerate([*rows, ["Total", None, 21]]):
            sheet.write_row(number, 0, cells)
        if formulas:
            sheet.write_formula(1, 2, "=5+5", None, "")
    if other:
        book.add_worksheet("Prices").write_row(0, 0, ["SKU", "Price"])
    book.close()
    return out.getvalue()


def test_all_sheets_with_the_same_headers_are_read_one_after_the_other() -> None:
    plan, found = read(months(), "orders.xlsx", read_options=ReadOptions(sheet="ALL"))
    assert [order.draft.get("externalOrderId") for order in found] == [
        f"{month}-{n}" for month in ("Jan", "Feb", "Mar") for n in range(2)
    ]
    assert [order.rows for order in found] == [(2,), (3,), (7,), (8,), (12,), (13,)]
    assert ignored(plan)[5] == "blank row"
    assert ignored(plan)[6] == "the header again"
    assert {4, 9, 14} < ignored(plan).keys()
    notes = list(map(str, plan.notes))
    assert "Not read: Prices" in notes[0]
    assert notes[1].endswith("“Jan” 1, “Feb” 5, “Mar” 10.")
    assert plan.table.sheet == "ALL"


def test_one_sheet_is_read_and_the_others_are_offered() -> None:
    plan, found = read(months(), "orders.xlsx")
    assert [order.draft.get("externalOrderId") for order in found] == ["Jan-0", "Jan-1"]
    assert (
        "Sheets with the same headers: Jan, Feb, Mar. To import all of them choose the sheet “ALL”."
        in map(str, plan.notes)
    )
    assert plan.table.alike == ("Jan", "Feb", "Mar")
    plan, _ = read(months(), "orders.xlsx", read_options=ReadOptions(sheet="Feb"))
    assert plan.table.alike == ("Jan", "Feb", "Mar")
    assert not any("same headers" in str(note) for note in plan.notes)


def test_without_alike_sheets_all_is_the_one_with_orders() -> None:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.add_worksheet("Prices").write_row(0, 0, ["SKU", "Price"])
    sheet = book.add_worksheet("Orders")
    sheet.write_row(0, 0, HEADER)
    sheet.write_row(1, 0, ["1", "a@shop.ua", 5, "2026-01-05"])
    book.close()
    plan, (order,) = read(content.getvalue(), "orders.xlsx", read_options=ReadOptions(sheet="ALL"))
    assert order.draft.get("externalOrderId") == "1"
    assert (plan.table.sheet, plan.table.sheets) == ("Orders", ("Prices", "Orders"))


def test_formulas_without_a_value_are_said_once_with_their_column() -> None:
    plan, (first, _) = read(without_values(months(formulas=True, other=False)), "orders.xlsx")
    assert "totalCost" not in first.draft.fields
    (note,) = [str(note) for note in plan.notes if "Formulas" in str(note)]
    assert "in columns C (1)." in note
    plan, (first, _) = read(months(other=False), "orders.xlsx")
    assert [note for note in plan.notes if "Formulas" in str(note)] == []


def without_values(content: bytes) -> bytes:
    """The workbook as programs write it that do not calculate."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if "worksheets/" in name:
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v></v>", data).replace(b' t="str"', b"")
            new.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("xml", "count"),
    [
        (b'<c r="A1"><f>B1+1</f><v></v></c>', {"A": 1}),
        (b'<c r="AB12" s="3"><f t="shared" si="0"/><v/></c><c r="AB13"><f>1</f></c>', {"AB": 2}),
        (b'<c r="A1"><f>B1+1</f><v>7</v></c>', {}),
        (b'<c r="A1"><v>7</v></c>', {}),
    ],
)
def test_what_a_formula_without_a_value_looks_like(xml: bytes, count: dict[str, int]) -> None:
    assert sheet_marks(xml).formulas == count
