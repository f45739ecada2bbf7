"""Asks Yespo to delete orders or a period: what it does and cannot undo, and the account's name to type."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.values.moving_days import whole_days
from ordermanager.ui import i18n
from ordermanager.ui.controls.days import date_of
from ordermanager.ui.controls.dialog_height import fit_to_words
from ordermanager.ui.controls.open_dialog import open_dialog
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.sending.corrections import DeletionPlan, DeletionResult
    from ordermanager.ui.jobs import Jobs

WIDTH = 620
TYPED_MS = 200
"""After the last key in the IDs, they are looked up."""
NAMED = 5


class DeletionDialog(QDialog):
    """`finished_asking` brings the DeletionResult."""

    finished_asking = Signal(object)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        order_ids: Sequence[int],
        account: str,
        parent: QWidget | None = None,
        *,
        keys: Sequence[str] = (),
    ) -> None:
        """`keys`: IDs to begin with, of what was chosen in the history."""
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._ids = list(order_ids)
        self._default = self._account = account
        self._plan: DeletionPlan | None = None
        self._stop = threading.Event()
        self._typed = QTimer(self)
        self.setWindowTitle(self.tr("Ask Yespo to delete"))
        self._make_choices(keys)
        self.says = PlainLabel("", self, wrap=True)
        self.word = QLineEdit(self)
        self._title, self._label = PlainLabel("", self, role="heading"), PlainLabel("", self)
        self._name_account(account)
        self.word.textChanged.connect(lambda _text: self._enable())
        self.go = QPushButton(self.tr("Ask to delete"), self)
        self.go.setProperty("role", "danger")
        set_icon(self.go, "trash")
        self.go.clicked.connect(self._go)
        self.earlier = QPushButton(self.tr("&Earlier requests…"), self)
        set_icon(self.earlier, "history")
        self.earlier.clicked.connect(self._show_earlier)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._on_cancel)
        self._lay_out()
        self._look()

    def _name_account(self, name: str) -> None:
        """Whom to ask."""
        self._account = name
        self._title.setText(self.tr("Ask {name} to delete orders").format(name=name))
        self._label.setText(self.tr("Type the account's name, “{name}”:").format(name=name))
        self.word.setAccessibleName(self._label.text())

    def _make_choices(self, keys: Sequence[str]) -> None:
        self.by_orders = QRadioButton(self.tr("The %n selected order(s)", "", len(self._ids)), self)
        self.by_ids = QRadioButton(self.tr("Orders with these IDs, one a line"), self)
        self.ids = QPlainTextEdit("\n".join(keys), self)
        self.ids.setAccessibleName(self.by_ids.text())
        self.ids.setTabChangesFocus(True)
        for lines, limit in ((2, self.ids.setMinimumHeight), (4, self.ids.setMaximumHeight)):
            limit(self.ids.fontMetrics().lineSpacing() * lines + 2 * GAP)
        self.unknown_too = QCheckBox(self)
        self.unknown_too.hide()
        self.by_period = QRadioButton(self.tr("All orders dated from"), self)
        today = QDate.currentDate()
        self.first, self.last = self._day(today), self._day(today)
        has_orders = bool(self._ids)
        self.by_orders.setEnabled(has_orders)
        self.by_orders.setVisible(has_orders)
        first = self.by_orders if has_orders else self.by_ids if keys else self.by_period
        first.setChecked(True)
        for choice in (self.by_orders, self.by_ids, self.by_period):
            choice.toggled.connect(lambda on: self._look() if on else None)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self._look)
        self._jobs.watch(self._typed)
        self.ids.textChanged.connect(self._on_typed)
        self.unknown_too.toggled.connect(lambda _on: self._look())
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _day: self.by_period.setChecked(True))
            day.dateChanged.connect(lambda _day: self._look())

    def _on_typed(self) -> None:
        self.by_ids.setChecked(True)
        self._plan = None
        self.unknown_too.setChecked(False)
        self._enable()
        self._typed.start()

    def _day(self, day: QDate) -> QDateEdit:
        edit = QDateEdit(day, self)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat(i18n.day_format())
        return edit

    def _lay_out(self) -> None:
        self._title.setFont(larger_font(1.1))
        what = PlainLabel(
            self.tr(
                "Yespo deletes them for good, later, and does not say when. They no longer count there; messages, "
                "events and contacts stay. Here nothing changes. Sent again, an order is there again, with a new "
                "event. A period also takes orders that were not sent from here."
            ),
            self,
            wrap=True,
        )
        period = QHBoxLayout()
        period.setSpacing(SPACE)
        for widget in (self.by_period, self.first, PlainLabel(self.tr("to"), self), self.last):
            period.addWidget(widget)
        period.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self._label)
        line.addWidget(self.word, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.earlier)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(what)
        column.addWidget(self.by_orders)
        column.addWidget(self.by_ids)
        column.addWidget(self.ids)
        column.addLayout(period)
        column.addWidget(self.says)
        column.addWidget(self.unknown_too)
        column.addLayout(line)
        column.addLayout(buttons)
        fit_to_words(self, WIDTH)

    def _look(self) -> None:
        self._plan = None
        self._enable()
        plan = self._services.corrections
        if self.by_orders.isChecked():
            ids = self._ids
            self._jobs.read(
                (id(self), "plan"), lambda: plan.plan_orders(ids), self._show, self._fail, owner=self
            )
            return
        if self.by_ids.isChecked():
            names, unknown_too = self.ids.toPlainText().splitlines(), self.unknown_too.isChecked()
            self._jobs.read(
                (id(self), "plan"),
                lambda: plan.plan_ids(names, unknown_too=unknown_too),
                self._show,
                self._fail,
                owner=self,
            )
            return
        zone = ZoneInfo(self._services.settings.get().timezone)
        since, until = whole_days(date_of(self.first.date()), date_of(self.last.date()), zone)
        self._jobs.read(
            (id(self), "plan"), lambda: plan.plan_period(since, until), self._show, self._fail, owner=self
        )

    def _show(self, plan: DeletionPlan) -> None:
        self._plan = plan
        lines = [self.tr("%n request(s) to delete.", "", plan.requests)]
        if plan.period is not None:
            lines.append(self.tr("%n order(s) sent from here have their date then.", "", plan.orders))
        if plan.waiting:
            lines.append(
                self.tr("%n order(s) are in the outbox: sending brings them back.", "", plan.waiting)
            )
        self._name_account(plan.account or self._default)
        if len(plan.accounts) > 1:
            lines.append(
                self.tr("They were sent through {names}; only {name} is asked.").format(
                    names=", ".join(plan.accounts), name=self._account
                )
            )
        if plan.not_sent:
            lines.append(self.tr("%n order(s) were never sent and are left out.", "", plan.not_sent))
        if plan.unknown:
            lines.append(self._unknown_text(plan.unknown))
            self.unknown_too.setText(self.tr("Ask for the %n not sent from here too", "", len(plan.unknown)))
        self.unknown_too.setVisible(bool(plan.unknown))
        self.says.setText(" ".join(lines))
        self._enable()
        fit_to_words(self, WIDTH)

    def _unknown_text(self, unknown: Sequence[str]) -> str:
        shown = ", ".join(unknown[:NAMED]) + (" …" if len(unknown) > NAMED else "")
        return self.tr("Nothing was sent from here as {ids}.").format(ids=shown)

    def _fail(self, sentence: Sentence) -> None:
        self.says.setText(i18n.text(sentence))
        fit_to_words(self, WIDTH)

    def _enable(self) -> None:
        is_named = self.word.text().strip().casefold() == self._account.casefold()
        self.go.setEnabled(is_named and self._plan is not None and self._plan.requests > 0)

    def _go(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._plan = None
        self._enable()
        self.word.setEnabled(False)

        def tell(done: int) -> None:
            self._say_progress(done, plan.requests)

        show = self._jobs.on_gui(tell)
        self._jobs.network(
            self.tr("Asking to delete…"),
            lambda: self._services.corrections.delete(plan, self._account, show, self._stop.is_set),
            self._done,
            self._fail,
            self._stop.set,
            owner=self,
        )

    def _show_earlier(self) -> None:
        from ordermanager.ui.corrections.deletions_dialog import DeletionsDialog

        dialog = DeletionsDialog(self._services, self._jobs, self)
        open_dialog(dialog)

    def _say_progress(self, done: int, total: int) -> None:
        text = self.tr("{done} of {total} asked for").format(done=i18n.count(done), total=i18n.count(total))
        self.says.setText(text)

    def _on_cancel(self) -> None:
        self._stop.set()
        self.reject()

    def _done(self, result: DeletionResult) -> None:
        self.finished_asking.emit(result)
        self.accept()
