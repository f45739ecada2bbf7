"""The outbox: what is claimed for a batch, and what became of it. Each is one transaction (design.md 5)."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.store.account_rows import apply_account_change
from ordermanager.store.batch_moves import BatchStep, move_batch
from ordermanager.store.encoding import clean, encode_sentence, to_json
from ordermanager.store.event_rows import write_events
from ordermanager.store.recovery import recover_after_crash
from ordermanager.store.run_rows import count_by_state
from ordermanager.store.sending_records import BatchMember, ClaimedBatch, Forecast, WaitingCounts
from ordermanager.store.times import from_text, to_text
from ordermanager.store.transitions import Move, move
from ordermanager.store.whole_answers import keep_answer, pack_answer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from ordermanager.domain.statuses import Status
    from ordermanager.store.sending_records import (
        AccountChange,
        AttemptResult,
        Fate,
        MemberOutcome,
        Outcomes,
    )
    from ordermanager.store.sqlite import Database
    from ordermanager.store.workspace import Workspace

ANSWER_LIMIT = 2000
"""Characters of an answer that stand in its attempt, for lists and exports; a longer one is kept whole beside it."""

LONGEST_WAIT = timedelta(minutes=2)
"""No order waits longer than the minute in which its body would be a repetition; the double, since clocks differ."""

_FRAME = len(b'{"orders":[]}')
_ON_THEIR_WAY = """SELECT r.id, r.order_id FROM revisions r
    WHERE r.batch_id = ? AND r.state = 'sending' AND r.id IN ({ids})"""
_OUTCOMES = (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED, State.QUEUED)

# An older revision of the same externalOrderId that is still to be sent, or another one that is on its way. In two
# parts, so that each is a place in the index on externalOrderId and the row itself is not looked at.
_OLDER_WAITS = """(EXISTS (
        SELECT 1 FROM revisions o WHERE o.external_order_id = r.external_order_id AND o.id < r.id
            AND o.state IN ('queued', 'sending', 'held'))
    OR EXISTS (
        SELECT 1 FROM revisions o WHERE o.external_order_id = r.external_order_id AND o.id > r.id
            AND o.state = 'sending'))"""
# What is read for a batch comes as one row of lists: a thread that must share the interpreter gives it away and gets it
# back with every row, which for thousands of rows takes longer than all the rest.
_CLAIMABLE = f"""SELECT r.id, r.size FROM revisions r
    WHERE r.state = 'queued' AND (r.not_before <= ? OR r.not_before > ?) AND NOT {_OLDER_WAITS}"""  # noqa: S608
_PICK = "SELECT json_group_array(id), json_group_array(size) FROM ({claimable} ORDER BY r.id LIMIT ?)"
_MEMBERS = """SELECT json_group_array(json_array(id, order_id, external_order_id)), group_concat(body, ','),
        group_concat(hash, ''), sum(size)
    FROM (SELECT r.id, r.order_id, r.external_order_id, r.size, CAST(t.body AS TEXT) AS body, hex(t.sha256) AS hash
        FROM batch_members m CROSS JOIN revisions r ON r.id = m.revision_id
            CROSS JOIN revision_bodies t ON t.revision_id = m.revision_id
        WHERE m.batch_id = ? ORDER BY m.revision_id)"""
_LAST_IDENTICAL = """SELECT max(a.started_at) FROM batches b JOIN attempts a ON a.batch_id = b.id
    WHERE b.account_id = ? AND b.fingerprint = ?
        AND a.looked_at = 1 AND (a.sent NOT IN ('not_sent', 'partly') OR a.http_status IS NOT NULL)"""


_FORECAST = """SELECT r.status, count(*), total(EXISTS (
            SELECT 1 FROM revisions p WHERE p.order_id = r.order_id AND p.number < r.number AND p.status = r.status
                AND p.state IN ('accepted', 'unconfirmed'))
        OR EXISTS (SELECT 1 FROM events e WHERE e.id = r.id AND e.kind = 'unconfirmed')
        OR EXISTS (SELECT 1 FROM state_changes c WHERE c.revision_id = r.id AND c.old = 'held')),
        total(o.date <> '' AND o.date < ?), total(o.email = '' AND o.phone = '')
    FROM revisions r JOIN orders o ON o.id = r.order_id WHERE r.state = 'queued'{only} GROUP BY r.status"""


class Outbox:
    """What waits to be sent. Only the sender, who holds the `SenderLock`, claims, records and recovers."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def claim(
        self,
        account_id: int,
        run_id: int,
        limit: int,
        max_bytes: int,
        now: datetime,
        deadline: datetime,
        statuses: Collection[Status] | None = None,
        revision_ids: Collection[int] | None = None,
    ) -> ClaimedBatch | None:
        """Mark the next revisions as `sending`, with their batch and attempt; None if nothing is due.

        The oldest first, at most `limit` and `max_bytes` of request body (but always at least one). Never two of one
        externalOrderId, and none while an older one of its externalOrderId still waits. `statuses` and `revision_ids`
        restrict the choice. When this returns, it is committed; `deadline` is when the attempt will be over.
        """
        if revision_ids is not None and not revision_ids:
            return None
        with self._workspace.write() as database:
            picked = _pick(database, limit, max_bytes, _due(now), statuses, revision_ids)
            if not picked:
                return None
            return _mark(database, account_id, run_id, picked, to_text(now), to_text(deadline))

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
        with self._workspace.write() as database:
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
        with self._workspace.write() as database:
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
        with self._workspace.write() as database:
            return recover_after_crash(database, to_text(now))

    def waiting(self, now: datetime) -> WaitingCounts:
        """What waits, and for what."""
        database = self._workspace.reader()
        blocked = database.value(
            f"SELECT count(*) FROM revisions r WHERE r.state = 'queued' AND {_OLDER_WAITS}"  # noqa: S608
        )
        later = database.value(
            "SELECT count(*) FROM revisions r WHERE r.state = 'queued' "  # noqa: S608
            f"AND r.not_before > ? AND r.not_before <= ? AND NOT {_OLDER_WAITS}",
            _due(now),
        )
        queued, held, sending = count_by_state(database)
        return WaitingCounts(queued - blocked - later, later, blocked, held, sending)

    def forecast(self, old_before: datetime, statuses: Collection[Status] | None = None) -> Forecast:
        """What sending what is queued would raise. `old_before`: orders dated before it count as old."""
        only, values = _only(statuses)
        rows = self._workspace.reader().all(
            _FORECAST.format(only=only), [old_before.astimezone(UTC).isoformat()[:19] + "Z", *values]
        )
        return Forecast(
            {row[0]: row[1] for row in rows}, *(int(sum(row[at] for row in rows)) for at in (2, 3, 4))
        )

    def next_due(self, now: datetime, statuses: Collection[Status] | None = None) -> datetime | None:
        """When the next revision (of one of `statuses`) can be claimed: `now` if one can at once, None if none ever
        will by itself."""
        database = self._workspace.reader()
        only, values = _only(statuses)
        if database.one(f"{_CLAIMABLE}{only} LIMIT 1", [*_due(now), *values]) is not None:
            return now
        text = database.value(
            f"SELECT min(r.not_before) FROM revisions r WHERE r.state = 'queued' AND NOT {_OLDER_WAITS}{only}",  # noqa: S608
            values,
        )
        return from_text(text) if text else None

    def last_identical(self, account_id: int, revision_ids: Sequence[int]) -> str:
        """When these very bodies, in this order, were last sent to the account as one request; empty if never."""
        database = self._workspace.reader()
        hashes: dict[int, bytes] = dict(
            database.in_chunks(
                "SELECT revision_id, sha256 FROM revision_bodies WHERE revision_id IN ({ids})", revision_ids
            )
        )
        digest = _fingerprint(hashes[revision_id] for revision_id in revision_ids)
        return database.value(_LAST_IDENTICAL, (account_id, digest)) or ""


def _due(now: datetime) -> tuple[str, str]:
    """What is due was to wait until `now` at the latest; or longer than any order ever has to, which is the minute of
    an identical body, so that the clock was wrong when this was written down."""
    return to_text(now), to_text(now + LONGEST_WAIT)


def _only(statuses: Collection[Status] | None) -> tuple[str, list[str]]:
    """A further condition, and its values."""
    if statuses is None:
        return "", []
    return f" AND r.status IN ({','.join('?' * len(statuses))})", [str(status) for status in statuses]


def _pick(
    database: Database,
    limit: int,
    max_bytes: int,
    due: tuple[str, str],
    statuses: Collection[Status] | None,
    revision_ids: Collection[int] | None,
) -> list[int]:
    only, wanted = _only(statuses)
    sql, values = _CLAIMABLE + only, [*due, *wanted]
    if revision_ids is None:
        ids, sizes = database.one(_PICK.format(claimable=sql), [*values, limit])  # type: ignore[misc]
        rows = list(zip(json.loads(ids), json.loads(sizes), strict=True))
    else:
        rows = sorted(database.in_chunks(f"{sql} AND r.id IN ({{ids}})", revision_ids, before=values))[:limit]
    picked: list[int] = []
    size = _FRAME
    for revision_id, body_size in rows:
        size += body_size + 1  # the comma
        if picked and size > max_bytes:
            break
        picked.append(revision_id)
    return picked


def _mark(
    database: Database, account_id: int, run_id: int, picked: Sequence[int], now: str, deadline: str
) -> ClaimedBatch:
    batch_id = database.insert(
        "INSERT INTO batches (account_id, run_id, created_at, orders, size, fingerprint) VALUES (?, ?, ?, ?, 0, x'')",
        (account_id, run_id, now, len(picked)),
    )
    attempt_id = database.insert(
        "INSERT INTO attempts (batch_id, started_at, deadline) VALUES (?, ?, ?)", (batch_id, now, deadline)
    )
    database.run(
        "INSERT INTO batch_members (batch_id, revision_id) SELECT ?, value FROM json_each(?)",
        (batch_id, to_json(list(picked))),
    )
    listed, text, hashes, size = database.one(_MEMBERS, (batch_id,))  # type: ignore[misc]
    members = tuple([BatchMember._make(each) for each in json.loads(listed)])
    bodies = text.encode()
    if len(bodies) != size + len(members) - 1 or [member[0] for member in members] != sorted(picked):
        raise ValueError(f"batch {batch_id} is not made of what was queued")
    digest = _fingerprint([bytes.fromhex(hashes)])
    last_identical_at = database.value(_LAST_IDENTICAL, (account_id, digest)) or ""
    database.run(
        "UPDATE batches SET size = ?, fingerprint = ? WHERE id = ?",
        (size, digest, batch_id),
    )
    move_batch(database, BatchStep(batch_id, State.QUEUED, State.SENDING), now, "program")
    database.run("UPDATE runs SET batches = batches + 1, attempts = attempts + 1 WHERE id = ?", (run_id,))
    return ClaimedBatch(batch_id, attempt_id, members, bodies, last_identical_at)


def _fingerprint(hashes: Iterable[bytes]) -> bytes:
    return hashlib.sha256(b"".join(hashes)).digest()


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
