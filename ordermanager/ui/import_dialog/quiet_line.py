"""A line of text whose Enter takes the text and nothing else: it must not press the dialog's default button."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

PAUSE_MS = 700
LONGEST = 10_000


class QuietLine(QLineEdit):
    """`taken(text)`: the person has paused, pressed Enter or gone on, and the text is another than before."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self._known = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE_MS)
        self.timer.timeout.connect(self._take)
        self.textEdited.connect(lambda _text: self.timer.start())

    def show_text(self, text: str) -> None:
        """Show what is known already; what is being typed at this moment stays."""
        self._known = text
        if text != self.text() and not (self.hasFocus() and self.timer.isActive()):
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QLineEdit::focusOutEvent."""
        self._take()
        super().focusOutEvent(event)

    def _take(self) -> None:
        self.timer.stop()
        text = self.text().strip()
        if text != self._known:
            self._known = text
            self.taken.emit(text)
