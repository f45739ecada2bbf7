"""When to send, and which orders: for those who want their customers' messages in the morning."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import fit_to_words
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.titled import titled
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from ordermanager.services.sending.schedule import SendPlan

MORNING = 9
WIDTH = 460


class SendLaterDialog(QDialog):
    """Gives its answer by one of three signals; times are those of the workspace's zone."""

    planned = Signal(object, object)  # datetime (aware), tuple[Status, ...]
    now = Signal(object)  # tuple[Status, ...]
    cancelled = Signal()

    def __init__(self, timezone: str, plan: SendPlan | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = ZoneInfo(timezone)
        self.setWindowTitle(self.tr("Send later or in part"))
        self.which = QComboBox(self)
        self.which.addItem(self.tr("All orders in the outbox"), None)
        for status in Status:
            self.which.addItem(
                self.tr("Only with status: {status}").format(status=status_name(status)), status.value
            )
        self.at_once = QRadioButton(self.tr("&Now"), self)
        self.later = QRadioButton(self.tr("A&t this time:"), self)
        self.when = QDateTimeEdit(self)
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat(f"{i18n.day_format()} HH:mm")
        self.when.setAccessibleName(self.tr("Time to send at"))
        self.when.setMinimumWidth(self.when.sizeHint().width())
        self.send = QPushButton(self)
        self.send.setProperty("role", "primary")
        self.send.setDefault(True)
        self.forget = QPushButton(self.tr("&Do not send then"), self)
        self.forget.setVisible(plan is not None)
        self.problem = PlainLabel("", self, role="error", wrap=True)
        self.problem.hide()
        self._build(timezone)
        self._show(plan)
        self.later.toggled.connect(self._update)
        self.when.dateTimeChanged.connect(lambda _moment: self.later.setChecked(True))
        self.send.clicked.connect(self._done)
        self.forget.clicked.connect(self._forget)
        self._update()

    def _build(self, timezone: str) -> None:
        time = QHBoxLayout()
        time.setSpacing(SPACE)
        time.addWidget(self.later)
        time.addWidget(self.when)
        time.addWidget(PlainLabel(timezone, self, role="muted"))
        time.addStretch(1)
        note = self.tr(
            "Older versions of an order always go first. For a planned time this window must stay open."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        close = QPushButton(self.tr("Cancel"), self)
        close.clicked.connect(self.reject)
        buttons.addWidget(close)
        buttons.addWidget(self.send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(GAP)
        layout.addWidget(titled(self.tr("&Which orders"), self.which))
        layout.addWidget(self.at_once)
        layout.addLayout(time)
        layout.addWidget(self.problem)
        layout.addWidget(PlainLabel(note, self, role="muted", wrap=True))
        layout.addLayout(buttons)

    def _show(self, plan: SendPlan | None) -> None:
        now = datetime.now(self._zone)
        morning = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
        at = plan.at.astimezone(self._zone) if plan is not None else morning
        if at <= now:
            at += timedelta(days=1)
        self.when.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))
        if plan is not None and plan.statuses:
            self.which.setCurrentIndex(max(self.which.findData(plan.statuses[0].value), 0))
        self.later.setChecked(True)
        self.later.setFocus(Qt.FocusReason.OtherFocusReason)  # not on the other choice, which is the first

    def moment(self) -> datetime:
        """The time that stands in the field."""
        shown = self.when.dateTime()
        day, time = shown.date(), shown.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone)

    def _update(self) -> None:
        self.send.setText(self.tr("Plan") if self.later.isChecked() else self.tr("Send"))
        self.problem.hide()
        fit_to_words(self, WIDTH)

    def _done(self) -> None:
        value = self.which.currentData()
        statuses = () if value is None else (Status(value),)
        if not self.later.isChecked():
            self.accept()
            self.now.emit(statuses)
            return
        moment = self.moment()
        if moment <= datetime.now(self._zone):
            text = self.tr("{when} is over. Choose a later time, or Now.")
            self.problem.setText(text.format(when=i18n.date_time(moment, self._zone.key)))
            self.problem.show()
            fit_to_words(self, WIDTH)
            return
        self.accept()
        self.planned.emit(moment, statuses)

    def _forget(self) -> None:
        self.accept()
        self.cancelled.emit()
