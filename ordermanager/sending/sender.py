"""The sender: takes what is due from the outbox and sends it, batch by batch, until all is sent or something stops it.

Knows no Qt. `run()` blocks its thread and owns an asyncio loop; every other method may be called from any thread.
"""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

from ordermanager.clock import Clock, SystemClock
from ordermanager.domain.sentences import KnownError
from ordermanager.log import Log
from ordermanager.sending.control import Control
from ordermanager.sending.limits import Limits, OrdersClient
from ordermanager.sending.meter import Meter
from ordermanager.sending.pace import BatchSize, Repeats
from ordermanager.sending.progress import Progress, RunReport, RunState
from ordermanager.sending.run import Ending, Run
from ordermanager.sending.run_setup import RunSetup
from ordermanager.sending.tactics import Tactics
from ordermanager.store.outbox.claims import ALL_QUEUED, Choice
from ordermanager.store.outbox.sender_lock import SenderLock
from ordermanager.store.times import from_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ordermanager.domain.statuses import Status
    from ordermanager.store.outbox.records import Balance, RunRecord
    from ordermanager.store.records import AccountRecord
    from ordermanager.store.workspace import Workspace

__all__ = ["Clock", "Limits", "OrdersClient", "Sender"]

log = Log(__name__)

_NOTHING = RunReport(
    total=0, accepted=0, rejected=0, unconfirmed=0, waiting=0, batches=0, attempts=0, seconds=0.0
)


class Sender:
    """Sends the outbox to one account. `run()` takes the workspace's SenderLock itself (SenderBusy if it is taken).

    With `stay`, as a window has it, it waits for more instead of returning when the outbox is empty: call `wake()`
    after queueing, and leaves the processor to the window where both want it.
    `statuses` sends only orders with these, `up_to` only revisions up to that id: what is queued later is not what the
    user has agreed to, and waits for the next run. `dice` gives numbers in [0, 1) for the jitter of waits.
    `on_progress` is called in the thread of `run()`, at most some ten times a second.
    """

    def __init__(
        self,
        workspace: Workspace,
        account: AccountRecord,
        make_client: Callable[[], OrdersClient],
        *,
        clock: Clock | None = None,
        on_progress: Callable[[Progress], None] = lambda _: None,
        limits: Limits | None = None,
        statuses: frozenset[Status] | None = None,
        up_to: int | None = None,
        stay: bool = False,
        dice: Callable[[], float] = random.random,
    ) -> None:
        self._workspace = workspace
        self._account = account
        self._make_client = make_client
        self._clock = clock or SystemClock()
        self._on_progress = on_progress
        self._limits = limits or Limits()
        self._wanted = Choice(statuses, up_to)
        self._stay = stay
        self._dice = dice
        self._control = Control()
        self._repeats = Repeats()

    def run(self) -> RunReport:
        """Send until nothing is due or something stops it; the report of the last run that was needed.

        What a program that died left as `sending` becomes unconfirmed first. A stopped account is tried again: whoever
        calls this has been asked to send. Raises KnownError (SenderBusy, no key, a workspace that cannot be written).
        """
        with SenderLock(self._workspace.folder):
            if lost := self._workspace.outbox.recover(self._clock.now()):
                log.warning("%d orders were in flight when the program ended; they are unconfirmed now", lost)
            if self._workspace.accounts.by_id(self._account.id).is_stopped:
                self._workspace.accounts.resume(self._account.id)
            client = self._make_client()
            return asyncio.run(self._runs(client))

    def wake(self) -> None:
        """Something was queued, or the network is back."""
        self._control.nudge()

    def pause(self) -> None:
        """Finish the batch in flight, then hold still until `resume()`."""
        self._control.pause()

    def resume(self) -> None:
        """Go on after `pause()`."""
        self._control.resume()

    def stop(self) -> None:
        """Finish the batch in flight (up to its deadline), then return from `run()`."""
        self._control.stop()

    @property
    def account_id(self) -> int:
        """The account that it sends to."""
        return self._account.id

    def account_changed(self) -> None:
        """Its address or key is another one now, or it was removed: finish the batch in flight, then stop."""
        self._control.account_changed()

    def abandon(self) -> None:
        """Stop without waiting for the answer in flight: its orders become unconfirmed."""
        self._control.abandon()

    async def _runs(self, client: OrdersClient) -> RunReport:
        """One run after the other as long as it stays, else one."""
        self._control.bind()
        try:
            report = _NOTHING
            while True:
                if self._is_anything_due():
                    report = await self._one_run(client)
                if report.stopped is not None or not self._stay or self._control.stopping:
                    return report
                await self._idle(report)
                if self._control.stopping:
                    return report
        finally:
            self._control.unbind()

    def _is_anything_due(self) -> bool:
        """Whether there is something to account for; while it stays, only what could move is worth a run."""
        wanted = self._wanted if self._stay else ALL_QUEUED
        return self._workspace.outbox.has_queued(wanted, that_could_go=self._stay)

    async def _idle(self, report: RunReport) -> None:
        """Nothing to do until someone calls."""
        self._on_progress(_as_progress(report, RunState.IDLE))
        while not self._control.stopping:
            self._control.event.clear()
            if self._control.take_nudge():
                return
            await self._clock.sleep(None, self._control.event)

    async def _one_run(self, client: OrdersClient) -> RunReport:
        account = self._workspace.accounts.by_id(self._account.id)
        started = self._clock.monotonic()
        record = self._workspace.runs.start(account.id, self._clock.now(), self._account.base_url)
        meter = Meter(lambda: self._workspace.runs.running_balance(record.id), self._on_progress, self._clock)
        setup = RunSetup(
            self._workspace,
            self._account,
            record.id,
            self._clock,
            self._limits,
            self._tactics(account),
            self._wanted,
            is_considerate=self._stay,
        )
        run = Run(setup, client, control=self._control, meter=meter, repeats=self._repeats)
        ending = Ending()
        try:
            ending = await run.go(self._not_before(account))
        except KnownError as problem:
            ending = Ending(sentence=problem.sentence)
            raise
        finally:
            record = self._workspace.runs.finish(record.id, ending.sentence, self._clock.now())
        meter.show(RunState.STOPPED, ending.sentence, always=True)
        log.info("run %d ended: %s", record.id, ending.reason or "nothing left")
        return _report(record, ending, self._clock.monotonic() - started)

    def _not_before(self, account: AccountRecord) -> datetime | None:
        """Until when the account is to be left alone. Where the clock has been put back since that was written down, as
        long from now as it was to be from then."""
        until = _moment(account.not_before)
        written = _moment(self._workspace.batches.last_answer_at(account.id))
        now = self._clock.now()
        return now + (until - written) if until and written and written > now else until

    def _tactics(self, account: AccountRecord) -> Tactics:
        limits = self._limits
        first = min(account.batch_size or limits.first_batch, limits.batch_limit)
        size = BatchSize(first, limits.batch_limit, limits.max_bytes)
        # What was already going badly is not hurried by a restart: the next wait is as long as it would have been.
        return Tactics(size, self._dice, pauses=account.failures, unreached=account.failures)


def _moment(text: str) -> datetime | None:
    return from_text(text) if text else None


def _report(record: RunRecord, ending: Ending, seconds: float) -> RunReport:
    balance: Balance = record.balance
    return RunReport(
        total=balance.total,
        accepted=balance.accepted,
        rejected=balance.rejected,
        unconfirmed=balance.unconfirmed,
        waiting=balance.waiting,
        batches=balance.batches,
        attempts=balance.attempts,
        seconds=seconds,
        stopped=ending.sentence,
        stop_reason=ending.reason,
        run_id=record.id,
    )


def _as_progress(report: RunReport, state: RunState) -> Progress:
    return Progress(
        total=report.total,
        done=report.total - report.waiting,
        accepted=report.accepted,
        rejected=report.rejected,
        unconfirmed=report.unconfirmed,
        waiting=report.waiting,
        batches=report.batches,
        attempts=report.attempts,
        rate=0.0,
        seconds_left=None,
        state=state,
    )
