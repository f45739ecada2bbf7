"""The rows of a text as csv.reader gives them. Where no cell is quoted, lines are cut at their delimiters, which takes
half the time; and cells that a row has in common with one before it are the same objects, so that whoever compares or
looks them up is quick: most rows repeat the order of the row above, and a product that was there before.
"""

from __future__ import annotations

import csv
import io
from itertools import chain
from operator import length_hint
from typing import TYPE_CHECKING

from ordermanager.importing.tables.table import MAX_CELL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.importing.reading.dialect import Dialect
    from ordermanager.importing.reading.text_lines import Piece

_REMEMBERED = 10_000
"""Ends of lines."""

_AT_ONCE = 128
"""Rows: few enough to stay in the processor's memory."""

_WINDOW = MAX_CELL // 2

_NO_HEAD = "\n"
"""No line begins so."""


def csv_rows(pieces: Iterator[Piece], dialect: Dialect) -> Iterator[Iterable[list[str]]]:
    """Every row of a text, some at once: as a list where no cell is quoted, others as they are read. Raises csv.Error
    where a cell is too long, or is still open where the text ends.
    """
    cutter = _Cutter(dialect.delimiter)
    for piece in pieces:
        if isinstance(piece, str) and _is_plain(piece, dialect):
            lines = _lines(piece)
            for begin in range(0, len(lines), _AT_ONCE):
                yield cutter.rows(lines[begin : begin + _AT_ONCE])
        else:
            yield _quoted_rows(piece, pieces, dialect)


def _is_plain(text: str, dialect: Dialect) -> bool:
    """Whether nothing in it is quoted, and no line as long as a cell may be."""
    return (
        not (dialect.quote and dialect.quote in text)
        and not (dialect.escape and dialect.escape in text)
        and all(
            text.find("\n", begin, begin + _WINDOW) >= 0
            for begin in range(0, len(text) - _WINDOW + 1, _WINDOW)
        )
    )


def _quoted_rows(piece: Piece, following: Iterator[Piece], dialect: Dialect) -> Iterator[list[str]]:
    """The rows of a piece, and of those that follow as far as a cell reaches into them."""
    lines = _lines_of(piece)
    is_at_end = False

    def all_lines() -> Iterator[Iterator[str]]:
        nonlocal lines, is_at_end
        yield lines
        for piece in following:
            lines = _lines_of(piece)
            yield lines
        is_at_end = True

    for row in csv.reader(chain.from_iterable(all_lines()), **dialect.options()):
        if (
            is_at_end
        ):  # the text was at its end before this row was: its last cell began with a quotation mark
            raise csv.Error
        yield row
        if not length_hint(lines, 1):  # the row ends with its piece
            return


def _lines_of(piece: Piece) -> Iterator[str]:
    return iter(list(io.StringIO(piece, newline="")) if isinstance(piece, str) else piece)


class _Cutter:
    """Cuts lines that have no quoted cells. Rows of one order most often have their first `places` cells in common; how
    many these are tell two rows in turn that have the same first cell.
    """

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter
        self._places = 0
        self._begin: list[str] = []
        self._head = _NO_HEAD
        self._last: list[str] = []
        self._ends: dict[str, list[str]] = {}

    def rows(self, lines: list[str]) -> list[list[str]]:
        """The cells of each line; none of a blank line."""
        found: list[list[str]] = []
        add = found.append
        ends, delimiter = self._ends, self._delimiter
        places, begin, head = self._places, self._begin, self._head
        for line in lines:
            if line.startswith(head):
                rest = line[len(head) :]
                add(begin + (ends.get(rest) or self._end(rest)))
                continue
            cells = line.split(delimiter, places or -1)
            if not places and (places := self._repeated(cells)):
                cells = line.split(delimiter, places)
            if not places or len(cells) <= places:
                add(cells if line else [])
                continue
            rest = cells.pop()
            if begin and cells[0] == begin[0]:
                places = _same(begin, cells)
                cells = line.split(delimiter, places)
                rest = cells.pop()
            begin, head = cells, line[: -len(rest) or None]
            add(begin + (ends.get(rest) or self._end(rest)))
        self._places, self._begin, self._head = places, begin, head
        return found

    def _repeated(self, cells: list[str]) -> int:
        """How many cells this row begins with as the one before it did, not counting its last one."""
        last, self._last = self._last, cells.copy()
        return min(_same(last, cells), len(cells) - 1) if last else 0

    def _end(self, text: str) -> list[str]:
        """The cells of the end of a line."""
        if len(self._ends) >= _REMEMBERED:
            self._ends.clear()
        found = self._ends[text] = text.split(self._delimiter)
        return found


def _lines(text: str) -> list[str]:
    """The lines of a text, parted as io.StringIO parts them."""
    lines = text.splitlines()
    if text[-1:] == "\n" and len(lines) == text.count("\n"):
        return lines
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # no rarer sign ends a line
    return lines if lines[-1] else lines[:-1]


def _same(before: list[str], cells: list[str]) -> int:
    """How many cells of two rows are the same, from their beginning."""
    return next(
        (place for place, (one, other) in enumerate(zip(before, cells, strict=False)) if one != other),
        min(len(before), len(cells)),
    )
