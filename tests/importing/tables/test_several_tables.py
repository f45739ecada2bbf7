"""Several sheets, several tables in a sheet, merged cells: what was chosen, what was left, and why."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from ordermanager.importing.mapping.mapping import FieldSource
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from ordermanager.importing.tables.no_header import NO_HEADER
from ordermanager.importing.tables.table import ReadOptions
from tests.importing.files import orders, read

TWO = """Report of November

Order ID,Email,Total
1,a@example.com,5
2,b@example.com,6
Total,,11

Stock
SKU,Product name,Qty
4001,Tea,7
4002,Honey,8

Courier,City,Phone,Price
A,Kyiv,0671234567,100
"""


def sheets(**given: list[list[object]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name, rows in given.items():
            page = book.add_worksheet(name.strip("_"))
            for number, cells in enumerate(rows):
                page.write_row(number, 0, cells)
            if name.endswith("_"):
                page.hide()
    return content.getvalue()


def test_the_table_ends_where_another_begins_and_that_is_said() -> None:
    plan, found = read(TWO)
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2"]
    notes = list(map(str, plan.table.notes))
    assert notes[0].startswith("Another table begins in row 9 (SKU, Product name, Qty)")
    assert notes[1].startswith("Another table begins in row 13 (Courier, City, Phone, Price)")
    assert notes[0] in map(str, plan.notes)  # and the preview shows it
    ignored = {row.row: str(row.reason) for row in plan.counts.ignored}
    assert set(ignored) == {1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14}
    assert ignored[10] == "belongs to the table that begins in row 9"
    assert ignored[14] == "belongs to the table that begins in row 13"
    assert ignored[6].startswith("a row of totals")
    assert plan.counts.rows_read + plan.counts.rows_ignored + 1 == 14


def test_another_table_is_taken_by_the_row_of_its_header() -> None:
    plan, _ = read("Order ID,Total\n1,5\n\nOrder number,Customer email,Sum\n7,a@example.com,8\n",
                   read_options=ReadOptions(header_row=4))  # fmt: skip
    assert plan.table.header == ("Order number", "Customer email", "Sum")
    assert [row.row for row in plan.table.above] == [1, 2, 3]


def test_the_same_header_once_more_does_not_end_the_table() -> None:
    text = "Order ID,Email,Total\n1,a@example.com,5\n\nOrder ID,Email,Total\n2,b@example.com,6\n"
    plan, found = read(text)
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2"]
    assert not plan.table.notes


def test_rows_behind_a_blank_one_are_orders_as_before() -> None:
    text = "Order ID,Product,Status\n1,Tea,Delivered\n\n2,Phone,Email\n\nName,Mug,Delivered\n"
    assert [one["externalOrderId"] for one in orders(text)] == ["1", "2", "Name"]


def test_the_sheet_with_known_headers_is_taken_and_the_others_are_named() -> None:
    content = sheets(
        Notes=[["Prices are with taxes"], ["Ask Olena", "x"]],
        Orders=[["Order ID", "Email", "Total"], ["1", "a@example.com", 5]],
        Old_=[["Order ID", "Email", "Total", "Phone"], ["hidden", "", 1, ""]],
    )
    plan, found = read(content)
    assert plan.table.sheet == "Orders"
    assert found[0].draft.get("externalOrderId") == "1"
    assert [str(note) for note in plan.table.notes] == [
        "Sheet “Orders” was read: most of its headers are those of orders. Not read: Notes.",
        "Hidden sheets were not read: Old.",
    ]
    assert plan.table.sheets == ("Notes", "Orders", "Old")
    hidden, _ = read(content, read_options=ReadOptions(sheet="Old"))
    assert hidden.table.sheet == "Old"


def test_where_no_headers_are_known_the_first_sheet_with_rows_is_taken() -> None:
    content = sheets(A=[], B=[["alpha", "beta"], ["x", 1]], C=[["gamma", "delta"], ["y", 2]])
    plan = prepare(Source.from_bytes("b.xlsx", content))
    plan.close()
    assert plan.table.sheet == "B"
    assert "it is the first with rows. Not read: A, C" in str(plan.table.notes[0])


def test_merged_cells_say_the_same_in_every_row_and_are_named() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "Orders of November")
        sheet.write_row(1, 0, ["Order ID", "Email", "Total"])
        sheet.write_row(2, 0, ["1", "", 5])
        sheet.write_row(3, 0, ["2", "", 6])
        sheet.write_row(4, 0, ["3", "c@example.com", 7])
        sheet.merge_range("B3:B4", "a@example.com")
    plan, found = read(content.getvalue())
    assert [order.draft.get("email") for order in found] == [
        "a@example.com",
        "a@example.com",
        "c@example.com",
    ]
    assert "2 merged cells, the first at A1:C1" in str(plan.table.notes[0])


@pytest.mark.parametrize("where", ["rows", "columns"])
def test_blank_rows_and_columns_shift_nothing(where: str) -> None:
    if where == "rows":
        plan, found = read(sheets(S=[[], [], ["Order ID", "Total"], [], ["1", 5], [], ["2", 6]]))
        assert [order.rows for order in found] == [(5,), (7,)]
        assert [row.row for row in plan.counts.ignored] == [1, 2, 4, 6]
    else:
        rows = [["", "", "Order ID", "", "Total", ""], ["", "", "1", "", 5, ""]]
        assert orders(sheets(S=rows)) == [{"externalOrderId": "1", "totalCost": "5"}]


HEADERLESS = "1001;a@shop.com.ua;20.11.2026;5\n1002;b@shop.com.ua;21.11.2026;7\n"


@pytest.mark.parametrize("start", ["", "sep=;\n", "\n\n"])
def test_a_file_that_begins_with_an_order_has_no_header(start: str) -> None:
    plan = prepare(Source.from_text(start + HEADERLESS))
    assert plan.table.header == ("A", "B", "C", "D")
    assert "Row" in str(plan.table.notes[0])
    assert "looks like an order (1001, a@shop.com.ua, 20.11.2026, 5)" in str(plan.table.notes[0])
    assert [(view.field, view.suggestion) for view in plan.columns] == [
        ("", "externalOrderId"), ("email", ""), ("date", ""), ("", ""),
    ]  # fmt: skip
    assert plan.problem is not None
    plan.mapping.fields["externalOrderId"] = FieldSource((0,))
    assert [order.draft.get("externalOrderId") for order in drafts(plan)] == ["1001", "1002"]
    assert plan.counts.rows_read + plan.counts.rows_ignored == len((start + HEADERLESS).splitlines())


@pytest.mark.parametrize(
    "header", ["Order ID;E-mail;Date;Total", "Foo;Bar;20;Baz", "Замовлення;Кому;Коли;Скільки"]
)
def test_a_row_of_words_is_a_header_unless_a_person_says_that_there_is_none(header: str) -> None:
    text = f"{header}\n1002;b@shop.com.ua;21.11.2026;7\n"
    plan = prepare(Source.from_text(text))
    assert (plan.table.header_row, list(plan.table.header)) == (1, header.split(";"))
    plan.close()
    plan = prepare(Source.from_text(text), read_options=ReadOptions(header_row=NO_HEADER))
    assert (plan.table.header_row, plan.table.header) == (NO_HEADER, ("A", "B", "C", "D"))
    assert [row[0] for row in plan.sample] == [1, 2]
    plan.close()


def test_a_workbook_without_headers_gives_its_first_row_too() -> None:
    rows = [["7-1", "x", 5.5], ["7-2", "y", 6.25]]
    plan = prepare(
        Source.from_bytes("a.xlsx", sheets(S=rows)), read_options=ReadOptions(header_row=NO_HEADER)
    )
    plan.mapping.fields["externalOrderId"] = FieldSource((0,))
    assert [order.draft.get("externalOrderId") for order in drafts(plan)] == ["7-1", "7-2"]


def test_a_header_that_a_person_names_stays_one_though_it_looks_like_an_order() -> None:
    plan = prepare(Source.from_text(HEADERLESS), read_options=ReadOptions(header_row=1))
    assert plan.table.header[0] == "1001"
    plan.close()


TWO_HEADS = (
    "Замовлення;;Клієнт;;Сума;\nНомер;Дата;Ім'я;Телефон;грн;у т.ч. ПДВ\n"
    "1001;26.11.2026;Олена;0671234567;1234,5;205,75\n"
)


def test_a_header_of_two_rows_is_read_as_one() -> None:
    plan, (order,) = read(TWO_HEADS)
    assert plan.table.header == ("Номер", "Дата", "Ім'я", "Телефон", "Сума, грн", "Сума, у т.ч. ПДВ")
    assert plan.table.header_row == 2
    assert [row.row for row in plan.table.above] == [1]
    assert (order.draft.get("totalCost"), order.draft.get("currency")) == ("1234,5", "UAH")
    assert order.draft.get("phone") == "0671234567"


def test_a_header_whose_cells_are_merged_over_two_rows_is_read_as_one() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Звіт за листопад")
        sheet.merge_range("A3:A4", "Номер")
        sheet.merge_range("B3:B4", "Дата")
        sheet.merge_range("C3:D3", "Клієнт")
        sheet.merge_range("E3:F3", "Сума")
        sheet.write_row("C4", ["Ім'я", "Телефон", "грн", "у т.ч. ПДВ"])
        sheet.write_row("A5", [1001, "26.11.2026", "Олена", "0671234567", 1234.5, 205.75])
    plan, (order,) = read(content.getvalue())
    assert (plan.table.header_row, order.rows) == (4, (5,))
    assert (order.draft.get("totalCost"), order.draft.get("phone")) == ("1234.5", "0671234567")


@pytest.mark.parametrize(
    "text",
    [
        "Report;of November\nOrder ID;Total\n1;5\n",
        "Order ID;Customer;Delivery\nA;Olena;Phone\n",
        "Order ID;Comment;Status\nA-b;Email;New\nA-c;Total;New\n",
    ],
)
def test_one_header_under_a_title_or_over_words_stays_one(text: str) -> None:
    plan = prepare(Source.from_text(text))
    assert plan.table.header[0] == "Order ID"
    assert len(plan.sample) >= 1
    plan.close()
