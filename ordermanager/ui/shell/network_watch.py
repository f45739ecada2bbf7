"""Notices that the network is back or the computer has woken up, so that a sender that waits tries again at once.

Qt's own notice (QNetworkInformation) has to be made in the GUI thread, which then waits for a service of the
system, under Wine for ever.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ordermanager.services.sending.ways_out import ways_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.ui.jobs import Jobs

LOOK_EVERY_MS = 5000
SLEPT = 30.0
"""Seconds by which a look comes too late: the computer was asleep, or its clock was set. Either is a reason to look."""


class NetworkWatch(QObject):
    """Looks while `is_sending`. What it misses (the fault lies behind the next router) the sender's own pauses end."""

    back = Signal()

    def __init__(
        self,
        parent: QObject,
        jobs: Jobs,
        is_sending: Callable[[], bool],
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._is_sending = is_sending
        self._now = now
        self._looked_at = now()
        self.ways: frozenset[str] | None = None
        """By which addresses one got out when it was looked last; None: nothing was being sent."""
        timer = QTimer(self)
        timer.setInterval(LOOK_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Has more time gone by than could have? Is there another way out?"""
        before, self._looked_at = self._looked_at, self._now()
        if abs(self._looked_at - before) > LOOK_EVERY_MS / 1000 + SLEPT:
            self.back.emit()
        if self._is_sending():
            self._jobs.read(("network", id(self)), ways_out, self.on_ways, owner=self)
        else:
            self.ways = None

    def on_ways(self, ways: frozenset[str]) -> None:
        """The addresses by which one gets out now."""
        before, self.ways = self.ways, ways
        if before is not None and ways - before:
            self.back.emit()
