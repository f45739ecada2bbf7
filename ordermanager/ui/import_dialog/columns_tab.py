"""Which column fills which field: one row a column, with some of its values, and why it was understood so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS, Kind
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui import i18n
from ordermanager.ui.controls.column_words import fit_words
from ordermanager.ui.controls.row_list import dress_as_row_list
from ordermanager.ui.controls.row_model import Index, RowModel
from ordermanager.ui.look.theme import colours

if TYPE_CHECKING:
    from ordermanager.importing.recognised import ColumnView

TITLE, SAMPLES, FIELD, WHY = range(4)
_WIDTHS = ((TITLE, 14, 34), (FIELD, 20, 34), (WHY, 14, 26))
"""The least and the most in average letters; the samples take what is left."""
INFO = "additionalInfo."
ITEMS, LINE_TOTAL = "items", "lineTotal"
_OTHERS = {
    ITEMS: QT_TRANSLATE_NOOP("ColumnField", "Items, all in one cell"),
    LINE_TOTAL: QT_TRANSLATE_NOOP("ColumnField", "Price of the whole line"),
}
"""What a column may be besides a field of the API."""

LONGEST = 120


def field_name(name: str) -> str:
    """A mapped field in words; entries of additionalInfo keep their name."""
    if name in _OTHERS:
        return QCoreApplication.translate("ColumnField", _OTHERS[name])
    return i18n.field_name(name)


class ColumnsModel(RowModel["ColumnView"]):
    """The columns of a file. `chosen(index of a column, field name or empty)` comes when the user decides."""

    chosen = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (
            self.tr("Column"),
            self.tr("Some of its values"),
            self.tr("Fills the field"),
            self.tr("Because"),
        )

    def set_columns(self, columns: tuple[ColumnView, ...]) -> None:
        """Show these; the place of the cursor stays where the columns are the same."""
        same = [column.title for column in columns] == [column.title for column in self.rows]
        if same and columns:
            self.rows = columns
            self.dataChanged.emit(self.index(0, 0), self.index(len(columns) - 1, WHY))
            return
        self.show_rows(columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel::flags."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == FIELD else flags

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractTableModel::data."""
        column = self.rows[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return column.field
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() in (SAMPLES, WHY) or not column.field):
            return QBrush(QColor(colours().muted))
        return super().data(index, role)

    def tip(self, column: ColumnView, section: int) -> str:
        """Override RowModel.tip."""
        return "\n".join(sample[:LONGEST] for sample in column.samples) if section == SAMPLES else ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel::setData: the file is looked at again, which brings the new state."""
        column = self.rows[index.row()]
        if role == Qt.ItemDataRole.EditRole and str(value) != column.field:
            self.chosen.emit(column.index, str(value))
        return True

    def text(self, column: ColumnView, section: int) -> str:
        """Override RowModel.text."""
        if section == TITLE:
            return column.title[:LONGEST] or self.tr("Column {number}").format(number=column.index + 1)
        if section == SAMPLES:
            return " · ".join(sample[:LONGEST].replace("\n", " ") for sample in column.samples)
        if section == FIELD:
            return field_name(column.field) if column.field else self.tr("Not imported")
        return self._why(column)

    def _why(self, column: ColumnView) -> str:
        if not column.field and column.suggestion:
            share = i18n.count(round(column.confidence * 100))
            return self.tr("perhaps {field} ({share} %)").format(
                field=field_name(column.suggestion), share=share
            )
        words = {
            "layout": self.tr("this kind of table"),
            "profile": self.tr("your profile"),
            "exact": self.tr("the field's own name"),
            "alias": self.tr("its name"),
            "cells": self.tr("its values"),
            "person": self.tr("you"),
        }
        return words.get(column.evidence, "")


class _FieldDelegate(QStyledItemDelegate):
    """A list of all fields."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Override QStyledItemDelegate::createEditor."""
        box = QComboBox(parent)
        box.setAccessibleName(self.tr("Field"))
        box.setMaxVisibleItems(20)
        box.addItem(self.tr("Not imported"), "")
        model = index.model()
        title = model.rows[index.row()].title if isinstance(model, ColumnsModel) else ""
        for fields in (ORDER_FIELDS, ITEM_FIELDS):
            box.insertSeparator(box.count())
            for field in fields:
                if field.kind is not Kind.PAIRS:
                    prefix = self.tr("Item: ") if fields is ITEM_FIELDS else ""
                    box.addItem(prefix + i18n.label(field), field.name)
        box.insertSeparator(box.count())
        for name in _OTHERS:
            box.addItem(field_name(name), name)
        if title:
            box.insertSeparator(box.count())
            box.addItem(self.tr("Additional info: {name}").format(name=title[:40]), INFO + title)
        box.activated.connect(lambda _: self._take(box))
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate::setEditorData."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Override QStyledItemDelegate::setModelData."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData() or "")


class ColumnsView(QTableView):
    """Enter or a letter opens the list of fields for the current column."""

    def __init__(self, model: ColumnsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegateForColumn(FIELD, _FieldDelegate(self))
        self.setProperty("role", "grid")
        dress_as_row_list(self, self.tr("Columns of the file"))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
        )
        self.horizontalHeader().setSectionResizeMode(SAMPLES, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._fit_columns)
        self._fit_columns()

    def _fit_columns(self) -> None:
        for section, least, most in _WIDTHS:
            fit_words(self, section, least=least, most=most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent: keys mean the field, wherever the cursor is in the row."""
        row = self.currentIndex().row()
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
        if row >= 0 and opens:
            self.setCurrentIndex(self.model().index(row, FIELD))
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)
