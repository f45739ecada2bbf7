"""The reader of workbooks: a program of its own with memory and time limits, because three small hostile
files are known that end any process that reads them (faults.md 4.6).

`python -m ordermanager.importing.reading.child FORMAT [SHEET]` reads a workbook from standard input and writes lines
of JSON: first `{"sheets": …, "sheet": name, "why": …}`, then `{"rows": first number, "bytes": count}`, each
with so many bytes of packed rows behind it (packed_rows.py), `{"merged": …}` where cells are merged, at last
`{"end": true}`; or `{"error": code, …}` instead. For a large XLSX workbook `{"head": count}` stands before that
many first rows, and `{"again": true}` behind them where they are to be forgotten and come once more
(quick_book.py). It writes no file and opens no connection.
"""

from __future__ import annotations

import io
import json
import sys
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MEMORY = 1 << 30
CPU_SECONDS = 60
MOST_CPU_SECONDS = 900
"""For a sheet that is parsed row by row, a million of them."""

CHUNK = 1024
"""Rows in a message: few enough for the preview to come at once, many enough to cost little."""

CHUNK_CHARACTERS = 4 << 20
"""A message ends earlier where its rows are long."""


def limit_this_process() -> None:
    """Memory and processor time, by the kernel. Windows has no such limits for a process by itself; its
    parent's clock and the limits on the file's size stand in.
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, MOST_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def allow_time() -> None:
    """For a reader that takes long but never much memory."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))


def main(arguments: list[str]) -> int:
    """Read standard input; the exit code is 0 where the last line was written."""
    limit_this_process()
    # by their numbers: a packaged window has no sys.stdin and sys.stdout
    output = Output(open(1, "wb", closefd=False))  # noqa: SIM115 - open as long as the process
    try:
        from ordermanager.importing.reading.sheets import read_workbook

        with open(0, "rb", closefd=False) as workbook:
            seekable = workbook if workbook.seekable() else io.BytesIO(workbook.read())
            read_workbook(arguments[0], arguments[1] if len(arguments) > 1 else "", seekable, output)
        output.say(end=True)
    except Refused as refusal:
        output.say(**refusal.answer)
    except MemoryError:
        output.say(error="too_large")
    except BrokenPipeError:
        return 1
    except BaseException as error:  # calamine's panics do not derive from Exception
        output.say(error=_code(error))
    return 0


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


def _code(error: BaseException) -> str:
    kind = type(error).__name__
    if kind == "PasswordError" or "password" in str(error).lower():
        return "password"
    return "broken"


if __name__ == "__main__":
    # the module under its own name, so that a Refused of sheets.py is the one that main knows
    from ordermanager.importing.reading.child import main as own_main

    sys.exit(own_main(sys.argv[1:]))
