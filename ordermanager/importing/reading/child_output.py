"""What the reader of workbooks tells its parent: lines of JSON and packed rows (child.py says which)."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        self.sent = 0

    def say(self, **values: Any) -> None:
        """A line of JSON."""
        self._stream.write(json.dumps(values, separators=(",", ":")).encode("ascii") + b"\n")
        self._stream.flush()

    def rows(self, rows: Iterable[list[str]]) -> None:
        """The next rows of the sheet, in messages of a bounded size. Raises Refused for cells and rows that
        are larger than any list of orders has.
        """
        from ordermanager.importing.reading.packed_rows import pack_row
        from ordermanager.importing.tables.table import MAX_CELL, MAX_COLUMNS

        chunk: list[str] = []
        size = 0
        number = self.sent
        for cells in rows:
            number += 1
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
                self._send(chunk)
                chunk, size = [], 0
        if chunk:
            self._send(chunk)

    def _send(self, rows: list[str]) -> None:
        from ordermanager.importing.reading.packed_rows import pack_rows

        content = pack_rows(rows)
        self.say(rows=self.sent + 1, bytes=len(content))
        self._stream.write(content)
        self._stream.flush()
        self.sent += len(rows)
