"""Shows what the command line does in the workspace while its window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

LOOK_EVERY_MS = 2000


class BesideWatch(QObject):
    """Belongs to the window. What is found reaches every part of it as any other change does."""

    def __init__(self, services: Services, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and then from now on."""
        self._timer.start()

    def look(self) -> None:
        """Has another program written? Answered in the background."""
        self._jobs.read((id(self), "beside"), self._services.beside.look, lambda _found: None, owner=self)
