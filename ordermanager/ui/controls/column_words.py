"""The width of a column of words that a person must be able to read whole: the names of fields, beside their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from ordermanager.ui.look.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QTableView

_LOOKED_AT = 200
"""Rows; the same few names come again and again."""
_ROUNDING = 2
"""Pixels: a text may want a part of one more than its metrics say, and would stand shortened."""


def fit_words(view: QTableView, column: int, *, least: int, most: int) -> None:
    """Make a column as wide as the longest of its texts and its title, within bounds in average letters."""
    model = view.model()
    cells = [model.index(row, column) for row in range(min(model.rowCount(), _LOOKED_AT))]
    widest = max((_width(view, cell) for cell in cells), default=0)
    header, letter = view.horizontalHeader(), view.fontMetrics().averageCharWidth()
    wanted = max(widest + 2 * SPACE + _ROUNDING, header.sectionSizeHint(column))
    header.resizeSection(column, max(least * letter, min(most * letter, wanted)))


def _width(view: QTableView, cell: QModelIndex) -> int:
    font = cell.data(Qt.ItemDataRole.FontRole)
    metrics = view.fontMetrics() if font is None else QFontMetrics(font)
    return metrics.horizontalAdvance(str(cell.data() or ""))
