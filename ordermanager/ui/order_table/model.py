"""The model of the order table: orders of an `OrderQuery`, edited in place through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.ui import i18n
from ordermanager.ui.big_table import BigTableModel
from ordermanager.ui.order_table.columns import order_columns

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.store.orders.query import OrderQuery, OrderRow
    from ordermanager.ui.jobs import Jobs


AnyIndex = QModelIndex | QPersistentModelIndex


class OrderTableModel(BigTableModel["OrderRow"]):
    """Refreshes itself when the services say that orders changed."""

    cell_changed = Signal(object)  # services.bulk.BulkChange

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        self.timezone = services.settings.get().timezone
        super().__init__(jobs, order_columns(self.timezone), parent)
        self._services = services
        jobs.changed.connect(self._on_changed)

    def _read_ids(self, query: OrderQuery, limit: int | None) -> array[int]:
        return self._services.lists.list_ids(query if limit is None else query._replace(limit=limit))

    def _read_rows(self, ids: Sequence[int]) -> list[OrderRow]:
        return self._services.lists.rows(ids)

    def _on_changed(self, changes: Changes) -> None:
        if changes.orders or changes.outbox:
            query: OrderQuery | None = self.query
            is_same_list = changes.only_states and query is not None and not query.knows_states
            ids = changes.order_ids if changes.orders else None
            # What a person does to a few orders does not move them away from under the hand.
            self.refresh(ids, is_same_list=is_same_list, keeps_places=ids is not None)

    def edit_text(self, row: OrderRow, field: str) -> str:
        """What an editor of this field starts with; a form that the checks read back to the same value."""
        if ORDER_FIELD[field].kind is Kind.DATE:
            return i18n.plain_date_time(row.date, self.timezone)
        if field == "totalCost":
            return "" if row.total is None else f"{row.total:f}"
        texts = {
            "externalOrderId": row.external_order_id,
            "status": row.status,
            "currency": row.currency,
            "email": row.email,
            "phone": row.phone,
            "externalCustomerId": row.external_customer_id,
        }
        return texts[field]

    def ask_entered(self, index: AnyIndex, show: Callable[[str], None], owner: QObject) -> None:
        """Tell what was entered in a cell, which may be what nobody can read as a date or an amount."""
        row, field = self.row_at(index.row()), self.columns[index.column()].field
        if row is None or not row.errors:
            return
        orders, order_id = self._services.orders, row.id

        def look() -> str:
            return next((record.draft.get(field) for record in orders.records([order_id])), "")

        self._jobs.read((id(owner), "entered"), look, show, owner=owner)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags. Safe on a large table only because its header draws itself."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].field:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(  # noqa: D102 - an override
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        column = self.columns[index.column()]
        row = self.row_at(index.row())
        if role != Qt.ItemDataRole.EditRole or not column.field or row is None:
            return False
        text = str(value)
        if text == self.edit_text(row, column.field):
            return False
        order_id, field = row.id, column.field
        self._jobs.write(
            "",
            lambda: self._services.orders.change_field([order_id], field, text),
            self.cell_changed.emit,
            owner=self,
        )
        return True
