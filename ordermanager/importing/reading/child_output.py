"""What the reader of workbooks tells its parent: lines of JSON and packed rows (child.py says which)."""

from __future__ import annotations

import json
from itertools import islice
from typing import IO, TYPE_CHECKING, Any
from zlib import crc32

from ordermanager.importing.reading.packed_rows import ROW_END, pack_row, pack_rows
from ordermanager.importing.tables.table import MAX_CELL, MAX_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 1200
"""Rows in a message: as many as a table is recognised by and shown from, so that its preview comes with the first."""

CHUNK_CHARACTERS = 4 << 20
"""A message ends earlier where its rows are long."""


class Refused(Exception):
    """The workbook was understood but will not be read."""

    def __init__(self, error: str, **values: object) -> None:
        self.answer = {"error": error, **values}
        super().__init__(error)


class Output:
    """What the parent gets. `sent` counts the rows that it has."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.take_back()

    def take_back(self) -> None:
        """The parent forgets the rows that it has."""
        self.sent = 0
        self._sum = 0  # of their bytes

    def say(self, **values: Any) -> None:
        """A line of JSON."""
        self._stream.write(json.dumps(values, separators=(",", ":")).encode("ascii") + b"\n")
        self._stream.flush()

    def rows(self, rows: Iterable[list[str]]) -> None:
        """The next rows of the sheet, in messages of a bounded size. Raises Refused for cells and rows that
        are larger than any list of orders has.
        """
        for packed in _packed(rows, self.sent):
            self._send(packed)

    def follows(self, rows: Iterator[list[str]]) -> bool:
        """Whether these begin with the rows that were sent; so many are taken of them."""
        count = found = 0
        for packed in _packed(islice(rows, self.sent), 0):
            count += len(packed)
            found = _sum(pack_rows(packed), found)
        return (count, found) == (self.sent, self._sum)

    def _send(self, rows: list[str]) -> None:
        content = pack_rows(rows)
        self.say(rows=self.sent + 1, bytes=len(content))
        self._stream.write(content)
        self._stream.flush()
        self.sent += len(rows)
        self._sum = _sum(content, self._sum)


def _packed(rows: Iterable[list[str]], sent: int) -> Iterator[list[str]]:
    """Packed rows, as many as a message has. Raises Refused."""
    chunk: list[str] = []
    size = 0
    for number, cells in enumerate(rows, sent + 1):
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MAX_COLUMNS:
            raise Refused("too_wide", row=number)
        text = pack_row(cells)
        if len(text) > MAX_CELL:
            for column, cell in enumerate(cells):
                if len(cell) > MAX_CELL:
                    raise Refused("cell", row=number, column=column)
        chunk.append(text)
        size += len(text)
        if len(chunk) == CHUNK or size > CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _sum(content: bytes, before: int) -> int:
    """Of packed rows, however many came together, without blanks: calamine leaves out those around some texts."""
    return crc32(ROW_END.encode(), crc32(content.translate(None, b" \t\r\n"), before))
