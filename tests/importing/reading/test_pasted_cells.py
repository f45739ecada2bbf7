"""Copied cells of a spreadsheet, and which pasted texts are orders of their own."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.importing.reading.pasted_cells import is_order_table, pasted_cells


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"x\ny"\t5" pipe', [["x\ny", '5" pipe']]),
        ('"a ""q"""\t', [['a "q"', ""]]),
        ('a\t"unclosed\nb', [["a", '"unclosed'], ["b", ""]]),
        ("a\n\nb\n\n\n", [["a"], [""], ["b"]]),
        ("\t\n", []),
        ("", []),
        ("\ufeffa", [["a"]]),
    ],
)
def test_cells(text: str, rows: list[list[str]]) -> None:
    assert pasted_cells(text) == rows


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("Order ID\tStatus\tTotal\nA\tNew\t5", True),
        ("externalOrderId,totalCost\n1,2", True),
        ("Номер замовлення\tСума\n1\t2", True),
        (' {"orders": []}', True),
        ("A-1\tNew\t5", False),
        ("hello, world", False),
        ("email, phone", False),
        ("DELIVERED", False),
        ("a@example.com\t0671234567\nb@example.com\t0671234568", False),
    ],
)
def test_orders_of_their_own(text: str, is_table: bool) -> None:
    assert is_order_table(text) is is_table


_CELL = st.text(st.sampled_from('ab"\t\n ;'), max_size=6)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter="\t", lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(rows)
    while rows and not any(map(str.strip, rows[-1])):
        rows = rows[:-1]
    assert pasted_cells(stream.getvalue()) == rows


@given(st.text(max_size=200))
def test_any_text_is_some_table(text: str) -> None:
    assert len({len(row) for row in pasted_cells(text)}) <= 1
