"""Read-only text in a fixed-width font that colours only the lines on the screen, so that 5 MB open at once."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ordermanager.ui.look.theme import SPACE, colours, mono_font

_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?P<text>"(?:[^"\\]|\\.)*"?)|(?P<number>-?\d[\d.eE+-]*)|(?P<word>true|false|null)'
)

LEAST_LINES = 5
PART = 30_000
"""Characters that are laid out at once: some milliseconds."""


class JsonTextView(QPlainTextEdit):
    """Shows JSON text. Formats are laid on a block when it first comes into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            self.textInteractionFlags()
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(mono_font())
        self.setAccessibleName(self.tr("JSON text"))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._coloured: set[int] = set()
        self._text = ""
        self._shown_to = 0
        self._is_whole = True
        self._wanted: tuple[int, int, int] | None = None
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._add_part)
        self.updateRequest.connect(lambda *_: self._colour_visible())

    def minimumSizeHint(self) -> QSize:
        """Override QAbstractScrollArea::minimumSizeHint: a few lines and the scroll bar."""
        edges = self.horizontalScrollBar().sizeHint().height() + 2 * SPACE
        lines = LEAST_LINES * self.fontMetrics().lineSpacing()
        return QSize(super().minimumSizeHint().width(), lines + edges)

    def sizeHint(self) -> QSize:
        """Override QAbstractScrollArea::sizeHint: it takes the room that is left, and asks for no more."""
        return self.minimumSizeHint()

    def show_text(self, text: str, *, more: bool = False) -> None:
        """Replace the text and go to its top. `more`: the rest of it follows by `add_text`."""
        self._coloured.clear()
        self._text = text
        self._is_whole = not more
        self._wanted = None
        end = self._part_end(0)
        self.setPlainText(text[:end])
        self._shown_to = end
        self._colour_visible()
        self._go_on()

    def add_text(self, rest: str) -> None:
        """The rest of a text whose beginning, which ended with a line, is shown."""
        self._text += rest
        self._is_whole = True
        self._go_on()

    def text(self) -> str:
        """All of it that has come, laid out or not."""
        return self._text

    @property
    def is_complete(self) -> bool:
        """Whether all of a long text has been laid out; it is added in parts, between which keys are served."""
        return self._is_whole and self._shown_to >= len(self._text)

    def go_to(self, line: int, column: int, length: int) -> None:
        """Select so many characters and bring them into sight; as soon as they are laid out, if they are not yet."""
        self._wanted = None
        if self.document().blockCount() <= line + 1 and self._shown_to < len(self._text):
            self._wanted = (line, column, length)
            return
        block = self.document().findBlockByNumber(line)
        if not block.isValid():
            return
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + _units(text[:column]))
        cursor.setPosition(
            block.position() + _units(text[: column + length]), QTextCursor.MoveMode.KeepAnchor
        )
        self.setTextCursor(cursor)
        self.centerCursor()

    def place(self) -> tuple[int, int]:
        """Line and column of the selection's begin."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        before = block.text().encode("utf-16-le", "surrogatepass")[
            : 2 * (cursor.selectionStart() - block.position())
        ]
        return block.blockNumber(), len(before.decode("utf-16-le", "replace"))

    def _go_on(self) -> None:
        if self._shown_to < len(self._text):
            self._more.start()
        else:
            self._more.stop()

    def _add_part(self) -> None:
        end = self._part_end(self._shown_to)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(self._text[self._shown_to : end])
        self._shown_to = end
        self._go_on()
        if self._wanted is not None:
            self.go_to(*self._wanted)

    def _part_end(self, start: int) -> int:
        """The end of a line about PART characters further on."""
        end = self._text.find("\n", start + PART)
        return len(self._text) if end < 0 else end

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._coloured.clear()
            if self.isVisible():
                self._colour_visible()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent: the theme may have changed since."""
        super().showEvent(event)
        self._colour_visible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: more lines come into view."""
        super().resizeEvent(event)
        if self.isVisible():
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


def _units(text: str) -> int:
    """How many places Qt counts for a text: letters beyond the first plane take two."""
    return len(text) + sum(ord(sign) > 0xFFFF for sign in text)


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
