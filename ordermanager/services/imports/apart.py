"""A large table read and checked by a child process (child.py) while this one writes what it has read:
two processors do what one did in turn.
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

import msgspec

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import NotRecognised, ReadError
from ordermanager.importing.recognised import Counts
from ordermanager.importing.tables.table import Format, Handed, IgnoredRow
from ordermanager.services.imports import wire as import_wire
from ordermanager.services.imports.job import Job
from ordermanager.services.imports.sources import Cancelled, FileSource, stoppable
from ordermanager.services.imports.waiting_child import LEAST_BYTES, started, take
from ordermanager.services.imports.wire import Block, End, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.importing.plan import Plan
    from ordermanager.services.orders.order_block import OrderBlock
    from ordermanager.store.orders.product_rows import Product

PACKED = 4
"""A workbook holds at least so many times its size of text."""

_BOOKS = frozenset((Format.XLSX, Format.XLSB, Format.XLS, Format.ODS))

_WAITING = 8
"""Messages of the child that wait here, a few megabytes: enough that it goes on while a chunk is written."""
_PACKED_WAITING = 5
"""Where each is as many orders as a chunk: so many bridge the times when the log is folded into the file."""

_LOOK_UP = 0.5
"""Seconds after which a wait looks whether it is still wanted."""


def source_of(plan: Plan, cancel: Callable[[], bool] | None = None, *, packs: int = 0) -> FileSource:
    """What reads the plan's file the quickest way. `cancel` is asked where a wait for the first order may be long.
    `packs`: so many of its orders are to be written at once, and so are best packed.
    """
    return ApartSource(plan, cancel, packs=packs) if _is_worth_it(plan) else FileSource(plan, cancel)


def _is_worth_it(plan: Plan) -> bool:
    table, source = plan.table, plan.source
    return (
        (table.format is Format.CSV or table.format in _BOOKS)
        and source.path is not None
        and plan.items_plan is None
        and not (table.is_chosen_from or table.made)
        and plan.problem is None
        and (os.cpu_count() or 1) > 1
        and source.size * (PACKED if table.format in _BOOKS else 1) >= LEAST_BYTES
    )


class ApartSource(FileSource):
    """The orders of a file that a child reads. `packs`: as in a job."""

    def __init__(self, plan: Plan, cancel: Callable[[], bool] | None = None, *, packs: int = 0) -> None:
        super().__init__(plan, cancel)
        self._packs = packs

    @contextmanager
    def blocks(self, rules: CheckRules, now: datetime) -> Iterator[Iterator[OrderBlock]]:
        """Every order, some at once; leaving the context ends the child."""
        plan = self._plan
        try:
            with stoppable(plan, self.cancel):  # it may read the whole file to settle what a date means
                job = Job.of(plan, rules, now)
            job.packs = self._packs
            packed = job.packed()
        except UnicodeEncodeError:  # the name of the file, or a text that a person gave, is no text
            with super().blocks(rules, now) as stream:
                yield stream
            return
        reader = plan.table.hand_over()  # of a workbook, with all of it in its memory already
        if reader is not None:
            job.head = list(reader.head)
            packed = job.packed()
        plan.counts = Counts()
        waiting = _PACKED_WAITING if self._packs else _WAITING
        child = _Child(packed, reader, plan.table.name, self.cancel, waiting)
        try:
            yield self._blocks(child)
        finally:
            child.close()
        self._read = plan.counts

    def _blocks(self, child: _Child) -> Iterator[OrderBlock]:
        products: list[Product] = []
        while not isinstance(said := child.next(), End):
            self._plan.counts.rows_read = said.rows
            if said.forget:
                products = []
            products += said.products
            yield said.whole(products)
        self._finish(said)

    def _finish(self, end: End) -> None:
        """Leave the plan as a pass over the file leaves it."""
        table = self._plan.table
        self._plan.counts = end.counts()
        for said in end.table_notes:
            table.note(Sentence(*said))
        table.left_out[:] = [IgnoredRow(row, Sentence(*said)) for row, said in end.left_out]
        table.left_out_count = end.left_out_count


class _Child:
    """A running child. What it says is heard by a thread, so that it need not wait until it is wanted."""

    def __init__(
        self,
        job: bytes,
        reader: Handed | None,
        file: str,
        cancel: Callable[[], bool] | None,
        waiting: int,
    ) -> None:
        self._file = file
        self._reader = reader
        self._cancel = cancel
        self._closed = threading.Event()
        self._said: queue.Queue[bytes] = queue.Queue(waiting)
        self._process = _child(file)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdout: IO[bytes] = self._process.stdout
        self._stdin: IO[bytes] = self._process.stdin
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._listen, self._tell)]
        self._job = job
        for each in self._threads:
            each.start()

    def next(self) -> Block | End:
        """The next thing that it says. Raises ReadError, also where it has died, and Cancelled."""
        data = None
        while data is None:
            with suppress(queue.Empty):
                data = self._said.get(timeout=_LOOK_UP)
            if data is None and self._cancel and self._cancel():
                raise Cancelled
        try:
            said = import_wire.message(data)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ReadError(DIED, file=self._file) from error
        if isinstance(said, Failure):
            raise (ReadError if said.is_recognised else NotRecognised)(said.template, **said.values)
        return said

    def close(self) -> None:
        """End it, whatever it does, and the reader of a workbook that it has started."""
        self._closed.set()
        self._process.terminate()
        try:
            self._process.wait(_LOOK_UP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._reader is not None:
            self._reader.close()
        for each in self._threads:
            each.join()
        self._stdout.close()

    def _tell(self) -> None:
        """The job, then what the reader of a workbook says."""
        with suppress(OSError), self._stdin as stdin:  # it has died: `next` will say so
            import_wire.write_bytes(stdin, self._job)
            while self._reader is not None and (data := self._reader.said()):
                stdin.write(data)
                stdin.flush()

    def _listen(self) -> None:
        """Until it has ended, also when nobody listens any more: else it could not leave what it is saying."""
        data = b"-"
        while data:
            data = import_wire.read(self._stdout)
            while not self._closed.is_set():
                with suppress(queue.Full):
                    self._said.put(data, timeout=_LOOK_UP)
                    break


def _child(file: str) -> subprocess.Popen[bytes]:
    try:
        return take() or started()
    except OSError as error:
        raise ReadError(DIED, file=file) from error


DIED = QT_TRANSLATE_NOOP(
    "Sentence",
    "{file} was not imported: the part of the program that reads it has ended. Import it again; if it happens once "
    "more, close other programs first.",
)
