"""Every row of a large XLSX sheet, as its text is inflated: by patterns where that is as usual (xlsx_stream.py), else
by the XML parser. Runs in the reader's child.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.sheet_marks import hidden_rows
from ordermanager.importing.reading.xlsx_stream import MOST_COLUMNS, Pieces, RowReader, Unusual, column_number
from ordermanager.importing.reading.xml_parts import MAIN, NotSimple, parse, parser_of

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.importing.reading.merged_cells import Corner
    from ordermanager.importing.reading.xlsx_stream import Say

MOST_ROWS = 1_048_576
"""A sheet cannot have more."""

_PIECE = 1 << 20
_ROWS_END = b"</sheetData>"
_AREA = re.compile(r"([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)")
_REFERENCE = re.compile(r"([A-Z]{1,3})\d+")
_END = re.compile(rb"\s*(?:<row [^>]*/>\s*)*</sheetData>")


def every_row(
    archive: zipfile.ZipFile, part: str, say: Say, shared: Sequence[str], hidden: list[int]
) -> Iterator[list[str]]:
    """All rows, blank ones too; `hidden` gets the numbers of hidden ones. Raises NotSimple, expat's or zipfile's errors
    for what cannot be read.
    """
    done = 0
    for number, cells in _numbered(archive, part, say, shared, hidden):
        if number <= done:
            raise NotSimple
        if number > MOST_ROWS:
            return
        for _ in range(number - done - 1):
            yield []
        yield cells
        done = number


def _numbered(
    archive: zipfile.ZipFile, part: str, say: Say, shared: Sequence[str], hidden: list[int]
) -> Iterator[tuple[int, list[str]]]:
    with archive.open(part) as stream:
        pieces = _pieces(stream)
        if pieces is None:
            yield from enumerate(parsed_rows(archive, part, say), 1)
            return
        reader = RowReader(say, shared)
        number = 0
        rest = _noting(pieces, hidden)
        for piece in rest:
            try:
                rows = reader.rows(piece)
            except Unusual:
                if b"<!" in piece or b"<?" in piece:  # may go on in the next one
                    yield from enumerate(_parsed_on(pieces.head + piece, rest, say, number), number + 1)
                    if _ROWS_END not in pieces.tail:
                        raise NotSimple from None
                    return
                rows = list(enumerate(_parsed_piece(pieces.head, piece, say, number), number + 1))
            yield from rows
            number = rows[-1][0]
        if not _END.match(pieces.tail):
            raise NotSimple


def _noting(pieces: Iterable[bytes], hidden: list[int]) -> Iterator[bytes]:
    for piece in pieces:
        hidden += hidden_rows(piece)
        yield piece


def _pieces(stream: IO[bytes]) -> Pieces | None:
    """A sheet cut behind its rows, where it begins as usual."""
    try:
        pieces = Pieces(stream, b"<row ", b"</row>")
    except Unusual:
        return None
    is_usual = pieces.head.rstrip().endswith(b"<sheetData>") and b"<!" not in pieces.head
    return pieces if is_usual else None


def merged_areas(archive: zipfile.ZipFile, part: str) -> list[tuple[Corner, Corner]]:
    """The merged cells of a sheet, which stand behind its rows: first and last row and column of each, from 0."""
    found: list[tuple[Corner, Corner]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == MAIN + "mergeCell" and (area := _AREA.fullmatch(attributes.get("ref", ""))):
            left, top, right, bottom = area.groups()
            found.append(((int(top) - 1, column_number(left)), (int(bottom) - 1, column_number(right))))

    parser = parser_of(start, None, None)
    with archive.open(part) as stream:
        try:
            pieces = Pieces(stream, b"<sheetData>", _ROWS_END)
        except Unusual:
            return []
        held = pieces.tail
        while (at := held.find(_ROWS_END)) < 0 and (piece := stream.read(_PIECE)):
            held = held[-len(_ROWS_END) :] + piece
        tail = held[at:] + stream.read() if at >= 0 else b""
    if b"<mergeCell" in tail:
        parser.Parse(pieces.head + b"<sheetData>" + tail, True)
    return found


def parsed_rows(archive: zipfile.ZipFile, part: str, say: Say, limit: int = MOST_ROWS) -> Iterator[list[str]]:
    """The first rows of a sheet, blank ones too, as the XML parser reads them."""
    reader = _SheetReader(limit, say)
    for _ in parse(archive, part, reader.start, reader.end, reader.data):
        yield from reader.finished()
        if reader.is_full:
            break
    yield from reader.rows


def _parsed_piece(head: bytes, piece: bytes, say: Say, done: int) -> list[list[str]]:
    """The rows of a piece. `done`: how many stand before it."""
    reader = _SheetReader(MOST_ROWS, say, done)
    parser = parser_of(reader.start, reader.end, reader.data)
    parser.Parse(head + piece + b"</sheetData>", False)
    if not reader.is_full:
        raise NotSimple
    return reader.rows


def _parsed_on(begin: bytes, pieces: Iterator[bytes], say: Say, done: int) -> Iterator[list[str]]:
    """The rows of a piece with the head before it, and of all pieces behind it."""
    reader = _SheetReader(MOST_ROWS, say, done)
    parser = parser_of(reader.start, reader.end, reader.data)
    parser.Parse(begin, False)
    for more in pieces:
        yield from reader.finished()
        parser.Parse(more, False)
    yield from reader.rows


class _SheetReader:
    """What the XML parser tells of a sheet becomes rows, up to `limit`. `done`: so many were read before."""

    def __init__(self, limit: int, say: Say, done: int = 0) -> None:
        self.rows: list[list[str]] = []
        self.is_full = False
        self._done = done  # rows that were handed out
        self._columns: dict[str, int] = {}  # by letters
        self._limit = limit
        self._say = say
        self._kind = self._style = ""
        self._value: list[str] | None = None
        self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.is_full:
            return
        if name == MAIN + "c":
            letters = attributes.get("r", "").rstrip("0123456789")
            if letters in self._columns:
                self._column = self._columns[letters]
            elif found := _REFERENCE.fullmatch(attributes.get("r", "")):
                self._column = self._columns[letters] = column_number(found[1])
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._add("")
        elif name in (MAIN + "v", MAIN + "t"):
            self._value = []
        elif name == MAIN + "row":
            read = self._done + len(self.rows)
            number = int(attributes.get("r", read + 1))
            if number <= read:
                raise NotSimple
            if number > self._limit:
                self.is_full = True
            self.rows.extend([] for _ in range(min(number, self._limit) - read))
            self._column = 0

    def finished(self) -> list[list[str]]:
        """The rows to which nothing is added any more; they are forgotten here."""
        if len(self.rows) < 2:
            return []
        finished, self.rows = self.rows[:-1], self.rows[-1:]
        self._done += len(finished)
        return finished

    def data(self, text: str) -> None:
        """Text of an element."""
        if self._value is not None:
            self._value.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._value is not None and name in (MAIN + "v", MAIN + "t"):
            self.rows[-1][self._column] += self._say(self._kind, self._style, "".join(self._value))
            self._value = None
        elif name == MAIN + "c":
            self._column += 1
        elif name == MAIN + "sheetData":
            self.is_full = True

    def _add(self, text: str) -> None:
        row = self.rows[-1]
        if not len(row) <= self._column < MOST_COLUMNS:
            raise NotSimple
        row.extend([""] * (self._column - len(row)))
        row.append(text)
