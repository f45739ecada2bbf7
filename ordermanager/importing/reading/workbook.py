"""Workbooks, read by a child process (child.py) that may die of a hostile file while this one goes on."""

from __future__ import annotations

import json
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
from typing import IO, TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import ReadError, column_letter
from ordermanager.importing.reading.packed_rows import unpack_rows
from ordermanager.importing.reading.sheet_notes import of_choice, of_formulas, of_merged, of_parts
from ordermanager.importing.reading.sniff import password_error
from ordermanager.importing.reading.source import changed, os_error
from ordermanager.importing.reading.zip_check import broken_workbook, entities, too_large
from ordermanager.importing.tables.table import ALL_SHEETS, MAX_CELL, MAX_COLUMNS, Format, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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

_MAX_LINE = 4 << 20
_MAX_ROWS = 256 << 20
"""Bytes of a message; the child sends far less, unless a file has made it another program."""


class WorkbookReader:
    """A running child and what it says. Iterate once to get the rows; `close()` ends the child at any
    time. `note` is called with what is to be said of the sheet.
    """

    def __init__(
        self, source: Source, kind: Format, sheet: str, note: Callable[[Sentence], None] = lambda _: None
    ) -> None:
        self._name = source.name
        self._source = source
        self._note = note
        self.head = 0
        """So many first rows were read quickly, and what comes behind them tells whether they hold."""
        self.again = False
        """They do not: all rows come once more."""
        self._stamp = source.stamp()
        if self._stamp[0] > MAX_BYTES:
            raise too_large(source.name)
        with _as_file(source) as stream:
            self._child = _started([*child_command(), kind.value, sheet], stream, source.name)
        assert self._child.stdout is not None
        self._read, self._readline = self._child.stdout.read, self._child.stdout.readline
        self._heard = time.monotonic()
        self._waiting = True
        self._stalled = False
        self._done = threading.Event()
        self.close = weakref.finalize(self, _end, self._child, self._done)
        watch = weakref.WeakMethod(self._is_stalled)
        threading.Thread(target=_watch, args=(watch, self._child, self._done), daemon=True).start()
        first = self._line()
        self.sheets: tuple[str, ...] = tuple(first["sheets"])
        self.alike: tuple[str, ...] = tuple(first["alike"] if len(first["alike"]) > 1 else ())
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

    def __iter__(self) -> Iterator[Row]:
        while "end" not in (line := self._line()):
            if "rows" in line:
                yield from self._rows(line["rows"], line["bytes"])
            elif "head" in line:
                self.head = line["head"]
            elif "again" in line:
                self.again = line["again"]
            elif "formulas" in line:
                self._note(of_formulas(line["formulas"]))
            elif "parts" in line:
                self._note(of_parts(line["parts"]))
            else:
                self._note(of_merged(line["merged"], line["first"]))
        self.close()
        if self._source.stamp() != self._stamp:
            raise changed(self._name)

    def _rows(self, first: int, size: int) -> Iterator[Row]:
        content = self._waited(lambda: self._read(min(size, _MAX_ROWS)))
        if len(content) < size:
            raise self._death()
        return unpack_rows(first, content)

    def _line(self) -> dict[str, Any]:
        text = self._waited(lambda: self._readline(_MAX_LINE))
        try:
            line: dict[str, Any] = json.loads(text)
        except ValueError:
            raise self._death() from None
        if "error" in line:
            self.close()
            raise self._refusal(line)
        return line

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

    def _death(self) -> ReadError:
        """The child ended without its last line: a limit of the kernel, a crash of the reader, or our own
        clock.
        """
        self.close()
        return too_large(self._name)

    def _refusal(self, line: dict[str, Any]) -> ReadError:
        code = line["error"]
        if code == "password":
            return password_error(self._name)
        if code == "too_large":
            return too_large(self._name)
        if code == "entities":
            return entities(self._name)
        if code == "no_sheet":
            return ReadError(
                QT_TRANSLATE_NOOP("Sentence", "{file} has no sheet “{sheet}”. It has: {sheets}."),
                file=self._name,
                sheet=line["sheet"],
                sheets=", ".join(line["sheets"]),
            )
        if code == "too_wide":
            return too_wide(self._name, line["row"])
        if code == "cell":
            return ReadError(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "{file}: cell {column}{row} has more than {limit} characters. Shorten it and import "
                    "again.",
                ),
                file=self._name,
                row=line["row"],
                column=column_letter(line["column"]),
                limit=MAX_CELL,
            )
        return broken_workbook(self._name)


def _started(command: list[str], stream: IO[bytes], name: str) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, no shell
            command,
            env=child_environment(),
            stdin=stream,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
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


def child_command() -> list[str]:
    """What starts the child: this Python, or the packaged program itself, whose start hands `--read-workbook`
    to it.
    """
    if is_packaged():
        return [packaged_program(), "--read-workbook"]
    return [sys.executable, "-B", "-P", "-m", "ordermanager.importing.reading.child"]


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


def read_differently(name: str) -> ReadError:
    """The quick look at a large workbook and the whole of it do not agree."""
    return ReadError(
        QT_TRANSLATE_NOOP("Sentence", "{file} cannot be read reliably. Save it as CSV and import that."),
        file=name,
    )


def too_wide(name: str, row: int) -> ReadError:
    """More columns than any list of orders has."""
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file}, row {row}: there are more than {limit} columns. Delete the ones that do not belong to "
            "the table.",
        ),
        file=name,
        row=row,
        limit=MAX_COLUMNS,
    )


def open_workbook(source: Source, kind: Format, options: ReadOptions) -> Table:
    """The table of a sheet, its header not yet looked for. Raises ReadError."""
    table = Table(name=source.name, format=kind)
    sheet = _Sheet(source, kind, options.sheet or "", table.note)
    table.sheet, table.sheets, table.alike = sheet.name, sheet.names, sheet.alike
    table.open_rows = sheet.rows
    table.close = sheet.close
    return table


class _Sheet:
    """One sheet, to be passed over several times. Its first rows are kept, so that recognising, previewing
    and importing a workbook cost one child; a pass that goes on where the kept rows end uses the child that
    waits there.
    """

    def __init__(self, source: Source, kind: Format, sheet: str, note: Callable[[Sentence], None]) -> None:
        self._source = source
        self._kind = kind
        self._note = note
        self._reader: WorkbookReader | None = WorkbookReader(source, kind, sheet, note)
        self._live: Iterator[Row] | None = iter(self._reader)
        self._head: list[Row] = []
        self._complete = False
        self.name = self._reader.sheet
        self.names = self._reader.sheets
        self.alike = self._reader.alike

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
                self._reader, self._live = (
                    reader,
                    live,
                )  # stopped within the kept rows: the next pass may go on
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

    def _take(self) -> tuple[WorkbookReader, Iterator[Row]]:
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
        if ask is None or ask():
            child.kill()
            return
