# ruff: noqa: DTZ001 - spreadsheets know no time zones
"""BIFF8 and XLSB files, read through the same child as every workbook."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.file_notes import FORMATS
from ordermanager.importing.reading.sheet_notes import HIDDEN_ROWS, of_hidden
from ordermanager.importing.tables.table import Format, ReadOptions
from tests.importing.files import orders, read
from tests.importing.old_workbooks import with_short_numbers, xls, xlsb

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = [
    ["Звіт за листопад"],
    [],
    ["№ замовлення", "Телефон", "Дата", "Сума замовлення", "Товар", "К-сть", "Ціна", "Артикул"],
    ["0007", 380670000001.0, datetime(2026, 11, 23, 14, 5), 0.1 + 0.2, "Чай", 2.0, 12.5, "'4001"],
    [8.0, "0671234567", datetime(2026, 11, 24), "1 234,50", "Мед", 1.0, 12.5, 4002.0],
]


@pytest.mark.parametrize(("write", "kind"), [(xls, Format.XLS), (xlsb, Format.XLSB)])
def test_ids_phones_dates_and_amounts_survive(write: Callable[..., bytes], kind: Format) -> None:
    plan, found = read(write({"Замовлення": ROWS}), "orders.xlsx")
    assert (plan.table.format, plan.table.header_row, plan.table.sheet) == (kind, 3, "Замовлення")
    assert found[0].draft.fields == {
        "externalOrderId": "0007",
        "phone": "380670000001",
        "date": "2026-11-23 14:05:00",
        "totalCost": "0.3",
    }
    assert found[0].draft.items == [
        {"name": "Чай", "quantity": "2", "cost": "12.5", "externalItemId": "4001"}
    ]
    assert found[1].draft.fields["externalOrderId"] == "8"
    assert found[1].draft.fields["date"] == "2026-11-24"


@pytest.mark.parametrize("write", [xls, xlsb])
def test_a_sheet_by_its_name(write: Callable[..., bytes]) -> None:
    sheets = {
        name: [["Order ID", "Total"], *[[f"{name}-{n}", float(n)] for n in range(400)]] for name in "AB"
    }
    found = orders(write(sheets), read_options=ReadOptions(sheet="B"))
    assert len(found) == 400
    assert found[399] == {"externalOrderId": "B-399", "totalCost": "399"}


def test_merged_cells_and_hidden_sheets_of_an_old_workbook() -> None:
    content = xls(
        {
            "Secret": [["Order ID", "Total"], ["hidden", 1.0]],
            "Orders": [["Order ID", "Email", "Total"], ["1", "a@example.com", 5.0], ["2", None, 6.0]],
        },
        merged=((1, 2, 1, 1),),
        hidden=("Secret",),
    )
    plan, found = read(content)
    assert [order.draft.get("email") for order in found] == ["a@example.com", "a@example.com"]
    notes = " ".join(map(str, plan.table.notes))
    assert "1 merged cells, the first at B2:B3" in notes
    assert "Hidden sheets were not read: Secret" in notes


@pytest.mark.parametrize("write", [xls, xlsb])
def test_hidden_rows_of_binary_workbooks_are_read_and_named(write: Callable[..., bytes]) -> None:
    rows: list[list[Any]] = [["Order ID", "Total"], *[[f"A-{n}", float(n)] for n in range(1, 30)], [], []]
    sheets = {"Notes": [["nothing"]], "Orders": rows}
    plan, found = read(write(sheets, hidden_rows=(2, 4, 30)), "orders.bin")
    assert len(found) == 29
    assert of_hidden([3, 5], 2) in plan.notes  # the last one is empty
    plan, _ = read(write(sheets), "orders.bin")
    assert not any(note.template == HIDDEN_ROWS for note in plan.notes)


@pytest.mark.parametrize("write", [xls, xlsb])
@pytest.mark.parametrize("cut", [40, 70, 600, 1500])
def test_a_binary_workbook_that_is_cut_ends_in_a_sentence_or_its_rows(
    write: Callable[..., bytes], cut: int
) -> None:
    content = write({"Orders": ROWS}, hidden_rows=(4,))
    spoiled = content[:cut] + b"\xff" * 8 + content[cut + 8 :]
    with suppress(ReadError):
        _, found = read(spoiled, "orders.bin")
        assert [order.draft.fields["externalOrderId"] for order in found] == ["0007", "8"]


@pytest.mark.parametrize("write", [xls, xlsb])
@pytest.mark.parametrize(
    ("money", "code"),
    [
        ('#,##0.00\\ "грн"', "UAH"),
        ("[$€-407]\\ #,##0.00", "EUR"),
        ("#,##0.00\\ [$₴-422]", "UAH"),
        ("0.00", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("rows", [3, 2000])
def test_the_currency_of_a_format_is_that_of_the_orders(
    write: Callable[..., bytes], money: str, code: str, rows: int
) -> None:
    sheet = [["Order ID", "Total"], *([f"A-{number}", number + 0.5] for number in range(rows))]
    plan, found = read(write({"Info": [["nothing"]], "Orders": sheet}, money=money), "orders.xls")
    assert {order.draft.get("currency") for order in found} == {code}
    assert len(found) == rows
    notes = [str(note) for note in plan.file_notes if note.template == FORMATS]
    assert len(notes) == bool(code)


def test_also_where_numbers_are_written_short() -> None:
    sheet = [["Order ID", "Total", "Shipping", "Note"], ["A-1", 5.0, 7.0, "x"], ["A-2", 5.0, None, "y"]]
    content = with_short_numbers(xls({"Orders": sheet}, money='0\\ "грн"'))
    assert b"\xbd\x00" in content
    assert b"\x7e\x02" in content
    plan, found = read(content, "orders.xls")
    assert plan.table.currencies == {1: ("UAH",), 2: ("UAH",)}
    assert [(order.draft.get("totalCost"), order.draft.get("shipping")) for order in found] == [
        ("5", "7"),
        ("5", ""),
    ]
