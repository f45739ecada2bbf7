"""The orders of a workspace: save, read, find, list, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.people.identity import Identity
from ordermanager.domain.states import State
from ordermanager.store.database.encoding import decode_draft, decode_findings
from ordermanager.store.database.text_keys import clean, order_key
from ordermanager.store.errors import no_such_order
from ordermanager.store.folder_counts import CountChanges
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.orders.reads import OrderReads
from ordermanager.store.orders.ready_items import ReadyItem, ready_columns, ready_item
from ordermanager.store.orders.records import OrderRecord, SaveItem, order_key_of
from ordermanager.store.orders.rows import ROW_COLUMNS, order_row
from ordermanager.store.orders.saving import Saving, insert_orders, insert_packed, update_orders
from ordermanager.store.outbox.revisions import withdraw_orders
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.summary import Summary
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.orders.packed_orders import PackedOrders
    from ordermanager.store.orders.query import OrderRow, Origin
    from ordermanager.store.orders.ready_items import ReadyColumns
    from ordermanager.store.orders.rechecking import ChangedByCheck
    from ordermanager.store.orders.records import OrderKey

_CHUNK = 5000
"""Orders in one transaction of an import: long enough that writing the indexes pays, short enough to wait for."""

_PAGE = 500
_SHARED = 50
"""How many different identities that share something with one are looked at."""

_RECORD = f"""SELECT {ROW_COLUMNS}, o.draft_hash, x.draft, x.findings
    FROM orders o JOIN order_texts x ON x.order_id = o.id WHERE o.id IN ({{ids}})"""  # noqa: S608


class Orders(OrderReads):
    """See the module. Deleted orders are found by `get`, `get_many` and `rows` only."""

    def save(
        self,
        draft: OrderDraft,
        summary: Summary,
        state: State,
        *,
        now: datetime,
        order_id: int | None = None,
        origin: Origin = "hand",
        import_id: int | None = None,
        findings: Sequence[Finding] = (),
        attention: bool = False,
    ) -> int:
        """Save one order, new where `order_id` is None; returns its id. `state` is draft or ready, as its checks say.

        An order whose text is its newest revision's keeps mirroring that revision's state instead. Raises WrongUse
        for an id that is not there.
        """
        item = SaveItem(draft, summary, state, tuple(findings), attention, order_id)
        return self.save_many([item], now=now, origin=origin, import_id=import_id)[0]

    def save_many(
        self,
        items: Sequence[SaveItem | ReadyItem],
        *,
        now: datetime,
        origin: Origin = "import",
        import_id: int | None = None,
    ) -> list[int]:
        """Save orders as `save` does, thousands in one transaction; returns their ids in the order of `items`."""
        saving = Saving(to_text(now), origin, import_id)
        ids: list[int] = []
        with self._connections.reader().bulk():
            for begin in range(0, len(items), _CHUNK):
                with self._connections.write() as database:
                    ids += _save_chunk(database, items[begin : begin + _CHUNK], saving)
        return ids

    def add_new(
        self, orders: ReadyColumns, *, now: datetime, origin: Origin = "import", import_id: int | None = None
    ) -> None:
        """Save orders that are not here yet, in one transaction."""
        with self._connections.write() as database:
            insert_orders(database, orders, Saving(to_text(now), origin, import_id))

    def hold(self, packed: bytes) -> None:
        """Have packed orders at hand for `known_of_held` and `add_held`, in this thread and bulk."""
        from ordermanager.store.orders.packed_orders import hold

        hold(self._connections.reader(), packed)

    def known_of_held(self) -> dict[str, OrderKey]:
        """`find_by_external_id` for the orders at hand."""
        from ordermanager.store.orders.packed_orders import known_of

        return known_of(self._connections.reader())

    def add_held(
        self, orders: PackedOrders, *, now: datetime, origin: Origin = "import", import_id: int | None = None
    ) -> None:
        """`add_new` for the orders at hand."""
        with self._connections.write() as database:
            insert_packed(database, orders, Saving(to_text(now), origin, import_id))

    def bulk(self) -> AbstractContextManager[None]:
        """Around several `save_many` of one thread: what a connection needs for many rows is kept between them. What
        they write lasts from the next write behind it: until then a power cut may take the newest of them back.
        """
        return self._connections.reader().bulk(lasts_later=True)

    def keep_checked(self, items: Sequence[SaveItem | ReadyItem], now: str) -> ChangedByCheck:
        """Store what checking orders again has found, where it differs."""
        from ordermanager.store.orders.rechecking import keep_checked

        return keep_checked(self._connections, items, now)

    def ids_given_twice(self, external_ids: Iterable[str]) -> set[str]:
        """Those of these externalOrderIds that more than one order has."""
        from ordermanager.store.orders.rechecking import ids_given_twice

        return ids_given_twice(self._connections.reader(), external_ids)

    def last_written_by_hand(self, since: datetime) -> OrderRow | None:
        """The order that a person wrote or edited last, if that was after `since`; imports do not count.

        Looked for among the newest thousand changes.
        """
        row = self._connections.reader().one(
            f"""SELECT {ROW_COLUMNS} FROM (
                    SELECT * FROM orders WHERE deleted_at IS NULL AND changed_at >= ?
                    ORDER BY changed_at DESC LIMIT 1000
                ) o
                WHERE o.origin = 'hand' AND o.created_at >= ? OR EXISTS (
                    SELECT 1 FROM order_changes c WHERE c.order_id = o.id AND c.kind = 'edited' AND c.at >= ?)
                ORDER BY o.changed_at DESC LIMIT 1""",  # noqa: S608
            (to_text(since),) * 3,
        )
        return None if row is None else order_row(row)

    def get(self, order_id: int) -> OrderRecord:
        """One order in full. Raises WrongUse if there is none."""
        found = self.get_many([order_id])
        if not found:
            raise no_such_order(order_id)
        return found[0]

    def get_many(self, ids: Collection[int]) -> list[OrderRecord]:
        """Orders in full, in the order of `ids`; those that are not there are left out."""
        found = {}
        for row in self._connections.reader().in_chunks(_RECORD, ids):
            *columns, text_hash, draft, findings = row
            found[row[0]] = OrderRecord(
                order_row(tuple(columns)), decode_draft(draft), decode_findings(findings), bytes(text_hash)
            )
        return [found[order_id] for order_id in ids if order_id in found]

    def drafts(self, ids: Collection[int]) -> dict[int, OrderDraft]:
        """The texts alone, by id: a third of the work of `get_many`."""
        rows = self._connections.reader().in_chunks(
            "SELECT order_id, draft FROM order_texts WHERE order_id IN ({ids})", ids
        )
        return {order_id: decode_draft(text) for order_id, text in rows}

    def drafts_before(
        self, ids: Collection[int], since: datetime, import_id: int | None
    ) -> dict[int, OrderDraft]:
        """The texts as they were at a moment, of those orders that anybody but this import has changed since."""
        moment = to_text(since)
        rows = self._connections.reader().in_chunks(
            "SELECT c.order_id, c.before FROM orders o JOIN order_changes c ON c.order_id = o.id "
            "WHERE o.id IN ({ids}) AND o.changed_at >= ? AND c.at >= ? AND c.before IS NOT NULL "
            "AND (c.import_id IS NULL OR c.import_id <> ?) ORDER BY c.id DESC",
            ids,
            after=(moment, moment, import_id or 0),
        )
        first: dict[int, str] = dict(rows)  # of several changes the first, which comes last
        return {order_id: decode_draft(text) for order_id, text in first.items()}

    def find_by_external_id(
        self, external_ids: Collection[str], keys: Collection[str] = ()
    ) -> dict[str, OrderKey]:
        """Which of these orders are here, by externalOrderId; of several with one id, the newest. `keys`: what
        `order_key` makes of them, where that is known.
        """
        wanted = {clean(each) for each in external_ids}
        rows = self._connections.reader().in_chunks(
            "SELECT id, external_order_id, state, draft_hash, import_id FROM orders "
            "WHERE deleted_at IS NULL AND order_key IN ({ids}) ORDER BY id",
            keys or {order_key(each) for each in wanted},
        )
        return {row[1]: order_key_of(row) for row in rows if row[1] in wanted}

    def duplicates_of(self, external_order_id: str, except_id: int | None = None) -> list[int]:
        """Other orders with this externalOrderId."""
        rows = self._connections.reader().all(
            "SELECT id FROM orders WHERE deleted_at IS NULL AND order_key = ? AND external_order_id = ? ORDER BY id",
            (order_key(clean(external_order_id)), clean(external_order_id)),
        )
        return [row[0] for row in rows if row[0] != except_id]

    def identities(self, identity: Identity, except_id: int | None = None) -> list[Identity]:
        """Different identities in other orders that share customer id, e-mail or phone with this one; at most 50 for
        each of the three."""
        return _identities(self._connections.reader(), [identity], except_id or 0)

    def identities_many(self, identities: Sequence[Identity]) -> list[Identity]:
        """The same for many at once: every different identity here that shares something with any of them."""
        return _identities(self._connections.reader(), identities, 0)

    def identities_beside(
        self, identities: Sequence[Identity], except_ids: Collection[int]
    ) -> list[Identity]:
        """The same for many orders as they would be: in other orders than these (`except_ids`)."""
        from ordermanager.store.orders.beside import identities_beside

        return identities_beside(self._connections.reader(), identities, except_ids)

    def names_beside(self, external_ids: Iterable[str], except_ids: Collection[int]) -> set[str]:
        """Those of these externalOrderIds that other orders than `except_ids` have."""
        from ordermanager.store.orders.beside import names_beside

        return names_beside(self._connections.reader(), external_ids, except_ids)

    def delete(self, ids: Collection[int], now: datetime) -> int:
        """Put orders out of sight; what waits in the outbox is withdrawn. Returns how many; `restore` undoes it."""
        with self._connections.write() as database:
            return delete_orders(database, ids, to_text(now))

    def restore(self, ids: Collection[int], now: datetime) -> int:
        """Bring deleted orders back; returns how many."""
        with self._connections.write() as database:
            return restore_orders(database, ids, to_text(now))

    def iterate(self, query: OrderQuery) -> Iterator[OrderRecord]:
        """Every order that a query finds, in full, a page at a time; those deleted meanwhile are left out."""
        ids = self.ids(query)
        for begin in range(0, len(ids), _PAGE):
            yield from self.get_many(ids[begin : begin + _PAGE])


def delete_orders(database: Database, ids: Collection[int], now: str) -> int:
    """See `Orders.delete`; within the caller's transaction."""
    withdraw_orders(database, ids, now)
    return _set_deleted(database, ids, now, deleted=True)


def restore_orders(database: Database, ids: Collection[int], now: str) -> int:
    """See `Orders.restore`; within the caller's transaction."""
    return _set_deleted(database, ids, now, deleted=False)


def _save_chunk(database: Database, given: Sequence[SaveItem | ReadyItem], saving: Saving) -> list[int]:
    items = [item if isinstance(item, ReadyItem) else ready_item(item) for item in given]
    new = [item for item in items if item.order_id is None]
    old = [(item.order_id, item) for item in items if item.order_id is not None]
    ids = iter(insert_orders(database, ready_columns(new), saving)) if new else iter(())
    if len({order_id for order_id, _ in old}) == len(old):
        if old:
            update_orders(database, old, saving)
    else:  # one order twice in a file: each text must see the one before
        for pair in old:
            update_orders(database, [pair], saving)
    return [next(ids) if item.order_id is None else item.order_id for item in items]


def _set_deleted(database: Database, ids: Collection[int], now: str, *, deleted: bool) -> int:
    is_now = "IS NULL" if deleted else "IS NOT NULL"
    rows = list(
        database.in_chunks(
            f"SELECT id, state, attention FROM orders WHERE deleted_at {is_now} AND id IN ({{ids}})",  # noqa: S608
            ids,
        )
    )
    counts = CountChanges()
    for _, state, attention in rows:
        counts.add(state, bool(attention), -1 if deleted else 1)
    database.many(
        "UPDATE orders SET deleted_at = ? WHERE id = ?", ((now if deleted else None, row[0]) for row in rows)
    )
    kind = "deleted" if deleted else "restored"
    database.many(
        "INSERT INTO order_changes (order_id, at, kind) VALUES (?, ?, ?)",
        ((row[0], now, kind) for row in rows),
    )
    counts.apply(database)
    return len(rows)


def _identities(database: Database, identities: Sequence[Identity], except_id: int) -> list[Identity]:
    found: dict[Identity, None] = {}
    for column, values in (
        ("external_customer_id", {each.external_customer_id for each in identities}),
        ("email", {each.email for each in identities}),
        ("phone", {each.phone for each in identities}),
    ):
        known = [clean(value) for value in values if value]
        rows = database.in_chunks(
            "SELECT DISTINCT external_customer_id, email, phone FROM orders "  # noqa: S608
            f"WHERE deleted_at IS NULL AND {column} IN ({{ids}}) AND id <> ? LIMIT ?",
            known,
            after=(except_id, _SHARED * max(1, min(len(known), 500))),
        )
        found.update((Identity(row[0], row[1].lower(), row[2]), None) for row in rows)
    return list(found)
