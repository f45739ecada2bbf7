"""From pressing Send to the first request: what will go where, a question where it matters, then the
sender."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ordermanager.domain.states import Folder
from ordermanager.domain.statuses import Status
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui import i18n
from ordermanager.ui.sending.body import SendBody
from ordermanager.ui.sending.outcome_words import OutcomeWords
from ordermanager.ui.sending.question import SendQuestion
from ordermanager.ui.shell.overview import default_account

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from ordermanager.domain.history.send_preview import SendPreview
    from ordermanager.domain.sentences import KnownError
    from ordermanager.sending.progress import RunReport
    from ordermanager.services.app import Services
    from ordermanager.services.results import AccountView, Agreement, QueueResult, SendForecast
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.sending.control import SendingControl
    from ordermanager.ui.shell.messages import MessageBar


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent now: nothing that is queued after `newest`. The orders `to_queue` are ready, and queued first,
    where the outbox is empty. `statuses`: only these are sent; `agreed`: what a person has said yes to at another
    time."""

    account: AccountView | None
    orders: int
    to_queue: Sequence[int]
    newest: int
    forecast: SendForecast
    asks: bool = True
    statuses: tuple[Status, ...] = ()
    agreed: Agreement | None = None
    held: int = 0
    what: SendPreview | None = None  # at whom, and what speaks against it; None where nobody is asked

    @property
    def must_ask(self) -> bool:
        """Once a run: where customers may be written to, and in any case where that might be late, twice, or to a great
        many. A sandbox writes to nobody."""
        if self.account is None or self.account.is_sandbox:
            return False
        if self.agreed is not None:
            return self.forecast.goes_beyond(self.agreed)
        return self.asks or self.forecast.is_delicate


EVENTS = {status.event_name: status for status in Status}
LOOKED_THROUGH = 100_000
"""Of more orders only the events are named: looking at every contact would take too long for a question."""


class SendFlow(QObject):
    """Asks before real customers may get messages; a sandbox is sent to without a question."""

    settings_asked = Signal()
    folder_asked = Signal(str)
    agreed = Signal(object, object, object)  # datetime, tuple[Status, ...], Agreement: to be planned
    balance_known = Signal(bool)  # whether the run that has ended adds up

    def __init__(
        self, services: Services, jobs: Jobs, messages: MessageBar, control: SendingControl, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._messages = messages
        self._control = control
        self._window = window
        self._sent: tuple[tuple[Status, ...], int, str] | None = None  # what the last run was to send
        control.finished.connect(self._on_finished)
        control.failed.connect(self._on_failed)

    def start(
        self, statuses: Sequence[Status] = (), *, agreed: Agreement | None = None, account: str = ""
    ) -> None:
        """Send the outbox; where it is empty, queue all ready orders and send these. `statuses`: only orders with one
        of these; `agreed`: what a person has said yes to when this was planned for that
        account."""
        if not self._control.is_running:
            wanted = tuple(statuses)
            self._jobs.read(
                "send-plan",
                lambda: self._looked_through(self._plan(wanted, agreed, account)),
                self._on_planned,
                owner=self,
            )

    def plan_for(self, at: datetime, statuses: Sequence[Status]) -> None:
        """Plan the same for later, with the same question: then nobody may be there to be asked."""
        wanted = tuple(statuses)

        def read() -> tuple[Plan, str]:
            return self._looked_through(self._plan(wanted, None)), self._services.settings.get().timezone

        self._jobs.read("send-plan", read, lambda found: self._plan_later(at, *found), owner=self)

    def _plan_later(self, at: datetime, plan: Plan, timezone: str) -> None:
        if plan.account is None:
            self._say_no_account()
            return
        question = self.tr("Send %n order(s) to {account} on {when}?", "", plan.orders).format(
            account=plan.account.name, when=i18n.date_time(at, timezone)
        )
        if not plan.orders or not plan.must_ask or self._confirmed(plan, question, self.tr("Plan")):
            self.agreed.emit(at, plan.statuses, plan.forecast.agreement)

    def _plan(self, statuses: tuple[Status, ...], agreed: Agreement | None, agreed_for: str = "") -> Plan:
        """In a reader thread. What was agreed to for another account is not agreed to."""
        services = self._services
        asks = services.settings.get().confirm_before_send
        account = default_account(services)
        if agreed_for and (account is None or account.name != agreed_for):
            agreed = None
        # first: what comes between this and the forecast is not sent unasked
        newest = services.outbox.newest()
        forecast = services.outbox.forecast(statuses or None)
        held_or_sent = services.orders.counts().get(Folder.OUTBOX, 0)
        if held_or_sent or statuses:
            held = services.outbox.held()
            return Plan(account, forecast.total, (), newest, forecast, asks, statuses, agreed, held)
        ready = services.orders.list_ids(OrderQuery(folder=Folder.READY, sort="created", descending=False))
        preview = services.outbox.preview(ready)
        from ordermanager.services.results import SendForecast

        forecast = SendForecast(preview.events, preview.repeated, preview.old, preview.unreachable)
        return Plan(account, preview.total, ready, newest, forecast, asks, (), agreed)

    def _looked_through(self, plan: Plan) -> Plan:
        """In a reader thread: with what a person should know before they say yes, where they are asked."""
        if not plan.must_ask or plan.orders > LOOKED_THROUGH:
            return plan
        return replace(plan, what=self._services.send_preview.preview(plan.statuses or None).preview)

    def _on_planned(self, plan: Plan) -> None:
        if plan.account is None:
            self._say_no_account()
            return
        question = self.tr("Send %n order(s) to {account}?", "", plan.orders).format(
            account=plan.account.name
        )
        if not plan.orders and plan.held:
            text = self.tr(
                "%n order(s) are held since a backup was restored: look at them first.", "", plan.held
            )
            go = lambda: self.folder_asked.emit(Folder.OUTBOX.value)  # noqa: E731 - one line reads better
            self._messages.show_message("warning", text, self.tr("Show them"), go)
        elif not plan.orders:
            self._messages.show_message("info", self.tr("There is nothing to send."))
        elif not plan.must_ask or self._confirmed(plan, question, self.tr("Send %n", "", plan.orders)):
            self._go(plan)

    def _say_no_account(self) -> None:
        text = self.tr("No account is connected yet. Add one in the settings, or try the sandbox.")
        self._messages.show_message("warning", text, self.tr("Settings…"), self.settings_asked.emit)

    def _confirmed(self, plan: Plan, question: str, yes: str) -> bool:
        from ordermanager.ui.sending.preview import SendPreviewWords

        forecast, words = plan.forecast, SendPreviewWords()
        facts = words.contacts(plan.what) if plan.what is not None else []
        lines = words.warnings(plan.what) if plan.what is not None else []
        if forecast.repeated and plan.what is None:
            lines.append(
                self.tr(
                    "%n order(s) may have arrived before: their event may come twice.", "", forecast.repeated
                )
            )
        if forecast.old and plan.what is None:
            lines.append(self.tr("%n order(s) are more than a month old.", "", forecast.old))
        if forecast.unreachable and plan.what is None:
            lines.append(
                self.tr("%n order(s) have no usable e-mail or phone: no message.", "", forecast.unreachable)
            )
        return SendQuestion(
            question,
            SendBody([(EVENTS[each.event_name], each.orders) for each in forecast.events], facts, lines),
            self.tr("Each event can start a workflow that writes to the customer."),
            yes=yes,
            no=self.tr("Not now"),
            careful=bool(forecast.repeated or forecast.old),
            parent=self._window,
        ).ask()

    def _go(self, plan: Plan) -> None:
        if not plan.to_queue:
            self._run(plan, plan.newest)
            return
        outbox = self._services.outbox

        def queue() -> tuple[QueueResult, int]:
            return outbox.queue(plan.to_queue), outbox.newest()

        self._jobs.write(
            self.tr("Putting orders in the outbox…"),
            queue,
            lambda done: self._on_queued(plan, *done),
            owner=self,
        )

    def _on_queued(self, plan: Plan, result: QueueResult, newest: int) -> None:
        if result.queued:
            self._run(plan, newest)

    def _run(self, plan: Plan, newest: int) -> None:
        account = plan.account.name if plan.account is not None else ""
        self._sent = (plan.statuses, newest, account)
        self._control.start(plan.statuses, newest, account)

    # -- what was queued while a run went on

    def _go_on(self) -> None:
        """Send that too; but where it might write to customers late or twice, nobody has said yes to it."""
        if self._sent is None or self._control.is_running:
            return
        statuses, newest, account = self._sent

        def read() -> Plan | None:
            from ordermanager.services.results import Agreement

            plan = self._plan(statuses, Agreement(), account)
            return plan if plan.newest > newest and plan.orders and not plan.to_queue else None

        self._jobs.read("send-plan", read, self._on_more, owner=self)

    def _on_more(self, plan: Plan | None) -> None:
        if plan is None or self._control.is_running:
            return
        if not plan.must_ask:
            self._go(plan)
            return
        text = self.tr("%n order(s) came to the outbox while others were sent, and wait.", "", plan.orders)
        self._messages.show_message("warning", text, self.tr("Send now"), lambda: self.start(plan.statuses))

    # -- its end

    def _on_finished(self, report: RunReport) -> None:
        text = OutcomeWords().outcome(report)
        if report.stopped is not None:
            text += ". " + i18n.text(report.stopped)
        if not report.closes:
            text += " " + self.tr("The balance of this run does not close! See Sending, Sending reports.")
        self.balance_known.emit(report.closes)
        folder = self._folder_of(report)
        is_well = report.closes and report.accepted == report.total and report.stopped is None
        if report.total or report.stopped is not None:
            self._messages.show_message(
                "good" if is_well else "warning",
                text,
                self.tr("Show them"),
                lambda: self.folder_asked.emit(folder.value),
            )
        if report.stopped is None:
            self._go_on()

    def _folder_of(self, report: RunReport) -> Folder:
        if report.unconfirmed:
            return Folder.UNCONFIRMED
        if report.rejected:
            return Folder.REJECTED
        return Folder.OUTBOX if report.waiting else Folder.SENT

    def _on_failed(self, problem: KnownError) -> None:
        text = i18n.text(problem.sentence)
        if problem.is_of_account:
            self._messages.show_message("error", text, self.tr("Settings…"), self.settings_asked.emit)
        else:
            self._messages.show_message("error", text, self.tr("Try again"), self.start)
