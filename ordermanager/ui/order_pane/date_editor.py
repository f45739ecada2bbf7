"""The order's date: free text as the checks read it, and a calendar for those who prefer to point.

A date from a file (`2026-10-10 09:48:00 +0200`) is shown as people write it, in the workspace's zone, and stays as it
came until someone writes another.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ordermanager.domain.values.readers import read_date
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.ui import i18n
from ordermanager.ui.controls.calendar_popup import CalendarPopup
from ordermanager.ui.controls.line_sign import LineSign
from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.order_pane.editors import LineEditor

_PLAIN = len("2026-11-23 14:05")
"""No longer than this a text is readable as it is."""


class DateEditor(LineEditor):
    """Whatever is typed stays. The calendar writes `2026-11-23 14:05`, in the workspace's zone."""

    def __init__(self, parent: QWidget | None = None, timezone: str = "Europe/Kyiv") -> None:
        super().__init__(parent)
        self._timezone = timezone
        self._popup: CalendarPopup | None = None
        self._raw = ""
        self._shown = ""
        self.line.setPlaceholderText(self.tr("2026-11-23 14:05"))
        self.line.installEventFilter(self)
        self.sign = LineSign(self.line, "calendar", self.tr("Choose a date"))
        set_plain_tooltip(self.sign, self.tr("Choose a date (Alt+Down)"))
        self.sign.clicked.connect(self.open_calendar)

    def set_timezone(self, timezone: str) -> None:
        """The zone (IANA) in which dates without an offset are read."""
        is_as_it_came = self.line.text() == self._shown
        self._timezone = timezone
        if is_as_it_came:
            self._shown = self._readable(self._raw)
            super().set_text(self._shown)

    def text(self) -> str:
        """Override Editor.text: as it came, if what is shown of it was not changed."""
        shown = self.line.text()
        return self._raw if shown == self._shown else shown

    def set_text(self, text: str) -> None:
        """Override Editor.set_text."""
        if text != self.text() or text != self._raw:
            self._raw, self._shown = text, self._readable(text)
            super().set_text(self._shown)

    def _readable(self, text: str) -> str:
        """`text` as people write dates, if that reads as the same minute; else as it is."""
        if len(text) <= _PLAIN:
            return text
        try:
            moment = read_date(text, self._timezone)
            shown = i18n.date_time(moment, self._timezone)
            again = read_date(shown, self._timezone)
        except Unreadable:
            return text
        return shown if again == moment.replace(second=0, microsecond=0) else text

    def moment(self) -> datetime | None:
        """What the text means, in the workspace's zone; None while it cannot be read."""
        try:
            return read_date(self.text(), self._timezone).astimezone(ZoneInfo(self._timezone))
        except Unreadable:
            return None

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        moment = self.moment() or datetime.now(ZoneInfo(self._timezone))
        self._popup = CalendarPopup(self, moment, self._take)
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        self._popup.show_at(below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: Alt+Down opens the calendar, as in every field with a list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt_down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        if text != self.line.text():
            self.set_text(text)
            self.changed.emit()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
