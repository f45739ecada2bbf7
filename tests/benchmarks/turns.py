"""How long the thread of the window works in one turn of its event loop: meanwhile no key and no paint is heard."""

from __future__ import annotations

import time

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer

from ordermanager.ui.jobs import Jobs

SETTLE_MS = 80
"""What is made in pieces may rest so long between two of them."""


class Turns:
    """Between `begin` and `end`, the longest turn: processor seconds of this thread alone, since the clock also counts
    what other threads and programs took."""

    def __init__(self) -> None:
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._turn)
        self._began = 0.0
        self.longest = 0.0

    def begin(self) -> None:
        self.longest = 0.0
        self._began = time.thread_time()

    def end(self) -> float:
        self._turn()
        return self.longest

    def _turn(self) -> None:
        now = time.thread_time()
        worked, self._began = now - self._began, now
        self.longest = max(self.longest, worked)


def settle(jobs: Jobs, rest_ms: int = SETTLE_MS) -> None:
    """Let everything come to its end that was asked for."""
    if not jobs.wait_idle(120_000):
        raise RuntimeError("the window does not come to rest")
    loop = QEventLoop()
    QTimer.singleShot(rest_ms, loop, loop.quit)
    loop.exec()
    if not jobs.wait_idle(120_000):
        raise RuntimeError("the window does not come to rest")
