"""The table of a folder's orders: its columns, model, delegate and edits in place."""

from __future__ import annotations

from ordermanager.ui.order_table.columns import order_columns
from ordermanager.ui.order_table.delegate import OrderDelegate
from ordermanager.ui.order_table.model import OrderTableModel
from ordermanager.ui.order_table.view import OrderTableView

__all__ = ["OrderDelegate", "OrderTableModel", "OrderTableView", "order_columns"]
