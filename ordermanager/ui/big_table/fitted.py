"""A big table that shows the columns that fit the window, or those that a person has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QMenu, QWidget

from ordermanager.ui.big_table.view import BigTableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from ordermanager.ui.big_table.delegate import CellDelegate
    from ordermanager.ui.big_table.header import BigTableHeader
    from ordermanager.ui.big_table.model import BigTableModel

_LEAST_PART = 0.8
"""The last column that gets in may be so much narrower than it would like."""


class FittedTableView(BigTableView):
    """By itself it shows the columns that fit; once one was resized, moved or hidden by hand they stay."""

    def __init__(
        self,
        model: BigTableModel[Any],
        delegate: CellDelegate,
        first: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`first`: the keys of all columns; those at its beginning get room first."""
        super().__init__(model, delegate, parent, whole_titles=True)
        self._first = first
        self._is_own = False
        header = self.horizontalHeader()
        header.sectionResized.connect(lambda *_: self._keep())
        header.sectionMoved.connect(lambda *_: self._keep())
        header.customContextMenuRequested.connect(self._show_header_menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView::resizeEvent: other columns may fit."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show the columns that fit."""
        if self._is_own:
            return
        keys = [column.key for column in self._model.columns]
        left = self.viewport().width()
        widths: dict[str, int] = {}
        for key in self._first:
            usual = self.usual_width(keys.index(key))
            if usual * _LEAST_PART > left:
                break
            widths[key] = min(usual, left)
            left -= widths[key]
        for section, key in enumerate(keys):
            self.setColumnHidden(section, key not in widths)
            if key in widths and section < len(keys) - 1:
                self.setColumnWidth(section, widths[key])

    def shown_columns(self) -> list[int]:
        """The columns that are shown, from left to right."""
        header = self.horizontalHeader()
        order = sorted(range(header.count()), key=header.visualIndex)
        return [section for section in order if not header.isSectionHidden(section)]

    def _keep(self) -> None:
        # Without a hand on it Qt resizes the last column by itself.
        if cast("BigTableHeader", self.horizontalHeader()).is_held:
            self._is_own = True

    def _show_column(self, section: int, *, shown: bool) -> None:
        self._is_own = True
        self.setColumnHidden(section, not shown)

    def _reset(self) -> None:
        header = self.horizontalHeader()
        for section in range(header.count()):
            header.moveSection(header.visualIndex(section), section)
        self._is_own = False
        self.fit()

    def header_menu(self, section: int) -> QMenu:
        """What can be done with a column: sort; and which columns there are."""
        menu = QMenu(self)
        column = self._model.columns[section] if section >= 0 else None
        if column is not None and column.sort:
            key = column.sort
            menu.addAction(self.tr("Sort up")).triggered.connect(lambda: self._sort_by(key, descending=False))
            menu.addAction(self.tr("Sort down")).triggered.connect(
                lambda: self._sort_by(key, descending=True)
            )
            menu.addSeparator()
        for number, each in enumerate(self._model.columns):
            action = menu.addAction(each.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setEnabled(self.isColumnHidden(number) or len(self.shown_columns()) > 1)
            action.toggled.connect(lambda on, number=number: self._show_column(number, shown=on))
        menu.addSeparator()
        menu.addAction(self.tr("Columns as at first")).triggered.connect(self._reset)
        return menu

    def _sort_by(self, key: str, *, descending: bool) -> None:
        self.show_sort(key, descending=descending)
        self.sort_asked.emit(key, descending)

    def _show_header_menu(self, place: QPoint) -> None:
        menu = self.header_menu(self.horizontalHeader().logicalIndexAt(place))
        menu.popup(self.horizontalHeader().viewport().mapToGlobal(place))
