"""Cells of the review's table: a sign for the worst finding; who edits one sees the text of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import QWidget

from ordermanager.ui.big_table import BigTableView, Column
from ordermanager.ui.big_table.cell_painter import CellPainter
from ordermanager.ui.controls.field_cells import AnyIndex, FieldDelegate
from ordermanager.ui.import_dialog.review_table import MARK, ReviewModel
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import colours, small_edge

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ordermanager.services.imports.review_results import ReviewRow


class ReviewTable(BigTableView):
    """F2 or a double click edits a cell in place; Enter goes to the field below the table."""

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(model, ReviewDelegate(), parent)
        self.setAccessibleName(self.tr("Orders of the file"))
        self.doubleClicked.connect(self._on_double_click)

    def edit_cell(self, index: QModelIndex) -> bool:
        """Open the editor of a cell; False where the column cannot be edited."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent: F2 on a cell that is no field goes to the field below."""
        if event.key() == Qt.Key.Key_F2:
            if not self.edit_cell(self.currentIndex()) and self.current_id is not None:
                self.opened.emit(self.current_id)
            return
        super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self.edit_cell(index) and self.current_id is not None:
            self.opened.emit(self.current_id)


class ReviewDelegate(FieldDelegate):
    """Orders that are left out are muted and have a sign of their own."""

    def _paint_cell(
        self, painter: CellPainter, rect: QRect, column: Column[Any], row: ReviewRow, text_colour: str
    ) -> None:
        if column.key == MARK:
            name, colour = _sign(row)
            edge = small_edge(painter.lines.metrics)
            place = QRect(0, 0, edge, edge)
            place.moveCenter(rect.center())
            picture = pixmap(name, colour, edge, painter.ratio)
            painter.drawPixmap(place.topLeft(), picture)
            return
        quiet = (
            painter.theme.muted if not row.is_included and text_colour == painter.theme.text else text_colour
        )
        super()._paint_cell(painter, rect, column, row, quiet)

    def _text_of(self, index: AnyIndex) -> str:
        """Override FieldDelegate._text_of: as it stands in the file."""
        return cast("ReviewModel", index.model()).edit_text(index)


def _sign(row: ReviewRow) -> tuple[str, str]:
    theme = colours()
    if not row.is_included:
        return "minus", theme.muted
    if row.errors:
        return "error", theme.error
    if row.warnings:
        return "warning", theme.warning
    return "check", theme.good
