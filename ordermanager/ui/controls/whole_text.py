"""Some lines of text of any length. Qt lays out a line as a whole: one of a megabyte holds the window up for a second
at every key, and for minutes where it has no blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ordermanager.ui.controls.whole_line import leaves_undo

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QMimeData

_PART = 5_000
_BREAK = "\u200b\n"
"""A space of no width before the line's end tells our breaks from the text's own."""


class WholeText(QPlainTextEdit):
    """Shows a very long line in parts (`_BREAK` between them), which are put together again by `whole`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._is_in_parts = False
        self._read: tuple[int, str] | None = None  # the document's revision, and its text

    def whole(self) -> str:
        """All of the text, as it was given or typed."""
        revision = self.document().revision()
        if self._read is None or self._read[0] != revision:
            shown = self.toPlainText()
            self._read = (revision, shown.replace(_BREAK, "") if self._is_in_parts else shown)
        return self._read[1]

    def set_whole(self, text: str) -> None:
        """Show a text, without `textChanged`."""
        if text != self.whole():
            self._is_in_parts = len(text) > _PART and _BREAK not in text
            with QSignalBlocker(self):
                self.setPlainText(_in_parts(text) if self._is_in_parts else text)
            self._read = (self.document().revision(), text)

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: where nothing was typed since the text was shown, Ctrl+Z is the window's."""
        document = self.document()
        if leaves_undo(event, has_undo=document.isUndoAvailable(), has_redo=document.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Override QPlainTextEdit::insertFromMimeData: what is pasted or dropped comes in parts too."""
        text = source.text()
        is_ours = self._is_in_parts or _BREAK not in self.toPlainText()
        if len(text) > _PART and is_ours and _BREAK not in text:
            self._is_in_parts = True
            self.textCursor().insertText(_in_parts(text))
            self.ensureCursorVisible()
        else:
            super().insertFromMimeData(source)


def _in_parts(text: str) -> str:
    """`text` with a break in every line that is too long."""
    lines = (
        _BREAK.join(line[start : start + _PART] for start in range(0, len(line), _PART)) or line
        for line in text.split("\n")
    )
    return "\n".join(lines)
