"""New orders as a small database of their own: whoever has made them, in another process, packs their rows, and the
workspace copies them in a few statements, with no value of theirs passing through Python.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from operator import ne
from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.domain.states import State
from ordermanager.store.database.sqlite import PACKED, connect_in_memory, converted_errors
from ordermanager.store.orders.records import order_key_of
from ordermanager.store.orders.rows import SUMMARY_COLUMNS
from ordermanager.store.search.search import index_packed

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.orders.ready_items import ReadyColumns
    from ordermanager.store.orders.records import OrderKey

_NAMES = ", ".join(SUMMARY_COLUMNS)
_COLUMNS = (*SUMMARY_COLUMNS[:-3], "draft_hash", "draft", "words")
_USUAL = {
    "state": f"'{State.READY.value}'",
    "attention": "0",
    **dict.fromkeys(SUMMARY_COLUMNS[-3:-1], "0"),
    SUMMARY_COLUMNS[-1]: "''",
    "findings": "'[]'",
}
"""What orders without a finding have: most are, and are packed in nine tenths of the time."""
_ALL = (*_COLUMNS, *(f"{name} DEFAULT {value}" for name, value in _USUAL.items()))
_TABLE = f"CREATE TABLE orders (place INTEGER PRIMARY KEY, {', '.join(_ALL)})"
_ADD = f"INSERT INTO orders ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
_PUT = f"UPDATE orders SET {', '.join(f'{name} = ?' for name in _USUAL)} WHERE place = ?"  # noqa: S608
_PAGE = 65_536
"""Bytes: large enough that the text of an order is seldom cut in pieces."""

_SCHEMA = f"SELECT sql FROM {PACKED}.sqlite_schema"  # noqa: S608
_KNOWN = f"""SELECT o.id, o.external_order_id, o.state, o.draft_hash, o.import_id
    FROM {PACKED}.orders n CROSS JOIN main.orders o ON o.order_key = n.order_key AND o.deleted_at IS NULL
    WHERE o.external_order_id = n.external_order_id AND n.external_order_id <> '' ORDER BY o.id"""  # noqa: S608
_TAKE = f"""INSERT INTO main.orders (id, state, attention, {_NAMES},
        draft_hash, origin, import_id, created_at, changed_at, state_at)
    SELECT ?1 + place, state, attention, {_NAMES}, draft_hash, ?2, ?3, ?4, ?4, ?4
    FROM {PACKED}.orders ORDER BY place"""  # noqa: S608
_TAKE_TEXTS = f"""INSERT INTO main.order_texts (order_id, draft, findings, words)
    SELECT ?1 + place, draft, findings, words FROM {PACKED}.orders ORDER BY place"""  # noqa: S608
_UNPACK = f"SELECT {', '.join(SUMMARY_COLUMNS[:-3])}, draft, draft_hash, words FROM orders ORDER BY place"  # noqa: S608


class PackedOrders(NamedTuple):
    """So many new orders, with what their rows do not say; those `with_errors` are drafts that need attention."""

    number: int
    with_errors: int
    products: Iterable[Iterable[Any]]  # of Product


class Packer:
    """Packs orders, again and again."""

    def __init__(self) -> None:
        self._database = connect_in_memory()
        self._database.script(f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = OFF; {_TABLE}")
        self._begin()

    def _begin(self) -> None:
        self._database.script("BEGIN; DELETE FROM orders")

    def add(self, orders: ReadyColumns) -> None:
        """Put these behind those that are there."""
        summary, state, attention, findings, text, text_hash, words, _ = orders
        database = self._database
        database.many(_ADD, zip(*summary[:-3], text_hash, text, words, strict=True))
        last = database.connection.last_insert_rowid()
        begin = last - len(text) + 1
        values = zip(state, attention, *summary[-3:], findings, range(begin, last + 1), strict=True)
        if any(map(ne, findings, repeat("[]"))):
            database.many(_PUT, (each for each in values if each[-2] != "[]"))

    def packed(self) -> bytes:
        """All orders since the last time."""
        self._database.script("COMMIT")
        data = self._database.connection.serialize("main")
        self._begin()
        return data

    def close(self) -> None:
        """Forget everything."""
        self._database.close()


def hold(database: Database, packed: bytes) -> None:
    """Have these orders at hand for `known_of` and `take_packed`; outside of a write, and within a bulk."""
    with converted_errors(database.path):
        if PACKED not in database.attached:
            database.run(f"ATTACH ':memory:' AS {PACKED}")
            database.attached.add(PACKED)
        database.connection.deserialize(PACKED, packed)
    if database.all(_SCHEMA) != [(_TABLE,)]:
        raise ValueError("not orders that were packed here")


def known_of(database: Database) -> dict[str, OrderKey]:
    """Which of the orders at hand are here, as `Orders.find_by_external_id` says it."""
    return {row[1]: order_key_of(row) for row in database.all(_KNOWN)}


def take_packed(database: Database, orders: int, origin: str, import_id: int | None, now: str) -> range:
    """Write the rows, texts and words of the orders at hand, which are new and so many; gives their ids."""
    ids = database.next_ids("orders", orders)
    before = ids[0] - 1
    if database.run(_TAKE, (before, origin, import_id, now)) != orders:
        raise ValueError("not as many orders as were packed")
    database.run(_TAKE_TEXTS, (before,))
    index_packed(database, PACKED, before)
    return ids


def unpack(packed: bytes) -> list[tuple[Any, ...]]:
    """The columns: those of the summary that do not speak of findings, the texts, their hashes, and the words."""
    with_them = connect_in_memory()
    try:
        with_them.connection.deserialize("main", packed)
        return list(zip(*with_them.all(_UNPACK), strict=True))
    finally:
        with_them.close()
