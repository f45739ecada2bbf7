"""The table in which orders stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ordermanager.ui.controls.column_words import fit_words
from ordermanager.ui.controls.row_list import dress_as_row_list, set_small_icons
from ordermanager.ui.look.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ordermanager.ui.duplicates.comparison import Comparison

FIELD_WIDTH, ORDER_WIDTH = 18, 28
"""Average letters; the names of fields have more where they need it, the result takes the room that is left."""


class ComparisonCells(QTableView):
    """Space and Enter choose a cell; Tab goes on to the buttons."""

    picked = Signal(object)

    def __init__(self, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self.setModel(comparison)
        dress_as_row_list(self, self.tr("The orders side by side"))
        self.setProperty("role", "list")
        set_small_icons(self)
        # A cell is what is taken over.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + SPACE)
        comparison.modelReset.connect(self._fit_columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _fit_columns(self) -> None:
        header, columns = self.horizontalHeader(), self._comparison.columnCount()
        letter = self.fontMetrics().averageCharWidth()
        for column in range(columns):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, letter * ORDER_WIDTH)
        if columns:
            fit_words(self, 0, least=FIELD_WIDTH, most=ORDER_WIDTH + FIELD_WIDTH)
            header.setSectionResizeMode(columns - 1, QHeaderView.ResizeMode.Stretch)
