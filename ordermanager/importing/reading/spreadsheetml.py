"""Worksheets of SpreadsheetML 2003: `ss:Index` leaves rows and cells out, `ss:MergeDown` merges them."""

from __future__ import annotations

from xml.parsers import expat

from ordermanager.importing.reading.cell_text import number_text
from ordermanager.importing.reading.child_output import Refused
from ordermanager.importing.reading.markup_sheet import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MarkupSheet

_SS = "urn:schemas-microsoft-com:office:spreadsheet "
_VISIBLE = "urn:schemas-microsoft-com:office:excel Visible"


def sheets_of_xml(content: bytes) -> list[MarkupSheet]:
    """All worksheets. Raises expat's errors where the file breaks off, Refused for entities of its own."""
    return _Worksheets().read(content)


class _Worksheets:
    def __init__(self) -> None:
        self._sheets: list[MarkupSheet] = []
        self._text: list[str] | None = None
        self._kind = ""
        self._in_comment = False
        self._cells = 0
        self._next_column = 0

    def read(self, content: bytes) -> list[MarkupSheet]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.EntityDeclHandler = _refuse_entities
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.Parse(content, True)
        return self._sheets

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(_SS)
        if tag == "Worksheet":
            self._sheets.append(MarkupSheet(self._free_name(attributes.get(_SS + "Name", ""))))
        elif tag == "Comment":
            self._in_comment = True
        elif not self._sheets:
            return
        elif tag == "Row":
            rows = self._sheets[-1].rows
            rows.extend([] for _ in range(_missing(attributes, len(rows), MOST_ROWS)))
            rows.append([])
            self._next_column = 0
        elif tag == "Cell" and self._sheets[-1].rows:
            self._add_cell(attributes)
        elif name == _VISIBLE or (tag == "Data" and not self._in_comment):
            self._text = []
            self._kind = attributes.get(_SS + "Type", "")

    def _add_cell(self, attributes: dict[str, str]) -> None:
        sheet = self._sheets[-1]
        row = sheet.rows[-1]
        row.extend([""] * (self._next_column - len(row)))
        row.extend([""] * _missing(attributes, len(row), MOST_COLUMNS))
        across = _number(attributes.get(_SS + "MergeAcross", ""), MOST_COLUMNS)
        down = _number(attributes.get(_SS + "MergeDown", ""), MOST_ROWS)
        top, left = len(sheet.rows) - 1, len(row)
        row.append("")
        self._next_column = left + across + 1
        if across or down:
            sheet.merged.append(((top, left), (top + down, left + across)))
        self._cells += self._next_column
        if self._cells > MOST_CELLS:
            raise MemoryError

    def _end(self, name: str) -> None:
        if name == _SS + "Comment":
            self._in_comment = False
        if self._text is None:
            return
        if name == _SS + "Data":
            rows = self._sheets[-1].rows
            if rows and rows[-1]:
                rows[-1][-1] = _exact("".join(self._text), self._kind)
            self._text = None
        elif name == _VISIBLE:
            self._sheets[-1].hidden = "Hidden" in "".join(self._text)
            self._text = None

    def _data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _free_name(self, name: str) -> str:
        taken = {sheet.name for sheet in self._sheets}
        return name if name and name not in taken else str(len(self._sheets) + 1)


def _exact(text: str, kind: str) -> str:
    """Dates and numbers as in every other workbook."""
    if kind == "DateTime":
        text = text.removesuffix(".000").removesuffix("T00:00:00").removeprefix("1899-12-31T")
        return text.replace("T", " ", 1)
    if kind == "Number" and not text.isdecimal():
        try:
            return number_text(float(text)) or text
        except ValueError:
            return text
    if kind == "Boolean":
        return {"1": "TRUE", "0": "FALSE"}.get(text, text)
    return text


def _missing(attributes: dict[str, str], there: int, most: int) -> int:
    """How many rows or cells `ss:Index` leaves out."""
    index = attributes.get(_SS + "Index", "")
    missing = _number(index, most + 1) - 1 - there if index else 0
    if missing >= most:
        raise MemoryError
    return max(missing, 0)


def _number(text: str, most: int) -> int:
    return min(int(text[:9]), most) if text.isdecimal() else 0


def _refuse_entities(*_: object) -> None:
    raise Refused("entities")
