"""The tables of a web page that a shop named .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ordermanager.importing.reading.encodings import Encoding, find_encoding, text_codec
from ordermanager.importing.reading.markup_sheet import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MarkupSheet

_EXAMINED = 8 << 20
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_EXPONENT = re.compile(r"-?\d+(?:[.,]\d+)?[eE][+-]?\d+")


def tables_of_page(content: bytes) -> list[MarkupSheet]:
    """Every table that has rows, in the order of the page, named by its number."""
    parser = _Tables()
    parser.feed(content.decode(_encoding(content).name, "replace"))
    parser.close()
    found = [table for table in parser.tables if table.rows]
    for number, table in enumerate(found, 1):
        table.name = str(number)
    return found


def _encoding(content: bytes) -> Encoding:
    """As the bytes say where they can be only that; else as the page says of itself; else a guess."""
    found = find_encoding(content[:_EXAMINED], whole=len(content) <= _EXAMINED)
    declared = _DECLARED.search(content[:8192])
    if found.guessed and declared and (name := text_codec(declared[1].decode("ascii"))):
        return Encoding(name)
    return found


class _Tables(HTMLParser):
    """Collects the cells' text of each table. Cells over several columns leave blank ones behind them, so that
    columns stay in line; those over several rows say the same in each (merged_cells.py).
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[MarkupSheet] = []
        self._open: list[MarkupSheet] = []
        self._rows_down: list[dict[int, tuple[int, int]]] = []
        self._text: list[str] | None = None
        self._spans = (1, 1)
        self._exact = ""
        self._skipped = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._end_cell()
            self._open.append(MarkupSheet(""))
            self._rows_down.append({})
            self.tables.append(self._open[-1])
        elif tag == "tr":
            self._end_cell()
            self._start_row()
        elif tag in ("td", "th") and self._open:
            self._end_cell()
            if not self._open[-1].rows:
                self._start_row()
            self._text = []
            given = dict(attrs)
            self._spans = (
                _count(given.get("colspan"), MOST_COLUMNS),
                _count(given.get("rowspan"), MOST_ROWS),
            )
            self._exact = given.get("x:num") or ""
        elif tag == "br" and self._text is not None:
            self._text.append(" ")
        elif tag in ("script", "style"):
            self._skipped += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") or tag == "tr":
            self._end_cell()
        elif tag == "table":
            self._end_cell()
            if self._open:
                self._open.pop()
                self._rows_down.pop()
        elif tag in ("script", "style"):
            self._skipped = max(0, self._skipped - 1)

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._skipped:
            self._text.append(data)

    def _start_row(self) -> None:
        if not self._open:
            return
        self._open[-1].rows.append([])
        down = self._rows_down[-1]
        for column, (left, width) in list(down.items()):
            if left > 1:
                down[column] = left - 1, width
            else:
                del down[column]
        self._count(1)
        self._step_over()

    def _step_over(self) -> None:
        """Blank cells where cells from the rows above reach down."""
        row, down = self._open[-1].rows[-1], self._rows_down[-1]
        while len(row) in down:
            self._add_blanks(row, down[len(row)][1])

    def _end_cell(self) -> None:
        if self._text is None or not self._open or not self._open[-1].rows:
            self._text = None
            return
        rows = self._open[-1].rows
        row = rows[-1]
        self._step_over()
        text = " ".join("".join(self._text).split())
        if self._exact and _EXPONENT.fullmatch(text):
            text = self._exact  # Excel's page shows 3,8E+11 and keeps the number beside it
        width, height = self._spans
        if height > 1:
            top, left = len(rows) - 1, len(row)
            self._rows_down[-1][left] = height, width
            self._open[-1].merged.append(((top, left), (top + height - 1, left + width - 1)))
        row.append(text)
        self._add_blanks(row, width - 1)
        self._text = None
        self._count(1)
        self._step_over()

    def _add_blanks(self, row: list[str], count: int) -> None:
        row.extend([""] * count)
        self._count(count)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise MemoryError


def _count(given: str | None, most: int) -> int:
    """A span as browsers read it: a number from 1."""
    text = (given or "").strip()
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 9 else 1
