"""A date that is typed in a cell, with a calendar behind Alt+Down."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ordermanager.domain.values.readers import read_date
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.ui.controls.calendar_popup import CalendarPopup
from ordermanager.ui.controls.line_sign import LineSign
from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.look.theme import GAP, ICON


class DateLine(QLineEdit):
    """Whatever is typed stays; the calendar writes `2026-11-23 14:05`, in `timezone` (IANA)."""

    def __init__(self, timezone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timezone = timezone
        sign = LineSign(self, "calendar", self.tr("Choose a date"))
        set_plain_tooltip(sign, self.tr("Choose a date (Alt+Down)"))
        sign.clicked.connect(self.open_calendar)
        # Also where its column is narrower: a date is seen whole while it is edited.
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("2026-12-28 20:58") + 2 * ICON + 2 * GAP)

    def open_calendar(self) -> None:
        """Show the calendar below the cell. It belongs to the line, which so stays open while it has the keys."""
        zone = ZoneInfo(self._timezone)
        try:
            moment = read_date(self.text(), self._timezone).astimezone(zone)
        except Unreadable:
            moment = datetime.now(zone)
        CalendarPopup(self, moment, self._take).show_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit::keyPressEvent: Alt+Down, as in every field with a list."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _take(self, text: str) -> None:
        self.setText(text)
        self.setModified(True)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
