"""A large XLSX workbook: its first rows at once, all of it from calamine. Runs in the reader's child."""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.calamine_book import CalamineBook
from ordermanager.importing.reading.process_limits import allow_time
from ordermanager.importing.reading.xlsx_head import NotSimple, XlsxHead

if TYPE_CHECKING:
    from ordermanager.importing.reading.child_output import Output

LARGE = 4 << 20
"""Bytes of a sheet, unpacked; calamine reads smaller ones in a tenth of a second."""

STREAMED = 160 << 20
"""Bytes of a sheet, unpacked; calamine holds all cells of one at once and would need more than the memory limit. Such
a sheet, of some 300,000 rows and more, is parsed row by row instead: four times as slow, in memory that does not grow.
"""

HEAD_ROWS = 1200
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
        self._heads = {name: self._quick.rows(name, HEAD_ROWS) for name in self.names[:50]}

    def head(self, sheet: str) -> list[list[str]]:
        """The first rows."""
        return self._heads[sheet]

    def send(self, sheet: str, output: Output) -> None:
        """The first rows, then whether calamine reads them alike, then the rest of them or all."""
        if self._quick.size(sheet) > STREAMED:
            allow_time()
            output.rows(self._quick.every_row(sheet))
            return
        head = self._heads.get(sheet, [])
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
