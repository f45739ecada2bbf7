"""The editors of the items' cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ordermanager.domain.fields import ITEM_FIELD, Kind
from ordermanager.ui import i18n
from ordermanager.ui.controls.completion import Completion
from ordermanager.ui.controls.whole_line import WholeLine
from ordermanager.ui.controls.whole_text import WholeText
from ordermanager.ui.look.theme import small_edge
from ordermanager.ui.order_pane.items_model import COLUMNS

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.order_pane.items_model import ItemsModel

Index = QModelIndex | QPersistentModelIndex
NARROWEST = 200
"""An editor of a link needs room, however narrow its column is."""
_COMPLETED = ("externalItemId", "name")


class ItemDelegate(QStyledItemDelegate):
    """Plain editors; id and name offer the products of earlier orders, and `product_chosen` brings row and product."""

    product_chosen = Signal(int, object)

    def __init__(self, parent: QTableView, services: Services, jobs: Jobs) -> None:
        super().__init__(parent)
        self._view = parent
        self._services = services
        self._jobs = jobs

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Override QStyledItemDelegate::createEditor."""
        name = COLUMNS[index.column()]
        label = i18n.label(ITEM_FIELD[name])
        if ITEM_FIELD[name].kind is Kind.LONG_TEXT:
            box = WholeText(parent)
            box.setAccessibleName(label)
            return box
        line = WholeLine(parent)
        line.setAccessibleName(label)
        line.setAlignment(index.data(Qt.ItemDataRole.TextAlignmentRole))
        if name in _COMPLETED:
            row = index.row()
            completion = Completion(line, self._jobs, self._services.orders.complete_product, _product_words)
            completion.chosen.connect(lambda product: self.product_chosen.emit(row, product))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate::setEditorData. Also called when anything about the cell has changed, as its
        findings do while one types: what was typed stays."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, WholeText) and not editor.document().isModified():
            editor.set_whole(text)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Override QStyledItemDelegate::setModelData."""
        text = editor.whole() if isinstance(editor, WholeText) else ""
        model.setData(index, editor.text() if isinstance(editor, QLineEdit) else text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QStyledItemDelegate::eventFilter: Tab ends a long text too; Qt leaves it to the text's editor.
        Ctrl+Enter is no Enter of the cell."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and is_for_the_order(cast("QKeyEvent", event)):
            return False
        key = cast("QKeyEvent", event).key() if is_press else 0
        if isinstance(watched, QPlainTextEdit) and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            hints = QAbstractItemDelegate.EndEditHint
            hint = hints.EditPreviousItem if key == Qt.Key.Key_Backtab else hints.EditNextItem
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, hint)
            return True
        return super().eventFilter(watched, event)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::initStyleOption: a compact column shows its sign in the middle, and no text."""
        super().initStyleOption(option, index)
        if cast("ItemsModel", index.model()).is_compact(index.column()):
            style = cast("Any", option)
            style.text = ""
            style.decorationAlignment = Qt.AlignmentFlag.AlignCenter
            style.decorationPosition = QStyleOptionViewItem.Position.Left
            edge = small_edge(style.fontMetrics)
            style.decorationSize = QSize(edge, edge)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::updateEditorGeometry: long texts get room."""
        rect: QRect = option.rect
        if isinstance(editor, QPlainTextEdit):
            room = self._view.viewport().rect()
            rect = QRect(
                rect.topLeft(), QSize(max(rect.width(), 260), 5 * editor.fontMetrics().lineSpacing())
            )
            rect.moveBottom(min(rect.bottom(), max(room.bottom(), rect.height())))
            rect.moveLeft(max(0, min(rect.left(), room.right() - rect.width())))
        elif COLUMNS[index.column()] in ("url", "imageUrl") and rect.width() < NARROWEST:
            room = self._view.viewport().rect()
            rect = QRect(rect.topLeft(), QSize(NARROWEST, rect.height()))
            rect.moveLeft(max(0, min(rect.left(), room.right() - rect.width())))
        editor.setGeometry(rect)


def is_for_the_order(event: QKeyEvent) -> bool:
    """Whether a key that comes to a cell means the whole order: Ctrl+Enter."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _product_words(product: Any) -> str:
    """What the list shows of a product; texts of a megabyte are cut."""
    cost = product.item.get("cost", "")
    return " · ".join(part[:80] for part in (product.name, product.external_item_id, cost) if part)
