"""The header of a big table. Qt's own asks every row whether it is selected, which freezes a large one
(style.md 0.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ordermanager.ui.big_table.cell_painter import fill
from ordermanager.ui.big_table.columns import Align
from ordermanager.ui.big_table.pins import Pins, moved, moved_point
from ordermanager.ui.controls.own_viewport import give_viewport
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import LEADING, SPACE, TIGHT, colours

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from ordermanager.ui.big_table.model import BigTableModel

_ARROW = 14


def arrow_edge(metrics: QFontMetrics) -> int:
    """How large the sign of a sorted column is, which has its room behind the title."""
    return max(_ARROW, metrics.height() - 2 * TIGHT)


class BigTableHeader(QHeaderView):
    """Draws its sections itself: title, sort arrow, lines. Sections can be moved and resized."""

    def __init__(self, model: BigTableModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        give_viewport(self, QPalette.ColorRole.Button).setMouseTracking(True)
        self._table = model
        self._is_held = False
        self._held_at = 0  # how far the section under the hand is from where it would be without pins
        self.pins = Pins(self)
        self.pins.changed.connect(self.viewport().update)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(28)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def is_held(self) -> bool:
        """Whether a person has a hand on it: what moves now was meant."""
        return self._is_held

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView::mousePressEvent."""
        self._is_held = True
        self._held_at = self.pins.shift(int(event.position().x()))
        super().mousePressEvent(moved(event, -self._held_at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView::mouseMoveEvent."""
        at = self._held_at if self._is_held else self.pins.shift(int(event.position().x()))
        super().mouseMoveEvent(moved(event, -at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView::mouseReleaseEvent."""
        super().mouseReleaseEvent(moved(event, -self._held_at))
        self._is_held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView::mouseDoubleClickEvent: at an edge, the column takes the width of what it shows."""
        self._is_held = True
        super().mouseDoubleClickEvent(moved(event, -self.pins.shift(int(event.position().x()))))
        self._is_held = False

    def section_at(self, place: QPoint) -> int:
        """The column that is seen there, -1 where there is none."""
        return self.logicalIndexAt(moved_point(place, -self.pins.shift(place.x())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QHeaderView::paintEvent: pinned sections lie over the others."""
        super().paintEvent(event)
        edge = self.pins.edge
        if not edge:
            return
        painter = QPainter(self.viewport())
        if self.pins.strip:
            for section in self.pins.sections:
                place = QRect(self.sectionPosition(section), 0, self.sectionSize(section), self.height())
                if place.width():
                    painter.setFont(self.font())
                    self.paintSection(painter, place, section)
        fill(painter, QRect(edge - 1, 0, 1, self.height()), QColor(colours().strong_line))
        painter.end()

    def sizeHint(self) -> QSize:
        """Override QHeaderView::sizeHint: a little taller than the text. Qt's own asks for each title, each time."""
        return QSize(self.length(), self.fontMetrics().height() + 2 * SPACE - 2)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Override QHeaderView::paintSection."""
        theme = colours()
        painter.save()
        fill(painter, rect, QColor(theme.window))
        painter.setPen(QPen(QColor(theme.line)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column = self._table.columns[logicalIndex]
        is_sorted = (
            bool(column.sort) and self.sortIndicatorSection() == logicalIndex and self.isSortIndicatorShown()
        )
        lead = 0 if self.sectionPosition(logicalIndex) else LEADING
        place = rect.adjusted(SPACE + lead, 0, -SPACE, 0)
        if is_sorted:
            place = self._draw_arrow(painter, place, column.align is Align.RIGHT)
        painter.setPen(QColor(theme.text if is_sorted else theme.muted))
        font = painter.font()
        font.setBold(is_sorted)
        painter.setFont(font)
        title = painter.fontMetrics().elidedText(column.title, Qt.TextElideMode.ElideRight, place.width())
        if len(title) > 2 or title == column.title:  # one letter says nothing
            painter.drawText(place, int(column.align.value), title)
        painter.restore()

    def _draw_arrow(self, painter: QPainter, place: QRect, at_left: bool) -> QRect:
        is_up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        edge = arrow_edge(self.fontMetrics())
        picture = pixmap(
            "arrow-up" if is_up else "arrow-down", colours().accent, edge, self.devicePixelRatioF()
        )
        top = place.top() + (place.height() - edge) // 2
        if at_left:
            painter.drawPixmap(place.left(), top, picture)
            return place.adjusted(edge + TIGHT, 0, 0, 0)
        painter.drawPixmap(place.right() - edge, top, picture)
        return place.adjusted(0, 0, -(edge + TIGHT), 0)
