"""Claiming a batch: which revisions are next, their bodies joined, and all of it written down as on its way.

Reading comes first and may be done ahead of time: bodies never change, and what is due is looked at again if anyone
else has written since.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.states import State
from ordermanager.store.database.encoding import to_json
from ordermanager.store.errors import WorkspaceDamaged
from ordermanager.store.outbox.batch_moves import BatchStep, move_batch
from ordermanager.store.outbox.records import ClaimedBatch, Members
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from ordermanager.domain.statuses import Status
    from ordermanager.store.database.sqlite import Database

LONGEST_WAIT = timedelta(minutes=2)
"""No order waits longer than the minute in which its body would be a repetition; the double, since clocks differ."""

LONGEST_RANGE = 1000
"""As many members a batch may have whose row says only from where to where they are; it is found by this."""

_FRAME = len(b'{"orders":[]}')
# An older revision of the same externalOrderId that is still to be sent, or another one that is on its way. In two
# parts, so that each is a place in the index on externalOrderId and the row itself is not looked at.
OLDER_WAITS = """(EXISTS (
        SELECT 1 FROM revisions o WHERE o.external_order_id = r.external_order_id AND o.id < r.id
            AND o.state IN ('queued', 'sending', 'held'))
    OR EXISTS (
        SELECT 1 FROM revisions o WHERE o.external_order_id = r.external_order_id AND o.id > r.id
            AND o.state = 'sending'))"""
# What is read for a batch comes as one row of lists: a thread that must share the interpreter gives it away and gets it
# back with every row, which for thousands of rows takes longer than all the rest.
CLAIMABLE = f"""SELECT r.id, r.size FROM revisions r
    WHERE r.state = 'queued' AND (r.not_before <= ? OR r.not_before > ?) AND NOT {OLDER_WAITS}"""  # noqa: S608
_PICK = """SELECT count(*), min(id), max(id), sum(size), json_group_array(id), json_group_array(size)
    FROM ({claimable} ORDER BY r.id LIMIT ?)"""
_MEMBERS = """SELECT json_group_array(json_array(id, order_id, external_order_id)),
        CAST(group_concat(body, ',') AS BLOB), CAST(group_concat(hash, '') AS BLOB), sum(size), count(*)
    FROM (SELECT r.id, r.order_id, r.external_order_id, r.size, CAST(t.body AS TEXT) AS body,
            CAST(t.sha256 AS TEXT) AS hash
        FROM {members} CROSS JOIN revision_bodies t ON t.revision_id = r.id
        WHERE {condition} ORDER BY r.id)"""
_OF_LIST = _MEMBERS.format(
    members="json_each(?) j CROSS JOIN revisions r ON r.id = j.value", condition="true"
)
_OF_RANGE = _MEMBERS.format(members="revisions r", condition="r.id BETWEEN ? AND ?")
_HASH = 32
_DAMAGED = """SELECT r.id FROM revisions r LEFT JOIN revision_bodies t ON t.revision_id = r.id
    WHERE r.id IN ({ids}) AND (t.body IS NULL OR length(t.body) <> r.size OR length(t.sha256) <> 32) ORDER BY r.id"""
DAMAGED_BODY = QT_TRANSLATE_NOOP(
    "Sentence", "What is stored as sent in revision {revision} is damaged. Restore a backup."
)
# The server may know it from another account of this workspace at the same address: one that was added anew, say.
LAST_IDENTICAL = """SELECT max(a.started_at) FROM batches b JOIN attempts a ON a.batch_id = b.id
    WHERE b.fingerprint = ?2 AND b.account_id IN (
            SELECT o.id FROM accounts o JOIN accounts me ON o.base_url = me.base_url WHERE me.id = ?1)
        AND a.looked_at = 1 AND (a.sent NOT IN ('not_sent', 'partly') OR a.http_status IS NOT NULL)"""


def due(now: datetime) -> tuple[str, str]:
    """What is due was to wait until `now` at the latest; or longer than any order ever has to, which is the minute of
    an identical body, so that the clock was wrong when this was written down."""
    return to_text(now), to_text(now + LONGEST_WAIT)


class Choice(NamedTuple):
    """Of what is queued only orders with one of `statuses`, and only revisions up to the id `up_to` (None: all)."""

    statuses: Collection[Status] | None = None
    up_to: int | None = None

    def condition(self) -> tuple[str, list[object]]:
        """What a query of `revisions r` must ask besides, and its values."""
        condition, values = "", list[object]()
        if self.statuses is not None:
            condition += f" AND r.status IN ({','.join('?' * len(self.statuses))})"
            values += [str(status) for status in self.statuses]
        if self.up_to is not None:
            condition += " AND r.id <= ?"
            values.append(self.up_to)
        return condition, values


ALL_QUEUED = Choice()


def pick(
    database: Database,
    limit: int,
    max_bytes: int,
    due: tuple[str, str],
    wanted: Choice,
    revision_ids: Collection[int] | None,
    besides: Collection[tuple[int, int]] = (),
) -> Sequence[int]:
    """The revisions that go next, as `Outbox.claim` says; none from one of these to the other `besides`."""
    only, chosen = wanted.condition()
    sql = CLAIMABLE + only + " AND r.id NOT BETWEEN ? AND ?" * len(besides)
    values: list[object] = [*due, *chosen, *itertools.chain.from_iterable(besides)]
    if revision_ids is not None:
        rows = sorted(database.in_chunks(f"{sql} AND r.id IN ({{ids}})", revision_ids, before=values))[:limit]
        return _within(rows, max_bytes)
    row = database.one(_PICK.format(claimable=sql), [*values, limit])
    count, first, last, size, ids, sizes = row  # type: ignore[misc]  # an aggregate always has a row
    if count and last - first + 1 == count and _FRAME + size + count <= max_bytes:
        return range(first, last + 1)
    return _within(list(zip(json.loads(ids), json.loads(sizes), strict=True)), max_bytes)


def _within(rows: Sequence[tuple[int, int]], max_bytes: int) -> list[int]:
    """The first of these revisions that fit, from the sizes of their bodies; at least one."""
    picked: list[int] = []
    size = _FRAME
    for revision_id, body_size in rows:
        size += body_size + 1  # the comma
        if picked and size > max_bytes:
            break
        picked.append(revision_id)
    return picked


@dataclass(frozen=True, slots=True)
class Bodies:
    """Revisions in the order of the queue, what they hold joined by commas, and the fingerprint of that. `size`: bytes
    of the bodies without the commas."""

    members: Members
    joined: bytes
    fingerprint: bytes
    size: int

    @property
    def revision_ids(self) -> tuple[int, ...]:
        """Of its members, in their order."""
        return self.members.revision_ids


@dataclass(frozen=True, slots=True)
class PreparedBatch:
    """Read ahead of its claim, within `limit` and `max_bytes`. `version`: of what others had written until then."""

    bodies: Bodies
    limit: int
    max_bytes: int
    version: int

    @property
    def span(self) -> tuple[int, int]:
        """Its first and its last revision."""
        ids = self.bodies.revision_ids
        return ids[0], ids[-1]


def read_bodies(database: Database, picked: Sequence[int]) -> Bodies:
    """The bodies of these revisions. Raises WorkspaceDamaged where one is not what was queued."""
    ids = sorted(picked)
    if ids[-1] - ids[0] + 1 == len(ids):  # no other revision lies between them, as is usual
        row = database.one(_OF_RANGE, (ids[0], ids[-1]))
    else:
        row = database.one(_OF_LIST, (to_json(ids),))
    listed, joined, hashes, size, count = row  # type: ignore[misc]  # an aggregate always has a row
    # Ids do not repeat in either query, so as many as were asked for are these.
    if count != len(ids) or len(joined) != size + count - 1 or len(hashes) != count * _HASH:
        raise _damaged(database, ids)
    return Bodies(Members(ids, listed), joined, fingerprint([hashes]), size)


def _damaged(database: Database, ids: Sequence[int]) -> Exception:
    for (revision_id,) in database.in_chunks(_DAMAGED, ids):
        return WorkspaceDamaged(DAMAGED_BODY, revision=revision_id)
    return ValueError(f"revisions from {ids[0]} on are not what was queued")


def mark(
    database: Database, account_id: int, run_id: int, bodies: Bodies, now: str, deadline: str
) -> ClaimedBatch:
    """Write down that these are on their way, with their batch and attempt; in the caller's transaction, in which it
    was seen that they may go."""
    last_identical_at = database.value(LAST_IDENTICAL, (account_id, bodies.fingerprint)) or ""
    ids = bodies.revision_ids
    is_range = ids[-1] - ids[0] + 1 == len(ids) <= LONGEST_RANGE
    batch_id = database.insert(
        "INSERT INTO batches (account_id, run_id, created_at, orders, size, fingerprint, "
        "first_revision, last_revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(account_id, run_id, now, len(ids), bodies.size, bodies.fingerprint),
            *((ids[0], ids[-1]) if is_range else (None, None)),
        ),
    )
    attempt_id = database.insert(
        "INSERT INTO attempts (batch_id, started_at, deadline) VALUES (?, ?, ?)", (batch_id, now, deadline)
    )
    if not is_range:
        database.run(
            "INSERT INTO batch_members (batch_id, revision_id) SELECT ?, value FROM json_each(?)",
            (batch_id, to_json(ids)),
        )
    if move_batch(database, BatchStep(batch_id, State.QUEUED, State.SENDING), now, "program") != len(ids):
        raise ValueError(f"batch {batch_id} has changed under the sender's hands")
    database.run("UPDATE runs SET batches = batches + 1, attempts = attempts + 1 WHERE id = ?", (run_id,))
    return ClaimedBatch(batch_id, attempt_id, bodies.members, bodies.joined, last_identical_at)


def fingerprint(hashes: Iterable[bytes]) -> bytes:
    """Of a batch, from the hashes of its bodies in their order."""
    return hashlib.sha256(b"".join(hashes)).digest()
