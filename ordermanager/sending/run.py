"""One run: claim batches, send them, record what came of each, until nothing is due or something stops it.

A batch is committed as `sending` before its first byte goes out, and its outcome is one transaction (design.md 5).
Several requests may be on their way at once. They never hold two revisions of one externalOrderId: the claim leaves out
whatever has an older revision waiting or on its way.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ordermanager.api.answers import read_answer
from ordermanager.api.exchange import ErrorKind, Exchange, SentPhase
from ordermanager.domain.body import request_body
from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.log import Log
from ordermanager.sending import reasons
from ordermanager.sending.claiming import Claims
from ordermanager.sending.outcomes import outcomes
from ordermanager.sending.pace import REPEAT_AFTER, Repeats
from ordermanager.sending.progress import RunState, StopReason
from ordermanager.sending.recording import Recorder, result_of
from ordermanager.sending.store_thread import StoreThread
from ordermanager.sending.waiting import Ending, Waiting
from ordermanager.store.outbox.records import AttemptResult, Fate, MemberOutcome, Outcomes
from ordermanager.store.records import AccountChange
from ordermanager.store.times import from_text

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.sending.control import Control
    from ordermanager.sending.limits import OrdersClient
    from ordermanager.sending.meter import Meter
    from ordermanager.sending.outcomes import BatchOutcome
    from ordermanager.sending.run_setup import RunSetup
    from ordermanager.sending.tactics import Reaction
    from ordermanager.store.outbox.records import ClaimedBatch

__all__ = ["Ending", "Run"]

log = Log(__name__)


@dataclass(frozen=True, slots=True)
class _Flight:
    """A request on its way."""

    batch: ClaimedBatch
    ids: tuple[int, ...]
    size: int
    searching: bool
    started: float
    task: asyncio.Task[Exchange]


class Run:
    """Everything that lives as long as one run. `go` is called once."""

    def __init__(
        self, setup: RunSetup, client: OrdersClient, *, control: Control, meter: Meter, repeats: Repeats
    ) -> None:
        self._setup = setup
        self._client = client
        self._control = control
        self._meter = meter
        self._repeats = repeats
        self._store = StoreThread(setup.workspace, is_considerate=setup.is_considerate)
        self._claims = Claims(setup, self._store)
        self._recorder = Recorder(self._store, setup.workspace, control, setup.clock, meter)
        self._waiting = Waiting(control, setup.clock, setup.limits, meter, setup.account.name)
        self._flights: list[_Flight] = []
        self._landed_at = setup.clock.monotonic()
        self._is_ending = False

    async def go(self, not_before: datetime | None = None) -> Ending:
        """Send until nothing is due or something stops it. `not_before`: an earlier run was told to wait until then."""
        try:
            return await self._go(self._waiting.until(not_before))
        except Exception:
            # most of all a disk that refuses the next claim: what is on its way is answered all the same
            await self._take_in_the_rest()
            raise
        finally:
            await self._claims.close()
            self._store.close()

    async def _go(self, ending: Ending | None) -> Ending:
        while ending is None:
            ending = await self._step()
        self._is_ending = True
        while self._flights:  # what is on its way is waited for, whatever ended the run
            later = await self._land()
            if ending.reason is None and later is not None:
                ending = later
        return ending

    async def _take_in_the_rest(self) -> None:
        """The run cannot go on, but requests are on their way: wait for their answers and write them down.

        What the disk refuses stays `sending`, which the next start makes unconfirmed.
        """
        self._is_ending = True
        while self._flights:
            try:
                await self._land()
            except Exception as problem:
                self._recorder.is_hopeless = True
                log.warning("an answer was lost: %s", type(problem).__name__)

    async def _step(self) -> Ending | None:
        if self._has_landed():
            return await self._land()
        if (ending := await self._waiting.hold(self._has_landed)) is not None:
            return ending
        if self._has_landed():
            return None
        if self._flights and len(self._flights) >= self._setup.tactics.in_flight(
            self._setup.limits.in_flight
        ):
            self._look_ahead()
            await self._until_landed()
            return None
        try:
            batch = await self._claims.next(may_be_ahead=self._may_read_ahead())
        except reasons.AccountChanged as changed:
            return Ending(StopReason.ACCOUNT_CHANGED, changed.sentence)
        if batch is None:
            if self._flights:  # what is blocked by them may be due when they are back
                await self._until_landed()
                return None
            return await self._nothing_claimed()
        await self._start(batch)
        return None

    async def _start(self, batch: ClaimedBatch) -> None:
        """Send what has been claimed, unless it must not leave now."""
        if self._control.must_hold:  # pressed meanwhile: nothing of it has left yet
            await self._queue_again(batch, Fate(State.QUEUED), "paused")
        elif (seconds := self._too_soon(batch)) > 0:
            await self._put_back(batch, seconds)
        else:
            self._launch(batch)
            if self._setup.limits.pause > 0:
                self._waiting.pace(self._setup.limits.pause)

    # -- claiming -------------------------------------------------------------------------------------------------

    def _may_follow(self, reaction: Reaction) -> bool:
        """Whether the next request may leave as soon as this answer is written down, so that both are one transaction.
        Where there is anything to wait for or to find out, it is not even claimed."""
        has_room = len(self._flights) < self._setup.tactics.in_flight(self._setup.limits.in_flight)
        return has_room and reaction.goes_on and self._may_read_ahead()

    def _may_read_ahead(self) -> bool:
        """Whether all goes well, so that the next batch can be known before the answers are here."""
        wants_more = not (self._is_ending or self._control.must_hold)
        return (
            wants_more
            and self._setup.tactics.knows_next_size
            and self._setup.tactics.search is None
            and self._setup.limits.pause == 0
            and self._waiting.is_open
        )

    def _look_ahead(self) -> None:
        """Read as many batches ahead as may be needed at once when answers come in together."""
        if self._may_read_ahead():
            self._claims.look_ahead(self._setup.tactics.may_be_next(self._setup.limits.in_flight))

    async def _nothing_claimed(self) -> Ending | None:
        """Nothing may go now: wait for what is due later, or call it a day."""
        search = self._setup.tactics.search
        if search is not None and search.next_group is not None:
            return await self._group_is_away(search.next_group)
        now = self._setup.clock.now()
        due = await self._store.do(lambda: self._setup.workspace.outbox.next_due(now, self._setup.wanted))
        if due is None or due <= now:
            return Ending()
        seconds = min((due - now).total_seconds(), REPEAT_AFTER)
        ending = self._waiting.close(seconds, RunState.WAITING, Sentence(reasons.REPEAT_LATER))
        return ending and Ending(StopReason.TOLD_TO_WAIT, Sentence(reasons.REPEAT_LATER))

    async def _group_is_away(self, group: tuple[int, ...]) -> Ending | None:
        """A group of the search cannot be claimed: it was put off for a minute, or taken back by the user."""
        now = self._setup.clock.now()
        get = self._setup.workspace.revisions.get
        revisions = await self._store.do(lambda: [get(revision_id) for revision_id in group])
        later = [
            from_text(revision.not_before)
            for revision in revisions
            if revision.state is State.QUEUED and revision.not_before
        ]
        if later and max(later) > now:
            seconds = min((max(later) - now).total_seconds(), REPEAT_AFTER)
            return self._waiting.close(seconds, RunState.WAITING, Sentence(reasons.REPEAT_LATER))
        reaction = self._setup.tactics.forget(group)
        await self._reject(reaction)
        return self._ending_of(reaction)

    def _too_soon(self, batch: ClaimedBatch) -> float:
        """Seconds until this very body may leave again."""
        age: float | None = None
        if batch.last_identical_at:
            age = (self._setup.clock.now() - from_text(batch.last_identical_at)).total_seconds()
        return self._repeats.wait(batch.revision_ids, self._setup.clock.monotonic(), age)

    async def _put_back(self, batch: ClaimedBatch, seconds: float) -> None:
        """Nothing has left: queue the batch again; the next one will be a different one."""
        self._setup.tactics.repeats(batch.revision_ids)
        alone = len(batch.members) == 1
        not_before = self._setup.clock.now() + timedelta(seconds=seconds) if alone else None
        await self._queue_again(
            batch, Fate(State.QUEUED, Sentence(reasons.REPEAT_LATER), not_before), "repeat"
        )

    async def _queue_again(self, batch: ClaimedBatch, fate: Fate, why: str) -> None:
        """Nothing of this batch has left."""
        self._claims.forget_ahead()
        result = AttemptResult(sent=SentPhase.NOT_SENT.value, error=why, looked_at=False)
        await self._recorder.record(batch, result, Outcomes(fate), None)

    # -- on the way -----------------------------------------------------------------------------------------------

    def _launch(self, batch: ClaimedBatch) -> None:
        self._meter.show(RunState.SENDING)
        body = request_body([batch.bodies])
        task = asyncio.create_task(self._exchange(body))
        task.add_done_callback(lambda _: self._control.event.set())
        ids = batch.revision_ids
        searching = self._setup.tactics.is_searched(ids)
        self._flights.append(_Flight(batch, ids, len(body), searching, self._setup.clock.monotonic(), task))

    def _has_landed(self) -> bool:
        return any(flight.task.done() for flight in self._flights)

    async def _until_landed(self) -> None:
        await asyncio.wait([flight.task for flight in self._flights], return_when=asyncio.FIRST_COMPLETED)

    async def _land(self) -> Ending | None:
        """Take in the oldest request that has come back."""
        if not self._has_landed():
            await self._until_landed()
        flight = next(flight for flight in self._flights if flight.task.done())
        self._flights.remove(flight)
        return await self._settle(flight, flight.task.result())

    async def _exchange(self, body: bytes) -> Exchange:
        """One request, from which only `abandon()` returns early; then nobody knows what became of it."""
        started = self._setup.clock.monotonic()
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
            elapsed=self._setup.clock.monotonic() - started,
        )

    async def _settle(self, flight: _Flight, exchange: Exchange) -> Ending | None:
        """Read the answer, decide, and write it down."""
        batch, ids = flight.batch, flight.ids
        answer = read_answer(exchange, batch.external_order_ids, self._setup.clock.now())
        if exchange.status is not None or exchange.sent is SentPhase.COMPLETE:
            self._waiting.reached()
            if answer.kind.looked_at_orders:
                self._repeats.note(ids, self._setup.clock.monotonic())
        outcome = outcomes(answer, batch.members, searching=flight.searching)
        log.info(
            "batch %d: %d orders, %d bytes, HTTP %s, %s",
            batch.batch_id,
            len(ids),
            flight.size,
            exchange.status,
            answer.kind,
        )
        broke_off = exchange.sent is SentPhase.PARTLY and exchange.status is None
        reaction = self._setup.tactics.react(outcome, ids, flight.size, partly_sent=broke_off)
        looked_at = answer.kind.looked_at_orders
        fates = self._not_too_soon(outcome) if looked_at else outcome.fates
        result = result_of(exchange, looked_at)
        change = self._account_change(reaction)
        may_follow = self._may_follow(reaction)
        if not outcome.is_final:
            self._claims.forget_ahead()
        follow = await self._claims.following() if may_follow else None
        following = await self._recorder.record(batch, result, fates, change, follow)
        if may_follow:
            self._claims.claimed(following)
        await self._reject(reaction)
        settled = outcome.members - outcome.count(State.QUEUED)
        if settled:
            self._waiting.moved()
        now = self._setup.clock.monotonic()
        # Requests that overlap share the time: the rate counts from one return to the next.
        self._meter.settled(now - max(flight.started, self._landed_at), settled)
        self._landed_at = now
        if following is not None:
            await self._start(following)
            self._look_ahead()
        return self._ending_of(reaction)

    def _not_too_soon(self, outcome: BatchOutcome) -> Outcomes:
        """An order that was alone in a request that arrived has no other body: it may not go again within a minute."""
        fates = outcome.fates
        if outcome.members > 1 or fates.rest.state is not State.QUEUED:
            return fates
        not_before = self._setup.clock.now() + timedelta(seconds=REPEAT_AFTER)
        return replace(fates, rest=replace(fates.rest, not_before=not_before))

    def _account_change(self, reaction: Reaction) -> AccountChange | None:
        failures = self._setup.tactics.failures
        if reaction.stop is not None:
            return AccountChange(stop_reason=reaction.sentence, failures=failures)
        if reaction.state is not RunState.SENDING and reaction.wait > 0:
            not_before = self._setup.clock.now() + timedelta(seconds=reaction.wait)
            is_asked = reaction.state is RunState.WAITING
            return AccountChange(not_before=not_before if is_asked else None, failures=failures)
        return AccountChange(batch_size=self._setup.tactics.size.count, failures=failures)

    async def _reject(self, reaction: Reaction) -> None:
        """Those that halving has found. They wait in the queue since they were refused alone."""
        if reaction.blamed:
            blamed = [
                MemberOutcome(revision_id, State.REJECTED, reasons.refusal(text))
                for revision_id, text in reaction.blamed.items()
            ]
            now = self._setup.clock.now()
            await self._store.do(lambda: self._setup.workspace.outbox.reject(blamed, now=now))

    def _ending_of(self, reaction: Reaction) -> Ending | None:
        if reaction.stop is not None:
            return Ending(reaction.stop, reaction.sentence)
        if reaction.wait > 0:
            return self._waiting.close(reaction.wait, reaction.state, reaction.sentence)
        return None
