"""Workbooks, read by a child process (child.py) that may die of a hostile file while this one goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from itertools import chain, dropwhile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import ReadError
from ordermanager.importing.reading.sheet_notes import of_choice
from ordermanager.importing.reading.source import os_error
from ordermanager.importing.reading.workbook_rows import WorkbookRows, read_differently
from ordermanager.importing.reading.zip_check import too_large
from ordermanager.importing.tables.table import ALL_SHEETS, Format, Handed, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from io import BufferedReader

    from ordermanager.importing.reading.source import Source
    from ordermanager.importing.tables.table import ReadOptions, Row

WALL_SECONDS = 120
"""Longest silence of the child: its processor time is limited by the kernel, a stalled network share is
not.
"""

MAX_BYTES = 200 * 1024**2
"""Largest workbook file; it stands in the child's memory beside what is unpacked from it."""

KEPT_ROWS = 2048
"""First rows of a sheet that stay in memory."""

_PIECE = 1 << 16


class WorkbookReader(WorkbookRows):
    """A running child and what it says. `close()` ends the child at any time."""

    def __init__(
        self, source: Source, kind: Format, sheet: str, note: Callable[[Sentence], None] = lambda _: None
    ) -> None:
        stamp = source.stamp()
        if stamp[0] > MAX_BYTES:
            raise too_large(source.name)
        with _as_file(source) as stream:
            self._child = _started([*child_command(), kind.value, sheet], stream, source.name)
        self._pipe = cast("BufferedReader", self._child.stdout)
        super().__init__(source, self._pipe, note)
        self._stamp = stamp  # as it was before the child began to read
        self._heard = time.monotonic()
        self._waiting = True
        self._stalled = False
        self._done = threading.Event()
        self._end = weakref.finalize(self, _end, self._child, self._done)
        watch = weakref.WeakMethod(self._is_stalled)
        threading.Thread(target=_watch, args=(watch, self._child, self._done), daemon=True).start()
        first = self._line()
        self.sheets: tuple[str, ...] = tuple(first["sheets"])
        self.alike: tuple[str, ...] = tuple(first["alike"] if len(first["alike"]) > 1 else ())
        self.currencies = {int(at): tuple(codes) for at, codes in first.get("currencies", {}).items()}
        self.sheet: str = ALL_SHEETS if self._reads_all(sheet) else first["sheet"]
        if kind is Format.HTML and not self.sheets:
            self.close()
            raise ReadError(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "{file} is a web page without a table, perhaps one to sign in. Download the export again.",
                ),
                file=source.name,
            )
        for sentence in of_choice(self.sheet, first["sheets"], first["visible"], self.alike, first["why"]):
            note(sentence)

    def close(self) -> None:
        """End the child."""
        self._end()

    def said(self) -> bytes:
        """What the child says next, for somebody who understands it as `WorkbookRows`; empty at its end."""
        return self._waited(lambda: self._pipe.read1(_PIECE))

    def _waited(self, ask: Callable[[], bytes]) -> bytes:
        """What the child says, while the clock of its silence runs."""
        self._heard, self._waiting = time.monotonic(), True
        try:
            return ask()
        except ValueError:  # closed by another thread: reading was given up
            return b""
        finally:
            self._waiting = False

    def _reads_all(self, sheet: str) -> bool:
        return sheet == ALL_SHEETS and bool(self.alike)

    def _is_stalled(self) -> bool:
        self._stalled = self._stalled or (self._waiting and time.monotonic() - self._heard > WALL_SECONDS)
        return self._stalled


def _started(command: list[str], stream: IO[bytes], name: str) -> subprocess.Popen[bytes]:
    try:
        return start_child(command, stream)
    except OSError as error:
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} cannot be read: the part of the program that reads workbooks does not start ({why}). "
                "Save the file as CSV and import that.",
            ),
            file=name,
            why=error.strerror or str(error),
        ) from error


def start_child(command: list[str], stream: IO[bytes] | int) -> subprocess.Popen[bytes]:
    """A child of ours that reads this and says something on its standard output. Raises OSError."""
    return subprocess.Popen(  # noqa: S603 - our own program, no shell
        command,
        env=child_environment(),
        stdin=stream,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def child_command() -> list[str]:
    """What starts the child."""
    return command_of("--read-workbook", "ordermanager.importing.reading.child")


def command_of(option: str, module: str) -> list[str]:
    """What starts a module of ours: this Python, or the packaged program, whose start hands this option to it."""
    return [packaged_program(), option] if is_packaged() else [sys.executable, "-B", "-P", "-m", module]


def is_packaged() -> bool:
    """Whether this is the packaged program, which has no Python beside it."""
    return bool(getattr(sys, "frozen", False))


def packaged_program() -> str:
    """The packaged program as a command. On Windows the one with the window has no standard input and output."""
    return str(Path(sys.executable).with_stem("ordermanager"))


def child_environment() -> dict[str, str]:
    """Ours without our own settings (one of them may be the key), and with the place of this very package."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ORDERMANAGER_")}
    kept["PYTHONPATH"] = str(Path(__file__).resolve().parents[3])
    return kept


def open_workbook(source: Source, kind: Format, options: ReadOptions) -> Table:
    """The table of a sheet, its header not yet looked for. Raises ReadError."""
    table = Table(name=source.name, format=kind)
    reader = WorkbookReader(source, kind, options.sheet or "", table.note)
    table.sheet, table.sheets, table.alike = reader.sheet, reader.sheets, reader.alike
    table.currencies = reader.currencies
    return _of_sheet(table, _Sheet(source, table, reader, []))


def go_on(source: Source, kind: Format, sheet: str, head: Sequence[Row], output: IO[bytes]) -> Table:
    """The table of a sheet whose first rows another program has read; `output` is what its reader says behind them
    (`Table.hand_over`).
    """
    table = Table(name=source.name, format=kind, sheet=sheet)
    return _of_sheet(table, _Sheet(source, table, WorkbookRows(source, output, table.note), head))


def _of_sheet(table: Table, sheet: _Sheet) -> Table:
    table.open_rows, table.close, table.hand_over = sheet.rows, sheet.close, sheet.hand_over
    return table


class _Sheet:
    """One sheet, to be passed over several times. Its first rows are kept, so that recognising, previewing
    and importing a workbook cost one child; a pass that goes on where the kept rows end uses the child that
    waits there.
    """

    def __init__(self, source: Source, table: Table, reader: WorkbookRows, head: Sequence[Row]) -> None:
        self._source = source
        self._kind = table.format
        self._reader: WorkbookRows | None = reader
        self._live: Iterator[Row] | None = iter(reader)
        self._head = list(head)
        self._complete = False
        self.name = table.sheet

    def rows(self) -> Iterator[Row]:
        """Every row, as lists that the caller may change."""
        if self._head:
            self._settle()
        for number, cells in tuple(self._head):
            yield number, cells.copy()
        if self._complete:
            return
        reader, live = self._take()
        kept = True
        try:
            for row in live:
                if reader.again and row[0] <= len(self._head):
                    raise read_differently(self._source.name)
                if len(self._head) < KEPT_ROWS:
                    self._head.append(row)
                    yield row[0], row[1].copy()
                else:
                    kept = False
                    yield row
            self._complete = kept
        finally:
            if kept and not self._complete and self._reader is None:
                # stopped within the kept rows: the next pass may go on
                self._reader, self._live = reader, live
            else:
                reader.close()

    def _settle(self) -> None:
        """Before rows that were read quickly are used a second time, which is to import them, wait until the
        child has compared them with the whole file; where they do not hold, take what it read then.
        """
        reader, live = self._reader, self._live
        if reader is None or live is None or len(self._head) > reader.head:
            return
        while len(self._head) < reader.head and (row := next(live, None)):
            self._head.append(row)
        following = next(live, None)
        if following is None:
            self._complete = True
            self.close()
            return
        if reader.again:
            self._head.clear()
        reader.head = 0
        self._live = chain([following], live)

    def hand_over(self) -> Handed | None:
        """See `Table.hand_over`."""
        if self._head:
            self._settle()
        reader, live = self._reader, self._live
        if live is None or not isinstance(reader, WorkbookReader):
            return None
        last = self._head[-1][0] if self._head else 0
        while last < reader.block_end and (row := next(live, None)):
            self._head.append(row)
            last = row[0]
        self._reader = self._live = None
        return Handed(self._head, reader.said, reader.close)

    def _take(self) -> tuple[WorkbookRows, Iterator[Row]]:
        """The waiting child, or a new one that is past the kept rows."""
        reader, live, self._reader, self._live = self._reader, self._live, None, None
        if reader is None or live is None:
            reader = WorkbookReader(self._source, self._kind, self.name)  # its notes were said
            done = len(self._head)
            live = dropwhile(lambda row: row[0] <= done, iter(reader))
        return reader, live

    def close(self) -> None:
        """End the waiting child. A later pass starts another."""
        if self._reader is not None:
            self._reader.close()
        self._reader = self._live = None


def _as_file(source: Source) -> IO[bytes]:
    """Something with a file number, for the child's standard input."""
    if source.data is None:
        return source.open()
    spool = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        with source.open() as content:
            shutil.copyfileobj(content, spool)
        spool.seek(0)
    except OSError as error:
        spool.close()
        raise os_error(source.name, error) from error
    return spool


def _end(child: subprocess.Popen[bytes], done: threading.Event) -> None:
    done.set()
    child.kill()
    if child.stdout is not None:
        child.stdout.close()
    child.wait()


def _watch(
    is_stalled: weakref.WeakMethod[Any], child: subprocess.Popen[bytes], done: threading.Event
) -> None:
    while not done.wait(1.0):
        ask = is_stalled()
        if ask is None or ask() or _takes_too_much(child.pid):
            child.kill()
            return


def _takes_too_much(process: int) -> bool:
    """Whether it has more memory than it may, where the kernel does not see to that."""
    if sys.platform != "darwin":
        return False
    from ordermanager.importing.reading.process_limits import MEMORY, memory_of

    return memory_of(process) > MEMORY
