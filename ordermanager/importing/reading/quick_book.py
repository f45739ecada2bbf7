"""A large XLSX workbook: its first rows at once, then all of it. Runs in the reader's child."""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.calamine_book import CalamineBook, rows_with_notes, say_hidden
from ordermanager.importing.reading.child_output import CHUNK, Refused
from ordermanager.importing.reading.merged_cells import Merged
from ordermanager.importing.reading.process_limits import allow_time
from ordermanager.importing.reading.xlsx_head import XlsxHead
from ordermanager.importing.reading.xml_parts import NotSimple
from ordermanager.importing.tables.table import LOOKED_AT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.reading.child_output import Output

LARGE = 4 << 20
"""Bytes of a sheet, unpacked; calamine reads smaller ones in a tenth of a second."""

STREAMED = 24 << 20
"""Bytes of a sheet, unpacked; calamine holds all cells of one at once, some four times as many bytes. A larger sheet is
read row by row instead (xlsx_rows.py), as quickly, in memory that does not grow with its rows.
"""

_MOST_SHEETS = 50
HEAD_ROWS = CHUNK
"""More than run.py looks at to recognise a table."""


class QuickBook:
    """Raises NotSimple or any error of the parsers where the workbook is small or odd: calamine reads it alone."""

    def __init__(self, stream: IO[bytes], quick: XlsxHead | None = None) -> None:
        self._stream = stream
        self._quick = quick or XlsxHead(stream)
        if self._quick.largest() < LARGE:
            raise NotSimple
        self.names = self._quick.names
        self.visible = self._quick.visible
        several = self.names[:_MOST_SHEETS] if len(self.names) > 1 else ()
        self._heads = {name: self._quick.rows(name, LOOKED_AT) for name in several}

    def head(self, sheet: str) -> list[list[str]]:
        """The first rows, where there are several sheets to choose from."""
        return self._heads[sheet]

    def currencies(self, sheet: str) -> dict[int, list[str]]:
        """Those of formats."""
        return self._quick.currencies(sheet)

    def send(self, sheet: str, output: Output) -> None:
        """The first rows, then whether all of the sheet begins like them, then the rest of it or all."""
        try:
            head = self._quick.rows(sheet, HEAD_ROWS)
        except Exception:  # whatever is wrong with the file, calamine names it
            self._stream.seek(0)
            CalamineBook(self._stream).send(sheet, output)
            return
        output.say(head=len(head))
        output.rows(head)
        whole = _Whole(head, output)
        if self._quick.size(sheet) > STREAMED:
            try:
                whole.send(self._streamed(sheet, output))
                return
            except (Refused, MemoryError, BrokenPipeError):
                raise
            except Exception:  # another one forgets the texts that cells share: calamine needs the memory
                self._quick = XlsxHead(self._stream)
        whole.send(self._from_calamine(sheet, output))

    def _streamed(self, sheet: str, output: Output) -> Iterator[list[str]]:
        """Every row, as it is read. Raises whatever is wrong with the file: calamine must judge it."""
        merged = Merged(self._quick.merged_areas(sheet))
        hidden: list[int] = []
        rows = self._quick.every_row(sheet, hidden)
        allow_time()
        marks = self._quick.marks(sheet)
        yield from rows_with_notes(rows, merged, marks, output)
        if not marks.hidden:  # of a sheet that was too large to be looked through before
            say_hidden(hidden, output)

    def _from_calamine(self, sheet: str, output: Output) -> Iterator[list[str]]:
        self._stream.seek(0)
        book = CalamineBook(self._stream, self._quick)
        if sheet not in book.names:
            raise ValueError("the two readers see different sheets")
        return book.rows(sheet, output)


class _Whole:
    """All rows of a sheet of which the first were sent."""

    def __init__(self, head: list[list[str]], output: Output) -> None:
        self._head: list[list[str]] | None = head
        self._output = output

    def send(self, rows: Iterator[list[str]]) -> None:
        """The rows that were not sent yet. Where the reader that gives them breaks off, another may begin."""
        if self._head is not None:
            self._confirm(rows, self._head)
        elif not self._output.follows(rows):
            raise Refused("differs")
        self._output.rows(rows)

    def _confirm(self, rows: Iterator[list[str]], head: list[list[str]]) -> None:
        read = [_stripped(cells) for cells in islice(rows, len(head))]
        is_same = read == head  # sending has stripped these
        self._output.say(again=not is_same)
        self._head = None
        if not is_same:
            self._output.take_back()
            self._output.rows(iter(read))


def _stripped(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
