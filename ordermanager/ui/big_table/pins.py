"""Columns that stay at the left while the others scroll under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QHeaderView

MOST = 0.75
"""Of the table's width; where the pinned columns need more, they scroll with the others, or nothing else was seen."""


class Pins(QObject):
    """Belongs to a header. Pinned sections stand first; `strip` is how wide they lie over the others now."""

    changed = Signal()

    def __init__(self, header: QHeaderView) -> None:
        super().__init__(header)
        self._header = header
        self._sections: frozenset[int] = frozenset()
        self._is_arranging = False
        header.sectionMoved.connect(lambda *_: self._arrange())

    @property
    def sections(self) -> list[int]:
        """The pinned columns (logical numbers), from left to right; hidden ones too."""
        return sorted(self._sections, key=self._header.visualIndex)

    def __contains__(self, section: object) -> bool:
        return section in self._sections

    def set(self, sections: Iterable[int]) -> None:
        """Pin exactly these."""
        wanted = frozenset(sections)
        if wanted != self._sections:
            self._sections = wanted
            self._arrange()
            self.changed.emit()

    def turn(self, section: int) -> None:
        """Pin a column behind those that are, or let it go to the first place among the others."""
        self.set(self._sections ^ {section})

    @property
    def width(self) -> int:
        """Of all pinned columns that are shown."""
        return sum(self._header.sectionSize(section) for section in self._sections)

    @property
    def edge(self) -> int:
        """Where they end; 0 where nothing is pinned, or where they would leave too little room for the others."""
        width = self.width if self._sections else 0
        return width if width <= self._header.viewport().width() * MOST else 0

    @property
    def strip(self) -> int:
        """How wide they lie over what is scrolled; 0 where nothing is scrolled."""
        return self.edge if self._sections and self._header.offset() > 0 else 0

    def shift(self, x: int) -> int:
        """What is to be added to where a column is, or taken from where the mouse is, at this place."""
        return self._header.offset() if 0 <= x < self.strip else 0

    def _arrange(self) -> None:
        """Move the pinned ones to the front, in the sequence that they have."""
        if self._is_arranging:
            return
        self._is_arranging = True
        try:
            for place, section in enumerate(self.sections):
                self._header.moveSection(self._header.visualIndex(section), place)
        finally:
            self._is_arranging = False


def moved(event: QMouseEvent, dx: int) -> QMouseEvent:
    """The same with the mouse so much further to the right."""
    by = QPointF(dx, 0)
    return QMouseEvent(
        event.type(),
        event.position() + by,
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
    )


def moved_point(point: QPoint, dx: int) -> QPoint:
    """The point so much further to the right."""
    return QPoint(point.x() + dx, point.y())
