"""A large XLSX workbook: its first rows at once, all of it from calamine. Runs in the reader's child."""

from __future__ import annotations

from itertools import chain, islice
from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.calamine_book import CalamineBook
from ordermanager.importing.reading.child_output import CHUNK
from ordermanager.importing.reading.process_limits import allow_time
from ordermanager.importing.reading.xlsx_head import XlsxHead
from ordermanager.importing.reading.xml_parts import NotSimple
from ordermanager.importing.tables.table import LOOKED_AT

if TYPE_CHECKING:
    from ordermanager.importing.reading.child_output import Output

LARGE = 4 << 20
"""Bytes of a sheet, unpacked; calamine reads smaller ones in a tenth of a second."""

STREAMED = 160 << 20
"""Bytes of a sheet, unpacked; calamine holds all cells of one at once and would need more than the memory limit. Such
a sheet, of some 300,000 rows and more, is parsed row by row instead: four times as slow, in memory that does not grow.
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

    def send(self, sheet: str, output: Output) -> None:
        """The first rows, then whether calamine reads them alike, then the rest of them or all. A very large sheet is
        parsed on from its first rows instead.
        """
        is_streamed = self._quick.size(sheet) > STREAMED
        try:
            rows = self._quick.every_row(sheet) if is_streamed else iter(self._quick.rows(sheet, HEAD_ROWS))
            first = list(islice(rows, HEAD_ROWS))
        except Exception:  # whatever is wrong with the file, calamine names it
            self._stream.seek(0)
            CalamineBook(self._stream).send(sheet, output)
            return
        if is_streamed:
            allow_time()
            output.rows(chain(first, rows))
        else:
            self._send_compared(sheet, first, output)

    def _send_compared(self, sheet: str, head: list[list[str]], output: Output) -> None:
        output.say(head=len(head))
        output.rows(head)
        self._stream.seek(0)
        book = CalamineBook(self._stream, self._quick)
        if sheet not in book.names:
            raise ValueError("the two readers see different sheets")
        rows = book.rows(sheet, output)
        read = [_stripped(cells) for cells in islice(rows, len(head))]
        is_same = read == head  # sending has stripped these
        output.say(again=not is_same)
        if not is_same:
            output.sent = 0
            output.rows(iter(read))
        output.rows(rows)


def _stripped(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
