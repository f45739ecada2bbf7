"""Draws state pills, finding marks and amounts in the cells of the order table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRect

from ordermanager.ui.big_table import Align
from ordermanager.ui.big_table.cell_painter import CellPainter, paint_pill, paint_text, pill_icon
from ordermanager.ui.controls.field_cells import AnyIndex, FieldDelegate
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import SPACE, small_edge
from ordermanager.ui.order_table.columns import MARK, STATE, TOTAL
from ordermanager.ui.words import STATE_ICONS, state_name

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QLineEdit

    from ordermanager.store.orders.query import OrderRow
    from ordermanager.ui.big_table import Column
    from ordermanager.ui.order_table.model import OrderTableModel

SIGN_WIDTH = 56


def sign_width(metrics: QFontMetrics) -> int:
    """A column of states no wider than this shows their signs only."""
    return max(SIGN_WIDTH, pill_icon(metrics) + 5 * SPACE)


class OrderDelegate(FieldDelegate):
    """Cells of the order table."""

    def _paint_cell(
        self, painter: CellPainter, rect: QRect, column: Column[Any], row: OrderRow, text_colour: str
    ) -> None:
        if column.key == STATE:
            pair = painter.theme.states[row.state]
            text = state_name(row.state) if rect.width() > sign_width(painter.lines.metrics) else ""
            paint_pill(painter, rect, text, STATE_ICONS[row.state], pair)
        elif column.key == MARK:
            self._paint_mark(painter, rect, row)
        elif column.key == TOTAL:
            self._paint_total(painter, rect, column.text(row), row.currency, text_colour)
        else:
            super()._paint_cell(painter, rect, column, row, text_colour)

    def _paint_total(
        self, painter: CellPainter, rect: QRect, amount: str, currency: str, text_colour: str
    ) -> None:
        """The currency stands in a column of its own width behind the amounts, so that their decimals line up."""
        if not amount:
            return
        unit = painter.lines.advance("UAH") + SPACE
        paint_text(painter, rect.adjusted(0, 0, -unit, 0), amount, int(Align.RIGHT.value), text_colour)
        place = QRect(rect.right() - unit - SPACE + 1, rect.top(), unit + SPACE, rect.height())
        theme = painter.theme
        quiet = theme.muted if text_colour == theme.text else text_colour
        paint_text(painter, place, currency, int(Align.LEFT.value), quiet)

    def _paint_mark(self, painter: CellPainter, rect: QRect, row: OrderRow) -> None:
        if not row.errors and not row.warnings:
            return
        theme = painter.theme
        name, colour = ("error", theme.error) if row.errors else ("warning", theme.warning)
        edge = small_edge(painter.lines.metrics)
        place = QRect(0, 0, edge, edge)
        place.moveCenter(rect.center())
        painter.drawPixmap(place.topLeft(), pixmap(name, colour, edge, painter.ratio))

    def _timezone(self, index: AnyIndex) -> str:
        """Override FieldDelegate._timezone."""
        return cast("OrderTableModel", index.model()).timezone

    def _ask_entered(self, editor: QLineEdit, index: AnyIndex) -> None:
        """Override FieldDelegate._ask_entered: the row has no date or total that cannot be read."""

        def show(text: str) -> None:
            if text and not editor.isModified() and not editor.text():
                editor.setText(text)
                editor.selectAll()

        cast("OrderTableModel", index.model()).ask_entered(index, show, editor)

    def _text_of(self, index: AnyIndex) -> str:
        """Override FieldDelegate._text_of."""
        model = cast("OrderTableModel", index.model())
        row = model.row_at(index.row())
        return "" if row is None else model.edit_text(row, model.columns[index.column()].field)
