"""A currency that stands only in how a workbook shows its numbers is that of the file, and that is said."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from ordermanager.importing.file_notes import SEVERAL_FORMATS
from ordermanager.importing.reading.currency_formats import currency_of_format
from tests.importing.files import read
from tests.importing.reading.test_sheet_marks import ods, ods_cell, ods_row

HEADER = ["Order ID", "Product", "Qty", "Price", "Total"]


def shown(*formats: str, price: str = "", header: list[str] | None = None, rows: int = 3) -> bytes:
    """Orders whose totals are shown so, each of the formats in turn."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, header or HEADER)
        kinds = [book.add_format({"num_format": code}) for code in formats]
        of_price = book.add_format({"num_format": price}) if price else None
        for row in range(1, rows + 1):
            sheet.write_row(row, 0, [f"A{row}", "Tea", 1])
            sheet.write_number(row, 3, 5, of_price)
            sheet.write_number(row, 4, 5, kinds[row % len(kinds)] if kinds else None)
    return content.getvalue()


@pytest.mark.parametrize(
    ("code", "currency"),
    [
        ('#,##0.00 "грн"', "UAH"),
        ('#,##0.00\\ "грн."', "UAH"),
        ("#,##0.00 [$₴-422]", "UAH"),
        ("[$€-407] #,##0.00;[Red]-[$€-407] #,##0.00", "EUR"),
        ("#,##0.00\\ [$UAH]", "UAH"),
        ('_-* #,##0.00\\ "₴"_-;\\-* #,##0.00\\ "₴"_-', "UAH"),
        ('"$"#,##0.00', "USD"),
        ("$#,##0.00", "USD"),
        ("[$$-409]#,##0.00", "USD"),
        ("[$$-1009]#,##0.00", "CAD"),
        ("#,##0.00\\ [$zł-415]", "PLN"),
        ("[$-409]mmmm d, yyyy", ""),
        ('0.00 "шт"', ""),
        ("#,##0.00", ""),
        ("", ""),
        ('#,##0.00 "грн" / [$€-407]', ""),
    ],
)
def test_a_format_names_its_currency(code: str, currency: str) -> None:
    assert currency_of_format(code) == currency


@pytest.mark.parametrize("rows", [3, 90_000])
def test_the_format_of_the_total_is_the_currency_of_the_file(rows: int) -> None:
    """A large sheet too, of which the first rows are read by another reader."""
    plan, found = read(shown('#,##0.00 "грн"', rows=rows), "orders.xlsx")
    assert {order.draft.fields["currency"] for order in found} == {"UAH"}
    assert "The currency UAH is taken from the format in which the workbook shows the amounts." in map(
        str, plan.notes
    )


def test_the_format_of_prices_tells_where_that_of_the_total_does_not() -> None:
    _, found = read(shown(price="#,##0.00 [$€-407]"), "orders.xlsx")
    assert {order.draft.fields["currency"] for order in found} == {"EUR"}


def test_several_currencies_are_no_currency_and_that_is_said() -> None:
    plan, found = read(shown('0.00 "грн"', "0.00 [$€-407]"), "orders.xlsx")
    assert not any("currency" in order.draft.fields for order in found)
    (note,) = [note for note in plan.notes if note.template == SEVERAL_FORMATS]
    assert set(note.values["currencies"].split(", ")) == {"UAH", "EUR"}


def test_a_column_for_the_currency_or_a_header_that_names_it_wins() -> None:
    _, found = read(
        shown('0.00 "грн"', header=["Order ID", "Product", "Qty", "Price", "Total, EUR"]), "a.xlsx"
    )
    assert {order.draft.fields["currency"] for order in found} == {"EUR"}
    _, found = read(
        shown('0.00 "грн"', header=["Order ID", "Product", "Currency", "Price", "Total"]), "a.xlsx"
    )
    assert {order.draft.fields["currency"] for order in found} == {"1"}  # as it stands there


def test_numbers_of_other_columns_tell_nothing() -> None:
    content = shown('0.00 "грн"', header=["Order ID", "Product", "Qty", "Price", "Weight"])
    _, found = read(content, "orders.xlsx")
    assert not any("currency" in order.draft.fields for order in found)


def test_an_ods_workbook_tells_its_currency() -> None:
    total = ods_cell("5,00 грн", "currency", "5", ' office:currency="UAH"')
    content = ods(ods_row(*map(ods_cell, ("Order ID", "Total"))), ods_row(ods_cell("A1"), total))
    _, (order,) = read(content, "orders.ods")
    assert order.draft.fields == {"externalOrderId": "A1", "totalCost": "5", "currency": "UAH"}
