"""Cells of orders that are edited in place: the editor that fits the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.domain.statuses import Status
from ordermanager.ui.big_table import BigTableModel, CellDelegate, Column
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

AnyIndex = QModelIndex | QPersistentModelIndex
NARROWEST = 130
"""Pixels: an editor is no narrower, whatever its column is."""


class FieldDelegate(CellDelegate):
    """For models whose columns name a field of the order. A status is chosen, a currency chosen or typed, everything
    else is typed; a date has a calendar where `_timezone` says in which zone.
    """

    def _text_of(self, index: AnyIndex) -> str:
        """The text of a cell as it was entered, which is not always how it is shown."""
        raise NotImplementedError

    def _timezone(self, _index: AnyIndex) -> str:
        """The zone (IANA) of the dates; empty: a date is text of any kind here."""
        return ""

    def _ask_entered(self, _editor: QLineEdit, _index: AnyIndex) -> None:
        """A line is empty: show what was entered, where it cannot be read and so is not among the row's values."""

    def createEditor(  # noqa: D102 - an override
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        column: Column[Any] = cast("Any", index.model()).columns[index.column()]
        kind = ORDER_FIELD[column.field].kind
        editor: QWidget
        if kind is Kind.STATUS:
            editor = box = status_box(parent)
            box.activated.connect(lambda _index: self._commit(box))
            # Closed, each arrow key would choose at once and close the editor with the status after the old one.
            QTimer.singleShot(0, box, box.showPopup)
        elif kind is Kind.CURRENCY:
            editor = currency_box(parent)
        else:
            from ordermanager.ui.controls.whole_line import WholeLine

            zone = self._timezone(index) if kind is Kind.DATE else ""
            editor = line = _date_line(zone, parent) if zone else WholeLine(parent)
            if kind is Kind.MONEY:
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(column.title)
        cast("BigTableModel[Any]", index.model()).hold_while(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::setEditorData: the text as it was entered. Also called when the row was read
        anew: what was typed meanwhile stays."""
        from PySide6.QtWidgets import QComboBox

        text = self._text_of(index)
        if isinstance(editor, QComboBox):
            line = editor.lineEdit()
            if line is None:
                editor.setCurrentIndex(max(0, editor.findData(text)))
            elif not line.isModified():
                editor.setCurrentText(text)
                line.selectAll()
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)
            editor.selectAll()
            if not text:
                self._ask_entered(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::setModelData."""
        from PySide6.QtWidgets import QComboBox

        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText() if editor.isEditable() else editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.isModified():
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
    from PySide6.QtWidgets import QComboBox

    box = QComboBox(parent)
    for status in Status:
        box.addItem(status_name(status), status.value)
    return box


def currency_box(parent: QWidget) -> QComboBox:
    """The usual currencies, beside which any other code can be typed."""
    from PySide6.QtWidgets import QComboBox

    from ordermanager.ui.order_pane.editors import CURRENCIES

    box = QComboBox(parent)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(CURRENCIES)
    return box


def _date_line(timezone: str, parent: QWidget) -> QLineEdit:
    from ordermanager.ui.controls.date_line import DateLine

    return DateLine(timezone, parent)
