"""Tables in HTML and in SpreadsheetML 2003, which many shops export under the name .xls. Runs in the reader's
child.

Nothing is followed or evaluated: no links, pictures, styles, formulas or entities of the file's own.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from xml.parsers import expat

from ordermanager.importing.encodings import find_encoding

NamedRows = list[tuple[str, list[list[str]]]]

_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet "
_MOST_CELLS = 20_000_000
_MOST_SKIPPED = 2_000


def sheets_of_markup(kind: str, content: bytes) -> NamedRows:
    """Name and rows of every table. Raises ValueError or expat's errors where it breaks off."""
    if kind == "xml":
        return _SpreadsheetMl().read(content)
    encoding = find_encoding(content[: 8 << 20], whole=len(content) <= 8 << 20)
    parser = _Tables()
    parser.feed(content.decode(encoding.name, "replace"))
    parser.close()
    filled = sorted(
        parser.tables, key=len, reverse=True
    )  # the widest list of rows is the orders, the rest is decoration
    return [(str(number), rows) for number, rows in enumerate(filled, 1)]


class _Tables(HTMLParser):
    """Collects the cells' text of each table; spans leave blank cells so that columns stay in line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._open: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._end_cell()
            self._open.append([])
            self.tables.append(self._open[-1])
        elif tag == "tr":
            self._end_cell()
            if self._open:
                self._open[-1].append([])
        elif tag in ("td", "th") and self._open:
            self._end_cell()
            if not self._open[-1]:
                self._open[-1].append([])
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), 512) if span.isdecimal() else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table":
            self._end_cell()
            if self._open:
                self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open or not self._open[-1]:
            return
        row = self._open[-1][-1]
        row.append(" ".join("".join(self._cell).split()))
        row.extend([""] * (self._span - 1))
        self._cell = None
        self._cells += self._span
        if self._cells > _MOST_CELLS:
            raise MemoryError


class _SpreadsheetMl:
    """Worksheets of SpreadsheetML 2003; `ss:Index` leaves rows and cells out."""

    def __init__(self) -> None:
        self._sheets: NamedRows = []
        self._text: list[str] | None = None
        self._cells = 0

    def read(self, content: bytes) -> NamedRows:
        """All worksheets."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.EntityDeclHandler = _refuse_entities
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.Parse(content, True)
        return self._sheets

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(_SPREADSHEET)
        if tag == "Worksheet":
            self._sheets.append((attributes.get(_SPREADSHEET + "Name", str(len(self._sheets) + 1)), []))
        elif tag in ("Row", "Cell") and self._sheets:
            rows = self._sheets[-1][1]
            if tag == "Row":
                _skip_to(rows, attributes, list)
                rows.append([])
            elif rows:
                _skip_to(rows[-1], attributes, str)
                rows[-1].append("")
                self._cells += 1
                if self._cells > _MOST_CELLS:
                    raise MemoryError
        elif tag == "Data":
            self._text = []

    def _end(self, name: str) -> None:
        if name == _SPREADSHEET + "Data" and self._text is not None:
            rows = self._sheets[-1][1] if self._sheets else []
            if rows and rows[-1]:
                rows[-1][-1] = "".join(self._text).removesuffix("T00:00:00.000")
            self._text = None

    def _data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)


def _skip_to(things: list[Any], attributes: dict[str, str], blank: type[list[str] | str]) -> None:
    """Blank rows or cells up to `ss:Index`."""
    index = attributes.get(_SPREADSHEET + "Index", "")
    if index.isdecimal():
        missing = int(index) - 1 - len(things)
        if missing > _MOST_SKIPPED:
            raise MemoryError
        things.extend(blank() for _ in range(missing))


def _refuse_entities(*_: object) -> None:
    raise ValueError("entities of the file's own are not read")
