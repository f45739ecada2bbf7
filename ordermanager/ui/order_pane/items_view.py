"""The items' table for people who type: every deed has a key, and Tab past the last cell begins the next item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QTableView,
    QWidget,
)

from ordermanager.ui.order_pane.items_columns import ItemColumns
from ordermanager.ui.order_pane.items_delegate import ItemDelegate, is_for_the_order
from ordermanager.ui.order_pane.items_model import COLUMNS, LINE_TOTAL, ItemsModel

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 30
_FIRST, _LAST = 0, len(COLUMNS) - 1
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class ItemsView(QTableView):
    """Cells move by Tab and arrows. Enter ends the list in an empty last row, and Tab leaves the table from there, so
    that the keys never get caught.
    """

    current_changed = Signal()

    def __init__(
        self, model: ItemsModel, services: Services, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._anchor = QPersistentModelIndex()
        self.setModel(model)
        delegate = ItemDelegate(self, services, jobs)
        delegate.product_chosen.connect(self.take_product)
        self.setItemDelegate(delegate)
        self.setProperty("role", "grid")
        self.setAccessibleName(self.tr("Items"))
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.DoubleClicked
            | triggers.EditKeyPressed
            | triggers.SelectedClicked
        )
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumWidth(28)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.columns = ItemColumns(self, model)
        model.modelReset.connect(self.columns.arrange)

    # what the user does

    def add_item(self) -> None:
        """Begin another item, and edit its first cell."""
        last = self._model.rowCount() - 1
        row = last if last >= 0 and self._model.is_empty(last) else self._model.add()
        self._edit(row, _FIRST)

    def remove_items(self) -> None:
        """Remove the rows of the selection; the cell below takes the keys."""
        rows = sorted(
            {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}, reverse=True
        )
        column = max(self.currentIndex().column(), 0)
        for row in rows:
            if row >= 0:
                self._model.remove(row)
        if self._model.rowCount():
            self.go_to(self._model.index(min(rows[-1], self._model.rowCount() - 1), column))

    def duplicate_item(self) -> None:
        """Put a copy of the current row below it."""
        row = self.currentIndex().row()
        if row >= 0:
            self._model.add(row + 1, self._model.items()[row])
            self.go_to(self._model.index(row + 1, self.currentIndex().column()))

    def move_item(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if row >= 0 and self._model.move(row, row + by):
            self.go_to(self._model.index(row + by, column))

    def jump(self, row: int, field: str) -> None:
        """Go to a cell."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if row < self._model.rowCount():
            column = COLUMNS.index(field) if field in COLUMNS else _FIRST
            if self.isColumnHidden(column):
                self.columns.show_all(True)
            index = self._model.index(row, column)
            self.go_to(index)
            self.scrollTo(index)

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the only selected one; Qt's own way would look at the keys that are held (Ctrl+D)."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._anchor = QPersistentModelIndex(index)

    def take_product(self, row: int, product: Any) -> None:
        """Fill a row from a product and go on to its quantity."""
        self.go_to(self._model.index(row, COLUMNS.index("quantity")))
        self._model.fill(row, dict(product.item))

    def is_editing(self) -> bool:
        """Whether a cell's editor is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def commit(self) -> None:
        """Take over what stands in an open editor."""
        if self.is_editing():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: here the table's keys mean items, whatever they mean in the window's menus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent."""
        if self.is_editing():  # Enter comes here too, before the editor has closed
            super().keyPressEvent(event)
            if is_for_the_order(event):
                event.ignore()
            return
        if not self._model.rowCount() and self._begins_text(event):
            self.add_item()
            QApplication.sendEvent(QApplication.focusWidget() or self, event)
            return
        before = self.currentIndex()
        if not self._handle(event):
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._anchor = QPersistentModelIndex(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QAbstractItemView::mousePressEvent."""
        super().mousePressEvent(event)
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = QPersistentModelIndex(self.currentIndex())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Override QWidget::focusNextPrevChild: Tab moves between cells, and out of the table at its ends."""
        if self.is_editing() or self._step(1 if next else -1, leave_empty=True):
            return True
        return super(QAbstractItemView, self).focusNextPrevChild(next)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Override QAbstractItemView::closeEditor: Tab edits the next cell and adds a row, Enter goes down."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint in (hints.EditNextItem, hints.EditPreviousItem):
            if self._step(1 if hint == hints.EditNextItem else -1, leave_empty=False):
                self.edit(self.currentIndex())
            else:
                super(QAbstractItemView, self).focusNextPrevChild(hint == hints.EditNextItem)
        elif hint == hints.SubmitModelCache and self._is_end(self.currentIndex().row()):
            super(QAbstractItemView, self).focusNextPrevChild(True)
        elif hint == hints.SubmitModelCache:
            below = self.currentIndex().row() + 1
            if below < self._model.rowCount():
                self.go_to(self._model.index(below, self.currentIndex().column()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView::resizeEvent: a wider table shows more of the names."""
        super().resizeEvent(event)
        self.columns.arrange()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override QAbstractItemView::currentChanged: a row that was left is checked in full."""
        super().currentChanged(current, previous)
        if previous.isValid() and previous.row() != current.row():
            self._model.settle(previous.row())
        self.current_changed.emit()

    # inside

    def _handle(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key == Qt.Key.Key_Delete and control:
            self.remove_items()
        elif key == Qt.Key.Key_Delete or (key == Qt.Key.Key_Backspace and not control):
            self._clear()
        elif key == Qt.Key.Key_D and control:
            self.duplicate_item()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and alt:
            self.move_item(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self._enter()
        elif key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(*_ARROWS[key])
        else:
            return False
        return True

    def _extend(self, down: int, right: int) -> None:
        """Select from where the selection began to the cell beside the current one."""
        current = self.currentIndex()
        to = self._model.index(current.row() + down, current.column() + right)
        if not to.isValid():
            return
        anchor = (
            self._model.index(self._anchor.row(), self._anchor.column())
            if self._anchor.isValid()
            else current
        )
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(QItemSelection(anchor, to), flags.ClearAndSelect)
        self.selectionModel().setCurrentIndex(to, flags.NoUpdate)
        self.scrollTo(to)

    def _begins_text(self, event: QKeyEvent) -> bool:
        """Whether a key writes a letter: in an empty table that is the first item's."""
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & commands

    def _enter(self) -> None:
        """Enter edits the cell, or begins the first item."""
        if self._model.rowCount() == 0:
            self.add_item()
        elif self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())

    def _is_end(self, row: int) -> bool:
        """Whether a row is the last one and nothing stands in it."""
        return row == self._model.rowCount() - 1 and self._model.is_empty(row)

    def _step(self, by: int, *, leave_empty: bool) -> bool:
        """Go to the next or previous cell that can be edited, adding a row behind the last one.

        False where the table ends: before its first cell, behind an empty last row, or (`leave_empty`) in one.
        """
        index = self.currentIndex()
        rows = self._model.rowCount()
        if not index.isValid():
            return False
        row, column = index.row(), index.column() + by
        if by > 0 and self._is_end(row) and (leave_empty or index.column() == self._last):
            return False
        while 0 <= column <= _LAST and (COLUMNS[column] == LINE_TOTAL or self.isColumnHidden(column)):
            column += by
        if column < _FIRST:
            row, column = row - 1, self._last
        elif column > _LAST:
            row, column = row + 1, _FIRST
        if row < 0:
            return False
        if row == rows:
            self._model.add()
        self.go_to(self._model.index(row, column))
        return True

    @property
    def _last(self) -> int:
        """The last column that is shown."""
        return max((n for n in range(len(COLUMNS)) if not self.isColumnHidden(n)), default=_LAST)

    def _edit(self, row: int, column: int) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        index = self._model.index(row, column)
        self.go_to(index)
        self.edit(index)

    def _clear(self) -> None:
        for index in self.selectedIndexes():
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self._model.setData(index, "")

    def _copy(self) -> None:
        """Copy the selection as a table that spreadsheets take."""
        from ordermanager.ui.controls.copied_table import as_text

        indexes = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        rows: dict[int, list[str]] = {}
        for index in indexes:
            role = (
                Qt.ItemDataRole.EditRole
                if COLUMNS[index.column()] != LINE_TOTAL
                else Qt.ItemDataRole.DisplayRole
            )
            text = str(index.data(role) or "")
            rows.setdefault(index.row(), []).append(text)
        QGuiApplication.clipboard().setText(as_text(list(rows.values())))

    def _paste(self) -> None:
        """Paste a table from the current cell on; rows are added as needed, the computed column is skipped. A cell of a
        spreadsheet may have tabs and line breaks in it."""
        from ordermanager.ui.controls.copied_table import as_cells

        start = self.currentIndex()
        first_row, first_column = max(start.row(), 0), max(start.column(), 0)
        columns = [column for column in range(first_column, len(COLUMNS)) if COLUMNS[column] != LINE_TOTAL]
        for number, cells in enumerate(as_cells(QGuiApplication.clipboard().text())):
            row = first_row + number
            if row >= self._model.rowCount():
                row = self._model.add()
            for column, text in zip(columns, cells, strict=False):
                self._model.setData(self._model.index(row, column), text.strip())


def _is_ours(event: QKeyEvent) -> bool:
    """Whether the table handles a key that the window has a shortcut for."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    keys = QKeySequence.StandardKey
    if event.matches(keys.Copy) or event.matches(keys.Paste):
        return True
    return event.key() == Qt.Key.Key_Delete or (event.key() == Qt.Key.Key_D and control)
