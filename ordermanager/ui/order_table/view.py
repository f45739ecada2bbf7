"""The view of the order table: a letter, F2 or a double click edits a cell in place; Enter opens the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QLineEdit

from ordermanager.ui.big_table import ArrangedTableView
from ordermanager.ui.order_table.column_fit import OrderColumnFit
from ordermanager.ui.order_table.columns import CURRENCY, TEXT_FILTERS, TOTAL
from ordermanager.ui.order_table.delegate import OrderDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ordermanager.store.orders.query import OrderRow
    from ordermanager.ui.big_table import Column
    from ordermanager.ui.order_table.model import OrderTableModel


class OrderTableView(ArrangedTableView):
    """A big table whose cells can be edited where the column names a field."""

    text_filters = TEXT_FILTERS

    def __init__(self, model: OrderTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, OrderDelegate(), parent)
        self.setAccessibleName(self.tr("Orders"))
        self._arrange(OrderColumnFit(self))
        self.doubleClicked.connect(self._on_double_click)

    def columns_to_copy(self) -> list[Column[OrderRow]]:
        """Those that are shown and have a title; the currency, which the totals show, is a column of its own."""
        copied = [column for column in self.shown_columns() if column.title]
        keys = [column.key for column in copied]
        if TOTAL in keys and CURRENCY not in keys:
            currency = next(column for column in self._model.columns if column.key == CURRENCY)
            copied.insert(keys.index(TOTAL) + 1, currency)
        return copied

    def edit_cell(self, index: QModelIndex) -> bool:
        """Open the editor of a cell; False where the column cannot be edited."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent."""
        if self.state() != self.State.EditingState:
            if event.key() == Qt.Key.Key_F2 and self.edit_cell(self.currentIndex()):
                return
            if _writes(event) and self.edit_cell(self.currentIndex()):
                from PySide6.QtWidgets import QComboBox  # a start loads none

                editor = QApplication.focusWidget()
                if isinstance(editor, QLineEdit) or (isinstance(editor, QComboBox) and editor.isEditable()):
                    QApplication.sendEvent(editor, event)  # the letter is the first of it
                return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Override QAbstractItemView::closeEditor: Enter goes on to the cell below, as in a spreadsheet."""
        super().closeEditor(editor, hint)
        is_one = self.selected_count <= 1  # of several, the others are asked about
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and is_one:
            current = self.currentIndex()
            if current.row() + 1 < self._model.rowCount():
                self.choose_row(current.row() + 1, current.column())

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self.edit_cell(index) and self.current_id is not None:
            self.opened.emit(self.current_id)


def _writes(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, which begins the new text of a cell."""
    modifiers = Qt.KeyboardModifier
    commands = modifiers.ControlModifier | modifiers.AltModifier | modifiers.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & commands
