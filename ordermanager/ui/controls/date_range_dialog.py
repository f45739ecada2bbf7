"""From which day to which: two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QFormLayout

from ordermanager.ui import i18n
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class DateRangeDialog(QDialog):
    """`chosen` brings the first and the last day; the other way round they are turned."""

    chosen = Signal(QDate, QDate)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("From … to …"))
        today = QDate.currentDate()
        self.first = self._edit(today.addDays(-6))
        self.last = self._edit(today)
        form = QFormLayout(self)
        form.setContentsMargins(*DIALOG_MARGINS)
        form.setSpacing(GAP)
        form.addRow(self.tr("&From"), self.first)
        form.addRow(self.tr("&To"), self.last)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def _edit(self, day: QDate) -> QDateEdit:
        edit = QDateEdit(day, self)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat(i18n.day_format())
        return edit

    def _choose(self) -> None:
        first, last = self.first.date(), self.last.date()
        self.accept()
        self.chosen.emit(min(first, last), max(first, last))
