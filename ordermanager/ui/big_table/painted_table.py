"""A table view that paints itself row by row and only what changed.

Qt asks a delegate for every cell and builds its options each time, which in Python takes most of a frame; and a view
under a style sheet is not taken to be opaque, so that each step of scrolling painted all of it anew. Here the ground
is painted in one go, a step of scrolling moves what is there, and a row whose record came again unchanged stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ordermanager.ui.big_table.cell_painter import CellPainter, tint
from ordermanager.ui.big_table.header import BigTableHeader
from ordermanager.ui.big_table.pins import Pins, moved_point
from ordermanager.ui.controls.own_viewport import give_viewport
from ordermanager.ui.look.theme import LEADING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QRegion

    from ordermanager.ui.big_table.columns import Column
    from ordermanager.ui.big_table.delegate import CellDelegate
    from ordermanager.ui.big_table.model import BigTableModel

    Place = tuple[Column[Any], int, int]
    """A column, where its cells begin in the viewport (the first one behind LEADING), and their width."""

AnyIndex = QModelIndex | QPersistentModelIndex
REMEMBERED = 2000
_NEVER = object()


class PaintedTable(QTableView):
    """Its model has `columns` and `row_at(row)`, its delegate is a `CellDelegate`, and all of a row is selected."""

    rows_painted = Signal()
    """Once, when records were painted for the first time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted: dict[int, object] = {}
        self._has_painted_rows = False
        self._none_pinned: Pins | None = None
        give_viewport(self).setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QTableView::paintEvent."""
        painter = CellPainter(self.viewport(), self.font())
        try:
            self._paint(painter, event.region())
        finally:
            painter.end()
        if not self._has_painted_rows and any(record is not None for record in self._painted.values()):
            self._has_painted_rows = True
            self.rows_painted.emit()

    def repaint_changed(self) -> None:
        """Paint those of the visible rows anew whose records are others than were painted last."""
        if not self.isVisible():
            return
        area = self.viewport().rect()
        model = cast("BigTableModel[Any]", self.model())
        for row in self._rows_in(area):
            if self._painted.get(row, _NEVER) != model.row_at(row):
                top, height = self.rowViewportPosition(row), self.rowHeight(row)
                self.viewport().update(QRect(0, top, area.width(), height))

    @property
    def pins(self) -> Pins:
        """Which columns stay at the left."""
        header = self.horizontalHeader()
        if isinstance(header, BigTableHeader):
            return header.pins
        if self._none_pinned is None:
            self._none_pinned = Pins(header)
        return self._none_pinned

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Override QTableView::scrollContentsBy: what is pinned was moved along with the rest."""
        super().scrollContentsBy(dx, dy)
        if dx and self.pins.sections:
            self.viewport().update(0, 0, self.pins.width + abs(dx), self.viewport().height())
            self.horizontalHeader().viewport().update()

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """Override QTableView::indexAt: what is seen at this place."""
        return super().indexAt(moved_point(pos, -self.pins.shift(pos.x())))

    def visualRect(self, index: AnyIndex) -> QRect:
        """Override QTableView::visualRect: where a cell is seen."""
        rect = super().visualRect(index)
        if self.pins.strip and index.column() in self.pins:
            rect.translate(self.horizontalHeader().offset(), 0)
        return rect

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Override QTableView::scrollTo: a pinned column is seen already, another one not below them."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() in self.pins and self.pins.edge:
            bar.setValue(before)
        elif hidden := max(0, self.pins.strip - self.columnViewportPosition(index.column())):
            bar.setValue(bar.value() - hidden)

    def _rows_in(self, area: QRect) -> range:
        count = self.model().rowCount()
        first = self.rowAt(area.top())
        if not count or first < 0:
            return range(0)
        last = self.rowAt(area.bottom())
        return range(first, (count if last < 0 else last + 1))

    def _columns_in(self, area: QRect, strip: int) -> tuple[list[Place], list[Place]]:
        """The columns that are scrolled, as far as they are seen beside the strip of the pinned ones; and those."""
        scrolled, pinned = [], []
        header = self.horizontalHeader()
        for section, column in enumerate(cast("BigTableModel[Any]", self.model()).columns):
            if self.isColumnHidden(section):
                continue
            width, position = self.columnWidth(section), header.sectionPosition(section)
            lead = 0 if position else LEADING
            if strip and section in self.pins:
                pinned.append((column, position + lead, width - lead))
                continue
            left = self.columnViewportPosition(section)
            if left <= area.right() and left + width > max(area.left(), strip):
                scrolled.append((column, left + lead, width - lead))
        return scrolled, pinned

    def _paint(self, painter: CellPainter, region: QRegion) -> None:
        area = region.boundingRect()
        theme = painter.theme
        painter.fill(area, tint(theme.base))
        strip, edge = self.pins.strip, self.pins.edge
        places, pinned = self._columns_in(area, strip)
        if not places and not pinned:
            return
        everything = [*places, *pinned]
        left = min(place[1] for place in everything) - LEADING
        width = max(place[1] + place[2] for place in everything) - left
        model = cast("BigTableModel[Any]", self.model())
        delegate = cast("CellDelegate", self.itemDelegate())
        selection = self.selectionModel().selection()
        is_active = self._has_the_keys()
        group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
        selected_ground = self.palette().color(group, QPalette.ColorRole.Highlight)
        if len(self._painted) > REMEMBERED:
            self._painted.clear()
        for row in self._rows_in(area):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if not region.intersects(QRect(left, top, width, height)):
                continue
            is_selected = selection.contains(model.index(row, 0))
            if is_selected:
                painter.fill(QRect(left, top, width, height), selected_ground)
            painter.fill(QRect(left, top + height - 1, width, 1), tint(theme.line))
            record = self._painted[row] = model.row_at(row)
            colour = theme.selection_text if is_selected and is_active else theme.text
            delegate.paint_row(painter, top, height, places, record, colour)
            if strip:
                painter.fill(
                    QRect(0, top, strip, height), selected_ground if is_selected else tint(theme.base)
                )
                painter.fill(QRect(0, top + height - 1, strip, 1), tint(theme.line))
                delegate.paint_row(painter, top, height, pinned, record, colour)
        if edge:
            painter.fill(QRect(edge - 1, area.top(), 1, area.height()), tint(theme.strong_line))
        self._paint_focus(painter)

    def _has_the_keys(self) -> bool:
        """Itself, or the cell that is edited. Whoever goes through the window by keys sees by it where they are."""
        has_focus = self.hasFocus() or self.state() == QAbstractItemView.State.EditingState
        return has_focus and self.isActiveWindow()

    def _paint_focus(self, painter: CellPainter) -> None:
        """A frame around the cell that F2 would edit."""
        index = self.currentIndex()
        if not index.isValid() or not self.hasFocus():
            return
        if self._field_of(index):
            rect = self.visualRect(index).adjusted(0, 0, -1, -1)
            if index.column() not in self.pins:
                rect.setLeft(max(rect.left(), self.pins.strip))
            if rect.width() > 0:
                painter.setPen(tint(painter.theme.accent))
                painter.drawRect(rect)

    def _field_of(self, index: QModelIndex) -> str:
        return cast("BigTableModel[Any]", self.model()).columns[index.column()].field
