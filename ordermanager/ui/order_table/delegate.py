"""Draws state pills and finding marks, and makes the editor of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.domain.statuses import Status
from ordermanager.ui.big_table import Align, CellDelegate
from ordermanager.ui.big_table.cell_painter import CellPainter, paint_pill, paint_text
from ordermanager.ui.icons import pixmap
from ordermanager.ui.order_table.columns import MARK, STATE, TOTAL
from ordermanager.ui.theme import SPACE
from ordermanager.ui.words import STATE_ICONS, state_name, status_name

if TYPE_CHECKING:
    from ordermanager.store import OrderRow
    from ordermanager.ui.big_table import Column
    from ordermanager.ui.order_table.model import OrderTableModel

AnyIndex = QModelIndex | QPersistentModelIndex
MARK_SIZE = 16
SIGN_WIDTH = 56
"""A column of states no wider than this shows their signs only."""


class OrderDelegate(CellDelegate):
    """Cells of the order table."""

    def _paint_cell(
        self, painter: CellPainter, rect: QRect, column: Column[Any], row: OrderRow, text_colour: str
    ) -> None:
        if column.key == STATE:
            pair = painter.theme.states[row.state]
            text = state_name(row.state) if rect.width() > SIGN_WIDTH else ""
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
        place = QRect(0, 0, MARK_SIZE, MARK_SIZE)
        place.moveCenter(rect.center())
        painter.drawPixmap(place.topLeft(), pixmap(name, colour, MARK_SIZE, painter.ratio))

    # -- editing

    def createEditor(  # noqa: D102 - an override
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        model = cast("OrderTableModel", index.model())
        field = ORDER_FIELD[model.columns[index.column()].field]
        editor: QWidget
        if field.kind is Kind.STATUS:
            editor = QComboBox(parent)
            for status in Status:
                editor.addItem(status_name(status), status.value)
            editor.activated.connect(lambda _index: self._commit(editor))
        else:
            line = QLineEdit(parent)
            line.setMaxLength(10_000)
            if field.kind is Kind.MONEY:
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
            editor = line
        editor.setAccessibleName(model.columns[index.column()].title)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::setEditorData."""
        model = cast("OrderTableModel", index.model())
        row = model.row_at(index.row())
        text = "" if row is None else model.edit_text(row, model.columns[index.column()].field)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::setModelData."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(  # noqa: D102 - an override
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        rect: QRect = cast("Any", option).rect
        editor.setGeometry(rect.adjusted(0, 0, max(0, 90 - rect.width()), -1))

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
