"""From pressing Send to the first request: what will go where, a question where it matters, then the
sender."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ordermanager.domain.states import Folder
from ordermanager.domain.statuses import Status
from ordermanager.services.results import EventCount
from ordermanager.store.records import OrderQuery
from ordermanager.ui import i18n
from ordermanager.ui.overview import default_account
from ordermanager.ui.plain import ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ordermanager.domain.sentences import Sentence
    from ordermanager.sending.progress import RunReport
    from ordermanager.services.app import Services
    from ordermanager.services.results import AccountView, QueueResult
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.messages import MessageBar
    from ordermanager.ui.sending_control import SendingControl


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent now. `to_queue` ready orders are queued first, where the outbox is empty."""

    account: AccountView | None
    orders: int
    to_queue: int
    events: tuple[EventCount, ...]
    unreachable: int = 0
    old: int = 0
    asks: bool = True


class SendFlow(QObject):
    """Asks before real customers may get messages; a sandbox is sent to without a question."""

    settings_asked = Signal()
    folder_asked = Signal(str)

    def __init__(
        self, services: Services, jobs: Jobs, messages: MessageBar, control: SendingControl, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._messages = messages
        self._control = control
        self._window = window
        control.finished.connect(self._on_finished)
        control.failed.connect(self._on_failed)

    def start(self) -> None:
        """Send the outbox; where it is empty, queue all ready orders and send these."""
        if not self._control.is_running:
            self._jobs.read("send-plan", self._plan, self._on_planned, owner=self)

    def _plan(self) -> Plan:
        """In a reader thread."""
        orders = self._services.orders
        counts = orders.counts()
        plan = Plan(
            default_account(self._services),
            counts.get(Folder.OUTBOX, 0),
            0,
            (),
            asks=self._services.settings.get().confirm_before_send,
        )
        if plan.orders:
            query = OrderQuery(folder=Folder.OUTBOX)
            events = [
                EventCount(status, status.event_name, orders.count(replace(query, status=status.value)))
                for status in Status
            ]
            return replace(plan, events=tuple(event for event in events if event.orders))
        preview = self._services.outbox.preview(None)
        return replace(
            plan,
            orders=preview.total,
            to_queue=preview.total,
            events=preview.events,
            unreachable=preview.unreachable,
            old=preview.old,
        )

    def _on_planned(self, plan: Plan) -> None:
        if plan.account is None:
            text = self.tr("No account is connected yet. Add one in the settings, or try the sandbox.")
            self._messages.show_message("warning", text, self.tr("Settings…"), self.settings_asked.emit)
        elif not plan.orders:
            self._messages.show_message("info", self.tr("There is nothing to send."))
        elif plan.account.is_sandbox or not plan.asks or self._confirmed(plan, plan.account):
            self._go(plan)

    def _confirmed(self, plan: Plan, account: AccountView) -> bool:
        lines = [f"{event.event_name}: {i18n.count(event.orders)}" for event in plan.events]
        lines.append("")
        lines.append(self.tr("Each event can start a workflow that writes to the customer."))
        if plan.old:
            lines.append(self.tr("%n order(s) are more than a month old.", "", plan.old))
        if plan.unreachable:
            lines.append(
                self.tr("%n order(s) have no usable e-mail or phone: no message.", "", plan.unreachable)
            )
        question = self.tr("Send %n order(s) to {account}?", "", plan.orders).format(account=account.name)
        send = self.tr("Send %n", "", plan.orders)
        return ask(self._window, question, "\n".join(lines), yes=send, no=self.tr("Not now"))

    def _go(self, plan: Plan) -> None:
        if plan.to_queue:
            self._jobs.write(
                self.tr("Queueing…"), lambda: self._services.outbox.queue(None), self._on_queued, owner=self
            )
        else:
            self._control.start()

    def _on_queued(self, result: QueueResult) -> None:
        if result.queued:
            self._control.start()

    # -- its end

    def _on_finished(self, report: RunReport) -> None:
        text = self.tr("%n order(s) accepted", "", report.accepted)
        problems = []
        if report.rejected:
            problems.append(self.tr("%n rejected", "", report.rejected))
        if report.unconfirmed:
            problems.append(self.tr("%n unconfirmed", "", report.unconfirmed))
        if report.waiting:
            problems.append(self.tr("%n still waiting", "", report.waiting))
        if problems:
            text += ", " + ", ".join(problems)
        if report.stopped is not None:
            text += ". " + i18n.text(report.stopped)
        folder = self._folder_of(report)
        if report.total or report.stopped is not None:
            self._messages.show_message(
                "warning" if problems or report.stopped is not None else "good",
                text,
                self.tr("Show them"),
                lambda: self.folder_asked.emit(folder.value),
            )

    def _folder_of(self, report: RunReport) -> Folder:
        if report.unconfirmed:
            return Folder.UNCONFIRMED
        if report.rejected:
            return Folder.REJECTED
        return Folder.OUTBOX if report.waiting else Folder.SENT

    def _on_failed(self, sentence: Sentence) -> None:
        self._messages.show_message(
            "error", i18n.text(sentence), self.tr("Settings…"), self.settings_asked.emit
        )
