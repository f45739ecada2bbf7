"""The order's date: free text as the checks read it, and a calendar for those who prefer to point.

A date from a file (`2026-10-10 09:48:00 +0200`) is shown as people write it, in the workspace's zone, and stays as it
came until someone writes another.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.unreadable import Unreadable
from ordermanager.domain.values import read_date
from ordermanager.ui import i18n
from ordermanager.ui.icons import set_icon
from ordermanager.ui.order_pane.editors import LineEditor
from ordermanager.ui.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN = len("2026-11-23 14:05")
"""No longer than this a text is readable as it is."""


class DateEditor(LineEditor):
    """Whatever is typed stays. The calendar writes `2026-11-23 14:05`, in the workspace's zone."""

    def __init__(self, parent: QWidget | None = None, timezone: str = "Europe/Kyiv") -> None:
        super().__init__(parent)
        self._timezone = timezone
        self._popup: _CalendarPopup | None = None
        self._raw = ""
        self._shown = ""
        self.line.setPlaceholderText(self.tr("2026-11-23 14:05"))
        self.line.installEventFilter(self)
        self.action = QAction(self)
        self.action.setText(self.tr("Choose a date"))
        set_icon(self.action, "calendar", "muted")
        set_plain_tooltip(self.action, self.tr("Choose a date (Alt+Down)"))
        self.action.triggered.connect(self.open_calendar)
        self.line.addAction(self.action, QLineEdit.ActionPosition.TrailingPosition)

    def set_timezone(self, timezone: str) -> None:
        """The zone (IANA) in which dates without an offset are read."""
        is_as_it_came = self.line.text() == self._shown
        self._timezone = timezone
        if is_as_it_came:
            self._shown = self._readable(self._raw)
            super().set_text(self._shown)

    def text(self) -> str:
        """Override Editor.text: as it came, if what is shown of it was not changed."""
        return self._raw if self.line.text() == self._shown else self.line.text()

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
        self._popup = _CalendarPopup(self, moment, self._take)
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


class _CalendarPopup(QFrame):
    """A calendar and a time; closes itself."""

    def __init__(self, parent: QWidget, moment: datetime, take: Callable[[str], None]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self._moment = moment
        self._take = take
        self._calendar = QCalendarWidget(self)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setSelectedDate(QDate(moment.year, moment.month, moment.day))
        self._calendar.activated.connect(lambda _: self._accept())
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._time = QLineEdit(moment.strftime("%H:%M"), self)
        self._time.setInputMask("99:99")
        self._time.setMaximumWidth(self.fontMetrics().horizontalAdvance("00:00") + 5 * SPACE)
        self._time.returnPressed.connect(self._accept)
        self._build()

    def _build(self) -> None:
        label = PlainLabel(self.tr("Time ({zone})").format(zone=self._moment.tzinfo), self)
        label.setBuddy(self._time)
        now = QPushButton(self.tr("Now"), self)
        now.clicked.connect(self._accept_now)
        done = QPushButton(self.tr("Use"), self)
        done.setProperty("role", "primary")
        done.clicked.connect(self._accept)
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE)
        bottom.addWidget(label)
        bottom.addWidget(self._time)
        bottom.addStretch(1)
        bottom.addWidget(now)
        bottom.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addWidget(self._calendar)
        layout.addLayout(bottom)

    def show_at(self, place: QPoint) -> None:
        """Open at a place of the screen and take the keys."""
        self.move(place)
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _accept(self) -> None:
        day = self._calendar.selectedDate()
        hours, _, minutes = self._time.text().partition(":")
        try:
            clock = time(int(hours or 0), int(minutes or 0))
        except ValueError:  # 25:70: keep the time that was there
            clock = self._moment.time()
        self._finish(f"{day.year():04}-{day.month():02}-{day.day():02} {clock:%H:%M}")

    def _accept_now(self) -> None:
        self._finish(datetime.now(self._moment.tzinfo).strftime("%Y-%m-%d %H:%M"))

    def _finish(self, text: str) -> None:
        take = self._take
        self.close()
        take(text)
