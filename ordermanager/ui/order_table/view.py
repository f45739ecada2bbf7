"""The view of the order table: F2 or a double click edits a cell in place; Enter opens the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from ordermanager.ui.big_table import ArrangedTableView
from ordermanager.ui.order_table.column_fit import OrderColumnFit
from ordermanager.ui.order_table.columns import TEXT_FILTERS
from ordermanager.ui.order_table.delegate import OrderDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ordermanager.ui.order_table.model import OrderTableModel


class OrderTableView(ArrangedTableView):
    """A big table whose cells can be edited where the column names a field."""

    text_filters = TEXT_FILTERS

    def __init__(self, model: OrderTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, OrderDelegate(), parent)
        self.setAccessibleName(self.tr("Orders"))
        self._arrange(OrderColumnFit(self))
        self.doubleClicked.connect(self._on_double_click)

    def edit_cell(self, index: QModelIndex) -> bool:
        """Open the editor of a cell; False where the column cannot be edited."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent."""
        if event.key() == Qt.Key.Key_F2 and self.edit_cell(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self.edit_cell(index) and self.current_id is not None:
            self.opened.emit(self.current_id)
