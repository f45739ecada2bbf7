"""The items of one order as a table of texts, with the total of each line worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.fields import ITEM_FIELD, Kind
from ordermanager.domain.values.readers import read_money, read_quantity
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import colours
from ordermanager.ui.order_pane.words import QUIET_CODES, item_place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from decimal import Decimal

    from ordermanager.domain.checks.findings import Finding

Index = QModelIndex | QPersistentModelIndex
LINE_TOTAL = ""
"""The computed column's name."""

COLUMNS = (
    "externalItemId",
    "name",
    "quantity",
    "cost",
    LINE_TOTAL,
    "category",
    "url",
    "imageUrl",
    "description",
)
_FIGURES = (Kind.MONEY, Kind.QUANTITY)
SIGNS = {"url": "link", "imageUrl": "image"}
LONGEST_CELL = 500
"""More of a description is not drawn in a cell; the editor has all of it."""


class ItemsModel(QAbstractTableModel):
    """Rows are dicts of texts by API names. `edited` comes with every change by the user."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[dict[str, str]] = []
        self._findings: dict[tuple[int, str], list[Finding]] = {}
        self._required: Collection[str] = ()
        self._compact: Collection[str] = ()
        self._basis = CostBasis.UNIT
        self._quiet: set[int] = set()
        self._all_quiet = False

    # the value

    def items(self) -> list[dict[str, str]]:
        """A copy of all rows, empty ones too, so that a finding's row number is the table's."""
        return [dict(row) for row in self._rows]

    def set_items(self, items: Iterable[dict[str, str]]) -> None:
        """Show these; nothing counts as edited."""
        self.beginResetModel()
        self._rows = [dict(item) for item in items]
        self._findings = {}
        self._quiet = set()
        self.endResetModel()

    def set_rules(self, required: Collection[str], basis: CostBasis) -> None:
        """Which columns the active rule set asks for, and what a price is for."""
        self._required = required
        self._basis = basis
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._repaint()

    def set_compact(self, names: Collection[str]) -> None:
        """Columns that show a sign for their text, because there is no room for it."""
        if tuple(names) != tuple(self._compact):
            self._compact = names
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
            self._repaint()

    def is_compact(self, column: int) -> bool:
        """Whether a column shows signs."""
        return COLUMNS[column] in self._compact

    def title(self, name: str) -> str:
        """The heading of a column; a star marks what the active rule set asks for."""
        short = {LINE_TOTAL: self.tr("Sum"), "quantity": self.tr("Qty")}
        title = short.get(name) or i18n.label(ITEM_FIELD[name])
        return title + " *" if name in self._required else title

    def show_findings(self, findings: Iterable[Finding], *, quiet: bool) -> None:
        """Mark the cells. `quiet`: what is still empty is not marked, nor ever in the row that is being written."""
        self._all_quiet = quiet
        self._findings = {}
        for finding in findings:
            place = item_place(finding.field)
            if place is not None:
                self._findings.setdefault(place, []).append(finding)
        self._repaint()

    def findings_at(self, index: Index) -> list[Finding]:
        """What was found in a cell and should be shown."""
        if not index.isValid():
            return []
        found = self._findings.get((index.row(), COLUMNS[index.column()]), [])
        is_quiet = self._all_quiet or index.row() in self._quiet
        return [finding for finding in found if not (is_quiet and finding.code in QUIET_CODES)]

    def is_empty(self, row: int) -> bool:
        """Whether nothing is typed in a row."""
        return not any(text.strip() for text in self._rows[row].values())

    # what the user does

    def add(self, row: int | None = None, item: dict[str, str] | None = None) -> int:
        """Insert a row (at the end by default) and return its number. An empty one is no change of the order."""
        place = len(self._rows) if row is None else row
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, dict(item or {}))
        self._findings = {}
        self._quiet = {old + 1 if old >= place else old for old in self._quiet} | {place}
        self.endInsertRows()
        if item:
            self.edited.emit()
        return place

    def remove(self, row: int) -> None:
        """Take a row away."""
        was_empty = self.is_empty(row)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self._findings = {}
        self._quiet = {old - 1 if old > row else old for old in self._quiet if old != row}
        self.endRemoveRows()
        if not was_empty:
            self.edited.emit()

    def move(self, row: int, to: int) -> bool:
        """Change the place of a row; False at the ends."""
        if not 0 <= to < len(self._rows) or row == to:
            return False
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to + 1 if to > row else to)
        self._rows.insert(to, self._rows.pop(row))
        self._findings = {}
        self._quiet = set()
        self.endMoveRows()
        self.edited.emit()
        return True

    def settle(self, row: int) -> None:
        """The user has left this row: from now on what is missing in it is said."""
        if row in self._quiet:
            self._quiet.discard(row)
            self._repaint()

    def fill(self, row: int, item: dict[str, str]) -> None:
        """Fill the empty cells of a row, and its id and name, from a product known from earlier orders."""
        current = self._rows[row]
        for name, text in item.items():
            if name in ("externalItemId", "name") or not current.get(name, "").strip():
                current[name] = text
        if not current.get("quantity", "").strip():
            current["quantity"] = "1"
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        self.edited.emit()

    def line_total(self, row: int) -> Decimal | None:
        """Quantity × price, or the price where it is for the whole line; None while one cannot be read."""
        item = self._rows[row]
        try:
            cost = read_money(item.get("cost", ""))
            return cost if self._basis is CostBasis.LINE else cost * read_quantity(item.get("quantity", ""))
        except Unreadable:
            return None

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel::flags: the computed column cannot be edited."""
        flags = super().flags(index)
        if not index.isValid() or COLUMNS[index.column()] == LINE_TOTAL:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Override QAbstractTableModel::headerData; a star marks what the active rule set asks for."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        name = COLUMNS[section]
        is_sign = name in self._compact
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if is_sign else self.title(name)
        if role == Qt.ItemDataRole.DecorationRole and is_sign:
            return icon(SIGNS[name], "muted")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(name)
        if role == Qt.ItemDataRole.ToolTipRole:
            needed = self.tr("Every item needs this.") if name in self._required else ""
            full = i18n.label(ITEM_FIELD[name]) if name else self.tr("Line total")
            return plain_tooltip(f"{full}\n{needed}".strip())
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractTableModel::data."""
        name = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index.row(), name)
        if role == Qt.ItemDataRole.DecorationRole:
            is_sign = name in self._compact and self._rows[index.row()].get(name, "").strip()
            return icon(SIGNS[name], "accent") if is_sign else None
        if role == Qt.ItemDataRole.EditRole:
            return self._rows[index.row()].get(name, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(name)
        if role in (
            Qt.ItemDataRole.BackgroundRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.ForegroundRole,
        ):
            return self._marked(index, role)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel::setData."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        name, text = COLUMNS[index.column()], str(value)
        if self._rows[index.row()].get(name, "") == text:
            return True
        self._rows[index.row()][name] = text
        self._findings.pop((index.row(), name), None)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(COLUMNS) - 1))
        self.edited.emit()
        return True

    def _shown(self, row: int, name: str) -> str:
        if name == LINE_TOTAL:
            total = self.line_total(row)
            return "" if total is None else i18n.money(total)
        text = self._rows[row].get(name, "")
        return (text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + "…").replace("\n", " ")

    def _marked(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(colours().muted)) if COLUMNS[index.column()] == LINE_TOTAL else None
        findings = self.findings_at(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = [i18n.finding_text(finding) for finding in findings]
            if self.is_compact(index.column()):
                lines.insert(0, self._shown(index.row(), COLUMNS[index.column()]))
            return plain_tooltip("\n".join(line for line in lines if line)) or None
        if not findings:
            return None
        is_error = any(finding.severity is Severity.ERROR for finding in findings)
        return QBrush(QColor(colours().ground_of(Severity.ERROR if is_error else Severity.WARNING)))

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))


def _alignment(name: str) -> Qt.AlignmentFlag:
    right = name == LINE_TOTAL or ITEM_FIELD[name].kind in _FIGURES
    return (
        Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter
