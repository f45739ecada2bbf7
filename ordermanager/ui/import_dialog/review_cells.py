"""Cells of the review's table: a sign for the worst finding, and the editor that fits a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.domain.statuses import Status
from ordermanager.ui.big_table import BigTableView, Column
from ordermanager.ui.big_table.cell_painter import CellPainter
from ordermanager.ui.big_table.delegate import CellDelegate
from ordermanager.ui.icons import pixmap
from ordermanager.ui.import_dialog.review_table import MARK, ReviewModel
from ordermanager.ui.theme import colours
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ordermanager.services.review_results import ReviewRow

AnyIndex = QModelIndex | QPersistentModelIndex
SIGN = 16
LONGEST = 10_000
NARROWEST = 130


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


class ReviewDelegate(CellDelegate):
    """Orders that are left out are muted and have a sign of their own."""

    def _paint_cell(
        self, painter: CellPainter, rect: QRect, column: Column[Any], row: ReviewRow, text_colour: str
    ) -> None:
        if column.key == MARK:
            name, colour = _sign(row)
            place = QRect(0, 0, SIGN, SIGN)
            place.moveCenter(rect.center())
            picture = pixmap(name, colour, SIGN, painter.ratio)
            painter.drawPixmap(place.topLeft(), picture)
            return
        quiet = (
            painter.theme.muted if not row.is_included and text_colour == painter.theme.text else text_colour
        )
        super()._paint_cell(painter, rect, column, row, quiet)

    # -- editing

    def createEditor(  # noqa: D102 - an override
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        column = cast("ReviewModel", index.model()).columns[index.column()]
        editor: QWidget
        if ORDER_FIELD[column.field].kind is Kind.STATUS:
            editor = box = status_box(parent)
            box.activated.connect(lambda _index: self._commit(box))
        else:
            editor = line = QLineEdit(parent)
            line.setMaxLength(LONGEST)
            if ORDER_FIELD[column.field].kind is Kind.MONEY:
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(column.title)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::setEditorData: the text as it stands in the file."""
        model = cast("ReviewModel", index.model())
        text = model.edit_text(index)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::setModelData."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(  # noqa: D102 - an override
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        rect: QRect = cast("Any", option).rect
        editor.setGeometry(rect.adjusted(0, 0, max(0, NARROWEST - rect.width()), -1))

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def status_box(parent: QWidget) -> QComboBox:
    """A list of the API's statuses by their names, with their values as data."""
    box = QComboBox(parent)
    for status in Status:
        box.addItem(status_name(status), status.value)
    return box


def _sign(row: ReviewRow) -> tuple[str, str]:
    theme = colours()
    if not row.is_included:
        return "minus", theme.muted
    if row.errors:
        return "error", theme.error
    if row.warnings:
        return "warning", theme.warning
    return "check", theme.good
