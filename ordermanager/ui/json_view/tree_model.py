"""A JSON value as a tree of two columns; nodes are made when someone opens their parent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from ordermanager.domain.json_text import Digits, JsonObject, children, place_text, pretty, scalar_text
from ordermanager.ui.look.theme import colours

if TYPE_CHECKING:
    from ordermanager.domain.json_text import Place, Value

Index = QModelIndex | QPersistentModelIndex
KEY, VALUE = 0, 1
LONGEST_CELL = 300


class Node:
    """One value with its place; `kids` is None until they were asked for."""

    __slots__ = ("key", "kids", "parent", "row", "value")

    def __init__(self, parent: Node | None, row: int, key: str | int, value: Value) -> None:
        self.parent = parent
        self.row = row
        self.key = key
        self.value = value
        self.kids: list[Node] | None = None

    def members(self) -> list[Node]:
        """The nodes below this one."""
        if self.kids is None:
            self.kids = [Node(self, row, key, value) for row, (key, value) in enumerate(children(self.value))]
        return self.kids

    def place(self) -> Place:
        """The keys and indexes from the root to this node."""
        return (*self.parent.place(), self.key) if self.parent is not None else ()


class JsonTreeModel(QAbstractItemModel):
    """Keys at the left, values at the right. Change the value by `set_value`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node(None, 0, "", None)

    def set_value(self, value: Value) -> None:
        """Show another value. A plain value (no object, no list) is shown as one row."""
        self.beginResetModel()
        self._root = Node(None, 0, "", value if isinstance(value, JsonObject | list) else [value])
        self.endResetModel()

    def node(self, index: Index) -> Node:
        """The node behind an index; the root behind an invalid one."""
        return index.internalPointer() if index.isValid() else self._root

    def value_text(self, index: Index) -> str:
        """The whole value for the clipboard: a string without quotes, a container as indented JSON."""
        value = self.node(index).value
        if isinstance(value, str) and not isinstance(value, Digits):
            return value
        return pretty(value) if isinstance(value, JsonObject | list) else scalar_text(value)

    def place_of(self, index: Index) -> str:
        """The path of a node, as `orders[0].items[2].cost`."""
        return place_text(self.node(index).place())

    def index_of(self, rows: tuple[int, ...]) -> QModelIndex:
        """The index that one reaches by going down these rows from the root."""
        index = QModelIndex()
        for row in rows:
            index = self.index(row, KEY, index)
        return index

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        """Override QAbstractItemModel::index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self.node(parent).members()[row])

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - two Qt functions
        """Override QAbstractItemModel::parent."""
        above = self.node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, KEY, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """Override QAbstractItemModel::rowCount."""
        return len(self.node(parent).members()) if parent.column() <= KEY else 0

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's name and default
        """Override QAbstractItemModel::hasChildren: asks the value, so that no node is made for it."""
        if parent.column() > KEY:
            return False
        value = self.node(parent).value
        return bool(value.pairs) if isinstance(value, JsonObject) else isinstance(value, list) and bool(value)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, ARG002 - Qt's name and default
        """Override QAbstractItemModel::columnCount."""
        return 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Name"), self.tr("Value"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractItemModel::data."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.node(index), index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(_colour(self.node(index).value, index.column())))
        return None

    def _text(self, node: Node, column: int) -> str:
        if column == KEY:
            return f"[{node.key}]" if isinstance(node.key, int) else node.key
        if isinstance(node.value, JsonObject):
            return self.tr("%n field(s)", "", len(node.value.pairs))
        if isinstance(node.value, list):
            return self.tr("%n element(s)", "", len(node.value))
        text = scalar_text(node.value)
        return text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + "…"


def _colour(value: Value, column: int) -> str:
    theme = colours()
    if column == KEY:
        return theme.json_key
    if isinstance(value, JsonObject | list):
        return theme.muted
    if isinstance(value, Digits):
        return theme.json_number
    return theme.json_text if isinstance(value, str) else theme.json_word
