"""One run: claim a batch, send it, record what came of it, again and again until nothing is due or something stops it.

A batch is committed as `sending` before its first byte goes out, and its outcome is one transaction (design.md 5).
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ordermanager.api.answers import read_answer
from ordermanager.api.exchange import ErrorKind, Exchange, SentPhase
from ordermanager.domain.body import request_body
from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.sending import reasons
from ordermanager.sending.outcomes import outcomes
from ordermanager.sending.pace import REPEAT_AFTER, Repeats, backoff
from ordermanager.sending.progress import RunState, StopReason
from ordermanager.store import AccountChange, AttemptResult, MemberOutcome, WorkspaceError
from ordermanager.store.times import from_text

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.domain.statuses import Status
    from ordermanager.sending.clock import Clock
    from ordermanager.sending.control import Control
    from ordermanager.sending.limits import Limits, OrdersClient
    from ordermanager.sending.meter import Meter
    from ordermanager.sending.outcomes import BatchOutcome
    from ordermanager.sending.tactics import Reaction, Tactics
    from ordermanager.store import ClaimedBatch, Workspace

log = logging.getLogger(__name__)

MOST_RECORDINGS = 8
"""How often writing down an answer is tried while the disk is full or the database is busy, with growing pauses."""

_KEPT_HEADERS = (
    "date",
    "server",
    "content-type",
    "content-length",
    "retry-after",
    "location",
    "x-request-id",
)


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a run is over; nothing in it means that all that was due is sent."""

    reason: StopReason | None = None
    sentence: Sentence | None = None


@dataclass(slots=True)
class _Gate:
    """Nothing is sent before `until` (monotonic seconds)."""

    until: float
    state: RunState
    sentence: Sentence | None


class Run:
    """Everything that lives as long as one run. `go` is called once."""

    def __init__(
        self,
        workspace: Workspace,
        account_id: int,
        run_id: int,
        client: OrdersClient,
        *,
        control: Control,
        clock: Clock,
        limits: Limits,
        tactics: Tactics,
        meter: Meter,
        repeats: Repeats,
        statuses: frozenset[Status] | None,
    ) -> None:
        self._workspace = workspace
        self._account_id = account_id
        self._run_id = run_id
        self._client = client
        self._control = control
        self._clock = clock
        self._limits = limits
        self._tactics = tactics
        self._meter = meter
        self._repeats = repeats
        self._statuses = statuses
        self._gate: _Gate | None = None
        self._reached_at = self._moved_at = clock.monotonic()

    async def go(self, not_before: datetime | None = None) -> Ending:
        """Send until nothing is due or something stops it. `not_before`: an earlier run was told to wait until then."""
        ending = self._wait_for_server(not_before)
        while ending is None:
            ending = await self._step()
        return ending

    async def _step(self) -> Ending | None:
        if (ending := await self._hold_still()) is not None:
            return ending
        batch = self._claim()
        if batch is None:
            return self._nothing_claimed()
        if (seconds := self._too_soon(batch)) > 0:
            await self._put_back(batch, seconds)
            return None
        return await self._send(batch)

    # -- waiting --------------------------------------------------------------------------------------------------

    def _wait_for_server(self, not_before: datetime | None) -> Ending | None:
        if not_before is None:
            return None
        seconds = min((not_before - self._clock.now()).total_seconds(), 3600.0)
        return self._close_gate(seconds, RunState.WAITING, None) if seconds > 0 else None

    def _close_gate(self, seconds: float, state: RunState, sentence: Sentence | None) -> Ending | None:
        """Send nothing for so long, or end here if that is longer than anyone is willing to wait."""
        now = self._clock.monotonic()
        offline = state is RunState.OFFLINE
        patience = self._limits.offline_patience if offline else self._limits.wait_patience
        since = self._reached_at if offline else self._moved_at
        if patience is not None and now + seconds - since > patience:
            if offline:
                return Ending(StopReason.OFFLINE, Sentence(reasons.OFFLINE))
            asks = Sentence(reasons.SERVER_WANTS_PAUSE, {"seconds": round(seconds)})
            return Ending(StopReason.TOLD_TO_WAIT, asks)
        self._gate = _Gate(now + seconds, state, sentence)
        return None

    async def _hold_still(self) -> Ending | None:
        """Wait while paused or while the gate is closed; an ending if the user wants one."""
        while True:
            self._control.event.clear()
            if self._control.stopping:
                return Ending(StopReason.USER, Sentence(reasons.STOPPED_BY_USER))
            if self._control.paused:
                self._meter.show(RunState.PAUSED, always=True)
                await self._clock.sleep(None, self._control.event)
                continue
            nudged = self._control.take_nudge()
            gate = self._gate
            if gate is None:
                return None
            left = gate.until - self._clock.monotonic()
            # A nudge may end a wait for the network, never one that the server asked for.
            if left <= 0 or (nudged and gate.state is RunState.OFFLINE):
                self._gate = None
                return None
            moment = self._clock.now() + timedelta(seconds=left)
            self._meter.show(gate.state, gate.sentence, moment, always=True)
            await self._clock.sleep(left, self._control.event)

    # -- claiming -------------------------------------------------------------------------------------------------

    def _claim(self) -> ClaimedBatch | None:
        """The next batch, committed as `sending`; of a search by halving its next group."""
        now = self._clock.now()
        search = self._tactics.search
        group = search.next_group if search is not None else None
        size = self._tactics.size
        batch = self._workspace.outbox.claim(
            self._account_id,
            self._run_id,
            len(group) if group is not None else size.count,
            size.max_bytes,
            now,
            now + timedelta(seconds=self._limits.deadline),
            statuses=self._statuses,
            revision_ids=group,
        )
        if group is not None and batch is not None:
            claimed = {member.revision_id for member in batch.members}
            if missing := [revision_id for revision_id in group if revision_id not in claimed]:
                self._tactics.forget(missing)
        return batch

    def _nothing_claimed(self) -> Ending | None:
        """Nothing may go now: wait for what is due later, or call it a day."""
        search = self._tactics.search
        if search is not None and search.next_group is not None:
            return self._group_is_away(search.next_group)
        now = self._clock.now()
        due = self._workspace.outbox.next_due(now)
        if due is None or due <= now:
            return Ending()
        seconds = min((due - now).total_seconds(), REPEAT_AFTER)
        ending = self._close_gate(seconds, RunState.WAITING, Sentence(reasons.REPEAT_LATER))
        return ending and Ending(StopReason.TOLD_TO_WAIT, Sentence(reasons.REPEAT_LATER))

    def _group_is_away(self, group: tuple[int, ...]) -> Ending | None:
        """A group of the search cannot be claimed: it was put off for a minute, or taken back by the user."""
        now = self._clock.now()
        revisions = [self._workspace.revisions.get(revision_id) for revision_id in group]
        later = [
            from_text(revision.not_before)
            for revision in revisions
            if revision.state is State.QUEUED and revision.not_before
        ]
        if later and max(later) > now:
            seconds = min((max(later) - now).total_seconds(), REPEAT_AFTER)
            return self._close_gate(seconds, RunState.WAITING, Sentence(reasons.REPEAT_LATER))
        reaction = self._tactics.forget(group)
        self._reject(reaction)
        return self._ending_of(reaction)

    def _too_soon(self, batch: ClaimedBatch) -> float:
        """Seconds until this very body may leave again."""
        age: float | None = None
        if batch.last_identical_at:
            age = (self._clock.now() - from_text(batch.last_identical_at)).total_seconds()
        return self._repeats.wait(_ids(batch), self._clock.monotonic(), age)

    async def _put_back(self, batch: ClaimedBatch, seconds: float) -> None:
        """Nothing has left: queue the batch again; the next one will be a different one."""
        self._tactics.repeats(_ids(batch))
        alone = len(batch.members) == 1
        not_before = self._clock.now() + timedelta(seconds=seconds) if alone else None
        reason = Sentence(reasons.REPEAT_LATER)
        members = [MemberOutcome(revision, State.QUEUED, reason, not_before) for revision in _ids(batch)]
        result = AttemptResult(sent=SentPhase.NOT_SENT.value, error="repeat")
        await self._record(batch, result, members, None)

    # -- sending --------------------------------------------------------------------------------------------------

    async def _send(self, batch: ClaimedBatch) -> Ending | None:
        self._meter.show(RunState.SENDING)
        started = self._clock.monotonic()
        body = request_body([member.body for member in batch.members])
        exchange = await self._exchange(body)
        ids = _ids(batch)
        if exchange.status is not None or exchange.sent is SentPhase.COMPLETE:
            self._repeats.note(ids, self._clock.monotonic())
            self._reached_at = self._clock.monotonic()
        searching = self._tactics.search is not None
        answer = read_answer(
            exchange, [member.external_order_id for member in batch.members], self._clock.now()
        )
        outcome = outcomes(answer, batch.members, searching=searching)
        log.info(
            "batch %d: %d orders, %d bytes, HTTP %s, %s",
            batch.batch_id,
            len(ids),
            len(body),
            exchange.status,
            answer.kind,
        )
        reaction = self._tactics.react(
            outcome, ids, len(body), partly_sent=exchange.sent is SentPhase.PARTLY and exchange.status is None
        )
        members = self._not_too_soon(outcome, exchange)
        await self._record(batch, _result(exchange), members, self._account_change(reaction))
        self._reject(reaction)
        settled = sum(1 for member in outcome.members if member.state is not State.QUEUED)
        if settled:
            self._moved_at = self._clock.monotonic()
        self._meter.settled(self._clock.monotonic() - started, settled)
        return self._ending_of(reaction)

    async def _exchange(self, body: bytes) -> Exchange:
        """One request, from which only `abandon()` returns early; then nobody knows what became of it."""
        started = self._clock.monotonic()
        request = asyncio.ensure_future(self._client.post_orders(body))
        while not request.done():
            self._control.event.clear()
            if self._control.abandoning:
                break
            woken = asyncio.ensure_future(self._control.event.wait())
            await asyncio.wait({request, woken}, return_when=asyncio.FIRST_COMPLETED)
            woken.cancel()
        if request.done():
            return request.result()
        request.cancel()
        await asyncio.wait({request})
        if not request.cancelled():
            return request.result()
        return Exchange(
            sent=SentPhase.COMPLETE,
            error=ErrorKind.OTHER,
            error_text="given up by the user",
            elapsed=self._clock.monotonic() - started,
        )

    def _not_too_soon(self, outcome: BatchOutcome, exchange: Exchange) -> list[MemberOutcome]:
        """An order that was alone in a request that arrived has no other body: it may not go again within a minute."""
        if len(outcome.members) > 1 or (exchange.status is None and exchange.sent is not SentPhase.COMPLETE):
            return list(outcome.members)
        not_before = self._clock.now() + timedelta(seconds=REPEAT_AFTER)
        return [
            replace(member, not_before=not_before) if member.state is State.QUEUED else member
            for member in outcome.members
        ]

    def _account_change(self, reaction: Reaction) -> AccountChange | None:
        if reaction.stop is not None:
            return AccountChange(stop_reason=reaction.sentence)
        if reaction.state is RunState.WAITING and reaction.wait > 0:
            return AccountChange(not_before=self._clock.now() + timedelta(seconds=reaction.wait))
        return AccountChange(batch_size=self._tactics.size.count)

    async def _record(
        self,
        batch: ClaimedBatch,
        result: AttemptResult,
        members: list[MemberOutcome],
        change: AccountChange | None,
    ) -> None:
        """Write down what came of a batch. An answer that cannot be written is kept and tried again.

        Raises the WorkspaceError in the end; then the next start finds the batch as `sending`, and so unconfirmed.
        """

        def write() -> None:
            self._workspace.outbox.record_outcome(
                batch.batch_id, batch.attempt_id, result, members, change, now=self._clock.now()
            )

        for recordings in range(1, MOST_RECORDINGS):
            try:
                return write()
            except WorkspaceError as problem:
                log.warning(
                    "batch %d: the answer could not be written: %s", batch.batch_id, type(problem).__name__
                )
                if self._control.abandoning:
                    raise
                sentence = Sentence(reasons.CANNOT_RECORD, {"text": str(problem)})
                self._meter.show(RunState.WAITING, sentence, always=True)
                self._control.event.clear()
                await self._clock.sleep(backoff(recordings, lambda: 0.5), self._control.event)
        return write()

    def _reject(self, reaction: Reaction) -> None:
        """Those that halving has found. They wait in the queue since they were refused alone."""
        if reaction.blamed:
            blamed = [
                MemberOutcome(revision_id, State.REJECTED, reasons.refusal(text))
                for revision_id, text in reaction.blamed.items()
            ]
            self._workspace.outbox.reject(blamed, now=self._clock.now())

    def _ending_of(self, reaction: Reaction) -> Ending | None:
        if reaction.stop is not None:
            return Ending(reaction.stop, reaction.sentence)
        if reaction.wait > 0:
            return self._close_gate(reaction.wait, reaction.state, reaction.sentence)
        return None


def _ids(batch: ClaimedBatch) -> tuple[int, ...]:
    return tuple(member.revision_id for member in batch.members)


def _result(exchange: Exchange) -> AttemptResult:
    return AttemptResult(
        sent=exchange.sent.value,
        http_status=exchange.status,
        error=exchange.error.value if exchange.error is not None else "",
        error_text=exchange.error_text,
        headers={name: exchange.headers[name] for name in _KEPT_HEADERS if name in exchange.headers},
        answer=exchange.body[:8000].decode("utf-8", "replace")[:2000],
        elapsed=exchange.elapsed,
    )
