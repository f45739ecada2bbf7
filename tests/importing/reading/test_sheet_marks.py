"""What only the text of a sheet says: errors, numbers that a spreadsheet cannot hold, hidden rows."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import xlsxwriter

from ordermanager.importing.reading.sheet_marks import MOST_BYTES, sheet_marks
from ordermanager.importing.reading.sheet_notes import of_hidden, of_struck
from tests.importing.bad_files import with_part
from tests.importing.files import orders, read, workbook, zipped

SHEET = "xl/worksheets/sheet1.xml"
HEADER = ["Order ID", "Email", "Product", "Qty", "Price"]


def with_errors() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["A1", "a@example.com", "Tea", 1, 5])
        sheet.write_row(2, 2, ["Cup", 1, 3])
        for row in (3, 4):
            sheet.write_formula(row, 0, "=VLOOKUP(1,Z1:Z2,2)", None, "#N/A")
            sheet.write_row(row, 2, ["Mug", 1])
            sheet.write_formula(row, 4, "=1/0", None, "#DIV/0!")
    return content.getvalue()


def test_an_error_is_what_its_cell_says() -> None:
    """Where it stands for a number of an order, the row belongs neither to the order above nor to another such row."""
    _, found = read(with_errors(), "errors.xlsx")
    assert [(order.rows, order.draft.get("externalOrderId")) for order in found] == [
        ((2, 3), "A1"),
        ((4,), ""),
        ((5,), ""),
    ]
    assert [item["cost"] for order in found for item in order.draft.items] == ["5", "3", "#DIV/0!", "#DIV/0!"]


def test_rows_whose_number_is_an_error_are_orders_of_their_own_in_a_text_too() -> None:
    text = "Order ID,Email,Product,Qty,Price\nA1,a@example.com,Tea,1,5\n#N/A,b@example.com,Mug,1,5\n#N/A,,Cup,1,5\n"
    _, found = read(text)
    assert [(order.rows, order.draft.get("externalOrderId")) for order in found] == [
        ((2,), "A1"),
        ((3,), ""),
        ((4,), ""),
    ]


LONG = [["Order ID", "Total"], [576461413038785752, 5], [576461413038785753, 6]]


def test_long_numbers_that_a_program_has_written_whole_stay_whole() -> None:
    content = with_part(
        workbook(LONG), SHEET, lambda xml: xml.replace(b"5.764614130387858E+17", b"576461413038785752", 1)
    )
    (first, second) = orders(content, name="long.xlsx")
    assert first["externalOrderId"] == "576461413038785752"
    assert second["externalOrderId"] == "5.76461413038786E+17"


def test_long_numbers_that_a_spreadsheet_has_cut_are_no_other_numbers() -> None:
    """They end in zeros, and two orders would have one number: as in a text, the order is shown with an error."""
    assert {each["externalOrderId"] for each in orders(workbook(LONG), name="long.xlsx")} == {
        "5.76461413038786E+17"
    }


@pytest.mark.parametrize("number", [999_999_999_999_999, 380_670_000_001, 20_450_000_000_001])
def test_numbers_that_a_spreadsheet_holds_are_exact(number: int) -> None:
    (order,) = orders(workbook([["Order ID", "Total"], [number, 5]]), name="exact.xlsx")
    assert order["externalOrderId"] == str(number)


def filtered(**options: Any) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Order ID", "Total"])
        for row in range(1, 30):
            sheet.write_row(row, 0, [f"A-{row}", row])
            sheet.set_row(row, None, None, {"hidden": row % 2 == 0, **options})
        sheet.set_row(40, None, None, {"hidden": True})  # with nothing in it
    return content.getvalue()


def test_hidden_rows_of_a_large_sheet_are_named_when_it_was_read() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Order ID", "Total", "Comment"])
        for row in range(1, 34_000):
            sheet.set_row(row, None, None, {"hidden": row in (7, 30_000)})
            sheet.write_row(row, 0, [f"A-{row}", row, "x" * 1000])
    with zipfile.ZipFile(content) as archive:
        assert archive.getinfo(SHEET).file_size > MOST_BYTES
    plan, found = read(content.getvalue(), "large.xlsx")
    assert len(found) == 33_999
    assert of_hidden([8, 30_001], 2) in plan.notes


def test_hidden_rows_are_read_and_named() -> None:
    plan, found = read(filtered(), "filtered.xlsx")
    assert len(found) == 29
    assert of_hidden([3, 5, 7, 9, 11, 13, 15, 17, 19, 21], 14) in plan.notes
    assert str(of_hidden([3, 5], 2)).endswith("were read, too (2): 3, 5.")
    plan, _ = read(filtered(hidden=False), "all.xlsx")
    assert plan.notes == ()


def test_rows_that_are_struck_through_are_read_and_named() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet, struck = book.add_worksheet(), book.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, ["Order ID", "Total", "Email"])
        for row in range(1, 20):
            cells = [f"A-{row}", row, f"a{row}@example.com"]
            sheet.write_row(row, 0, cells, struck if row in (3, 7) else None)
        sheet.write(9, 1, 9, struck)  # one cell of a row
        sheet.set_row(30, None, struck)  # with nothing in it
    plan, found = read(content.getvalue(), "struck.xlsx")
    assert len(found) == 19
    assert list(plan.notes) == [of_struck([4, 8], 2)]
    assert "were read, too (2): 4, 8." in str(plan.notes[0])


def test_marks_of_a_sheet() -> None:
    xml = (
        b'<row r="7" hidden="1" ht="3"><c r="B7" s="1" t="e"><f>NA()</f><v>#N/A</v></c>'
        b'<c r="AA7" t="str"><v>12345678901234567</v></c></row><row r="8" hidden="1"/>'
        b'<row r="9"><c r="A9" t="n"><v>12345678901234567</v></c><c r="B9"><v>1234567890123400</v></c></row>'
    )
    marks = sheet_marks(xml)
    assert marks.texts == {7: {1: "#N/A"}, 9: {0: "12345678901234567"}}
    assert marks.hidden == [7]


_URN = "urn:oasis:names:tc:opendocument:xmlns"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="x"/></manifest:manifest>'
)


def ods(*rows: str) -> bytes:
    """A workbook of LibreOffice, its table below two blank rows and behind a blank column."""
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    content = (
        f'<office:document-content xmlns:office="{_URN}:office:1.0" xmlns:table="{_URN}:table:1.0" '
        f'xmlns:text="{_URN}:text:1.0" xmlns:calcext="{_CALC}"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{blank}{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
        content_xml=content.encode(),
        **{"META-INF__manifest_xml": _MANIFEST.encode()},
    )


def ods_row(*cells: str, hidden: bool = False, times: int = 1) -> str:
    visibility = "filter" if hidden else "visible"
    return (
        f'<table:table-row table:visibility="{visibility}" table:number-rows-repeated="{times}">'
        f"<table:table-cell/>{''.join(cells)}</table:table-row>"
    )


def ods_cell(text: str, kind: str = "string", value: str = "", more: str = "") -> str:
    of_value = f' office:value="{value}"' if value else ""
    note = "<office:annotation><text:p>a remark</text:p></office:annotation>" if value else ""
    return (
        f'<table:table-cell office:value-type="{kind}"{of_value}{more}>{note}<text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def test_a_workbook_of_libreoffice_says_what_it_shows() -> None:
    """Zeros in front of a code, percentages and errors, where calamine gives 7, 0.5 and nothing."""
    error = ods_cell("#N/A", more=' calcext:value-type="error"')
    content = ods(
        ods_row(*map(ods_cell, ("Order ID", "Discount", "Product", "Qty"))),
        ods_row(
            ods_cell("0007", "float", "7"),
            ods_cell("50 %", "percentage", "0.5"),
            error,
            ods_cell("2", "float", "2"),
        ),
        ods_row(ods_cell("0008", "float", "8"), ods_cell("5 %", "percentage", "0.05"), hidden=True, times=2),
    )
    plan, found = read(content, "orders.ods")
    assert [order.draft.fields for order in found] == [
        {"externalOrderId": "0007"},
        {"externalOrderId": "0008"},
    ]
    assert found[0].draft.items == [{"name": "#N/A", "quantity": "2"}]
    assert [order.rows for order in found] == [(4,), (5, 6)]
    notes = [str(note) for note in plan.notes]
    assert "Column “Discount” holds percentages, not amounts, and is not imported." in notes
    assert str(of_hidden([5, 6], 2)) in notes


def test_numbers_of_libreoffice_that_are_shown_as_they_are_stay_so() -> None:
    header = ods_row(*map(ods_cell, ("Order ID", "Total")))
    content = ods(header, ods_row(ods_cell("0,7", "float", "0.7"), ods_cell("7", "float", "7")))
    assert orders(content, name="orders.ods") == [{"externalOrderId": "0.7", "totalCost": "7"}]
