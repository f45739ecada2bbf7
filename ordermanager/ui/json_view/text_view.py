"""Read-only text in a fixed-width font that colours only the lines on the screen, so that 5 MB open at once."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ordermanager.ui.theme import colours, mono_font

_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?P<text>"(?:[^"\\]|\\.)*"?)|(?P<number>-?\d[\d.eE+-]*)|(?P<word>true|false|null)'
)


PART = 100_000
"""Characters that are laid out at once: some ten milliseconds."""


class JsonTextView(QPlainTextEdit):
    """Shows JSON text. Formats are laid on a block when it first comes into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            self.textInteractionFlags()
            | self.textInteractionFlags().TextSelectableByKeyboard
            | self.textInteractionFlags().TextSelectableByMouse
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(mono_font())
        self.setAccessibleName(self.tr("JSON text"))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._coloured: set[int] = set()
        self._text = ""
        self._shown_to = 0
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._add_part)
        self.updateRequest.connect(lambda *_: self._colour_visible())

    def show_text(self, text: str) -> None:
        """Replace the text and go to its top."""
        self._coloured.clear()
        self._text = text
        end = self._part_end(0)
        self.setPlainText(text[:end])
        self._shown_to = end
        self._colour_visible()
        if end < len(text):
            self._more.start()
        else:
            self._more.stop()

    @property
    def is_complete(self) -> bool:
        """Whether all of a long text has been laid out; it is added in parts, between which keys are served."""
        return self._shown_to >= len(self._text)

    def _add_part(self) -> None:
        end = self._part_end(self._shown_to)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(self._text[self._shown_to : end])
        self._shown_to = end
        if self.is_complete:
            self._more.stop()

    def _part_end(self, start: int) -> int:
        """The end of a line about PART characters further on."""
        end = self._text.find("\n", start + PART)
        return len(self._text) if end < 0 else end

    def find_next(self, needle: str, *, backward: bool = False) -> bool:
        """Select the next place of `needle`, going round at the end; False where there is none."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if self.find(needle, flags):
            return True
        cursor = self.textCursor()
        before = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End if backward else cursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        if self.find(needle, flags):
            return True
        self.setTextCursor(before)
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._coloured.clear()
            self._colour_visible()

    def _colour_visible(self) -> None:
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        offset = self.contentOffset()
        changed_from, changed_to = -1, -1
        while block.isValid() and self.blockBoundingGeometry(block).translated(offset).top() <= bottom:
            if block.blockNumber() not in self._coloured:
                self._coloured.add(block.blockNumber())
                _colour(block)
                changed_from = block.position() if changed_from < 0 else changed_from
                changed_to = block.position() + block.length()
            block = block.next()
        if changed_from >= 0:
            self.document().markContentsDirty(changed_from, changed_to - changed_from)


def _colour(block: QTextBlock) -> None:
    theme = colours()
    tones = {
        "key": theme.json_key,
        "text": theme.json_text,
        "number": theme.json_number,
        "word": theme.json_word,
    }
    ranges = []
    for token in _TOKEN.finditer(block.text()):
        span = QTextLayout.FormatRange()
        span.start, span.length = token.start(), token.end() - token.start()
        look = QTextCharFormat()
        look.setForeground(QColor(tones[token.lastgroup or "text"]))
        span.format = look
        ranges.append(span)
    block.layout().setFormats(ranges)
