"""A line for text of any length. QLineEdit cuts what is longer than 32,767 letters, and is slow long before."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ordermanager.ui.controls.plain import set_plain_tooltip

SHOWN = 20_000
"""So many letters are shown and edited; at a hundred thousand each key takes a frame."""
_MOST = 100_000_000


def leaves_undo(event: QEvent, *, has_undo: bool, has_redo: bool) -> bool:
    """Whether this asks who wants Ctrl+Z, and an editor without a step of its own does not."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not has_undo) or (event.matches(keys.Redo) and not has_redo)


class WholeLine(QLineEdit):
    """Shows the beginning of a long text. The rest stays behind it, whatever is typed, until the line is emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = ""
        self.setMaxLength(_MOST)  # what is pasted is not cut either

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: where nothing was typed since the line was shown, Ctrl+Z is the window's."""
        if leaves_undo(event, has_undo=self.isUndoAvailable(), has_redo=self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def setText(self, text: str) -> None:  # type: ignore[override]
        """Override QLineEdit::setText."""
        if text[SHOWN:] != self._rest:
            self._rest = text[SHOWN:]
            more = self.tr("%n more character(s) are kept, but not shown.", "", len(self._rest))
            set_plain_tooltip(self, more if self._rest else "")
        super().setText(text[:SHOWN])

    def text(self) -> str:
        """Override QLineEdit::text: all of it."""
        shown = super().text()
        return shown + self._rest if self._rest and shown else shown
