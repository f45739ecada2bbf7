"""What customers share is found while nobody waits for it, when orders have come in or were sent: the next look at the
insights or at the customers need not."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.sending.control import SendingControl

REST_MS = 3000
"""So long nothing more came in, and nothing is being sent."""


class CustomersAhead(QObject):
    """Asks some time after `come`; given up when the window is closed."""

    def __init__(self, services: Services, jobs: Jobs, sending: SendingControl, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._sending = sending
        self._is_looking = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look)

    def come(self) -> None:
        """Orders have come in, or have been sent."""
        self._rest.start()

    def _look(self) -> None:
        if self._sending.is_running:
            return  # its end asks again
        if self._is_looking:
            self._rest.start()
            return
        self._is_looking = True
        stopped = threading.Event()
        look = self._services.insights.look_ahead
        self._jobs.network(
            "", lambda: look(stopped.is_set), self._on_looked, self._on_looked, stopped.set, owner=self
        )

    def _on_looked(self, _nothing: object) -> None:
        """Where it failed, whoever asks for the customers hears why."""
        self._is_looking = False
