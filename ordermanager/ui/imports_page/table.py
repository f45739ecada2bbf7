"""The table of imports: short enough to be held as a whole."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui import i18n
from ordermanager.ui.big_table import Align, Column
from ordermanager.ui.controls.plain import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.store.imports.records import ImportRecord

AnyIndex = QModelIndex | QPersistentModelIndex
_TITLES = {
    "source": QT_TRANSLATE_NOOP("Imports", "File"),
    "started": QT_TRANSLATE_NOOP("Imports", "When"),
    "layout": QT_TRANSLATE_NOOP("Imports", "Kind of table"),
    "orders": QT_TRANSLATE_NOOP("Imports", "Orders"),
    "new": QT_TRANSLATE_NOOP("Imports", "New"),
    "updated": QT_TRANSLATE_NOOP("Imports", "Updated"),
    "unchanged": QT_TRANSLATE_NOOP("Imports", "Unchanged"),
    "with_problems": QT_TRANSLATE_NOOP("Imports", "With problems"),
    "state": QT_TRANSLATE_NOOP("Imports", "State"),
}
_UNDONE = QT_TRANSLATE_NOOP("Imports", "Taken back")
_BROKEN_OFF = QT_TRANSLATE_NOOP("Imports", "Not finished")
_DONE = QT_TRANSLATE_NOOP("Imports", "Done")


def import_state(record: ImportRecord) -> str:
    """What became of an import, in words."""
    if record.undone_at:
        return QCoreApplication.translate("Imports", _UNDONE)
    return QCoreApplication.translate("Imports", _DONE if record.finished_at else _BROKEN_OFF)


def file_name(record: ImportRecord) -> str:
    """The file's name without its folders; pasted text and others stay as they are."""
    return PurePath(record.source).name or record.source


def import_columns(timezone: str, layout_title: Callable[[str], str]) -> tuple[Column[ImportRecord], ...]:
    """The columns; times are shown in `timezone`, layouts by their title."""

    def title(key: str) -> str:
        return QCoreApplication.translate("Imports", _TITLES[key])

    def counted(key: str) -> Column[ImportRecord]:
        return Column(key, title(key), 11, lambda row: i18n.count(row.counts.get(key, 0)), Align.RIGHT)

    return (
        Column("source", title("source"), 26, file_name, tip=lambda row: row.source),
        Column("started", title("started"), 17, lambda row: i18n.date_time(row.started_at, timezone)),
        Column("layout", title("layout"), 21, lambda row: i18n.layout_title(layout_title(row.layout))),
        counted("orders"),
        counted("new"),
        counted("updated"),
        counted("unchanged"),
        counted("with_problems"),
        Column("state", title("state"), 10, import_state),
    )


class ImportTableModel(QAbstractTableModel):
    """Imports, newest first. Serves the same columns, header and delegate as the big tables."""

    def __init__(self, columns: Sequence[Column[ImportRecord]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._records: list[ImportRecord] = []

    def set_records(self, records: Sequence[ImportRecord]) -> None:
        """Show other imports."""
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def row_at(self, row: int) -> ImportRecord:
        """The import of a row."""
        return self._records[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._records[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return plain_tooltip(column.tip(record))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None
