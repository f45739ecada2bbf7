"""The search field: asks a moment after the last key, or at once on Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ordermanager.ui.controls.line_sign import LineSign

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

DEBOUNCE_MS = 60
"""Shorter than the time between two keys of most people: the first lines come within 100 ms of a key, and a search
that the next key outdates is interrupted (jobs.py)."""

_USED, _UNUSED = 11, 5
"""The least width, in letters."""


class SearchBox(QLineEdit):
    """`asked` brings the stripped text. Escape clears it, or leaves it when it is empty; Down goes to the list, and so
    does Enter when the text is being searched for already."""

    asked = Signal(str)
    left = Signal()
    use_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setMaxLength(500)
        self.setAccessibleName(self.tr("Search"))
        for button in self.findChildren(QToolButton):  # Qt makes it without a name
            button.setAccessibleName(self.tr("Clear"))
        sign = LineSign(self, "search", self.tr("Search"), leads=True)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._asked_for = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self._on_return)

    @property
    def timer(self) -> QTimer:
        """Runs while a typed text is still to be asked for."""
        return self._timer

    def set_text_quietly(self, text: str) -> None:
        """Show a text that is being searched for already."""
        self.setText(text)
        self._timer.stop()
        self._asked_for = text.strip()

    def sizeHint(self) -> QSize:
        """Override QLineEdit::sizeHint: room for a name and a number, where there is room."""
        return QSize(self.fontMetrics().averageCharWidth() * 36, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Override QLineEdit::minimumSizeHint: more than its sign where it is used."""
        letters = _USED if self.is_used else _UNUSED
        return QSize(self.fontMetrics().averageCharWidth() * letters, super().minimumSizeHint().height())

    @property
    def is_used(self) -> bool:
        """Whether something is or may be written in it."""
        return self.hasFocus() or bool(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent."""
        super().focusInEvent(event)
        self._tell_use()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusOutEvent."""
        super().focusOutEvent(event)
        self._tell_use()

    def _tell_use(self) -> None:
        self.updateGeometry()
        self.use_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit::keyPressEvent."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._ask()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._ask()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_return(self) -> None:
        if self.text().strip() == self._asked_for:
            self.left.emit()
        else:
            self._ask()

    def _ask(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._asked_for:
            self._asked_for = text
            self.asked.emit(text)
