"""Notices that the network is back or the computer has woken up, so that a sender that waits tries again at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_EVERY_MS = 5000
SLEPT = 30.0
"""Seconds by which a look comes too late: the computer was asleep, or its clock was set. Either is a reason to look."""


class NetworkWatch(QObject):
    """Where the system does not tell of its network, only waking up is noticed; the sender's own pauses remain."""

    back = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._now = now
        self._looked_at = now()
        timer = QTimer(self)
        timer.setInterval(LOOK_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            QNetworkInformation.instance().reachabilityChanged.connect(self.on_reachability)

    def look(self) -> None:
        """Has more time gone by than could have?"""
        before, self._looked_at = self._looked_at, self._now()
        if abs(self._looked_at - before) > LOOK_EVERY_MS / 1000 + SLEPT:
            self.back.emit()

    def on_reachability(self, reachability: QNetworkInformation.Reachability) -> None:
        """The system says so."""
        if reachability is QNetworkInformation.Reachability.Online:
            self.back.emit()
