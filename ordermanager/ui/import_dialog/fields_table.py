"""Every field of the API with what fills it: one row a field, those that are filled first in the order of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ordermanager.importing.mapping.mapping import How
from ordermanager.ui import i18n
from ordermanager.ui.controls.row_list import dress_as_row_list
from ordermanager.ui.controls.row_model import Index, RowModel
from ordermanager.ui.import_dialog.columns_tab import field_name
from ordermanager.ui.look.theme import colours
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.mapping.field_views import FieldView

NAME, SOURCE, SAMPLES, EMPTY = range(4)
LONGEST = 80


class FieldsModel(RowModel["FieldView"]):
    """The fields of a look; the row of a field never changes while the file is the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (
            self.tr("Field"),
            self.tr("Comes from"),
            self.tr("Comes out as"),
            self.tr("Where it is empty"),
        )
        self._headers: tuple[str, ...] = ()
        self._missing: frozenset[str] = frozenset()

    def set_fields(self, fields: Sequence[FieldView], headers: Sequence[str], missing: Sequence[str]) -> None:
        """Show these; `headers` are those of the file, `missing` fields that each order needs."""
        same = [each.name for each in fields] == [each.name for each in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._headers, self._missing = tuple(fields), tuple(headers), frozenset(missing)
        if not same:
            self.endResetModel()
        elif fields:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fields) - 1, EMPTY))

    def row_of(self, name: str) -> int:
        """The row of a field; -1 where there is none."""
        return next((row for row, each in enumerate(self.rows) if each.name == name), -1)

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractTableModel::data."""
        if role == Qt.ItemDataRole.ForegroundRole:
            view, section = self.rows[index.row()], index.column()
            if section == SOURCE and not view.is_given and view.name in self._missing:
                return QBrush(QColor(colours().error))
            if section in (SAMPLES, EMPTY) or not view.is_given:
                return QBrush(QColor(colours().muted))
        return super().data(index, role)

    def text(self, view: FieldView, section: int) -> str:
        """Override RowModel.text."""
        if section == NAME:
            name = field_name(view.name)
            return self.tr("Item: {name}").format(name=name) if view.is_item else name
        if section == SAMPLES:
            shown = map(status_name, view.samples) if view.name == "status" else view.samples
            return " · ".join(sample[:LONGEST].replace("\n", " ") for sample in shown)
        if section == EMPTY:
            return view.default[:LONGEST]
        return self._source(view)

    def _source(self, view: FieldView) -> str:
        if view.constant:
            return self.tr("For all: {text}").format(text=view.constant[:LONGEST])
        if view.status_columns:
            return self.tr("The words of {columns}").format(columns=self._named(view.status_columns))
        if view.is_numbered:
            return self.tr("Numbered columns")
        if view.source is None:
            if view.name in self._missing:
                return self.tr("Nothing – needed")
            return self._guess(view)
        named = self._named(view.source.columns)
        if view.source.how is How.JOIN:
            return self.tr("{columns}, joined").format(columns=named)
        if view.source.how is How.FIRST_WORD:
            return self.tr("First word of {columns}").format(columns=named)
        if view.source.how is How.OTHER_WORDS:
            return self.tr("{columns} without its first word").format(columns=named)
        if view.source.how is How.SUM:
            return self.tr("{columns}, added up").format(columns=named)
        return named

    def _guess(self, view: FieldView) -> str:
        if not view.suggestions:
            return "–"
        share = f"{i18n.count(round(view.confidence * 100))} %"
        named = self._named(view.suggestions[:1])
        return self.tr("Nothing – perhaps {columns} ({share})").format(columns=named, share=share)

    def _named(self, columns: Sequence[int]) -> str:
        return ", ".join(
            f"“{self._headers[column][:40]}”"
            if column < len(self._headers) and self._headers[column]
            else self.tr("column {number}").format(number=column + 1)
            for column in columns
        )


class FieldsTable(QTableView):
    """Read only: the card below changes the current field."""

    def __init__(self, model: FieldsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setProperty("role", "grid")
        dress_as_row_list(self, self.tr("Fields of an order"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        for section in (SOURCE, SAMPLES):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().averageCharWidth()
        for section, letters in ((NAME, 22), (EMPTY, 22)):
            self.setColumnWidth(section, letter * letters)
