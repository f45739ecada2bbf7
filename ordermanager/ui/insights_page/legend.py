"""What the colours of a chart stand for, in words beside a patch of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.insights_page.hatching import hatch
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect

PATCH = 12
"""Pixels."""


def paint_patch(painter: QPainter, place: QRect, number: int, tone: str) -> None:
    """A patch as a part of a chart looks; `tone` is a field of theme.Colours."""
    painter.fillRect(place, QColor(str(getattr(colours(), tone))))
    hatch(painter, [QRectF(place)], number)


class Legend(QWidget):
    """Entries in lines from the left; none before `show_entries`."""

    def __init__(self, parent: QWidget | None = None, *, has_patterns: bool = False) -> None:
        super().__init__(parent)
        self._has_patterns = has_patterns
        self._flow = FlowLayout(self, GAP, TIGHT)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.entries: tuple[tuple[str, str], ...] = ()
        self._patches: list[tuple[QLabel, str]] = []

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show (colour, text) pairs; colours are fields of theme.Colours."""
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        self._patches = []
        self.entries = tuple(entries)
        for tone, text in entries:
            entry = QWidget(self)  # so that no line ends between a patch and its words
            patch = QLabel(entry)
            self._patches.append((patch, tone))
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(SPACE)
            line.addWidget(patch)
            line.addWidget(PlainLabel(text, entry, role="muted"))
            self._flow.addWidget(entry)
            entry.show()
        self.retint()

    def retint(self) -> None:
        """The theme changed."""
        for number, (patch, tone) in enumerate(self._patches):
            picture = QPixmap(PATCH, PATCH)
            painter = QPainter(picture)
            paint_patch(painter, picture.rect(), number if self._has_patterns else 0, tone)
            painter.end()
            patch.setPixmap(picture)
