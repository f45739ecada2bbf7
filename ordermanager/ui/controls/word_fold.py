"""A row of buttons that shows their icons only where their words do not fit; names and tool tips keep the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QWidget


class WordFold(QObject):
    """Watches the width of `room`, in which the buttons and the `others` stand one behind the other, in one line or
    (`lines`) in several, `gap` pixels between them and `spare` for what else is there; without a gap the room has no
    margins either."""

    def __init__(
        self,
        room: QWidget,
        buttons: Sequence[QPushButton],
        others: Sequence[QWidget],
        *,
        lines: int = 1,
        gap: int = SPACE,
        spare: int = 0,
    ) -> None:
        super().__init__(room)
        self._room = room
        self._others = tuple(others)
        self._words = {button: button.text() for button in buttons}
        self._lines = lines
        self._gap = gap
        self._spare = spare
        self._is_folded = False
        for button, words in self._words.items():
            button.setAccessibleName(words)
            if not button.toolTip():
                set_plain_tooltip(button, words)
        room.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: the room has become wider or narrower, or what is in it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        wanted = [self._with_words(button, words) for button, words in self._words.items()]
        others = [other.minimumSizeHint().width() for other in self._others if other.isVisibleTo(self._room)]
        is_folded = self._lines_for([*others, *wanted]) > self._lines
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            for button, text in self._words.items():
                button.setText("" if is_folded else text)

    def _with_words(self, button: QPushButton, words: str) -> int:
        more = button.fontMetrics().horizontalAdvance(words) + SPACE if self._is_folded else 0
        return button.sizeHint().width() + more

    def _lines_for(self, widths: list[int]) -> int:
        """How many lines these make, one behind the other."""
        room = self._room.width() - (2 * GAP if self._gap else 0) - self._spare
        lines, at = 1, 0
        for width in widths:
            if at and at + width > room:
                lines, at = lines + 1, 0
            at += width + self._gap
        return lines
