"""Erases what a workspace knows of a person, and keeps what must go on adding up (faults.md 4.12).

Their orders stay as rows with number, status, date, amount and items, so that balances, sales and history still add up;
who it was goes: from the order, its earlier texts, what was sent, answers, events, cards, findings, the search index.
What was never sent, or changed since, goes out of sight too. The body of a revision becomes a line that says it was
erased, with its own hash.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError
from ordermanager.domain.states import State
from ordermanager.store.database.encoding import decode_draft, encode_and_hash
from ordermanager.store.folder_counts import recount
from ordermanager.store.history.rows import write_events
from ordermanager.store.outbox.revisions import withdraw_orders
from ordermanager.store.outbox.transitions import Move, move
from ordermanager.store.outbox.whole_answers import scrub_answers
from ordermanager.store.people.person_search import cards_of, orders_of, personal_values
from ordermanager.store.search.search import merge_index, reindex_orders
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from ordermanager.domain.people.identity import Identity
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventKind

ERASED = "…"
_KEPT_FIELDS = (
    "externalOrderId",
    "totalCost",
    "status",
    "date",
    "currency",
    "shipping",
    "discount",
    "taxes",
    "storeId",
    "source",
)
_KEPT_SENT = ("totalCost", "date", "currency")
"""The sale that it was stays one."""
_KEPT_ITEM = ("externalItemId", "name", "category", "quantity", "cost")
_PATIENCE = 40
_AT_ONCE = 60
_WAITING = ("queued", "sending", "held", "unconfirmed")
_FREE_TEXTS = (
    ("order_texts", "findings"),
    ("attempts", "answer"),
    ("attempts", "error_text"),
    ("attempts", "headers"),
    ("state_changes", "reason"),
    ("revisions", "reason"),
    ("runs", "stopped_reason"),
    ("settings", "value"),
    ("imports", "source"),
    ("imports", "counts"),
    ("imports", "details"),
    ("deletions", "reason"),
)
"""Columns in which a person may be named in passing."""


class StillWaiting(KnownError):
    """Orders of the person are on their way, or in doubt."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was erased."""

    orders: int = 0
    revisions: int = 0
    cards: int = 0


def erase_person(database: Database, identity: Identity, now: datetime, *, is_backup: bool = False) -> Erased:
    """Erase within the caller's transaction. Raises StillWaiting while an order of theirs waits or is in doubt; in a
    backup what waits can no longer be sent, so it is given up there."""
    ids = orders_of(database, identity)
    if is_backup:
        _give_up_waiting(database, ids, to_text(now))
    _refuse_waiting(database, ids)
    values = personal_values(database, ids, identity)
    database.run("INSERT INTO erasing (since) VALUES (?)", (to_text(now),))
    revisions = _erase_sent(database, ids, now)
    _erase_texts(database, ids, now)
    cards = cards_of(database, identity)
    for account_id, contact_id, _ in cards:
        database.run("DELETE FROM contacts WHERE account_id = ? AND contact_id = ?", (account_id, contact_id))
    _scrub(database, values)
    database.run("DELETE FROM erasing")
    done = Erased(len(ids), revisions, len(cards))
    if ids or cards:
        database.run(
            "INSERT INTO erasures (at, orders, revisions, cards) VALUES (?, ?, ?, ?)",
            (to_text(now), done.orders, done.revisions, done.cards),
        )
    return done


def scour(database: Database) -> bool:
    """After the transaction: empty the log, which still holds what was there before; deleted rows are zeroed by
    secure_delete (faults.md 4.12). False where a reader keeps it; then it is emptied when the workspace is closed."""
    for _ in range(_PATIENCE):
        if database.value("PRAGMA main.wal_checkpoint(TRUNCATE)") == 0:
            return True
        time.sleep(0.05)
    return False


def _refuse_waiting(database: Database, ids: Sequence[int]) -> None:
    marks = ",".join("?" * len(_WAITING))
    waiting = list(
        database.in_chunks(
            f"SELECT external_order_id FROM revisions WHERE order_id IN ({{ids}}) AND state IN ({marks})",  # noqa: S608
            ids,
            after=_WAITING,
        )
    )
    if waiting:
        names = ", ".join(dict.fromkeys(row[0] for row in waiting[:10]))
        raise StillWaiting(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "These orders wait in the outbox or are unconfirmed: {orders}. Withdraw them, or decide about them, "
                "then erase. Nothing was changed.",
            ),
            orders=names,
        )


def _give_up_waiting(database: Database, ids: Sequence[int], now: str) -> None:
    """Withdraw what is queued or held; what was on its way or in doubt is taken as accepted."""
    withdraw_orders(database, ids, now)
    steps: tuple[tuple[State, State, EventKind], ...] = (
        (State.SENDING, State.UNCONFIRMED, "unconfirmed"),
        (State.UNCONFIRMED, State.ACCEPTED, "assumed"),
    )
    for old, new, kind in steps:
        rows = database.in_chunks(
            "SELECT id, order_id, batch_id FROM revisions WHERE order_id IN ({ids}) AND state = ?",
            ids,
            after=(old,),
        )
        moves = [
            Move(revision_id, order_id, old, new, batch_id=batch_id)
            for revision_id, order_id, batch_id in rows
        ]
        if moves:
            move(database, moves, now, "person")
            write_events(database, [(each.revision_id, kind) for each in moves], now)


def _erase_sent(database: Database, ids: Sequence[int], now: datetime) -> int:
    rows = list(
        database.in_chunks(
            "SELECT r.id, r.order_id, r.external_order_id, r.status, t.body FROM revisions r "
            "JOIN revision_bodies t ON t.revision_id = r.id WHERE r.order_id IN ({ids})",
            ids,
        )
    )
    hashes = {order_id: _draft_hash(database, order_id) for order_id in ids}
    for revision_id, order_id, external_id, status, sent in rows:
        body = json.dumps(
            {
                "externalOrderId": external_id,
                "status": status,
                "erased": f"{now:%Y-%m-%d}",
                **{name: value for name, value in json.loads(sent).items() if name in _KEPT_SENT},
            },
            ensure_ascii=False,
        ).encode("utf-8", "replace")
        # Its text was the order's where the hashes were equal; they stay so, or it would look edited.
        current = database.value(
            "SELECT draft_hash FROM revision_bodies WHERE revision_id = ?", (revision_id,)
        )
        mine, erased = hashes[order_id]
        database.run(
            "UPDATE revision_bodies SET sha256 = ?, draft_hash = ?, email = '', phone = '', "
            "external_customer_id = '', body = ? WHERE revision_id = ?",
            (
                hashlib.sha256(body).digest(),
                erased if current == mine else hashlib.blake2b(body, digest_size=16).digest(),
                body,
                revision_id,
            ),
        )
    return len(rows)


def _draft_hash(database: Database, order_id: int) -> tuple[bytes, bytes]:
    """The hash of an order's text as it is, and as it will be."""
    row = database.one(
        "SELECT o.draft_hash, x.draft FROM orders o JOIN order_texts x ON x.order_id = o.id WHERE o.id = ?",
        (order_id,),
    )
    assert row is not None
    return row[0], encode_and_hash(stripped(decode_draft(row[1])))[1]


def _erase_texts(database: Database, ids: Sequence[int], now: datetime) -> None:
    words = []
    for order_id in ids:
        draft = database.value("SELECT draft FROM order_texts WHERE order_id = ?", (order_id,))
        kept = stripped(decode_draft(draft))
        text, text_hash = encode_and_hash(kept)
        found_by = kept.get("externalOrderId").lower()
        database.run(
            "UPDATE orders SET email = '', phone = '', name = '', name_key = '', external_customer_id = '', "
            "errors = 0, warnings = 0, first_finding = '', attention = 0, draft_hash = ?, "
            "deleted_at = CASE WHEN state IN ('draft', 'ready') THEN coalesce(deleted_at, ?) ELSE deleted_at END "
            "WHERE id = ?",
            (text_hash, to_text(now), order_id),
        )
        database.run(
            "UPDATE order_texts SET draft = ?, findings = '[]', words = ? WHERE order_id = ?",
            (text, found_by, order_id),
        )
        database.run("UPDATE order_changes SET before = NULL WHERE order_id = ?", (order_id,))
        database.run("UPDATE import_orders SET before = NULL WHERE order_id = ?", (order_id,))
        database.run(
            "INSERT INTO order_changes (order_id, at, kind) SELECT id, ?, "
            "CASE WHEN state IN ('draft', 'ready') THEN 'deleted' ELSE 'edited' END FROM orders WHERE id = ?",
            (to_text(now), order_id),
        )
        words.append((order_id, found_by))
    reindex_orders(database, words)
    merge_index(database)
    database.many(
        "UPDATE order_counts SET orders = ? WHERE name = ?",
        [(orders, name) for name, orders in recount(database).items()],
    )


def stripped(draft: OrderDraft) -> OrderDraft:
    """The order without what tells who its customer is."""
    return OrderDraft(
        {name: draft.fields[name] for name in _KEPT_FIELDS if draft.fields.get(name)},
        [{name: item[name] for name in _KEPT_ITEM if item.get(name)} for item in draft.items],
    )


def _scrub(database: Database, values: Iterable[str]) -> None:
    """Take the person out of texts in which they are named in passing, as they stand and as JSON writes them."""
    wanted: set[str] = set()
    for value in values:
        once = json.dumps(value)[1:-1]
        wanted |= {value, once, json.dumps(once)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]}
    longest_first = sorted(wanted, key=len, reverse=True)
    for begin in range(0, len(longest_first), _AT_ONCE):
        values = longest_first[begin : begin + _AT_ONCE]
        for table, column in _FREE_TEXTS:  # one pass over each, however many texts are looked for
            cleaned, found = column, " OR ".join(f"instr({column}, ?) > 0" for _ in values)
            for _ in values:
                cleaned = f"replace({cleaned}, ?, '{ERASED}')"
            database.run(f"UPDATE {table} SET {column} = {cleaned} WHERE {found}", (*values, *values))  # noqa: S608
    scrub_answers(database, longest_first, ERASED)
