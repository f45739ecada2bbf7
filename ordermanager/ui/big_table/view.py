"""The view of a big table: rows of one height, selection as ids, sorting by the query."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ordermanager.ui.big_table.header import BigTableHeader, arrow_edge
from ordermanager.ui.big_table.painted_table import PaintedTable
from ordermanager.ui.look.theme import LEADING, SPACE, TIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from ordermanager.ui.big_table.delegate import CellDelegate
    from ordermanager.ui.big_table.model import BigTableModel

NONE_SELECTED = -1
KEPT_SELECTION = 5000
"""More selected rows than this are not looked up again after the rows were replaced."""


class BigTableView(PaintedTable):
    """Speaks in ids: `current_id`, `selected_ids`, `go_to`. Never asks Qt for selected indexes (style.md
    6.3.6)."""

    current_changed = Signal(object)  # int | None
    selection_changed = Signal(int)  # how many rows
    sort_asked = Signal(str, bool)  # key of the query, descending
    opened = Signal(int)  # Enter or double click on a row that is not edited in place

    def __init__(
        self,
        model: BigTableModel[Any],
        delegate: CellDelegate,
        parent: QWidget | None = None,
        *,
        whole_titles: bool = False,
    ) -> None:
        """`whole_titles`: no column is at first narrower than its title with the arrow of the sorting."""
        super().__init__(parent)
        self._model = model
        self._whole_titles = whole_titles
        self._sort = ("", False)
        self._wants_end = False  # End was pressed before it was known where that is
        self._kept: tuple[int | None, int, int, list[int], int] | None = None
        header = BigTableHeader(model, self)
        self.setHorizontalHeader(header)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setModel(model)
        self._look()
        self._size_columns()
        header.sectionClicked.connect(self._on_header_clicked)
        header.pins.changed.connect(self.viewport().update)
        model.about_to_replace.connect(self._keep_place)
        model.replaced.connect(self._restore_place)
        model.rows_came.connect(self.repaint_changed)
        model.counted.connect(self._go_to_end)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self._set_row_height()

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * SPACE - 2)

    def _size_columns(self) -> None:
        for section in range(len(self._model.columns)):
            self.setColumnWidth(section, self.usual_width(section))

    def usual_width(self, section: int) -> int:
        """What a column takes at first, by the font."""
        metrics = self.fontMetrics()
        column = self._model.columns[section]
        width = int(column.width * metrics.horizontalAdvance("0"))
        if column.samples:
            width += max(metrics.horizontalAdvance(sample) for sample in column.samples)
        if self._whole_titles:
            font = QFont(self.font())
            font.setBold(True)
            title = QFontMetrics(font).horizontalAdvance(column.title)
            width = max(width, title + (arrow_edge(metrics) + TIGHT if column.sort else 0))
        return width + 2 * SPACE + (0 if section else LEADING)

    # -- ids

    @property
    def current_id(self) -> int | None:
        """The row with the keyboard."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(area.height() for area in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.size())]

    def selected_rows(self) -> Iterator[int]:
        """The numbers of the selected rows, from the top."""
        for area in sorted(self._ranges(), key=QItemSelectionRange.top):
            yield from range(area.top(), area.bottom() + 1)

    def selected_ids(self) -> array[int]:
        """The ids of the selected rows, from the ranges of the selection."""
        ids = array("q")
        for area in sorted(self._ranges(), key=QItemSelectionRange.top):
            ids.extend(self._model.ids_between(area.top(), area.bottom()))
        return ids

    def go_to(self, wanted: int, column: int = 0) -> bool:
        """Make a row current and visible; False where the query does not find it."""
        row = self._model.row_of(wanted)
        if row is None:
            return False
        self.choose_row(row, column)
        return True

    def choose_row(self, row: int, column: int = 0) -> None:
        """Make this the only selected row. Qt's own way would look at the keys that are held: Ctrl+S in the form
        would add it to the selection.
        """
        index = self._model.index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def select_ids(self, wanted: Iterable[int]) -> None:
        """Select these rows, without moving the keyboard's row."""
        selection = QItemSelection()
        for first, last in _runs(self._model.rows_of(wanted)):
            selection.select(self._model.index(first, 0), self._model.index(last, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    # -- keeping the place while rows are replaced

    def _keep_place(self) -> None:
        row = self.currentIndex().row() if self.selected_count else NONE_SELECTED
        column = max(0, self.currentIndex().column())
        few = list(self.selected_ids()) if 1 < self.selected_count <= KEPT_SELECTION else []
        self._kept = (self.current_id, row, column, few, self.verticalScrollBar().value())

    def _restore_place(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None or kept[0] is None:
            self.current_changed.emit(self.current_id)
            return
        current, row, column, few, scroll = kept
        self.verticalScrollBar().setValue(scroll)
        if row == NONE_SELECTED:
            self._point_at(current, column)
        elif current is not None and not self.go_to(current, column) and self._model.rowCount():
            # The order went to another folder: the next one takes its place, as in a mail program.
            self.choose_row(max(0, min(row, self._model.rowCount() - 1)), column)
        if few:
            self.select_ids(few)
        self.current_changed.emit(self.current_id)
        self.selection_changed.emit(self.selected_count)

    def _point_at(self, wanted: int | None, column: int) -> None:
        """Put the keys on a row and select nothing, as it was."""
        row = None if wanted is None else self._model.row_of(wanted)
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self._model.index(row, column), flags.NoUpdate)

    # -- Qt

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Override QAbstractItemView::currentChanged."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_changed.emit(self._model.id_at(current.row()) if current.isValid() else None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Override QAbstractItemView::selectionChanged."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit(self.selected_count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent: Home and End go to the first and last row."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter comes here too, before the editor has closed
            return
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        rows = self._model.rowCount()
        column = max(0, self.currentIndex().column())
        self._wants_end = plain and key == Qt.Key.Key_End and not self._model.is_known
        if plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            self.setCurrentIndex(self._model.index(0 if key == Qt.Key.Key_Home else rows - 1, column))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id is not None:
            self.opened.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Override QAbstractItemView::keyboardSearch: Qt's own asks row after row, which freezes a large table."""

    def _go_to_end(self, rows: int) -> None:
        wants, self._wants_end = self._wants_end, False
        if wants and rows:
            self.setCurrentIndex(self._model.index(rows - 1, max(0, self.currentIndex().column())))

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: rows follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    def _on_header_clicked(self, section: int) -> None:
        column = self._model.columns[section]
        if not column.sort:
            return
        # Qt has turned its own arrow by now, so what was asked last is remembered here.
        descending = self._sort == (column.sort, False)
        self.show_sort(column.sort, descending=descending)
        self.sort_asked.emit(column.sort, descending)

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Show the arrow at the column of this key, or none."""
        self._sort = (key, descending)
        header = self.horizontalHeader()
        section = next((n for n, column in enumerate(self._model.columns) if column.sort == key), -1)
        header.setSortIndicatorShown(section >= 0)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(section, order)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of those that follow one another."""
    first = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[first], rows[place - 1]
            first = place
