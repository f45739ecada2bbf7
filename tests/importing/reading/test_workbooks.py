# ruff: noqa: DTZ001 - spreadsheets know no time zones
from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

import pytest
import xlsxwriter

from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading import quick_book as quickbook
from ordermanager.importing.reading.cell_text import cell_text
from ordermanager.importing.reading.child_output import Output
from ordermanager.importing.reading.packed_rows import unpack_rows
from ordermanager.importing.reading.sheets import read_workbook
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts, sample_orders
from ordermanager.importing.tables.table import Format, ReadOptions
from tests.importing.files import orders, read, workbook


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (380670000001.0, "380670000001"),
        (7.0, "7"),
        (-3.0, "-3"),
        (0.1 + 0.2, "0.3"),
        (1234.5, "1234.5"),
        (1e-7, "0.0000001"),
        (1e14, "100000000000000"),
        (5.9e17, "5.9E+17"),
        (float("nan"), ""),
        (True, "TRUE"),
        ("0007", "0007"),
        ("a\0b", "ab"),
        (dt.datetime(2026, 11, 23, 14, 5), "2026-11-23 14:05:00"),
        (dt.datetime(2026, 11, 23, 14, 4, 59, 999_996), "2026-11-23 14:05:00"),
        (dt.datetime(2026, 11, 23), "2026-11-23"),
        (dt.date(2026, 11, 23), "2026-11-23"),
        (dt.time(14, 5), "14:05:00"),
        (dt.timedelta(hours=30), "30:00:00"),
        (None, ""),
    ],
)
def test_cells_become_the_text_that_the_spreadsheet_shows(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_ids_phones_dates_and_amounts_survive_a_workbook() -> None:
    content = workbook(
        [
            [None, "Звіт"],
            [],
            [None, "№ замовлення", "Телефон", "Дата", "Сума замовлення", "Товар", "К-сть", "Ціна", "Артикул"],
            [
                None,
                "0007",
                380670000001,
                dt.datetime(2026, 11, 23, 14, 5),
                0.1 + 0.2,
                "Чай",
                2,
                12.5,
                "'4001",
            ],
            [None, 8, "0671234567", dt.datetime(2026, 11, 24), "1 234,50", "Мед", 1, 12.5, 4002],
        ]
    )
    plan, found = read(content)
    assert (plan.table.format, plan.table.header_row, plan.table.sheet) == (Format.XLSX, 3, "Sheet1")
    assert found[0].draft.fields == {
        "externalOrderId": "0007",
        "phone": "380670000001",
        "date": "2026-11-23 14:05:00",
        "totalCost": "0.3",
    }
    assert found[0].draft.items == [
        {"name": "Чай", "quantity": "2", "cost": "12.5", "externalItemId": "4001"}
    ]
    assert found[1].draft.fields["phone"] == "0671234567"
    assert found[1].draft.fields["externalOrderId"] == "8"
    assert found[1].rows == (5,)
    assert [row.row for row in plan.counts.ignored] == [1, 2]


def test_the_first_visible_sheet_with_rows_and_any_other_by_name() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("Empty")
        hidden = book.add_worksheet("Hidden")
        hidden.write_row(0, 0, ["Order ID"])
        hidden.write_row(1, 0, ["hidden"])
        for name in ("First", "Second"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Order ID", "Total"])
            sheet.write_row(1, 0, [name, 5])
        hidden.hide()
        book.get_worksheet_by_name("First").activate()
    plan, found = read(content.getvalue())
    assert plan.table.sheets == ("Empty", "Hidden", "First", "Second")
    assert found[0].draft.get("externalOrderId") == "First"
    assert (
        orders(content.getvalue(), read_options=ReadOptions(sheet="Second"))[0]["externalOrderId"] == "Second"
    )
    with pytest.raises(ReadError, match="no sheet “Third”"):
        read(content.getvalue(), read_options=ReadOptions(sheet="Third"))


def test_merged_cells_leave_blank_ones_that_belong_to_the_order_above() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Order ID", "Email", "Product", "Qty", "Price"])
        sheet.merge_range("A2:A3", "1001")
        sheet.merge_range("B2:B3", "a@example.com")
        sheet.write_row(1, 2, ["Tea", 1, 5])
        sheet.write_row(2, 2, ["Mug", 2, 7])
    _, found = read(content.getvalue())
    assert [item["name"] for item in found[0].draft.items] == ["Tea", "Mug"]
    assert found[0].rows == (2, 3)


def test_previewing_and_importing_share_one_child(monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    started = []
    popen = subprocess.Popen

    def counted(*args, **options):
        started.append(args)
        return popen(*args, **options)

    monkeypatch.setattr(subprocess, "Popen", counted)
    rows = [["Order ID", "Total"], *[[str(n), n] for n in range(5000)]]
    plan = prepare(Source.from_bytes("a.xlsx", workbook(rows)))
    assert len(sample_orders(plan, 10)) == 10
    stream = drafts(plan)
    next(stream)
    stream.close()
    assert len(list(drafts(plan))) == 5000
    assert len(started) == 1
    assert len(list(drafts(plan))) == 5000  # and once more, from a new child
    assert len(started) == 2


def test_giving_a_plan_up_ends_the_child() -> None:
    rows = [["Order ID", "Total"], *[[f"number {n}", n] for n in range(20_000)]]
    plan = prepare(Source.from_bytes("a.xlsx", workbook(rows)))
    stream = drafts(plan)
    next(stream)
    reader = plan.table.open_rows.__self__._reader
    stream.close()
    plan.close()
    assert plan.table.open_rows.__self__._reader is None
    assert reader is None or reader._child.poll() is not None


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Замовлення">
<table:table-row><table:table-cell office:value-type="string"><text:p>Order ID</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Total</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>0007</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="12.5">
<text:p>12,50</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_ods() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.replace("\n", ""))
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?>'
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="x"/></manifest:manifest>',
        )
    plan, found = read(content.getvalue(), "orders.xls")
    assert plan.table.format is Format.ODS
    assert found[0].draft.fields == {"externalOrderId": "0007", "totalCost": "12.5"}


def test_a_web_page_named_xls() -> None:
    page = """<html><head><meta charset="utf-8"><script>x()</script></head><body><table><tr><td>logo</td></tr></table>
    <table><tr><th>№ замовлення</th><th colspan=2>Сума</th><th>Телефон</th></tr>
    <tr><td>0007</td><td>12,5</td><td></td><td>0671234567</td></tr></table></body></html>"""
    plan, found = read(page.encode(), "orders.xls")
    assert plan.table.format is Format.HTML
    assert found[0].draft.fields == {"externalOrderId": "0007", "totalCost": "12,5", "phone": "0671234567"}


def test_spreadsheetml_named_xls() -> None:
    page = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">Order ID</Data></Cell>
    <Cell ss:Index="3"><Data ss:Type="String">Total</Data></Cell></Row>
    <Row ss:Index="4"><Cell><Data ss:Type="String">0007</Data></Cell>
    <Cell ss:Index="3"><Data ss:Type="Number">12.5</Data></Cell></Row>
    </Table></Worksheet></Workbook>"""
    plan, found = read(page.encode(), "orders.xls")
    assert (plan.table.format, plan.table.sheet) == (Format.XML, "S")
    assert found[0].draft.fields == {"externalOrderId": "0007", "totalCost": "12.5"}
    assert found[0].rows == (4,)


FORMATS = ("000000", "0%", "0.00%", "#,##0.00 [$€-407]", "0.00", "General", "0000000000", '"No "000')


def shown() -> bytes:
    """A column for each format, with the same numbers in it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Orders")
        for column, code in enumerate(FORMATS):
            form = book.add_format({"num_format": code})
            sheet.write_string(0, column, code)
            for row, value in enumerate((42, 0.5, -7), 1):
                sheet.write_number(row, column, value, form)
            sheet.write_string(4, column, "042", form)
    return content.getvalue()


COLUMNS = [
    ["000042", "0.5", "-7", "042"],
    ["4200%", "50%", "-700%", "042"],
    ["4200%", "50%", "-700%", "042"],
    ["42", "0.5", "-7", "042"],
    ["42", "0.5", "-7", "042"],
    ["42", "0.5", "-7", "042"],
    ["0000000042", "0.5", "-7", "042"],
    ["042", "0.5", "-7", "042"],
]


@pytest.mark.parametrize("large", [False, True])
def test_zeros_in_front_and_percentages_are_what_the_spreadsheet_shows(
    large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ID formatted as 000000 is another ID without its zeros, and 10 % is no tenth of a hryvnia."""
    if large:
        monkeypatch.setattr(quickbook, "LARGE", 0)
    sent = io.BytesIO()
    read_workbook("xlsx", "", io.BytesIO(shown()), Output(sent))
    rows = sent_rows(sent.getvalue())
    assert [list(column) for column in zip(*rows[1:5], strict=True)] == COLUMNS


def test_a_percentage_of_a_workbook_is_refused_where_money_is_wanted() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Order ID", "Email", "Total", "SKU"])
        for row in (1, 2, 3):
            sheet.write_row(row, 0, [row, "a@shop.com.ua", 5.5, 8])
        sheet.write_number(1, 2, 0.1, book.add_format({"num_format": "0%"}))
        sheet.write_number(1, 3, 7, book.add_format({"num_format": "0000"}))
    _, (order, *_others) = read(content.getvalue(), "orders.xlsx")
    assert order.draft.fields["totalCost"] == "10%"
    assert order.draft.items[0]["externalItemId"] == "0007"


def sent_rows(content: bytes) -> list[list[str]]:
    """The rows that a reader's child has sent last."""
    rows: list[list[str]] = []
    stream = io.BytesIO(content)
    while line := stream.readline():
        said = json.loads(line)
        if "rows" in said:
            found = [cells for _, cells in unpack_rows(said["rows"], stream.read(said["bytes"]))]
            rows[said["rows"] - 1 :] = found
    return rows
