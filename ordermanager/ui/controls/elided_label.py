"""A line of text that is shortened to the room it has, so that no text makes a window wider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

LONGEST = 500
"""Letters that are kept of a text at all."""
_LEAST_LETTERS = 4


class ElidedLabel(PlainLabel):
    """Would like to show all of its text, needs room for a few letters. The tool tip has what is cut off. Of fewer
    letters than `least` it shows nothing: half a number would be another one."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "", least: int = 0
    ) -> None:
        super().__init__("", parent, role=role)
        self._least = least
        self._whole = ""
        self.setText(text)

    @property
    def whole(self) -> str:
        """The text, not shortened."""
        return self._whole

    def setText(self, text: str) -> None:
        """Override QLabel::setText."""
        if text and text[:LONGEST] == self._whole:
            return
        self._whole = text[:LONGEST]
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Override QLabel::sizeHint."""
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._whole) + margins.left() + margins.right() + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Override QLabel::minimumSizeHint."""
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        margins = self.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 0))
        if shown != self._whole and len(shown) <= self._least:
            shown = ""
        super().setText(shown)
        self.setAccessibleName(self._whole)
        set_plain_tooltip(self, self._whole if shown != self._whole else "")
