"""Which order ids came a second time in a file of any size, with memory that does not grow with it."""

from __future__ import annotations

import tempfile
import weakref
from array import array
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_IN_MEMORY = 100_000
"""So many ids are remembered in memory, some ten megabytes; the rest goes to temporary files."""

_FILES = 32
_WAITING = 2048


class SeenIds:
    """Takes the id of every order of a pass. An id is known by its hash here: 64 bits tell a million ids apart."""

    def __init__(self) -> None:
        self._known: set[int] = set()
        self._again: set[int] = set()
        self._files: list[IO[bytes]] = []
        self._close = weakref.finalize(self, _close, self._files)  # a pass may be given up half-way
        self._waiting: list[array[int]] = []

    def add(self, order_id: str) -> None:
        """An order with this id has been read."""
        mark = hash(order_id)
        if mark in self._known:
            self._again.add(mark)
        elif len(self._known) < _IN_MEMORY:
            self._known.add(mark)
        else:
            self._write(mark)

    def add_all(self, order_ids: Sequence[str]) -> None:
        """`add` for orders that were read one after the other."""
        marks = set(map(hash, order_ids))
        are_new = len(marks) == len(order_ids) and self._known.isdisjoint(marks)
        if are_new and len(self._known) + len(marks) <= _IN_MEMORY:
            self._known |= marks
            return
        for order_id in order_ids:
            self.add(order_id)

    def again(self) -> frozenset[int]:
        """The hashes of the ids that came more than once; to be asked when the pass is at its end."""
        for file, waiting in zip(self._files, self._waiting, strict=True):
            file.seek(0)
            seen: set[int] = set()
            marks = array("q")
            marks.frombytes(file.read())
            for mark in (*marks, *waiting):
                if mark in seen:
                    self._again.add(mark)
                seen.add(mark)
            file.close()
        self._files.clear()
        self._waiting.clear()
        return frozenset(self._again)

    def _write(self, mark: int) -> None:
        if not self._files:
            self._files += [tempfile.TemporaryFile() for _ in range(_FILES)]  # noqa: SIM115
            self._waiting += [array("q") for _ in range(_FILES)]
        waiting = self._waiting[mark % _FILES]
        waiting.append(mark)
        if len(waiting) >= _WAITING:
            self._files[mark % _FILES].write(waiting.tobytes())
            del waiting[:]


def _close(files: list[IO[bytes]]) -> None:
    for file in files:
        file.close()
