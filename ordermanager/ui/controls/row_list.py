"""How the small lists look whose rows are read and chosen one at a time: in dialogs, and beside a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView

from ordermanager.ui.look.theme import GAP, small_edge

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView


def set_small_icons(view: QAbstractItemView) -> None:
    """Icons in its cells as high as a line of its text."""
    edge = small_edge(view.fontMetrics())
    view.setIconSize(QSize(edge, edge))


def dress_as_row_list(table: QTableView, name: str) -> None:
    """`name`: what a screen reader calls it. Tab leaves the list; rows are as high as the text wants, no grid and no
    row numbers. Wants no model yet."""
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + GAP)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
