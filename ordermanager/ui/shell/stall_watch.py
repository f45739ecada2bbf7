"""Notes when the window does not answer: how long, how much of that it worked, and what it was doing.

For tests, and for whoever looks for a pause: with ORDERMANAGER_STALLS set the program writes them to its log.
"""

from __future__ import annotations

import faulthandler
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from ordermanager.log import Log

if TYPE_CHECKING:
    from typing import IO

_log = Log(__name__)
_NO_ANSWER = "no answer for %.0f ms\n%s"
LIMIT = 0.05
"""Seconds. A person notices a pause from here on."""
STACKS = 3
_TICK_MS = 10
_LOOK_EVERY = 0.01
TELLS_WHERE = sys.version_info[:3] != (3, 13, 0)
"""In that one faulthandler dies where a thread just ends what a call has held (python/cpython#123967)."""


@dataclass(frozen=True, slots=True)
class Stall:
    """`seconds` by the clock, of which the processor `worked` for the GUI thread (the rest it waited: for a lock, a
    disk, or other programs); `stack` says where it was, looked at every LIMIT (not where TELLS_WHERE is
    false)."""

    seconds: float
    worked: float
    stack: str


class StallWatch(QObject):
    """Watches the thread that makes it, from `start` to `stop`. The newest stalls are in `stalls`."""

    def __init__(self, parent: QObject | None = None, *, limit: float = LIMIT, say: bool = False) -> None:
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self._limit = limit
        self._say = say
        self._watched = threading.get_ident()
        self._ticked = self._worked = 0.0
        self._stacks: list[str] = []
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to watch."""
        self.stop()
        self._ended = threading.Event()
        self._ticked, self._worked, self._stacks = time.monotonic(), time.thread_time(), []
        self._thread = threading.Thread(target=self._look, args=(self._ended,), name="stalls", daemon=True)
        self._thread.start()
        self._timer.start()

    def stop(self) -> None:
        """No longer watch."""
        self._timer.stop()
        self._ended.set()
        if self._thread is not None:
            self._thread.join(1)
            self._thread = None

    def _tick(self) -> None:
        """In the watched thread: it answers."""
        now, worked = time.monotonic(), time.thread_time()
        late = now - self._ticked
        if late > self._limit + _TICK_MS / 1000:
            stall = Stall(late, worked - self._worked, "\n".join(self._stacks))
            self.stalls.append(stall)
            if self._say:
                _log.warning(_NO_ANSWER, late * 1000, stall.stack)
        self._ticked, self._worked, self._stacks = now, worked, []

    def _look(self, ended: threading.Event) -> None:
        """In a thread of its own: keep some stacks beyond the limit."""
        looked = 0.0
        with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
            while not ended.wait(_LOOK_EVERY):
                now = time.monotonic()
                if now - self._ticked > self._limit and now - looked > self._limit:
                    looked = now
                    self._stacks = [*self._stacks, _stack_of(self._watched, file)][-STACKS:]


def _stack_of(thread: int, file: IO[str]) -> str:
    """Where a thread is now, the innermost call first. By faulthandler, which takes no hold of its frames: a frame held
    here would bring what it holds, timers and others, to their end in this thread, where Qt must not."""
    if not TELLS_WHERE:
        return ""
    file.seek(0)
    file.truncate()
    faulthandler.dump_traceback(file=file, all_threads=True)
    file.seek(0)
    head = f"0x{thread:016x} "
    return next((part for part in file.read().split("\n\n") if head in part.partition("\n")[0]), "")
