"""Workbooks larger than calamine is given at first, in which a later row is written as no usual program does."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from ordermanager.importing.reading.quick_book import STREAMED
from tests.importing.bad_files import with_part
from tests.importing.files import workbook

if TYPE_CHECKING:
    from collections.abc import Callable

ORDERS = 3300
NUMBERS = [f"B-{number}" for number in range(ORDERS)]
"""The orders of `large_sheet`, in its order."""

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cell(place: str, text: str) -> str:
    """A cell with its text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def large_sheet(change: Callable[[list[str]], None]) -> bytes:
    """A workbook of orders, one a row, with long notes. `change` gets the XML of its rows, the header's first."""
    random_notes = random.Random(1)
    rows = ['<row r="1">' + "".join(map(cell, ("A1", "B1", "C1"), ("Order ID", "Total", "Note"))) + "</row>"]
    for place, number in enumerate(NUMBERS, 2):
        note = random_notes.randbytes(400).hex() + f" note {place} " * 800
        texts = (number, f"{place}.5", note)
        cells = "".join(cell(f"{letter}{place}", text) for letter, text in zip("ABC", texts, strict=True))
        rows.append(f'<row r="{place}">{cells}</row>')
    change(rows)
    xml = f'<worksheet xmlns="{_NAMESPACE}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    assert len(xml) > STREAMED
    return with_part(workbook([["nothing yet"]]), "xl/worksheets/sheet1.xml", lambda _: xml.encode())


def turn_cells(place: int) -> Callable[[list[str]], None]:
    """The cells of this order's row stand in another order than their columns."""

    def change(rows: list[str]) -> None:
        row = f"{place + 2}"
        first, second = cell(f"A{row}", f"B-{place}"), cell(f"B{row}", f"{row}.5")
        assert first + second in rows[place + 1]
        rows[place + 1] = rows[place + 1].replace(first + second, second + first)

    return change


def add_comment(rows: list[str]) -> None:
    """A comment behind the last row."""
    rows.append("<!-- written by a program -->")


def turn_rows(rows: list[str]) -> None:
    """A row stands behind those that follow it."""
    rows.append(rows.pop(7))
