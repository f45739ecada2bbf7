"""Queueing orders: making their immutable revisions, taking them back, releasing those that are held."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import State
from ordermanager.store.database.encoding import decode_sentence
from ordermanager.store.database.text_keys import clean
from ordermanager.store.folder_counts import CountChanges
from ordermanager.store.outbox.records import RevisionRecord
from ordermanager.store.outbox.run_rows import count_by_state, count_waiting
from ordermanager.store.outbox.transitions import Move, count_for_open_run, mirrored, move, record_changes
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from ordermanager.domain.sentences import Sentence
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.outbox.records import QueueItem

_CHUNK = 2000
_SELECT = """SELECT r.id, r.order_id, r.number, r.state, r.external_order_id, r.status, r.size, t.sha256, t.email,
        t.phone, t.external_customer_id, r.reason, r.not_before, r.queued_at, r.state_at, r.batch_id
    FROM revisions r JOIN revision_bodies t ON t.revision_id = r.id"""
_CURRENT = """SELECT o.id, o.state, o.attention, o.draft_hash, o.revisions, r.state, t.draft_hash
    FROM orders o LEFT JOIN revisions r ON r.id = o.follows LEFT JOIN revision_bodies t ON t.revision_id = o.follows
    WHERE o.deleted_at IS NULL AND o.id IN ({ids})"""

_HELD = "SELECT id, order_id, not_before FROM revisions WHERE state = 'held' ORDER BY id"
_SENT_BEFORE = """SELECT r.id FROM revisions r WHERE r.order_id = ? AND r.number < ?
        AND (r.state = 'sending' OR EXISTS (SELECT 1 FROM events e WHERE e.id = r.id))
    ORDER BY r.number DESC LIMIT 1"""

_REFUSAL = """SELECT reason FROM revisions WHERE order_id = ? AND state = 'rejected'
    ORDER BY number DESC LIMIT 1"""

_IS_AS_SENT = """SELECT r.id, r.state, o.id, o.deleted_at IS NOT NULL
    FROM orders o JOIN revisions r ON r.order_id = o.id JOIN revision_bodies t ON t.revision_id = r.id
    WHERE o.id IN ({ids}) AND o.state = 'ready' AND o.revisions > 1 AND t.draft_hash = o.draft_hash
        AND r.state IN ('sending', 'accepted', 'rejected', 'unconfirmed')
        AND r.number = (SELECT max(number) FROM revisions
            WHERE order_id = o.id AND state NOT IN ('withdrawn', 'superseded'))"""


class Revisions:
    """The revisions of a workspace's orders."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def queue_many(
        self, items: Sequence[QueueItem], now: datetime, *, supersede: bool = True, only_newest: bool = False
    ) -> list[int | None]:
        """Make the next revision of each order and put it in the outbox. Returns their ids in the order of `items`.

        None stands for an order that was left alone: it is deleted, its text is no longer the one that the body was
        made from, or this very text waits already. With `supersede`, older revisions of it that wait with the same
        status become superseded; with another status they are other events, and all are sent, unless `only_newest`.
        """
        made: list[int | None] = []
        for begin in range(0, len(items), _CHUNK):
            with self._connections.write() as database:
                made += _queue_chunk(
                    database,
                    items[begin : begin + _CHUNK],
                    to_text(now),
                    supersede=supersede,
                    only_newest=only_newest,
                )
        return made

    def withdraw(self, order_ids: Collection[int] | None, now: datetime) -> list[int]:
        """Take orders (None: all) back from the outbox; what is on its way stays. Returns the orders taken back.

        An order whose text is the one that waited is ready again; or what it was, where this very text was sent before.
        """
        with self._connections.write() as database:
            return withdraw_orders(database, order_ids, to_text(now))

    def of_order(self, order_id: int) -> list[RevisionRecord]:
        """Every revision of an order, the oldest first."""
        rows = self._connections.reader().all(
            f"{_SELECT} WHERE r.order_id = ? ORDER BY r.number", (order_id,)
        )
        return [_record(row) for row in rows]

    def sent_before(self, order_id: int, number: int) -> int | None:
        """The newest older revision of an order that was sent or may have arrived: it has a line in the history, or is
        on its way."""
        found = self._connections.reader().value(_SENT_BEFORE, (order_id, number))
        return None if found is None else int(found)

    def refusal(self, order_id: int) -> Sentence | None:
        """Why the server refused the newest of an order's revisions that it refused."""
        return decode_sentence(self._connections.reader().value(_REFUSAL, (order_id,)))

    def get(self, revision_id: int) -> RevisionRecord:
        """Raises WrongUse if there is none."""
        row = self._connections.reader().one(f"{_SELECT} WHERE r.id = ?", (revision_id,))
        if row is None:
            raise _unknown(revision_id)
        return _record(row)

    def body(self, revision_id: int) -> bytes:
        """The exact JSON that was or will be sent. Raises WrongUse if there is no such revision."""
        body = self._connections.reader().value(
            "SELECT body FROM revision_bodies WHERE revision_id = ?", (revision_id,)
        )
        if body is None:
            raise _unknown(revision_id)
        return bytes(body)

    def erased_on(self, revision_id: int) -> str:
        """The day (ISO) on which the person in what was sent was erased here; empty where nobody was."""
        sql = "SELECT json_extract(CAST(body AS TEXT), '$.erased') FROM revision_bodies WHERE revision_id = ?"
        return str(self._connections.reader().value(sql, (revision_id,)) or "")

    def bodies(self, revision_ids: Collection[int]) -> dict[int, bytes]:
        """The exact JSON of several revisions, by id."""
        rows = self._connections.reader().in_chunks(
            "SELECT revision_id, body FROM revision_bodies WHERE revision_id IN ({ids})", revision_ids
        )
        return {row[0]: bytes(row[1]) for row in rows}

    def release_held(self, now: datetime) -> int:
        """Queue everything that is held, in its old place. Returns how many revisions."""
        with self._connections.write() as database:
            moves = [
                Move(revision_id, order_id, State.HELD, State.QUEUED, None, not_before)
                for revision_id, order_id, not_before in database.all(_HELD)
            ]
            move(database, moves, to_text(now), "person")
        return len(moves)

    def waiting(self) -> int:
        """How many are still to be sent, held ones among them. Asked at every step of a run, so it reads few rows."""
        return count_waiting(self._connections.reader())

    def newest(self) -> int:
        """The id of the newest; 0 where there is none."""
        return int(self._connections.reader().value("SELECT max(id) FROM revisions") or 0)

    def held(self) -> int:
        """How many are held back; as quick."""
        return count_by_state(self._connections.reader())[1]


def withdraw_orders(database: Database, order_ids: Collection[int] | None, now: str) -> list[int]:
    """See `Revisions.withdraw`; within the caller's transaction."""
    sql = "SELECT id, order_id, state FROM revisions WHERE"
    rows = (
        database.all(f"{sql} state = 'queued' UNION ALL {sql} state = 'held' ORDER BY id")
        if order_ids is None
        else list(
            database.in_chunks(
                f"{sql} order_id IN ({{ids}}) AND +state IN ('queued', 'held') ORDER BY id", order_ids
            )
        )
    )
    moves = [Move(revision_id, order_id, old, State.WITHDRAWN) for revision_id, order_id, old in rows]
    move(database, moves, now, "person")
    back = sorted({each.order_id for each in moves})
    _are_sent_again(database, back)
    return back


def _are_sent_again(database: Database, order_ids: Collection[int]) -> None:
    """Orders whose text is what was sent before are that once more, and not ready to be sent another time."""
    rows = [
        (revision_id, mirrored(state), *rest)
        for revision_id, state, *rest in database.in_chunks(_IS_AS_SENT, order_ids)
    ]
    counts = CountChanges()
    for _, state, _, is_deleted in rows:
        if not is_deleted:
            counts.add(State.READY, orders=-1)
            counts.add(state)
    database.many(
        "UPDATE orders SET state = ?, follows = ? WHERE id = ?",
        ((state, revision_id, order_id) for revision_id, state, order_id, _ in rows),
    )
    counts.apply(database)


def _queue_chunk(
    database: Database, items: Sequence[QueueItem], now: str, *, supersede: bool, only_newest: bool
) -> list[int | None]:
    orders = {row[0]: row[1:] for row in database.in_chunks(_CURRENT, [item.order_id for item in items])}
    taken: list[QueueItem] = []
    seen: set[int] = set()
    is_taken: list[bool] = []
    for item in items:
        is_taken.append(item.order_id not in seen and _may_queue(item, orders.get(item.order_id)))
        if is_taken[-1]:
            seen.add(item.order_id)
            taken.append(item)
    if supersede or only_newest:
        _supersede(database, taken, now, only_newest=only_newest)
    ids = database.next_ids("revisions", len(taken))
    _insert(database, list(zip(ids, taken, strict=True)), orders, now)
    numbers = iter(ids)
    return [next(numbers) if took else None for took in is_taken]


def _may_queue(item: QueueItem, order: tuple[Any, ...] | None) -> bool:
    if order is None:
        return False
    _state, _attention, text_hash, _count, followed, sent_hash = order
    if item.draft_hash is not None and item.draft_hash != text_hash:
        return False
    waits = followed is not None and State(followed).is_waiting
    return not (waits and sent_hash == text_hash)


def _insert(
    database: Database, made: list[tuple[int, QueueItem]], orders: dict[int, tuple[Any, ...]], now: str
) -> None:
    counts = CountChanges()
    revisions, bodies, changes, follows = [], [], [], []
    for revision_id, item in made:
        state, attention, text_hash, number, *_ = orders[item.order_id]
        external_id = clean(item.external_order_id)
        revisions.append(
            (revision_id, item.order_id, number + 1, external_id, item.status, len(item.body), now, now)
        )
        contact = (clean(item.email), clean(item.phone), clean(item.external_customer_id))
        bodies.append((revision_id, hashlib.sha256(item.body).digest(), text_hash, *contact, item.body))
        changes.append(Move(revision_id, item.order_id, "", State.QUEUED))
        follows.append((revision_id, now, item.order_id))
        counts.add(state, bool(attention), -1)
    database.many(
        "INSERT INTO revisions (id, order_id, number, state, external_order_id, status, size, queued_at, state_at) "
        "VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?)",
        revisions,
    )
    database.many(
        "INSERT INTO revision_bodies (revision_id, sha256, draft_hash, email, phone, external_customer_id, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        bodies,
    )
    record_changes(database, changes, now, "person")
    database.many(
        "UPDATE orders SET state = 'queued', attention = 0, follows = ?, state_at = ?, revisions = revisions + 1 "
        "WHERE id = ?",
        follows,
    )
    counts.add(State.QUEUED, orders=len(made))
    counts.apply(database)
    count_for_open_run(database, len(made))


def _supersede(database: Database, items: Iterable[QueueItem], now: str, *, only_newest: bool) -> None:
    """Older revisions of these orders that wait with the same status; sent as well, they would be the same event.
    With `only_newest` those with another status too: their events are not wanted."""
    status = {item.order_id: item.status for item in items}
    rows = database.in_chunks(
        "SELECT r.id, r.order_id, r.state, r.status FROM orders o JOIN revisions r ON r.order_id = o.id "
        "WHERE o.revisions > 0 AND r.state IN ('queued', 'held') AND o.id IN ({ids})",
        status,
    )
    moves = [
        Move(row[0], row[1], row[2], State.SUPERSEDED)
        for row in rows
        if only_newest or status[row[1]] == row[3]
    ]
    move(database, moves, now, "person")


def _record(row: tuple[Any, ...]) -> RevisionRecord:
    values = list(row)
    values[3] = State(values[3])
    values[7] = bytes(values[7])
    values[11] = decode_sentence(values[11])
    return RevisionRecord(*values)


def _unknown(revision_id: int) -> WrongUse:
    return WrongUse(QT_TRANSLATE_NOOP("Sentence", "There is no revision {revision}."), revision=revision_id)
