"""Hidden rows of the binary workbooks, XLS and XLSB, which calamine does not tell of. Runs in the reader's child.

A pattern of the record of a hidden row is looked for first; only where it is found are the records taken one by one.
After [MS-CFB], [MS-XLS] 2.4.221 and [MS-XLSB] 2.4.718.
"""

from __future__ import annotations

import re
import struct
import zipfile
from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.sheet_marks import MOST_BYTES, NO_MARKS, SheetMarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SECTOR_END = 0xFFFFFFFA
"""From here on numbers of sectors are none."""

_BOUNDSHEET, _ROW, _EOF, _BOF = 0x0085, 0x0208, 0x000A, 0x0809
_HIDDEN_ROW = re.compile(rb"\x08\x02\x10\x00.{12}[\x20-\x3f\x60-\x7f\xa0-\xbf\xe0-\xff]", re.DOTALL).search
_IS_HIDDEN = 0x20

_BRT_ROW, _BRT_SHEET, _BRT_CELLS = 0, 156, range(1, 12)
_HIDDEN_BRT_ROW = re.compile(rb"\x00[\x11-\x7f].{11}[\x10-\x1f\x30-\x3f\x50-\x5f\x70-\x7f]", re.DOTALL).search
_IS_BRT_HIDDEN = 0x10
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class _HiddenRows:
    """What both know: nothing but hidden rows, by sheet. `hidden` finds them."""

    shows_numbers = False

    def __init__(self, hidden: Callable[[str], list[int]]) -> None:
        self._hidden = hidden

    def shown_numbers(self, _: str) -> dict[int, dict[int, str]]:
        """Nothing is known of these."""
        return {}

    def currencies(self, _: str) -> dict[int, list[str]]:
        """Nothing is known of these."""
        return {}

    def marks(self, sheet: str) -> SheetMarks:
        """The hidden rows of a sheet with something in them."""
        return NO_MARKS._replace(hidden=self._hidden(sheet))


def marks_of_xls(stream: IO[bytes]) -> _HiddenRows:
    """Those of an old workbook. Raises ValueError, IndexError or struct.error for what cannot be read."""
    book = _workbook_stream(stream.read(MOST_BYTES + 1))
    starts = {}
    for kind, begin, size in _biff(book, 0):
        if kind == _BOUNDSHEET:
            count, is_wide = book[begin + 6], book[begin + 7] & 1
            name = book[begin + 8 : begin + min(8 + count * (1 + is_wide), size)]
            starts[name.decode("utf-16-le" if is_wide else "latin-1")] = struct.unpack_from(
                "<I", book, begin
            )[0]

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

    return _HiddenRows(hidden)


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


def marks_of_xlsb(stream: IO[bytes]) -> _HiddenRows:
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

    return _HiddenRows(hidden)


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
