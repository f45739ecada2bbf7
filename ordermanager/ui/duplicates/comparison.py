"""Orders side by side, field by field, and what becomes of them: each cell can be chosen for the one that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ORDER_FIELDS
from ordermanager.domain.statuses import Status
from ordermanager.services.orders.duplicates import INFO, ITEMS
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import colours
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.orders.records import OrderRecord

STATE_ROW = 0
_SHOWN = 300
AnyIndex = QModelIndex | QPersistentModelIndex


class Comparison(QAbstractTableModel):
    """Rows are the state, then every field that one of the orders has; columns the field, the orders, the result."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[OrderRecord] = ()
        self._drafts: list[OrderDraft] = []
        self._names: list[str] = []
        self._choices: dict[str, int] = {}
        self._kept = 0

    # -- what is compared

    @property
    def records(self) -> Sequence[OrderRecord]:
        """The orders, in the sequence of their columns."""
        return self._records

    @property
    def kept(self) -> OrderRecord:
        """The order that stays."""
        return self._records[self._kept]

    def show_orders(self, records: Sequence[OrderRecord], kept: int) -> None:
        """Compare these; `kept` is the place of the one that stays."""
        self.beginResetModel()
        self._records = records
        self._drafts = [record.draft.without_empty() for record in records]
        known = {name for draft in self._drafts for name in draft.fields}
        self._names = [field.name for field in ORDER_FIELDS if field.name in known]
        if any(draft.additional_info for draft in self._drafts):
            self._names.append(INFO)
        if any(draft.items for draft in self._drafts):
            self._names.append(ITEMS)
        self._choose_all(kept)
        self.endResetModel()

    def keep(self, kept: int) -> None:
        """Let another one stay; every field is its own again, or what only another order knows."""
        self.beginResetModel()
        self._choose_all(kept)
        self.endResetModel()
        self.chosen.emit()

    def pick(self, index: AnyIndex) -> None:
        """Take a field from the order in whose column the cell is."""
        place = index.column() - 1
        if index.row() > STATE_ROW and 0 <= place < len(self._records):
            self._choices[self._names[index.row() - 1]] = place
            first, last = self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1)
            self.dataChanged.emit(first, last)
            self.chosen.emit()

    def wanted(self) -> OrderDraft:
        """The text of the order that stays, as chosen."""
        draft = self.kept.draft.copy()
        for name, place in self._choices.items():
            source = self._drafts[place]
            if name == ITEMS:
                draft.items = [dict(item) for item in source.items]
            elif name == INFO:
                draft.additional_info = dict(source.additional_info)
            elif name in source.fields:
                draft.fields[name] = source.fields[name]
            else:
                draft.fields.pop(name, None)
        return draft

    @property
    def is_kept_changed(self) -> bool:
        """Whether the order that stays would get another text."""
        return self.wanted().without_empty() != self._drafts[self._kept]

    def _choose_all(self, kept: int) -> None:
        self._kept = kept
        places = [kept, *(place for place in range(len(self._records)) if place != kept)]
        self._choices = {
            name: next((place for place in places if self._text(name, place)), kept) for name in self._names
        }

    # -- Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() or not self._records else len(self._names) + 1

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() or not self._records else len(self._records) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("pin", "accent") if section == self._kept + 1 else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Field")
        if section > len(self._records):
            return self.tr("Result")
        name = self._records[section - 1].row.external_order_id or "–"
        return self.tr("{order} (stays)").format(order=name) if section == self._kept + 1 else name

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._cell(row, column))
        if row == STATE_ROW:
            return QColor(colours().muted) if role == Qt.ItemDataRole.ForegroundRole else None
        name = self._names[row - 1]
        if role == Qt.ItemDataRole.DecorationRole and column == self._choices[name] + 1:
            return icon("check", "accent") if self._differs(name) else None
        if role == Qt.ItemDataRole.ForegroundRole and not self._differs(name):
            return QColor(colours().muted)
        if role == Qt.ItemDataRole.FontRole and self._differs(name) and column in (0, self.columnCount() - 1):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _cell(self, row: int, column: int) -> str:
        if row == STATE_ROW:
            return self._state_cell(column)
        name = self._names[row - 1]
        if column == 0:
            return self.tr("Items") if name == ITEMS else i18n.field_name(name)
        place = column - 1 if column <= len(self._records) else self._choices[name]
        return self._text(name, place)

    def _state_cell(self, column: int) -> str:
        if column == 0:
            return self.tr("State")
        if column > len(self._records):
            return ""
        row = self._records[column - 1].row
        sent = self.tr("%n revision(s)", "", row.revisions) if row.revisions else ""
        return ", ".join(part for part in (state_name(row.state), sent) if part)

    def _text(self, name: str, place: int) -> str:
        draft = self._drafts[place]
        if name == ITEMS:
            return "; ".join(map(_item_text, draft.items))[:_SHOWN]
        if name == INFO:
            return "; ".join(f"{key}: {text}" for key, text in draft.additional_info.items())[:_SHOWN]
        text = draft.fields.get(name, "")
        if name == "status" and text in Status.__members__:
            return status_name(text)
        return " ".join(text[:_SHOWN].split())

    def _differs(self, name: str) -> bool:
        if name == ITEMS:
            return any(draft.items != self._drafts[0].items for draft in self._drafts)
        if name == INFO:
            return any(draft.additional_info != self._drafts[0].additional_info for draft in self._drafts)
        return len({draft.get(name) for draft in self._drafts}) > 1


def _item_text(item: dict[str, str]) -> str:
    name = item.get("name") or item.get("externalItemId") or "–"
    parts = [part for part in (item.get("quantity", ""), item.get("cost", "")) if part]
    return f"{name} ({' × '.join(parts)})" if parts else name
