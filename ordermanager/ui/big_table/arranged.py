"""A big table that shows the columns that fit the window, or those that a person has chosen, and the menu of its
titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from ordermanager.ui.big_table.column_fit import ColumnFit
from ordermanager.ui.big_table.view import BigTableView
from ordermanager.ui.look.theme import SPACE, TIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from ordermanager.ui.big_table.columns import Column
    from ordermanager.ui.big_table.delegate import CellDelegate
    from ordermanager.ui.big_table.header import BigTableHeader
    from ordermanager.ui.big_table.model import BigTableModel

_LEAST_PART = 0.8
_STEP = 1.25
"""So many times wider, or narrower, a column becomes with each step."""


class ArrangedTableView(BigTableView):
    """Columns are sorted by, narrowed, chosen, moved, resized and pinned; `fit` says which are shown by themselves.

    `text_filters`: keys of columns that can be narrowed to a part of their text.
    """

    filter_asked = Signal(str, str, str)  # key and title of a column, the text that it must contain

    fit: ColumnFit
    text_filters: Sequence[str] = ()

    def _arrange(self, fit: ColumnFit) -> None:
        """Called once, when the table is made."""
        self.fit = fit
        fit.fit()
        self.horizontalHeader().customContextMenuRequested.connect(self._show_header_menu)

    @property
    def titles(self) -> dict[str, str]:
        """What each column is called, by its key."""
        return {column.key: self._name_of(column) for column in self._model.columns}

    def shown_sections(self) -> list[int]:
        """The columns that are shown, from left to right, by their numbers in the model."""
        header = self.horizontalHeader()
        order = sorted(range(header.count()), key=header.visualIndex)
        return [section for section in order if not header.isSectionHidden(section)]

    def shown_columns(self) -> list[Column[Any]]:
        """The columns that are shown, from left to right."""
        return [self._model.columns[section] for section in self.shown_sections()]

    def columns_view(self) -> dict[str, str]:
        """How the columns are arranged, to be remembered."""
        return self.fit.view()

    def restore_columns(self, view: Mapping[str, str]) -> None:
        """Arrange the columns as they were."""
        self.fit.restore(view)

    def pin_current_column(self) -> None:
        """Pin the column with the keyboard, or let it go."""
        if self.currentIndex().isValid():
            self.fit.pin_column(self.currentIndex().column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView::resizeEvent: other columns may fit."""
        super().resizeEvent(event)
        self.fit.fit()

    # -- the menu of the titles

    def open_column_menu(self) -> None:
        """Open the menu of the column with the keyboard."""
        section = self.currentIndex().column()
        if section < 0 or self.isColumnHidden(section):
            section = self.shown_sections()[0]
        self.scrollTo(self._model.index(max(0, self.currentIndex().row()), section))
        left = max(0, self.columnViewportPosition(section))
        self._open_menu(section, QPoint(left, self.horizontalHeader().height()))

    def _show_header_menu(self, place: QPoint) -> None:
        self._open_menu(cast("BigTableHeader", self.horizontalHeader()).section_at(place), place)

    def _open_menu(self, section: int, place: QPoint) -> None:
        menu = self.header_menu(section)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().viewport().mapToGlobal(place))

    def header_menu(self, section: int) -> QMenu:
        """What can be done with a column: sort, narrow, pin, hide; and which columns there are."""
        menu = QMenu(self.parentWidget())
        if section >= 0:
            self._add_column_entries(menu, section)
            menu.addSeparator()
        chooser = menu.addMenu(self.tr("Columns"))
        for number, column in enumerate(self._model.columns):
            action = chooser.addAction(self._name_of(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setEnabled(self.isColumnHidden(number) or len(self.shown_sections()) > 1)
            action.toggled.connect(lambda shown, number=number: self.fit.show_column(number, shown))
        menu.addAction(self.tr("Columns as at first")).triggered.connect(self.fit.reset)
        return menu

    def _name_of(self, column: Column[Any]) -> str:
        return column.title or self.tr("Marks")

    def _add_column_entries(self, menu: QMenu, section: int) -> None:
        column = self._model.columns[section]
        name = self._name_of(column)
        if column.sort:
            up, down = menu.addAction(self.tr("Sort up")), menu.addAction(self.tr("Sort down"))
            up.triggered.connect(lambda: self._sort_by(column.sort, descending=False))
            down.triggered.connect(lambda: self._sort_by(column.sort, descending=True))
        if column.key in self.text_filters:
            self._add_filter(menu, column.key, name)
        pin = self.tr("Unpin “{column}”") if section in self.pins else self.tr("Pin “{column}” at the left")
        menu.addAction(pin.format(column=name)).triggered.connect(lambda: self.fit.pin_column(section))
        self._add_places(menu.addMenu(self.tr("Place and width")), section)
        hide = menu.addAction(self.tr("Hide “{column}”").format(column=name))
        hide.setEnabled(len(self.shown_sections()) > 1)
        hide.triggered.connect(lambda: self.fit.show_column(section, False))

    def _add_places(self, menu: QMenu, section: int) -> None:
        """What else is done by pulling at a title, for who has no hand at the mouse."""
        fit = self.fit
        for text, change in (
            (self.tr("To the left"), lambda: fit.move_column(section, -1)),
            (self.tr("To the right"), lambda: fit.move_column(section, 1)),
            (self.tr("Wider"), lambda: fit.widen_column(section, _STEP)),
            (self.tr("Narrower"), lambda: fit.widen_column(section, 1 / _STEP)),
            (self.tr("As wide as its texts"), lambda: fit.fit_column(section)),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, change=change: change())

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

    def sort_by(self, key: str) -> None:
        """Sort by a column, or turn the list where it is sorted by it already."""
        self._sort_by(key, descending=self._sort == (key, False))

    def _sort_by(self, key: str, *, descending: bool) -> None:
        self.show_sort(key, descending=descending)
        self.sort_asked.emit(key, descending)


class FittedTableView(ArrangedTableView):
    """By itself it shows the columns that fit, with whole titles."""

    def __init__(
        self,
        model: BigTableModel[Any],
        delegate: CellDelegate,
        first: Sequence[str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`first`: keys of columns, those at its beginning get room first; `name`: under which it is remembered."""
        super().__init__(model, delegate, parent, whole_titles=True)
        self._arrange(ColumnFit(self, first, name, _LEAST_PART))
