"""Everything about sending beside the Send button itself: later or in part, reports, backups, and what time brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.controls.open_dialog import open_dialog
from ordermanager.ui.look.icons import icon, set_icon
from ordermanager.ui.mnemonics import underline
from ordermanager.ui.shell.folder_list import HISTORY
from ordermanager.ui.shell.network_watch import NetworkWatch
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QAction

    from ordermanager.domain.sentences import Sentence
    from ordermanager.sending.progress import Progress
    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.services.results import Agreement
    from ordermanager.services.sending.doubts import Clue
    from ordermanager.services.sending.schedule import SendPlan
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts

LOOK_EVERY_MS = 5000
"""The wall clock is looked at so often: a timer for the very moment would be wrong after the computer slept."""
DOUBTS_EVERY = 6
"""Every so many looks the accounts' policies about doubts are applied."""


class SendingDesk(QObject):
    """Made with the parts of the window, of which it knows the Send button, the status bar and the message bar."""

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._plan: SendPlan | None = None
        self._looks = 0
        self._told: Sentence | None = None  # why nobody is reached, as it was said last
        self.menu = QMenu(window.tools.send)
        underline([self.menu])
        self._fill_menu()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.network = NetworkWatch(self, jobs, lambda: window.sending.is_running)
        self.network.back.connect(self._wake)

    def begin(self) -> None:
        """Learn what is planned, and whether that was missed."""
        self._load_plan(is_start=True)

    def _wake(self) -> None:
        self._services.sending.wake()

    # -- the menu of the Send button

    def _fill_menu(self) -> None:
        table = self._window.actions_table
        self.menu.addAction(table["send"])
        self.menu.addSeparator()
        self._only: list[QAction] = []
        for status in Status:
            text = self.tr("Send now, only with status: {status}").format(status=status_name(status))
            action = self.menu.addAction(icon("send"), text)
            action.triggered.connect(lambda _checked=False, status=status: self._send_only(status))
            self._only.append(action)
        self.menu.addSeparator()
        self.menu.addAction(table["send_later"])
        self._cancel = self.menu.addAction(self.tr("Do not send at the planned time"))
        set_icon(self._cancel, "close")
        self._cancel.triggered.connect(lambda _checked=False: self.cancel_plan())
        self.menu.addSeparator()
        self.menu.addAction(table["runs"])
        self.menu.aboutToShow.connect(self._before_menu)
        button = self._window.tools.send
        button.setMenu(self.menu)

    def _before_menu(self) -> None:
        can_send = self._window.actions_table["send"].isEnabled()
        for action in self._only:
            action.setEnabled(can_send)
        self._cancel.setVisible(self._plan is not None)

    def _connect(self) -> None:
        table = self._window.actions_table
        table["send_later"].triggered.connect(lambda _checked=False: self.open_send_later())
        table["runs"].triggered.connect(lambda _checked=False: self.open_runs())
        table["backups"].triggered.connect(lambda _checked=False: self.open_backups())
        self._window.status.plan_clicked.connect(self.open_send_later)
        self._window.status.balance_clicked.connect(self.open_runs)
        self._window.orders.decisions.look_asked.connect(self._look_at_contacts)
        self._window.orders.decisions.copied.connect(self._on_copied)
        self._window.orders.decisions.all_decided.connect(self._decide_all)
        self._window.send_flow.agreed.connect(self.set_plan)
        self._window.send_flow.balance_known.connect(
            lambda closes: self._window.status.show_balance(closes=closes)
        )
        self._window.sending.progressed.connect(self._on_progress)
        self._jobs.changed.connect(self._on_changed)

    def _send_only(self, status: Status) -> None:
        self._window.flush()
        self._window.send_flow.start((status,))

    def _on_progress(self, progress: Progress) -> None:
        """Where trying again will not help until somebody does something, a line in the status bar is too little."""
        reason = progress.reason if progress.needs_a_hand else None
        if reason is not None and reason != self._told:
            self._told = reason
            text = self.tr("{why} Until then the program tries again by itself.")
            self._window.messages.show_message("warning", text.format(why=i18n.text(reason)))

    # -- the plan

    @property
    def plan(self) -> SendPlan | None:
        """What is planned, as it was last read."""
        return self._plan

    def set_plan(self, at: datetime, statuses: Sequence[Status], agreed: Agreement) -> None:
        """Send at this moment; the person has seen what that means, and said yes."""
        self._jobs.write(
            "", lambda: self._services.schedule.set(at, statuses, agreed), self._on_planned, owner=self
        )

    def cancel_plan(self) -> None:
        """Do not."""
        self._jobs.write("", self._services.schedule.cancel, owner=self)

    def look(self) -> None:
        """Has a moment come?"""
        self._looks += 1
        if not self._window.sending.is_running:
            self._told = None
        if self._plan is not None and not self._window.sending.is_running:
            self._jobs.write("", self._services.schedule.take_due, self._on_due, owner=self)
        if self._looks % DOUBTS_EVERY == 0:
            self._jobs.write("", self._repeat_doubts, self._on_repeated, owner=self)

    def _repeat_doubts(self) -> tuple[int, bool, int]:
        """In the writer thread: how many went back to the outbox, whether nothing else waits there, and what is newest
        among all that was ever queued."""
        outbox = self._services.outbox
        was_empty = outbox.waiting() == 0
        return outbox.repeat_by_policy(), was_empty, outbox.newest()

    def _on_repeated(self, result: tuple[int, bool, int]) -> None:
        count, was_empty, newest = result
        if not count:
            return
        text = self.tr("%n order(s) in doubt go again, as this account's settings say", "", count)
        self._window.messages.show_message("info", text)
        if was_empty:
            self._window.sending.start((), newest)

    def _on_changed(self, changes: Changes) -> None:
        if changes.outbox or changes.settings:
            self._load_plan(is_start=False)

    def _load_plan(self, *, is_start: bool) -> None:
        def read() -> tuple[SendPlan | None, bool, str]:
            schedule = self._services.schedule
            plan = schedule.plan()
            missed = plan is not None and schedule.is_missed(plan)
            return plan, missed, self._services.settings.get().timezone

        self._jobs.read((id(self), "plan"), read, lambda found: self._show_plan(*found, is_start), owner=self)

    def _show_plan(self, plan: SendPlan | None, is_missed: bool, timezone: str, is_start: bool) -> None:
        if is_missed and self._window.sending.is_running:
            self._plan = plan  # another run goes on: what became of the plan is told when that is over
            return
        self._plan = None if is_missed else plan
        if plan is None or is_missed:
            self._window.status.show_plan("")
        else:
            when = i18n.date_time(plan.at, timezone)
            names = ", ".join(status_name(status) for status in plan.statuses)
            text = self.tr("Sends at {when}, only: {what}") if names else self.tr("Sends at {when}")
            self._window.status.show_plan(text.format(when=when, what=names))
        if plan is not None and is_missed:
            if is_start:
                text = self.tr("Orders were to be sent at {when}, but the program was not running then.")
            else:
                text = self.tr(
                    "Orders were to be sent at {when} and were not: the computer slept, or others were being sent."
                )
            self.cancel_plan()
            self._window.messages.show_message(
                "warning",
                text.format(when=i18n.date_time(plan.at, timezone)),
                self.tr("Send now"),
                lambda: self._window.send_flow.start(plan.statuses),
            )

    def _on_planned(self, _plan: SendPlan) -> None:
        text = self.tr("Planned. The window must stay open and the computer awake until then.")
        self._window.messages.show_message("good", text)

    def _on_due(self, plan: SendPlan | None) -> None:
        if plan is None:
            self._load_plan(is_start=False)  # it may have been missed
            return
        self._window.flush()
        self._window.send_flow.start(plan.statuses, agreed=plan.agreed, account=plan.account)

    # -- doubts

    def _look_at_contacts(self, batch_id: int) -> None:
        doubts = self._services.doubts
        self._jobs.network(
            self.tr("Asking for the contacts"),
            lambda: doubts.clue(batch_id),
            self._on_clue,
            owner=self,
        )

    def _on_clue(self, clue: Clue) -> None:
        self._window.messages.show_message("info", i18n.text(clue.sentence))

    def _on_copied(self, orders: int) -> None:
        text = self.tr("%n order id(s) copied. Look for them in Yespo: Automation, Orders.", "", orders)
        self._window.messages.show_message("good", text)

    def _decide_all(self, decision: str) -> None:
        batches = self._window.overview.state.decisions.unconfirmed
        ids = [order_id for batch in batches for order_id in batch.order_ids]
        if decision == "accepted":
            self._window.commands.resolve("accepted", ids)
        elif decision == "send_again":
            self._window.commands.resolve("send_again", ids)

    # -- dialogs

    def open_send_later(self) -> None:
        """When, and which orders."""
        from ordermanager.ui.sending.later import SendLaterDialog

        dialog = SendLaterDialog(self._services.settings.get().timezone, self._plan, self._window)
        dialog.planned.connect(self._window.send_flow.plan_for)
        dialog.now.connect(self._window.send_flow.start)
        dialog.cancelled.connect(self.cancel_plan)
        open_dialog(dialog)

    def open_runs(self, run_id: int | None = None) -> None:
        """What was sent, run by run; one of them chosen."""
        from ordermanager.ui.sending.runs_dialog import RunsDialog

        dialog = RunsDialog(self._services, self._jobs, self._window, run_id)
        dialog.events_asked.connect(self._show_events)
        open_dialog(dialog)

    def _show_events(self, run_id: int) -> None:
        self._window.go_to(HISTORY)
        self._window.history.show_run_lines(run_id)

    def open_backups(self) -> None:
        """Make one, or go back to one."""
        from ordermanager.ui.shell.backups_dialog import BackupsDialog

        open_dialog(BackupsDialog(self._services, self._jobs, self._window))
