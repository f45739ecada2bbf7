"""The lines of the preview of a paste: one for each text that changes, one for each order that is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.statuses import Status
from ordermanager.services.orders.pasting import SAME
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import colours
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from ordermanager.domain.checks.findings import Finding
    from ordermanager.services.orders.pasting import PasteLine, PastePlan

ORDER, FIELD, OLD, NEW, NOTE = range(5)
_SHOWN = 200
AnyIndex = QModelIndex | QPersistentModelIndex


class PasteLines(QAbstractTableModel):
    """Made from a `PastePlan`, with as many lines as that needs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[PasteLine, int]] = []
        self._titles = (
            self.tr("Order"),
            self.tr("Field"),
            self.tr("Now"),
            self.tr("Will be"),
            self.tr("Note"),
        )

    def show_plan(self, plan: PastePlan) -> None:
        """Show another plan."""
        self.beginResetModel()
        self._lines = [
            (line, number)
            for line in plan.lines
            for number in range(max(1, len(line.changes)))
            if line.changes or (line.reason is not None and line.reason.template != SAME)
        ]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(*self._lines[index.row()], index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._text(*self._lines[index.row()], index.column()))
        line, number = self._lines[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NOTE:
            return _sign(line, number)
        if role == Qt.ItemDataRole.ForegroundRole and (not line.changes or index.column() == OLD):
            return QColor(colours().muted)
        return None

    def _text(self, line: PasteLine, number: int, column: int) -> str:
        if column == ORDER:
            return (line.external_order_id or "–") if not number else ""
        if column == NOTE:
            return _note(line, number)
        if not line.changes:
            return ""
        change = line.changes[number]
        if column == FIELD:
            return i18n.field_name(change.field)
        text = change.old if column == OLD else change.new
        if change.field == "status" and text in Status.__members__:
            return status_name(text)
        return " ".join(text[:_SHOWN].split()) or "–"


def _note(line: PasteLine, number: int) -> str:
    if line.reason is not None:
        return i18n.text(line.reason)
    return " ".join(map(i18n.finding_text, _findings(line, number)))


def _findings(line: PasteLine, number: int) -> list[Finding]:
    """Those of the field that changes; the first line has also those of no field that changes."""
    changed = [change.field for change in line.changes]
    return [
        finding
        for finding in line.arising
        if (changed.index(finding.field) if finding.field in changed else 0) == number
    ]


def _sign(line: PasteLine, number: int) -> Any:
    if line.reason is not None:
        return icon("info", "muted")
    findings = _findings(line, number)
    if not findings:
        return None
    is_error = any(finding.severity is Severity.ERROR for finding in findings)
    return icon("error", "error") if is_error else icon("warning", "warning")
