"""The lines of the preview of a paste: one for each text that changes, one for each order that is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.statuses import Status
from ordermanager.services.orders.pasting import SAME
from ordermanager.ui import i18n
from ordermanager.ui.controls.row_model import Index, RowModel
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import colours
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from ordermanager.domain.checks.findings import Finding
    from ordermanager.services.orders.pasting import PasteLine, PastePlan

ORDER, FIELD, OLD, NEW, NOTE = range(5)
_SHOWN = 200


class PasteLines(RowModel[tuple["PasteLine", int]]):
    """Made from a `PastePlan`, with as many lines as that needs: each with the number of its change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (
            self.tr("Order"),
            self.tr("Field"),
            self.tr("Now"),
            self.tr("Will be"),
            self.tr("Note"),
        )

    def show_plan(self, plan: PastePlan) -> None:
        """Show another plan."""
        self.show_rows(
            [
                (line, number)
                for line in plan.lines
                for number in range(max(1, len(line.changes)))
                if line.changes or (line.reason is not None and line.reason.template != SAME)
            ]
        )

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractTableModel::data."""
        line, number = self.rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NOTE:
            return _sign(line, number)
        if role == Qt.ItemDataRole.ForegroundRole and (not line.changes or index.column() == OLD):
            return QColor(colours().muted)
        return super().data(index, role)

    def text(self, row: tuple[PasteLine, int], column: int) -> str:
        """Override RowModel.text."""
        line, number = row
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
