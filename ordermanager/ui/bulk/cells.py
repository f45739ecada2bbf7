"""Cells of the list that hold for several orders: filled down, and edited while several rows are selected."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ordermanager.domain.fields import ORDER_FIELD
from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.bulk.changes import Wish
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from ordermanager.services.orders.bulk import BulkChange
    from ordermanager.ui.bulk.changes import BulkChanges
    from ordermanager.ui.orders_page import OrdersPage
    from ordermanager.ui.shell.messages import MessageBar


class CellDeeds(QObject):
    """Belongs to the window; the changes themselves are BulkChanges', and so is their undo."""

    def __init__(self, orders: OrdersPage, bulk: BulkChanges, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._orders = orders
        self._bulk = bulk
        self._messages = messages

    def fill_down(self) -> None:
        """Write the value that the first selected row has in the current column into the other selected rows."""
        table, model = self._orders.table, self._orders.model
        rows = table.selected_rows()
        first = next(rows, None)
        column = model.columns[table.currentIndex().column()] if table.currentIndex().isValid() else None
        if column is None or not column.field:
            text = self.tr("Go to a cell that can be edited (status, date, total, e-mail …), then fill down.")
            self._messages.show_message("info", text)
            return
        row = None if first is None else model.row_at(first)
        others = table.selected_ids()[1:]
        if row is None or not others:
            text = self.tr("Select the row whose value is wanted, and the rows below it, then fill down.")
            self._messages.show_message("info", text)
            return
        self._bulk.change(others, self._wish(column.field, model.edit_text(row, column.field)))

    def on_cell_edited(self, change: BulkChange) -> None:
        """One cell was edited: where it stood in a selection, offer the same for the rest of that."""
        self._bulk.remember_cell(change)
        edited = set(change.ids)
        selected = self._orders.table.selected_ids() if self._orders.table.selected_count > 1 else array("q")
        if not edited or not edited.issubset(selected):
            return
        others = array("q", (order_id for order_id in selected if order_id not in edited))
        wish = self._wish(change.field, change.text)
        text = self.tr(
            "Set {field} to “{value}” in the other %n selected order(s) too?", "", len(others)
        ).format(field=i18n.label(ORDER_FIELD[change.field]), value=wish.shown)
        self._messages.show_message("info", text, self.tr("Set"), lambda: self._set_in(others, wish))

    def _set_in(self, others: array[int], wish: Wish) -> None:
        self._bulk.change(others, wish)

    def _wish(self, field: str, text: str) -> Wish:
        return Wish(
            field, text, status_name(text) if field == "status" and text in Status.__members__ else text
        )
