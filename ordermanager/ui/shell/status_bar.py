"""The bottom line: account, connection, outbox, progress with time left, and what runs in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from ordermanager.made_once import made_once
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.look.icons import pixmap, set_icon
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT, colours, icon_edge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from ordermanager.sending.progress import Progress
    from ordermanager.services.results import AccountView
    from ordermanager.ui.job import Job

PROGRESS_WIDTH = 140
LONGEST_NAME = 30
"""Letters of an account's name that are shown; its tool tip has them all."""


class StatusBar(QStatusBar):
    """Shows what it is told; asks nothing itself."""

    account_clicked = Signal()
    plan_clicked = Signal()
    balance_clicked = Signal()

    def __init__(self, pause: QAction, stop: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._of_a_run = (pause, stop)
        self._account_icon = ""
        self._counted = ""
        self._jobs: tuple[Job, ...] = ()
        self._build()
        self.show_account(None)
        self.show_outbox(0)
        self.show_selection(0, 0)

    def _build(self) -> None:
        self._left = left = QWidget(self)
        self._row = row = QHBoxLayout(left)
        row.setContentsMargins(SPACE, TIGHT, SPACE, TIGHT)
        row.setSpacing(SPACE)
        self._sign = QLabel(left)
        self._edge = icon_edge(self.fontMetrics())
        self._sign.setFixedSize(self._edge, self._edge)
        self._account = QToolButton(left)
        self._account.setAccessibleName(self.tr("Account"))
        self._account.clicked.connect(self.account_clicked)
        self._sandbox = PlainLabel(self.tr("SANDBOX"), left, role="sandbox")
        self._sandbox.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._sandbox_tip = self.tr("A practice account on this computer: nothing reaches real customers.")
        set_plain_tooltip(self._sandbox, self._sandbox_tip)
        self._outbox = ElidedLabel("", left, role="muted")
        for widget in (self._sign, self._account, self._sandbox, self._outbox):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.addWidget(left)
        self._selection = ElidedLabel("", self, role="muted")
        self._selection.setContentsMargins(0, 0, GAP, 0)
        self.addPermanentWidget(self._selection)

    # -- what most starts do not show

    @made_once
    def _plan(self) -> QToolButton:
        chip = self._chip(self.tr("Planned sending"), self.plan_clicked, behind=self._outbox)
        set_plain_tooltip(chip, self.tr("Change the planned time, or do not send then"))
        return chip

    @made_once
    def _balance(self) -> QToolButton:
        place = self._plan if StatusBar._plan.is_made(self) else self._outbox
        chip = self._chip(self.tr("Balance"), self.balance_clicked, behind=place)
        set_plain_tooltip(chip, self.tr("The last run does not add up: see the sending reports"))
        chip.setProperty("role", "alarm")
        chip.setText(self.tr("The balance does not close"))
        return chip

    @made_once
    def _run(self) -> _Run:
        run = _Run(self._of_a_run, self._left)
        self._row.insertWidget(self._row.count() - 1, run)
        return run

    @made_once
    def _job(self) -> ElidedLabel:
        job = ElidedLabel("", self, role="muted")
        self.insertPermanentWidget(1, job)  # behind what is on the left
        return job

    @made_once
    def _cancel(self) -> QToolButton:
        cancel = QToolButton(self)
        set_icon(cancel, "close", "muted")
        cancel.setAccessibleName(self.tr("Cancel"))
        set_plain_tooltip(cancel, self.tr("Cancel what is running"))
        cancel.clicked.connect(self._cancel_job)
        self.insertPermanentWidget(2, cancel)
        return cancel

    def _chip(self, name: str, clicked: SignalInstance, *, behind: QWidget) -> QToolButton:
        chip = QToolButton(self._left)
        chip.setAccessibleName(name)
        chip.clicked.connect(clicked)
        chip.hide()
        self._row.insertWidget(self._row.indexOf(behind) + 1, chip, 0, Qt.AlignmentFlag.AlignVCenter)
        QWidget.setTabOrder(self._account if behind is self._outbox else behind, chip)
        return chip

    def show_plan(self, text: str) -> None:
        """When sending is planned; empty: it is not."""
        if not text and not StatusBar._plan.is_made(self):
            return
        self._plan.setText(text)
        self._plan.setAccessibleName(text)
        set_icon(self._plan, "clock")
        self._plan.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._plan.setVisible(bool(text))

    @property
    def planned(self) -> str:
        """What is said of planned sending; empty: nothing is planned."""
        return self._plan.text() if StatusBar._plan.is_made(self) else ""

    def show_balance(self, *, closes: bool) -> None:
        """Say in red that the last run does not add up; nothing where it does."""
        if not closes or StatusBar._balance.is_made(self):
            self._balance.setVisible(not closes)

    def show_account(self, account: AccountView | None) -> None:
        """Which account orders go to; a sandbox always says so, by its name or beside it."""
        is_sandbox = account is not None and account.is_sandbox
        is_named = account is not None and is_sandbox and self._says_sandbox(account.name)
        self._sandbox.setVisible(is_sandbox and not is_named)
        if (self._account.property("role") == "sandbox") != is_named:
            self._account.setProperty("role", "sandbox" if is_named else None)
            self._account.style().unpolish(self._account)
            self._account.style().polish(self._account)
        if account is None:
            self._account.setText(self.tr("No account yet"))
            tip = self.tr("Connect an account to send orders (settings)")
            self._account_icon = "offline"
        elif account.stopped is not None:
            self._account.setText(self.tr("{name} – stopped").format(name=_short(account.name)))
            tip = i18n.text(account.stopped)
            self._account_icon = "error"
        else:
            self._account.setText(_short(account.name))
            tip = f"{account.name}\n{account.base_url}"
            if is_named:
                tip += "\n" + self._sandbox_tip
            self._account_icon = "account"
        set_plain_tooltip(self._account, tip)
        self.retint()

    def _says_sandbox(self, name: str) -> bool:
        words = ("sandbox", self._sandbox.text().casefold())
        return any(word in name.casefold() for word in words)

    def retint(self) -> None:
        """Draw the sign in the theme's colours."""
        tone = colours().error if self._account_icon == "error" else colours().muted
        self._sign.setPixmap(pixmap(self._account_icon, tone, self._edge, self.devicePixelRatioF()))

    def show_outbox(self, waiting: int) -> None:
        """How many orders wait in the outbox."""
        self._outbox.setText(self.tr("%n in the outbox", "", waiting) if waiting else self.tr("Outbox empty"))

    def show_progress(
        self, progress: Progress | None, *, is_paused: bool = False, timezone: str = ""
    ) -> None:
        """How far a run is; None: nothing is being sent."""
        is_on = progress is not None
        self._outbox.setVisible(not is_on)
        if is_on or StatusBar._run.is_made(self):
            self._run.setVisible(is_on)
        if progress is not None:
            self._run.show_done(progress.done, progress.total)
            self._run.text.setText(self._progress_text(progress, timezone, is_paused=is_paused))

    def show_starting(self) -> None:
        """A run was asked for and has not told anything yet."""
        self._outbox.hide()
        self._run.show()
        self._run.bar.setRange(0, 0)
        self._run.text.setText(self.tr("Connecting…"))

    def _progress_text(self, progress: Progress, timezone: str, *, is_paused: bool) -> str:
        from ordermanager.sending.progress import RunState

        sent = self.tr("{done} of {total}").format(
            done=i18n.count(progress.done), total=i18n.count(progress.total)
        )
        if is_paused or progress.state is RunState.PAUSED:
            return self.tr("Paused – {sent}").format(sent=sent)
        why = "" if progress.reason is None else f" – {i18n.text(progress.reason)}"
        if progress.state is RunState.OFFLINE:
            return self.tr("No connection, trying again – {sent}").format(sent=sent) + why
        if progress.state is RunState.WAITING:
            if progress.not_before is None:
                return self.tr("Waiting – {sent}").format(sent=sent) + why
            until = i18n.clock(progress.not_before, timezone)
            return self.tr("Waiting until {time} – {sent}").format(time=until, sent=sent) + why
        parts = [self.tr("Sending {sent}").format(sent=sent)]
        if progress.rejected:
            parts.append(self.tr("%n rejected", "", progress.rejected))
        if progress.unconfirmed:
            parts.append(self.tr("%n unconfirmed", "", progress.unconfirmed))
        if progress.rate > 0:
            parts.append(self.tr("{rate} a second").format(rate=i18n.count(round(progress.rate))))
        if progress.seconds_left is not None and progress.seconds_left >= 1:
            parts.append(self.tr("{time} left").format(time=i18n.duration(progress.seconds_left)))
        return " · ".join(parts)

    def show_sums(self, text: str) -> None:
        """What the selected orders amount to, behind how many they are."""
        self._selection.setText(f"{self._counted} · {text}" if text else self._counted)

    def show_selection(self, selected: int, total: int) -> None:
        """How many rows the list has, and how many of them are selected."""
        if selected > 1:
            text = self.tr("{selected} of {total} selected").format(
                selected=i18n.count(selected), total=i18n.count(total)
            )
        else:
            text = self.tr("%n order(s)", "", total) if total else ""
        self._counted = text
        self._selection.setText(text)

    def show_count(self, text: str) -> None:
        """Something else than orders is listed; `text` says how much of it."""
        self._counted = text
        self._selection.setText(text)

    def show_jobs(self, jobs: tuple[Job, ...]) -> None:
        """What runs in the background, by its title; the newest, which can be cancelled if it has a way."""
        self._jobs = jobs
        if not jobs and not StatusBar._job.is_made(self):
            return
        self._job.setVisible(bool(jobs))
        self._job.setText(jobs[-1].title if jobs else "")
        self._cancel.setVisible(bool(jobs) and jobs[-1].on_cancel is not None)

    def _cancel_job(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()


class _Run(QWidget):
    """How far a run is, and the buttons that hold and stop it."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(PROGRESS_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(QCoreApplication.translate("StatusBar", "Sending progress"))
        self.text = ElidedLabel("", self)
        for widget in (self.bar, self.text):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            row.addWidget(button)

    def show_done(self, done: int, total: int) -> None:
        """So many of so many."""
        # QProgressBar counts in C int; orders by the thousand fit, and a run of nothing shows an empty bar.
        # Left to itself it paints at once, and with it all that waits to be painted in the window.
        self.bar.setUpdatesEnabled(False)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.bar.setUpdatesEnabled(True)


def _short(name: str) -> str:
    """An account's name for a button."""
    shown = name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…"
    return shown.replace("&", "&&")
