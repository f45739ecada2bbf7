"""The customers of one cell of the RFM table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ordermanager.ui import i18n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.services.insights import CustomerLine

AnyIndex = QModelIndex | QPersistentModelIndex
NAME, REACHED, SALES, LAST_SALE = range(4)


class CustomerModel(QAbstractTableModel):
    """Held as a whole: a list of one cell has an end (services.insights.MAX_CUSTOMERS)."""

    def __init__(self, timezone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timezone = timezone
        self._lines: Sequence[CustomerLine] = ()

    def show(self, lines: Sequence[CustomerLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> CustomerLine | None:
        """The customer of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else LAST_SALE + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == SALES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == NAME:
            return line.name or line.external_customer_id
        if index.column() == REACHED:
            return line.email or line.phone
        if index.column() == SALES:
            return i18n.count(line.sales)
        return i18n.date(line.last_sale, self._timezone) if line.last_sale else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == SALES else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            NAME: self.tr("Customer"),
            REACHED: self.tr("E-mail or phone"),
            SALES: self.tr("Sales"),
            LAST_SALE: self.tr("Last sale"),
        }[section]
