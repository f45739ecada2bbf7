"""Draws the rows of a big table from the model's records, with one look for ground, selection, text and
placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ordermanager.ui.big_table.cell_painter import CellPainter, lines_of, paint_text, tint
from ordermanager.ui.look.theme import LEADING, SPACE, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.ui.big_table.columns import Column

    Places = Sequence[tuple[Column[Any], int, int]]

AnyIndex = QModelIndex | QPersistentModelIndex
ROUNDED = 3
WIDEST = 480
"""A column does not become wider than this by a double click at its edge."""


class CellDelegate(QStyledItemDelegate):
    """Subclasses override `_paint_cell` for columns that are more than text. `PaintedTable` calls `paint_row`; Qt's
    own way, a call for every cell, takes several times as long.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Override QStyledItemDelegate::sizeHint: what a column takes that is fitted to what it shows."""
        style = cast("Any", option)
        text = str(index.data() or "")
        width = lines_of(style.font).advance(text) + self._beside_text(index.column()) + 2 * SPACE
        if not style.widget.horizontalHeader().sectionPosition(index.column()):
            width += LEADING
        return QSize(min(width, WIDEST), style.fontMetrics.height() + 2 * SPACE)

    def _beside_text(self, _column: int) -> int:
        """What a column needs beside its text, in pixels."""
        return 1

    def paint_row(
        self, painter: CellPainter, top: int, height: int, places: Places, record: Any, colour: str
    ) -> None:
        """Draw what a row says in `colour`, in the columns of `places` (column, left, width); its ground is there.

        `record`: None where the row is not known yet.
        """
        for column, left, width in places:
            rect = QRect(left, top, width, height)
            if record is None:
                _paint_placeholder(painter, rect)
            else:
                self._paint_cell(painter, rect, column, record, colour)

    def _paint_cell(
        self, painter: CellPainter, rect: QRect, column: Column[Any], row: Any, text_colour: str
    ) -> None:
        """Draw one cell; the ground is there already."""
        theme = painter.theme
        colour = theme.muted if column.is_quiet and text_colour == theme.text else text_colour
        paint_text(painter, rect, column.text(row), int(column.align.value), colour)


def _paint_placeholder(painter: CellPainter, rect: QRect) -> None:
    bar = QRectF(rect.adjusted(SPACE, 0, -SPACE, 0))
    bar.setWidth(min(bar.width() * 0.7, 90.0))
    bar.setHeight(6)
    bar.moveTop(rect.center().y() - 3)
    painter.save()
    painter.setRenderHint(CellPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint(colours().line))
    painter.drawRoundedRect(bar, ROUNDED, ROUNDED)
    painter.restore()
