"""Hidden rows of the binary workbooks, XLS and XLSB, and the currencies in whose formats their numbers are shown, which
calamine does not tell of. Runs in the reader's child.

A pattern of the record of a hidden row is looked for first; only where it is found are the records taken one by one. Of
cells only the first are looked at. After [MS-CFB], [MS-XLS] 2.4.221 and [MS-XLSB] 2.4.718.
"""

from __future__ import annotations

import re
import struct
import zipfile
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.currency_formats import LOOKED_AT, currency_of_format, ranked
from ordermanager.importing.reading.sheet_marks import MOST_BYTES, NO_MARKS, SheetMarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_SECTOR_END = 0xFFFFFFFA
"""From here on numbers of sectors are none."""

_BOUNDSHEET, _ROW, _EOF, _BOF = 0x0085, 0x0208, 0x000A, 0x0809
_FORMAT, _XF = 0x041E, 0x00E0
_NUMBER, _RK, _FORMULA, _MULRK = 0x0203, 0x027E, 0x0006, 0x00BD
_HIDDEN_ROW = re.compile(rb"\x08\x02\x10\x00.{12}[\x20-\x3f\x60-\x7f\xa0-\xbf\xe0-\xff]", re.DOTALL).search
_IS_HIDDEN = 0x20

_BRT_ROW, _BRT_SHEET, _BRT_CELLS = 0, 156, range(1, 12)
_BRT_FORMAT, _BRT_XF, _BRT_CELL_XFS, _BRT_END_OF_CELL_XFS = 44, 47, 617, 618
_BRT_NUMBERS = (2, 5, 9)
_HIDDEN_BRT_ROW = re.compile(rb"\x00[\x11-\x7f].{11}[\x10-\x1f\x30-\x3f\x50-\x5f\x70-\x7f]", re.DOTALL).search
_IS_BRT_HIDDEN = 0x10
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class _Marks:
    """What both know, by sheet: hidden rows and currencies. `hidden` and `currencies` find them."""

    shows_numbers = False

    def __init__(
        self, hidden: Callable[[str], list[int]], currencies: Callable[[str], Iterable[tuple[int, str]]]
    ) -> None:
        self._hidden = hidden
        self._currencies = currencies

    def shown_numbers(self, _: str) -> dict[int, dict[int, str]]:
        """Nothing is known of these."""
        return {}

    def currencies(self, sheet: str) -> dict[int, list[str]]:
        """Those in which the first rows show the numbers of each column (from 0)."""
        return ranked(self._currencies(sheet))

    def marks(self, sheet: str) -> SheetMarks:
        """The hidden rows of a sheet with something in them."""
        return NO_MARKS._replace(hidden=self._hidden(sheet))


def marks_of_xls(stream: IO[bytes]) -> _Marks:
    """Those of an old workbook. Raises ValueError, IndexError or struct.error for what cannot be read."""
    book = _workbook_stream(stream.read(MOST_BYTES + 1))
    starts: dict[str, int] = {}
    codes: dict[int, str] = {}
    styles: list[int] = []
    for kind, begin, _ in _biff(book, 0):
        if kind == _FORMAT:
            number, count = struct.unpack_from("<HH", book, begin)
            codes[number] = _text_of(book, begin + 4, count)
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", book, begin + 2)[0])
        if kind == _BOUNDSHEET:
            name = _text_of(book, begin + 7, book[begin + 6])
            starts[name] = struct.unpack_from("<I", book, begin)[0]
    by_style = _of_styles(styles, codes)

    def hidden(sheet: str) -> list[int]:
        if sheet not in starts or not _HIDDEN_ROW(book, starts[sheet]):
            return []
        found = []
        for kind, begin, size in _biff(book, starts[sheet]):
            if kind == _ROW and size >= 14:
                row, first, behind = struct.unpack_from("<HHH", book, begin)
                if book[begin + 12] & _IS_HIDDEN and behind > first:
                    found.append(row + 1)
        return found

    def currencies(sheet: str) -> Iterable[tuple[int, str]]:
        return _biff_currencies(book, starts[sheet], by_style) if by_style and sheet in starts else ()

    return _Marks(hidden, currencies)


def _biff_currencies(book: bytes, start: int, by_style: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """The column and the currency of each of the first cells that are shown with one."""
    for kind, begin, size in _biff(book, start):
        if begin > start + LOOKED_AT:
            return
        if kind in (_NUMBER, _RK, _FORMULA):
            cells = [struct.unpack_from("<HH", book, begin + 2)]
        elif kind == _MULRK:
            first = struct.unpack_from("<H", book, begin + 2)[0]
            places = range((size - 6) // 6)
            cells = [
                (first + place, *struct.unpack_from("<H", book, begin + 4 + 6 * place)) for place in places
            ]
        else:
            continue
        yield from ((column, by_style[style]) for column, style in cells if style in by_style)


def _of_styles(styles: Iterable[int], codes: Mapping[int, str]) -> dict[int, str]:
    """The currency of each style (from 0) whose format names one."""
    shown = {number: currency_of_format(code) for number, code in codes.items()}
    return {place: code for place, number in enumerate(styles) if (code := shown.get(number, ""))}


def _text_of(book: bytes, begin: int, count: int) -> str:
    """A text of so many letters behind the byte that says how wide they are."""
    is_wide = book[begin] & 1
    text = book[begin + 1 : begin + 1 + count * (1 + is_wide)]
    return text.decode("utf-16-le" if is_wide else "latin-1")


def _biff(book: bytes, begin: int) -> Iterator[tuple[int, int, int]]:
    """The records of one sheet or of the globals: kind, place and size of what is in them. A chart has its own."""
    depth = 0
    while begin + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, begin)
        begin += 4
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, begin, size
        begin += size


def _workbook_stream(data: bytes) -> bytes:
    """The stream of the workbook in an OLE2 container."""
    if len(data) > MOST_BYTES:
        raise ValueError("larger than what is looked through")
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    if sector not in (512, 4096):
        raise ValueError("no size of sectors")
    directory, _, _, _, _, difat, difats = struct.unpack_from("<7I", data, 48)
    tables = list(struct.unpack_from("<109I", data, 76))
    while difat < _SECTOR_END and difats > 0:
        *more, difat = struct.unpack_from(f"<{sector // 4}I", data, (difat + 1) * sector)
        tables += more
        difats -= 1
    table: list[int] = []
    for each in tables:
        if each < _SECTOR_END:
            table += struct.unpack_from(f"<{sector // 4}I", data, (each + 1) * sector)

    def chain(at: int) -> bytes:
        parts, left = [], len(table)
        while at < _SECTOR_END and left:
            parts.append(data[(at + 1) * sector : (at + 2) * sector])
            at, left = table[at], left - 1
        return b"".join(parts)

    entries = chain(directory)
    for place in range(0, len(entries) - 127, 128):
        name = entries[place : place + 64].decode("utf-16-le", "replace").partition("\0")[0]
        if name.casefold() in ("workbook", "book"):
            start, size = struct.unpack_from("<II", entries, place + 116)
            return chain(start)[:size]
    raise ValueError("no workbook in it")


def marks_of_xlsb(stream: IO[bytes]) -> _Marks:
    """Those of a binary workbook. Raises zipfile's errors, KeyError, ValueError, IndexError or struct.error."""
    archive = zipfile.ZipFile(stream)
    relations = archive.read("xl/_rels/workbook.bin.rels").decode("utf-8", "replace")
    targets = {}
    for each in re.findall(r"<Relationship\s[^>]*>", relations):
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', each))
        targets[attributes.get("Id", "")] = attributes.get("Target", "")
    parts = {}
    book = archive.read("xl/workbook.bin")
    for kind, begin, _ in _brts(book):
        if kind == _BRT_SHEET:
            relation, behind = _wide(book, begin + 8)
            parts[_wide(book, behind)[0]] = "xl/" + targets.get(relation, "").removeprefix("/xl/")

    def hidden(sheet: str) -> list[int]:
        part = parts.get(sheet, "")
        if not part or archive.getinfo(part).file_size > MOST_BYTES:
            return []
        content = archive.read(part)
        return list(_hidden_in(content)) if _HIDDEN_BRT_ROW(content) else []

    by_style = _styles_of_xlsb(archive)

    def currencies(sheet: str) -> Iterator[tuple[int, str]]:
        part = parts.get(sheet, "")
        if not part or not by_style:
            return
        with archive.open(part) as stream:
            content = stream.read(LOOKED_AT)
        with suppress(IndexError):  # the last record is cut
            for kind, begin, _ in _brts(content):
                if kind in _BRT_NUMBERS and begin + 8 <= len(content):
                    column, style = struct.unpack_from("<II", content, begin)
                    if code := by_style.get(style & 0xFFFFFF):
                        yield column, code

    return _Marks(hidden, currencies)


def _styles_of_xlsb(archive: zipfile.ZipFile) -> dict[int, str]:
    if "xl/styles.bin" not in archive.namelist() or archive.getinfo("xl/styles.bin").file_size > MOST_BYTES:
        return {}
    content = archive.read("xl/styles.bin")
    codes: dict[int, str] = {}
    styles: list[int] = []
    is_of_cells = False
    for kind, begin, _ in _brts(content):
        if kind == _BRT_FORMAT:
            codes[struct.unpack_from("<H", content, begin)[0]] = _wide(content, begin + 2)[0]
        elif kind in (_BRT_CELL_XFS, _BRT_END_OF_CELL_XFS):
            is_of_cells = kind == _BRT_CELL_XFS
        elif kind == _BRT_XF and is_of_cells:
            styles.append(struct.unpack_from("<H", content, begin + 2)[0])
    return _of_styles(styles, codes)


def _hidden_in(content: bytes) -> Iterator[int]:
    row = 0
    for kind, begin, size in _brts(content):
        if kind == _BRT_ROW and size >= 12:
            is_hidden = content[begin + 11] & _IS_BRT_HIDDEN
            row = struct.unpack_from("<I", content, begin)[0] + 1 if is_hidden else 0
        elif row and kind in _BRT_CELLS:
            yield row
            row = 0


def _brts(content: bytes) -> Iterator[tuple[int, int, int]]:
    at, end = 0, len(content)
    while at < end:
        kind = content[at]
        at += 1
        if kind > 0x7F:
            kind = kind & 0x7F | content[at] << 7
            at += 1
        size = shift = 0
        while True:
            byte = content[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift > 21:
                break
        yield kind, at, size
        at += size


def _wide(content: bytes, at: int) -> tuple[str, int]:
    behind = at + 4 + 2 * struct.unpack_from("<I", content, at)[0]
    return content[at + 4 : behind].decode("utf-16-le", "replace"), behind
