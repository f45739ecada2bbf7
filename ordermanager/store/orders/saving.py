"""Writes orders: new ones, new texts of old ones; a few statements for thousands of rows.

An order mirrors the state of its newest revision while its text is that revision's, also when it becomes that again.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING, Any

from ordermanager.domain.states import State
from ordermanager.store.database.encoding import to_json
from ordermanager.store.errors import no_such_order
from ordermanager.store.folder_counts import CountChanges
from ordermanager.store.orders.import_writes import forget_changes, written_by
from ordermanager.store.orders.product_rows import remember_products
from ordermanager.store.orders.rows import SUMMARY_COLUMNS
from ordermanager.store.outbox.transitions import mirrored
from ordermanager.store.search.search import index_orders, reindex_orders

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.orders.packed_orders import PackedOrders
    from ordermanager.store.orders.query import Origin
    from ordermanager.store.orders.ready_items import ReadyColumns, ReadyItem

_NAMES = ", ".join(SUMMARY_COLUMNS)
_INSERT = (
    f"INSERT INTO orders (id, state, attention, {_NAMES}, "  # noqa: S608
    "draft_hash, origin, import_id, created_at, changed_at, state_at) "
    f"VALUES ({', '.join('?' * (len(SUMMARY_COLUMNS) + 9))})"
)
_UPDATE = (
    "UPDATE orders SET state = ?, attention = ?, "  # noqa: S608
    f"{', '.join(f'{name} = ?' for name in SUMMARY_COLUMNS)}, "
    "draft_hash = ?, follows = ?, changed_at = ?, state_at = ? WHERE id = ?"
)
_INSERT_TEXT = "INSERT INTO order_texts (order_id, draft, findings, words) VALUES (?, ?, ?, ?)"
_UPDATE_TEXT = "UPDATE order_texts SET draft = ?, findings = ?, words = ? WHERE order_id = ?"
_CHANGE = "INSERT INTO order_changes (order_id, at, kind, import_id, before) VALUES (?, ?, ?, ?, ?)"
_IMPORTED = """INSERT INTO import_orders (import_id, order_id, after, before) VALUES (?, ?, ?, ?)
    ON CONFLICT (import_id, order_id) DO UPDATE SET after = excluded.after"""
_IMPORTED_NEW = """INSERT INTO import_orders (import_id, order_id, after)
    SELECT import_id, id, draft_hash FROM orders WHERE id BETWEEN ? AND ?"""
_CURRENT = f"""SELECT o.id, o.state, o.attention, o.follows, o.draft_hash, o.changed_at, o.state_at, o.deleted_at,
        o.revisions, x.draft, x.findings, x.words, {", ".join(f"o.{name}" for name in SUMMARY_COLUMNS)}
    FROM orders o JOIN order_texts x ON x.order_id = o.id WHERE o.id IN ({{ids}})"""  # noqa: S608
_SENT_AS = """SELECT r.id, r.state FROM revisions r JOIN revision_bodies t ON t.revision_id = r.id
    WHERE r.order_id = ? AND t.draft_hash = ?
        AND r.number = (SELECT max(number) FROM revisions
            WHERE order_id = r.order_id AND state NOT IN ('withdrawn', 'superseded'))"""


@dataclass(frozen=True, slots=True)
class Saving:
    """What is the same for all orders that are saved together."""

    now: str
    origin: Origin
    import_id: int | None


@dataclass(slots=True)
class Stored:
    """An order as it is in the database, before it is written over. `summary` are the values of SUMMARY_COLUMNS."""

    state: str
    attention: bool
    follows: int | None
    draft_hash: bytes
    changed_at: str
    state_at: str
    is_deleted: bool
    revisions: int
    draft: str
    findings: str
    words: str
    summary: tuple[Any, ...]

    def to_json(self) -> str:
        """All that is needed to put the text back."""
        texts = {"draft": self.draft, "findings": self.findings, "words": self.words}
        return to_json(
            {
                **texts,
                "state": self.state,
                "attention": self.attention,
                "draft_hash": self.draft_hash.hex(),
                "changed_at": self.changed_at,
                "summary": list(self.summary),
            }
        )


@dataclass(frozen=True, slots=True)
class NewText:
    """What an order's row is to become."""

    order_id: int
    state: str
    attention: bool
    draft_hash: bytes
    draft: str
    findings: str
    words: str
    summary: tuple[Any, ...]
    changed_at: str = ""


def insert_orders(database: Database, orders: ReadyColumns, saving: Saving) -> range:
    """Add new orders and return their ids, in order."""
    ids = database.next_ids("orders", len(orders.text))
    attentions = [
        int(attention and state is State.DRAFT)
        for state, attention in zip(orders.state, orders.attention, strict=True)
    ]
    counts = CountChanges()
    for (state, attention), number in Counter(zip(orders.state, attentions, strict=True)).items():
        counts.add(state, bool(attention), number)
    import_id, now = saving.import_id, saving.now
    same = [repeat(value, len(ids)) for value in (saving.origin, import_id, now, now, now)]
    values = (ids, orders.state, attentions, *orders.summary, orders.text_hash, *same)
    database.insert_rows(_INSERT, list(zip(*values, strict=True)))
    texts = zip(ids, orders.text, orders.findings, orders.words, strict=True)
    database.insert_rows(_INSERT_TEXT, list(texts))
    index_orders(database, zip(ids, orders.words, strict=True))
    if import_id is not None:
        database.run(_IMPORTED_NEW, (ids[0], ids[-1]))
    counts.apply(database)
    remember_products(database, orders.products)
    return ids


def insert_packed(database: Database, orders: PackedOrders, saving: Saving) -> None:
    """`insert_orders` for packed orders that are at hand."""
    from ordermanager.store.orders.packed_orders import take_packed  # not for a start

    ids = take_packed(database, orders.number, saving.origin, saving.import_id, saving.now)
    counts = CountChanges()
    counts.add(State.READY, orders=orders.number - orders.with_errors)
    counts.add(State.DRAFT, attention=True, orders=orders.with_errors)
    if saving.import_id is not None:
        database.run(_IMPORTED_NEW, (ids[0], ids[-1]))
    counts.apply(database)
    remember_products(database, orders.products)


def update_orders(database: Database, items: Sequence[tuple[int, ReadyItem]], saving: Saving) -> None:
    """Give orders new texts. Raises WrongUse for one that is not there."""
    ids = [order_id for order_id, _ in items]
    stored = load_stored(database, ids)
    written = written_by(database, saving.import_id, ids)
    texts, changes, imported, put_back = [], [], [], []
    for order_id, item in items:
        before = stored.get(order_id)
        if before is None:
            raise no_such_order(order_id)
        new = _new_text(order_id, item)
        earlier = written.get(order_id)
        # its first rows; nobody else was there
        if earlier is not None and earlier.after == before.draft_hash:
            if earlier.before == new.draft_hash:
                put_back.append(order_id)
                new = replace(new, changed_at=earlier.changed_at)
        elif new.draft_hash != before.draft_hash:
            kind = "edited" if saving.import_id is None else "imported"
            changes.append((order_id, saving.now, kind, saving.import_id, before.draft))
        texts.append(new)
        if saving.import_id is not None:
            imported.append((saving.import_id, order_id, new.draft_hash, before.to_json()))
    write_texts(database, texts, stored, saving.now)
    database.many(_CHANGE, changes)
    database.many(_IMPORTED, imported)
    if put_back:
        forget_changes(database, saving.import_id, put_back)
    remember_products(database, (item.products for _, item in items))


def load_stored(database: Database, ids: Iterable[int]) -> dict[int, Stored]:
    """The orders as they are, by id."""
    found = {}
    for row in database.in_chunks(_CURRENT, ids):
        order_id, state, attention, follows, text_hash, changed_at, state_at, deleted_at, revisions, *rest = (
            row
        )
        draft, findings, words, *summary = rest
        found[order_id] = Stored(
            state=state,
            attention=bool(attention),
            follows=follows,
            draft_hash=bytes(text_hash),
            changed_at=changed_at,
            state_at=state_at,
            is_deleted=deleted_at is not None,
            revisions=revisions,
            draft=draft,
            findings=findings,
            words=words,
            summary=tuple(summary),
        )
    return found


def write_texts(database: Database, texts: Sequence[NewText], stored: dict[int, Stored], now: str) -> None:
    """Write the rows, texts and words of orders that are there; keeps the counts."""
    counts = CountChanges()
    rows = []
    for new in texts:
        before = stored[new.order_id]
        state, follows = _state(database, new, before)
        attention = new.attention and state == State.DRAFT
        changed_at = new.changed_at or (before.changed_at if new.draft_hash == before.draft_hash else now)
        state_at = before.state_at if state == before.state else now
        rows.append(
            (state, int(attention), *new.summary, new.draft_hash, follows, changed_at, state_at, new.order_id)
        )
        if not before.is_deleted:
            counts.add(before.state, before.attention, -1)
            counts.add(state, attention)
    database.many(_UPDATE, rows)
    database.many(_UPDATE_TEXT, ((new.draft, new.findings, new.words, new.order_id) for new in texts))
    reindex_orders(
        database, [(new.order_id, new.words) for new in texts if new.words != stored[new.order_id].words]
    )
    counts.apply(database)


def text_from_json(order_id: int, text: str) -> NewText:
    """What an order was, from `Stored.to_json`."""
    value = json.loads(text)
    # Whatever it mirrored then is found by its hash; failing that it must be looked at again.
    state = value["state"] if value["state"] in (State.DRAFT, State.READY) else State.DRAFT
    return NewText(
        order_id=order_id,
        state=state,
        attention=value["attention"],
        draft_hash=bytes.fromhex(value["draft_hash"]),
        draft=value["draft"],
        findings=value["findings"],
        words=value["words"],
        summary=tuple(value["summary"]),
        changed_at=value["changed_at"],
    )


def _new_text(order_id: int, item: ReadyItem) -> NewText:
    return NewText(
        order_id=order_id,
        state=item.state,
        attention=item.attention,
        draft_hash=item.text_hash,
        draft=item.text,
        findings=item.findings,
        words=item.words,
        summary=item.summary,
    )


def _state(database: Database, new: NewText, before: Stored) -> tuple[str, int | None]:
    if new.draft_hash == before.draft_hash and before.follows is not None:
        return before.state, before.follows
    if before.revisions:
        row = database.one(_SENT_AS, (new.order_id, new.draft_hash))
        if row is not None:
            return mirrored(row[1]), row[0]
    return new.state, None
