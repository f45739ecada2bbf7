"""Tells someone who works in another program that sending has ended: the task bar, and a message of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from ordermanager.ui import i18n
from ordermanager.ui.sending.outcome_words import OutcomeWords

if TYPE_CHECKING:
    from ordermanager.domain.sentences import KnownError
    from ordermanager.sending.progress import RunReport
    from ordermanager.ui.shell.window_parts import WindowParts

SHOWN_MS = 8000


class SendNotice(QObject):
    """Says nothing while the window is in front: there the message bar has said it. `told` brings the same words."""

    told = Signal(str)

    def __init__(self, window: WindowParts) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        window.sending.finished.connect(self._on_finished)
        window.sending.failed.connect(self._on_failed)

    def _on_finished(self, report: RunReport) -> None:
        self._tell(self.tr("Sending has ended"), OutcomeWords().outcome(report))

    def _on_failed(self, problem: KnownError) -> None:
        self._tell(self.tr("Sending has stopped"), i18n.text(problem.sentence))

    def _tell(self, title: str, text: str) -> None:
        if QApplication.activeWindow() is not None:
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._show(title, text)
        self.told.emit(text)

    def _show(self, title: str, text: str) -> None:
        """A tray icon is there only as long as its message."""
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._come_to_front)
        self._tray.show()
        self._tray.showMessage(title, text, self._window.windowIcon(), SHOWN_MS)
        QTimer.singleShot(SHOWN_MS, self._tray, self._tray.hide)

    def _come_to_front(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
        if self._tray is not None:
            self._tray.hide()
