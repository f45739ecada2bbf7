"""A calendar and a time below a field that has a date, for those who prefer to point."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Callable


class CalendarPopup(QFrame):
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
