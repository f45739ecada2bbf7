"""A table of a million rows: a model that holds ids and fetches pages in the background, a view, header and
delegate.

What the rows are is not known here; `order_table` and `history` bring their columns.
"""

from __future__ import annotations

from ordermanager.ui.big_table.arranged import ArrangedTableView, FittedTableView
from ordermanager.ui.big_table.columns import Align, Column
from ordermanager.ui.big_table.delegate import CellDelegate
from ordermanager.ui.big_table.model import BigTableModel
from ordermanager.ui.big_table.view import BigTableView

__all__ = [
    "Align",
    "ArrangedTableView",
    "BigTableModel",
    "BigTableView",
    "CellDelegate",
    "Column",
    "FittedTableView",
]
