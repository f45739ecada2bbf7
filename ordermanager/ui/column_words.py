"""The width of a column of words that a person must be able to read whole: the names of fields, beside their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

_LOOKED_AT = 200
"""Rows; the same few names come again and again."""


def fit_words(view: QTableView, column: int, *, least: int, most: int) -> None:
    """Make a column as wide as the longest of its texts and its title, within bounds in average letters."""
    metrics, model = view.fontMetrics(), view.model()
    rows = range(min(model.rowCount(), _LOOKED_AT))
    widest = max(
        (metrics.horizontalAdvance(str(model.index(row, column).data() or "")) for row in rows), default=0
    )
    header = view.horizontalHeader()
    letter = metrics.averageCharWidth()
    wanted = max(widest + 2 * SPACE, header.sectionSizeHint(column))
    header.resizeSection(column, max(least * letter, min(most * letter, wanted)))
