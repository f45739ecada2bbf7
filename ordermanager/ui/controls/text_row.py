"""A text with buttons behind it, which come below it where the text would have no room beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.look.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

LEAST = 26
"""In letters of its text."""


class TextRow(QWidget):
    """`text` and `buttons` may be of any parent; they get this one. Below a text that has less than `least` letters of
    room the buttons stand at the left, or at the `right`."""

    def __init__(
        self,
        text: QWidget,
        buttons: Sequence[QWidget],
        parent: QWidget | None = None,
        *,
        right: bool = False,
        least: int = LEAST,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._buttons = tuple(buttons)
        self._place = QWidget(self)
        flow = FlowLayout(self._place, SPACE, SPACE)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        if right:
            flow.push_right(buttons[0])
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE)
        self._box.addWidget(text, 1)
        self._box.addWidget(self._place)
        self._arrange(1 << 24)  # beside one another until it is known how little room there is

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: as narrow as the widest button."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        beside = sum(button.sizeHint().width() for button in self._buttons) + SPACE * (len(self._buttons) - 1)
        is_narrow = width - beside - SPACE < self._least * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._place.setMinimumWidth(0 if is_narrow else beside)
