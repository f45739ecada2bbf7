"""The outbox: what is claimed for a batch, and what became of it. Each is one transaction (design.md 5)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.store.account_rows import apply_account_change
from ordermanager.store.database.encoding import encode_sentence, to_json
from ordermanager.store.database.text_keys import clean
from ordermanager.store.history.rows import write_events
from ordermanager.store.outbox.batch_moves import BatchStep, move_batch
from ordermanager.store.outbox.claims import (
    ALL_QUEUED,
    CLAIMABLE,
    OLDER_WAITS,
    Choice,
    PreparedBatch,
    due,
    mark,
    pick,
    read_bodies,
)
from ordermanager.store.outbox.records import ClaimedBatch, Forecast
from ordermanager.store.outbox.recovery import recover_after_crash
from ordermanager.store.outbox.repeats import MAY_COME_TWICE, READY_MAY_COME_TWICE
from ordermanager.store.outbox.transitions import Move, move
from ordermanager.store.outbox.whole_answers import keep_answer, pack_answer
from ordermanager.store.times import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from ordermanager.domain.statuses import Status
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.outbox.records import AttemptResult, Fate, MemberOutcome, Outcomes
    from ordermanager.store.records import AccountChange

ANSWER_LIMIT = 2000
"""Characters of an answer that stand in its attempt, for lists and exports; a longer one is kept whole beside it."""

_ON_THEIR_WAY = """SELECT r.id, r.order_id FROM revisions r
    WHERE r.batch_id = ? AND r.state = 'sending' AND r.id IN ({ids})"""
_OUTCOMES = (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED, State.QUEUED)

_FORECAST = f"""SELECT r.status, count(*), total({MAY_COME_TWICE}),
        total(o.date <> '' AND o.date < ?), total(o.email = '' AND o.phone = '')
    FROM revisions r JOIN orders o ON o.id = r.order_id WHERE r.state = 'queued'{{only}} GROUP BY r.status"""  # noqa: S608


class Outbox:
    """What waits to be sent. Only the sender, who holds the `SenderLock`, claims, records and recovers."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def claim(
        self,
        account_id: int,
        run_id: int,
        limit: int,
        max_bytes: int,
        now: datetime,
        deadline: datetime,
        wanted: Choice = ALL_QUEUED,
        revision_ids: Collection[int] | None = None,
    ) -> ClaimedBatch | None:
        """Mark the next revisions as `sending`, with their batch and attempt; None if nothing is due.

        The oldest first, at most `limit` and `max_bytes` of request body (but always at least one). Never two of one
        externalOrderId, and none while an older one of its externalOrderId still waits. `wanted` and `revision_ids`
        restrict the choice. When this returns, it is committed; `deadline` is when the attempt will be over.
        """
        if revision_ids is not None and not revision_ids:
            return None
        with self._connections.write() as database:
            picked = pick(database, limit, max_bytes, due(now), wanted, revision_ids)
            if not picked:
                return None
            return mark(
                database, account_id, run_id, read_bodies(database, picked), to_text(now), to_text(deadline)
            )

    def others_version(self) -> int:
        """A number that changes when anyone but the calling thread has written to the workspace."""
        return self._connections.reader().others_version()

    def prepare(
        self,
        limit: int,
        max_bytes: int,
        now: datetime,
        wanted: Choice = ALL_QUEUED,
        *,
        version: int,
        besides: Collection[tuple[int, int]] = (),
    ) -> PreparedBatch | None:
        """What `claim` would claim now, with its bodies read, for `claim_prepared`; nothing is written yet, so there is
        nothing to take back if it is never claimed. None if nothing is due. May run in any thread; `version` is the
        `others_version` of the thread that will claim it, from before this began. `besides`: the spans of what has been
        prepared and will be claimed before it."""
        database = self._connections.reader()
        picked = pick(database, limit, max_bytes, due(now), wanted, None, besides)
        if not picked:
            return None
        return PreparedBatch(read_bodies(database, picked), limit, max_bytes, version)

    def claim_prepared(
        self,
        prepared: PreparedBatch,
        account_id: int,
        run_id: int,
        now: datetime,
        deadline: datetime,
        wanted: Choice = ALL_QUEUED,
    ) -> ClaimedBatch | None:
        """Claim what was prepared, if it is still what `claim` would claim; None if it is not.

        Where only this thread has written since, and that was nothing but outcomes after which nothing waits again, it
        is; where another one has, it is looked at anew.
        """
        with self._connections.write() as database:
            ids = prepared.bodies.revision_ids
            if database.others_version() != prepared.version:
                limit, max_bytes = prepared.limit, prepared.max_bytes
                if tuple(pick(database, limit, max_bytes, due(now), wanted, None)) != ids:
                    return None
            return mark(database, account_id, run_id, prepared.bodies, to_text(now), to_text(deadline))

    def record_outcome(
        self,
        batch_id: int,
        attempt_id: int,
        result: AttemptResult,
        outcomes: Outcomes,
        account_change: AccountChange | None = None,
        *,
        now: datetime,
    ) -> None:
        """Store how an attempt ended and what became of every member of its batch. Raises ValueError where the
        outcomes do not fit the batch."""
        moment = to_text(now)
        excerpt = clean(result.answer[:ANSWER_LIMIT])
        packed = pack_answer(result.body, excerpt) if result.body else None
        with self._connections.write() as database:
            account_id, orders = database.one(
                "SELECT account_id, orders FROM batches WHERE id = ?", (batch_id,)
            )  # type: ignore[misc]
            if outcomes.others:
                _move_others(database, batch_id, outcomes.others, moment)
            moved = _move_rest(database, batch_id, outcomes.rest, moment)
            if moved + len(outcomes.others) != orders:
                raise ValueError(f"batch {batch_id} has changed under the sender's hands")
            _close_attempt(database, attempt_id, result, excerpt, moment)
            if packed is not None:
                keep_answer(database, attempt_id, len(result.body), packed)
            if account_change is not None:
                apply_account_change(database, account_id, account_change, moment)

    def reject(self, outcomes: Sequence[MemberOutcome], *, now: datetime) -> int:
        """Reject revisions that wait again: each was refused alone while the bad orders of a batch were being found.
        Those taken back meanwhile are left alone. Returns how many were rejected."""
        moment = to_text(now)
        reasons = {each.revision_id: encode_sentence(each.reason) for each in outcomes}
        sql = "SELECT id, order_id, batch_id FROM revisions WHERE state = 'queued' AND batch_id > 0 AND id IN ({ids})"
        with self._connections.write() as database:
            moves = [
                Move(
                    revision_id,
                    order_id,
                    State.QUEUED,
                    State.REJECTED,
                    reasons[revision_id],
                    batch_id=batch_id,
                )
                for revision_id, order_id, batch_id in database.in_chunks(sql, reasons)
            ]
            move(database, moves, moment, "server")
            write_events(database, [(each.revision_id, "rejected") for each in moves], moment)
            return len(moves)

    def recover(self, now: datetime) -> int:
        """After getting the `SenderLock`: what was on its way when the last sender died becomes unconfirmed, and its
        run ends. Returns how many revisions."""
        with self._connections.write() as database:
            return recover_after_crash(database, to_text(now))

    def has_queued(self, wanted: Choice = ALL_QUEUED, *, that_could_go: bool = False) -> bool:
        """Whether anything is queued; `that_could_go`: that waits for no more than its time. Reads one row of many."""
        only, values = wanted.condition()
        sql = f"SELECT 1 FROM revisions r WHERE r.state = 'queued'{only}"  # noqa: S608
        if that_could_go:
            sql = f"{sql} AND NOT {OLDER_WAITS}"
        return self._connections.reader().one(f"{sql} LIMIT 1", values) is not None

    def forecast(self, old_before: datetime, statuses: Collection[Status] | None = None) -> Forecast:
        """What sending what is queued would raise. `old_before`: orders dated before it count as old."""
        only, values = Choice(statuses).condition()
        rows = self._connections.reader().all(
            _FORECAST.format(only=only), [old_before.astimezone(UTC).isoformat()[:19] + "Z", *values]
        )
        return Forecast(
            {row[0]: row[1] for row in rows}, *(int(sum(row[at] for row in rows)) for at in (2, 3, 4))
        )

    def may_come_twice(self, order_ids: Collection[int]) -> int:
        """Of how many of these orders, if they were queued as they are, the event may come a second time."""
        sql = f"SELECT count(*) FROM orders o WHERE {READY_MAY_COME_TWICE} AND o.id IN ({{ids}})"  # noqa: S608
        return sum(row[0] for row in self._connections.reader().in_chunks(sql, order_ids))

    def next_due(self, now: datetime, wanted: Choice = ALL_QUEUED) -> datetime | None:
        """When the next revision (of those `wanted`) can be claimed: `now` if one can at once, None if none ever
        will by itself."""
        database = self._connections.reader()
        only, values = wanted.condition()
        if database.one(f"{CLAIMABLE}{only} LIMIT 1", [*due(now), *values]) is not None:
            return now
        text = database.value(
            f"SELECT min(r.not_before) FROM revisions r WHERE r.state = 'queued' AND NOT {OLDER_WAITS}{only}",  # noqa: S608
            values,
        )
        return from_text(text) if text else None


def _move_others(database: Database, batch_id: int, others: Sequence[MemberOutcome], now: str) -> None:
    """Those that did not fare like the rest of their batch, one by one."""
    if wrong := {each.state for each in others}.difference(_OUTCOMES):
        raise ValueError(f"no outcome of a batch: {wrong}")
    order_ids: dict[int, int] = dict(
        database.in_chunks(_ON_THEIR_WAY, [each.revision_id for each in others], before=(batch_id,))
    )
    if len(order_ids) != len(others):
        raise ValueError(f"{len(others)} outcomes for {len(order_ids)} orders of batch {batch_id}")
    moves = [
        Move(
            each.revision_id,
            order_ids[each.revision_id],
            State.SENDING,
            each.state,
            encode_sentence(each.reason),
            "" if each.not_before is None else to_text(each.not_before),
            batch_id,
        )
        for each in others
    ]
    move(database, moves, now, "server")
    write_events(
        database,
        [(each.revision_id, each.state.value) for each in others if each.state is not State.QUEUED],  # type: ignore[misc]
        now,
    )


def _move_rest(database: Database, batch_id: int, rest: Fate, now: str) -> int:
    """All members that are still on their way, as one set. Returns how many those were."""
    if rest.state not in _OUTCOMES:
        raise ValueError(f"no outcome of a batch: {rest.state}")
    step = BatchStep(
        batch_id,
        State.SENDING,
        rest.state,
        encode_sentence(rest.reason),
        "" if rest.not_before is None else to_text(rest.not_before),
        None if rest.state is State.QUEUED else rest.state.value,  # type: ignore[arg-type]
    )
    return move_batch(database, step, now, "server")


def _close_attempt(
    database: Database, attempt_id: int, result: AttemptResult, excerpt: str, now: str
) -> None:
    changed = database.run(
        "UPDATE attempts SET finished_at = ?, sent = ?, http_status = ?, error = ?, error_text = ?, headers = ?, "
        "answer = ?, elapsed = ?, looked_at = ? WHERE id = ? AND finished_at = ''",
        (
            now,
            str(result.sent),
            result.http_status,
            result.error,
            clean(result.error_text),
            to_json(dict(result.headers)),
            excerpt,
            result.elapsed,
            int(result.looked_at),
            attempt_id,
        ),
    )
    if changed != 1:
        raise ValueError(f"attempt {attempt_id} is not open")
