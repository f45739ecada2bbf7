"""The table of a folder's orders: its columns, model, delegate and edits in place."""

from __future__ import annotations

from ordermanager.ui.order_table.model import OrderTableModel
from ordermanager.ui.order_table.view import OrderTableView

__all__ = ["OrderTableModel", "OrderTableView"]
