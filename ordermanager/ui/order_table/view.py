"""The view of the order table: F2 or a double click edits a cell in place; Enter opens the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from ordermanager.ui.big_table import BigTableView
from ordermanager.ui.order_table.column_fit import ColumnFit
from ordermanager.ui.order_table.columns import TEXT_FILTERS
from ordermanager.ui.order_table.delegate import OrderDelegate
from ordermanager.ui.theme import SPACE, TIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ordermanager.store import OrderRow
    from ordermanager.ui.big_table import Column
    from ordermanager.ui.big_table.header import BigTableHeader
    from ordermanager.ui.order_table.model import OrderTableModel


class OrderTableView(BigTableView):
    """A big table whose cells can be edited where the column names a field, and whose columns can be chosen."""

    filter_asked = Signal(str, str, str)  # key and title of a column, the text that it must contain

    def __init__(self, model: OrderTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, OrderDelegate(), parent)
        self._orders = model
        self.setAccessibleName(self.tr("Orders"))
        self.fit = ColumnFit(self)
        self.fit.fit()
        self.doubleClicked.connect(self._on_double_click)
        self.horizontalHeader().customContextMenuRequested.connect(self._show_header_menu)

    def shown_columns(self) -> list[Column[OrderRow]]:
        """The columns that are shown, from left to right."""
        header = self.horizontalHeader()
        order = sorted(range(header.count()), key=header.visualIndex)
        return [self._orders.columns[n] for n in order if not header.isSectionHidden(n)]

    def columns_view(self) -> dict[str, str]:
        """How the columns are arranged, to be remembered."""
        return self.fit.view()

    def restore_columns(self, view: Mapping[str, str]) -> None:
        """Arrange the columns as they were."""
        self.fit.restore(view)

    def edit_cell(self, index: QModelIndex) -> bool:
        """Open the editor of a cell; False where the column cannot be edited."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView::resizeEvent: other columns may fit."""
        super().resizeEvent(event)
        self.fit.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent."""
        if event.key() == Qt.Key.Key_F2 and self.edit_cell(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self.edit_cell(index) and self.current_id is not None:
            self.opened.emit(self.current_id)

    def _show_header_menu(self, place: QPoint) -> None:
        section = cast("BigTableHeader", self.horizontalHeader()).section_at(place)
        menu = self.header_menu(section)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().viewport().mapToGlobal(place))

    def header_menu(self, section: int) -> QMenu:
        """What can be done with a column: sort, hide; and which columns there are."""
        menu = QMenu(self.parentWidget())
        if section >= 0:
            column = self._orders.columns[section]
            name = column.title or self.tr("Marks")
            if column.sort:
                up, down = menu.addAction(self.tr("Sort up")), menu.addAction(self.tr("Sort down"))
                up.triggered.connect(lambda: self._sort_by(column.sort, descending=False))
                down.triggered.connect(lambda: self._sort_by(column.sort, descending=True))
            if column.key in TEXT_FILTERS:
                self._add_filter(menu, column.key, name)
            pin = (
                self.tr("Unpin “{column}”") if section in self.pins else self.tr("Pin “{column}” at the left")
            )
            menu.addAction(pin.format(column=name)).triggered.connect(lambda: self.fit.pin_column(section))
            hide = menu.addAction(self.tr("Hide “{column}”").format(column=name))
            hide.setEnabled(len(self.shown_columns()) > 1)
            hide.triggered.connect(lambda: self.fit.show_column(section, False))
            menu.addSeparator()
        chooser = menu.addMenu(self.tr("Columns"))
        for number, column in enumerate(self._orders.columns):
            action = chooser.addAction(column.title or self.tr("Marks"))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda shown, number=number: self.fit.show_column(number, shown))
        menu.addAction(self.tr("Columns as at first")).triggered.connect(self.fit.reset)
        return menu

    def pin_current_column(self) -> None:
        """Pin the column with the keyboard, or let it go."""
        if self.currentIndex().isValid():
            self.fit.pin_column(self.currentIndex().column())

    def _add_filter(self, menu: QMenu, key: str, name: str) -> None:
        """A field in the menu itself: the column must contain what is typed there."""
        field = QLineEdit(menu)
        field.setPlaceholderText(self.tr("{column} contains…").format(column=name))
        field.setAccessibleName(field.placeholderText())
        field.setMinimumWidth(field.fontMetrics().averageCharWidth() * 28)
        field.setMaxLength(200)

        def ask() -> None:
            menu.close()
            self.filter_asked.emit(key, name, field.text().strip())

        field.returnPressed.connect(ask)
        room = QWidget(menu)
        row = QHBoxLayout(room)
        row.setContentsMargins(SPACE, TIGHT, SPACE, TIGHT)
        row.addWidget(field)
        action = QWidgetAction(menu)
        action.setDefaultWidget(room)
        menu.addAction(action)

    def _sort_by(self, key: str, *, descending: bool) -> None:
        self.show_sort(key, descending=descending)
        self.sort_asked.emit(key, descending)
