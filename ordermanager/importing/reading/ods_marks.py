"""What an ODS workbook shows and calamine does not say: zeros in front of codes, percentages, errors, hidden rows. Runs
in the reader's child.
"""

from __future__ import annotations

import re
import zipfile
from typing import IO

from ordermanager.importing.reading.currency_formats import ranked
from ordermanager.importing.reading.sheet_marks import MOST_BYTES, NO_MARKS, SheetMarks
from ordermanager.importing.reading.xml_parts import parser_of

_PART = "content.xml"
_WORTH = re.compile(
    rb'value-type="(?:percentage|error)"|visibility="(?:filter|collapse)"|value="\d+"[^>]*><text:p[^>]*>0\d'
).search
"""Most workbooks have none of this, and are not parsed once more."""

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE = f"{_URN}table:1.0 ", f"{_URN}office:1.0 "
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_KIND = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_CODE = re.compile(r"0\d+").fullmatch
_BEGIN = 1 << 19
_MOST = 1_000_000
"""So many cells are put right, and so many hidden rows are counted."""


class OdsMarks:
    """By sheet. Raises expat's or zipfile's errors for what cannot be read."""

    shows_numbers = False

    def __init__(self, stream: IO[bytes]) -> None:
        self._archive = zipfile.ZipFile(stream)
        self._found: dict[str, SheetMarks] | None = None

    def shown_numbers(self, _: str) -> dict[int, dict[int, str]]:
        """They are among the marks."""
        return {}

    def marks(self, sheet: str) -> SheetMarks:
        """What the text of a sheet says beside its values; nothing of a large workbook."""
        if self._found is None:
            is_small = self._archive.getinfo(_PART).file_size <= MOST_BYTES
            content = self._archive.read(_PART) if is_small else b""
            self._found = _marks_of(content) if _WORTH(content) else {}
        return self._found.get(sheet, NO_MARKS)

    def currencies(self, sheet: str) -> dict[int, list[str]]:
        """The currencies of the amounts in the first rows of a sheet, by column."""
        with self._archive.open(_PART) as stream:
            begin = stream.read(_BEGIN)
        if b'office:currency="' not in begin:
            return {}
        reader = _CurrencyReader(sheet)
        parser_of(reader.start, None, None).Parse(begin, False)
        return ranked(reader.found)


class _CurrencyReader:
    """Which cells of a sheet hold amounts of a currency."""

    def __init__(self, sheet: str) -> None:
        self.found: list[tuple[int, str]] = []
        self._sheet = sheet
        self._is_here = False
        self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == _TABLE + "table":
            self._is_here = attributes.get(_TABLE + "name", "") == self._sheet
        elif name == _TABLE + "table-row":
            self._column = 0
        elif name in _CELLS:
            if self._is_here and (code := attributes.get(_OFFICE + "currency", "")):
                self.found.append((self._column, code))
            self._column += int(attributes.get(_TABLE + "number-columns-repeated", "1"))


def _marks_of(content: bytes) -> dict[str, SheetMarks]:
    reader = _Reader()
    parser_of(reader.start, reader.end, reader.data).Parse(content, True)
    return reader.found


class _Reader:
    """What the XML parser tells becomes marks."""

    def __init__(self) -> None:
        self.found: dict[str, SheetMarks] = {}
        self._marks = NO_MARKS
        self._row = self._rows = self._column = self._columns = self._count = 0
        self._is_hidden = self._is_filled = self._in_note = False
        self._kind = self._value = ""
        self._text: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name in _CELLS:
            self._columns = int(attributes.get(_TABLE + "number-columns-repeated", "1"))
            self._kind = attributes.get(_OFFICE + "value-type", "")
            self._value = attributes.get(_OFFICE + "value", "")
            if attributes.get(_KIND) == "error":
                self._kind = "error"
            self._text = []
        elif name == _TABLE + "table-row":
            self._rows = int(attributes.get(_TABLE + "number-rows-repeated", "1"))
            self._is_hidden = attributes.get(_TABLE + "visibility", "") in ("filter", "collapse")
            self._is_filled = False
            self._column = 0
        elif name == _TABLE + "table":
            self._marks = self.found[attributes.get(_TABLE + "name", "")] = SheetMarks({}, {}, [], [])
            self._row = 0
        elif name == _OFFICE + "annotation":
            self._in_note = True

    def data(self, text: str) -> None:
        """Text of an element."""
        if self._text is not None and not self._in_note:
            self._text.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _CELLS:
            self._put("".join(self._text or ()).strip())
            self._text = None
            self._column += self._columns
        elif name == _TABLE + "table-row":
            if self._is_hidden and self._is_filled:
                hidden = self._marks.hidden
                hidden.extend(range(self._row + 1, self._row + 1 + min(self._rows, _MOST - len(hidden))))
            self._row += self._rows
        elif name == _OFFICE + "annotation":
            self._in_note = False

    def _put(self, text: str) -> None:
        self._is_filled = self._is_filled or bool(text)
        is_code = self._kind == "float" and _CODE(text) and text.lstrip("0") == self._value
        if not text or not (is_code or self._kind in ("percentage", "error")):
            return
        self._count += self._rows * self._columns
        if self._count <= _MOST:
            for row in range(self._row + 1, self._row + 1 + self._rows):
                columns = range(self._column, self._column + self._columns)
                self._marks.texts.setdefault(row, {}).update(dict.fromkeys(columns, text))
