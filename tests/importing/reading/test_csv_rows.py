from __future__ import annotations

import csv
import io
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.importing.reading.csv_rows import csv_rows
from ordermanager.importing.reading.dialect import Dialect
from ordermanager.importing.tables.table import MAX_CELL

if TYPE_CHECKING:
    from collections.abc import Iterator


def by_csv(pieces: list[str], dialect: Dialect) -> tuple[list[list[str]], bool]:
    """The rows of the text as csv.reader gives them, and whether it ends in the middle of a cell."""
    at_end: list[bool] = []

    def mark() -> Iterator[str]:
        at_end.append(True)
        yield from ()

    lines = chain.from_iterable(io.StringIO(piece, newline="") for piece in pieces)
    rows: list[list[str]] = []
    for row in csv.reader(chain(lines, mark()), **dialect.options()):
        if at_end:
            return rows, True
        rows.append(row)
    return rows, False


def by_us(pieces: list[str], dialect: Dialect) -> tuple[list[list[str]], bool]:
    rows: list[list[str]] = []
    try:
        for row in chain.from_iterable(csv_rows(iter(pieces), dialect)):
            rows.append(row.copy())
            row.append("whoever gets a row may change it")
            row[0] = "?"
    except csv.Error:
        return rows, True
    return rows, False


def in_pieces(lines: list[str], sizes: list[int]) -> list[str]:
    """The lines in pieces of about so many."""
    text, found, begin = "".join(lines), [], 0
    for size in (*sizes, len(text)):
        cut = text.find("\n", begin + size) + 1 or len(text)
        found.append(text[begin:cut])
        begin = cut
    return [piece for piece in found if piece]


ALPHABETS = ("ab,\n", "ab,,\n\r", 'aab",\n', "ab,\u2028\n\x0b\x85\r", 'a,b"\r\n', "a,'\\\"b\n")


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize(
    "dialect", [Dialect(","), Dialect(",", "'"), Dialect(",", '"', "\\"), Dialect(",", "")]
)
@given(data=st.data())
def test_rows_are_those_of_csv_reader(alphabet: str, dialect: Dialect, data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.text(alphabet, max_size=12), max_size=20))
    pieces = in_pieces(lines, data.draw(st.lists(st.integers(0, 30), max_size=5)))
    assert by_us(pieces, dialect) == by_csv(pieces, dialect)


@given(st.data())
def test_rows_that_begin_alike_are_those_of_csv_reader(data: st.DataObject) -> None:
    begins = st.sampled_from(["A,x,", "A,y,", "A,x,x,", "B,x,", "B,,", "", "A", "A,x"])
    ends = st.sampled_from(["1,2", "1,3", "2", "", ",", '"1\n2",3'])
    rows = data.draw(st.lists(st.tuples(begins, ends), max_size=30))
    pieces = in_pieces([f"{begin}{end}\r\n" for begin, end in rows], [20, 40, 10])
    assert by_us(pieces, Dialect(",")) == by_csv(pieces, Dialect(","))


def test_cells_that_rows_have_in_common_are_the_same_objects() -> None:
    text = "".join(f"B-{number // 2},Olena,380671234567,SKU-{number % 3},Cup\n" for number in range(12))
    (rows,) = csv_rows(iter([text]), Dialect(","))
    assert rows[4][:3] == rows[5][:3]
    assert all(one is other for one, other in zip(rows[4][:3], rows[5][:3], strict=True))
    assert all(one is other for one, other in zip(rows[4][3:], rows[7][3:], strict=True))


@pytest.mark.parametrize("quoted", ["", '"'])
def test_a_line_longer_than_a_cell_may_be_is_refused_as_csv_reader_refuses_it(quoted: str) -> None:
    with pytest.raises(csv.Error):
        list(
            chain.from_iterable(
                csv_rows(iter([f"A,1\nB,{quoted}{'x' * (MAX_CELL + 1)}\nC,3\n"]), Dialect(","))
            )
        )


def test_a_long_line_of_short_cells_is_read() -> None:
    cells = ["abc"] * MAX_CELL
    assert list(chain.from_iterable(csv_rows(iter([",".join(cells) + "\n"]), Dialect(",")))) == [cells]
