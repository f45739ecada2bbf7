"""A call that is made at once, but not for each step of someone who runs through a list with an arrow key."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.ui.jobs import Jobs

FLICK_MS = 120
"""What is asked for faster than this is run through: the call comes where it rests."""


class AtRest(QObject):
    """`ask` calls at once, or FLICK_MS after the last of several quick asks."""

    def __init__(self, call: Callable[[], None], jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._asked_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLICK_MS)
        self._timer.timeout.connect(call)
        jobs.watch(self._timer)

    def ask(self) -> None:
        """Call now or a little later."""
        is_flick = time.monotonic() - self._asked_at < FLICK_MS / 1000
        self._asked_at = time.monotonic()
        if is_flick:
            self._timer.start()
        else:
            self._timer.stop()
            self._call()

    def drop(self) -> None:
        """What was asked for is no longer wanted."""
        self._timer.stop()
