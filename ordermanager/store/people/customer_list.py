"""The list of customers: one row a person, kept beside the workspace so that a million orders open at once.

It is made from the orders and holds nothing that they do not: `customers.db` may be deleted at any time and is then
made anew. It is no part of backups, and writing it keeps no sender waiting. What has changed since it was last
brought up to date is told by the numbers that only grow in the workspace; few changes are worked in, many make it anew.
"""

from __future__ import annotations

import json
import re
import zlib
from array import array
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.database.made_database import MadeDatabase
from ordermanager.store.database.text_keys import name_key
from ordermanager.store.insights.changed_orders import Mark, changed_since, changes_mark
from ordermanager.store.insights.customer_links import forget_links, links_of
from ordermanager.store.insights.sales import counted_accounts
from ordermanager.store.people.customer_making import LAST_DATE_INDEX, make_anew, relinked_since, work_in
from ordermanager.store.people.records import CustomerQuery, CustomerRow
from ordermanager.store.search.other_alphabet import in_other_alphabet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database, Row
    from ordermanager.store.insights.customer_key import CustomerLinks

FILE = "customers.db"
_FEW = 2000
"""Up to so many changed orders are worked in one by one."""
_VERSION = 6
_STEPS_AN_ORDER = 160
_COUNTED_BY = 250_000
_SCHEMA = """
CREATE TABLE customers (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, external_customer_id TEXT NOT NULL, email TEXT NOT NULL,
    phone TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, words TEXT NOT NULL, orders INTEGER NOT NULL,
    sales INTEGER NOT NULL, currency TEXT NOT NULL, cents INTEGER NOT NULL, average INTEGER, more TEXT NOT NULL,
    last_date TEXT NOT NULL, last_sale TEXT NOT NULL) STRICT;
CREATE TABLE order_keys (order_id INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
-- Whose sale an order is that does not say so itself: edited since it was accepted, perhaps for somebody else.
CREATE TABLE sold_keys (order_id INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
CREATE INDEX sold_keys_key ON sold_keys (key);
CREATE TABLE mark (accounts INTEGER NOT NULL, links TEXT NOT NULL, round INTEGER NOT NULL, orders INTEGER NOT NULL,
    changes INTEGER NOT NULL, steps INTEGER NOT NULL, written TEXT NOT NULL) STRICT;
"""
_SORTS = {
    "name": "name_key",
    "email": "email",
    "phone": "phone",
    "external_customer_id": "external_customer_id",
    "orders": "orders",
    "sales": "sales",
    "total": "cents",
    "average": "average",
    "last_date": "last_date",
    "last_sale": "last_sale",
}
CUSTOMER_SORTS = tuple(_SORTS)
"""What `CustomerQuery.sort` may be."""

_PHONE = re.compile(r"\+?[0-9()\-.]+").fullmatch


class _Watch(NamedTuple):
    """Who looks on while it is made anew."""

    on_progress: Callable[[int], None] | None
    is_cancelled: Callable[[], bool] | None


class CustomerList:
    """Any thread. `refresh` first, in the background: at a million orders it takes some seconds the first time."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._made = MadeDatabase(connections.beside, FILE, _VERSION, _SCHEMA + LAST_DATE_INDEX)

    def is_fresh(self) -> bool:
        """Whether it shows the orders as they are now."""
        with self._made.read() as database:
            reader = self._connections.reader()
            known = None if database is None else _known(database, reader)
            return known is not None and known.mark == changes_mark(reader)

    def refresh(
        self,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> bool:
        """Bring it up to date; returns whether anything had changed. Where it is made anew, `on_progress` hears how
        many percent are done, about, and `is_cancelled` is asked: a yes raises QueryInterrupted, and the list stays
        as it was."""
        with self._made.make() as database:
            links = links_of(database, counted_accounts(database), is_cancelled)
            with database.transaction():
                return _bring_up_to_date(database, links, _Watch(on_progress, is_cancelled))

    def ids(self, query: CustomerQuery) -> array[int]:
        """The ids that `query` finds, in its order; none before the first `refresh`. They stay those of the same
        people until the list is made anew."""
        if query.sort not in _SORTS:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "Customers cannot be sorted by {sort}."), sort=query.sort
            )
        words = self._words(query.search)
        where = " AND ".join(f"({' OR '.join(['instr(words, ?) > 0'] * len(each))})" for each in words)
        values = [spelling for each in words for spelling in each]
        direction = "DESC" if query.descending else "ASC"
        sql = f"SELECT id FROM customers{' WHERE ' if where else ''}{where} ORDER BY {_SORTS[query.sort]} {direction}, "  # noqa: S608
        limit = -1 if query.limit is None else query.limit
        with self._made.read() as database:
            if database is None:
                return array("q")
            return array(
                "q", [row[0] for row in database.all(f"{sql}id {direction} LIMIT ?", (*values, limit))]
            )

    def rows(self, ids: Sequence[int]) -> list[CustomerRow]:
        """What the list shows of each of these, in this order; ids that are gone are left out."""
        with self._made.read() as database:
            if database is None:
                return []
            found = {
                row[0]: _row(row)
                for row in database.in_chunks(
                    "SELECT id, key, external_customer_id, email, phone, name, orders, sales, currency, cents, "
                    "average, more, last_date, last_sale FROM customers WHERE id IN ({ids})",
                    ids,
                )
            }
        return [found[each] for each in ids if each in found]

    def forget(self) -> None:
        """Empty and delete it, and the links that it shows; both are made anew when they are next asked for."""
        self._made.forget()
        forget_links(self._connections.beside)

    def _words(self, search: str) -> list[tuple[str, ...]]:
        """Each word that is looked for, as it may be written."""
        return [
            ("".join(char for char in word if char.isdigit()),)
            if _PHONE(word)
            else (name_key(word), *map(name_key, in_other_alphabet(self._connections.reader(), word)))
            for word in search.casefold().split()
        ]


class _Known(NamedTuple):
    """What the list was made of: the links (`made`, `round`) and the orders up to `mark`."""

    made: str
    round: int
    mark: Mark


def _accounts(workspace: Database) -> int:
    """Another one where other accounts count: then the list is made anew."""
    return zlib.crc32(repr(counted_accounts(workspace)).encode())


def _known(database: Database, workspace: Database) -> _Known | None:
    row = database.one(
        "SELECT links, round, orders, changes, steps, written FROM mark WHERE accounts = ?",
        (_accounts(workspace),),
    )
    return _Known(row[0], row[1], Mark(*row[2:])) if row else None


def _bring_up_to_date(database: Database, links: CustomerLinks, watch: _Watch) -> bool:
    # As of the links, which may be a moment older than the orders: what has changed since is looked at once more.
    known, now = _known(database, database), _Known(links.made, links.round, links.mark)
    if known == now:
        return False
    changed = None
    if known is not None and known.made == links.made:
        changed = changed_since(database, known.mark, changes_mark(database), _FEW)
    if changed is not None and known is not None:
        changed |= relinked_since(database, links, known.round)
    if changed is None or len(changed) > _FEW:
        with _watched(database, watch):
            make_anew(database, links)
    else:
        work_in(database, changed, links)
    database.run("DELETE FROM mark")
    database.run("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?)", (_accounts(database), *now[:2], *now.mark))
    return True


@contextmanager
def _watched(database: Database, watch: _Watch) -> Iterator[None]:
    """Meanwhile count SQLite's steps, of which an order takes about as many in every workspace."""
    orders: int = database.value("SELECT max(id) FROM w.orders") or 0
    done = 0

    def count() -> bool:
        nonlocal done
        done += _COUNTED_BY
        if watch.on_progress is not None:
            watch.on_progress(min(99, 100 * done // (orders * _STEPS_AN_ORDER)) if orders else 99)
        return watch.is_cancelled is not None and watch.is_cancelled()

    database.connection.set_progress_handler(count, _COUNTED_BY)
    try:
        yield
    finally:
        database.connection.set_progress_handler(None)


def _row(row: Row) -> CustomerRow:
    customer, key, external_id, email, phone, name, orders, sales, currency, cents, average, more, *dates = (
        row
    )
    return CustomerRow(
        id=customer,
        key=key,
        external_customer_id=external_id,
        email=email,
        phone=phone,
        name=name,
        orders=orders,
        sales=sales,
        currency=currency,
        total=_amount(cents),
        average=None if average is None else _amount(average),
        more=tuple((name, _amount(amount)) for name, amount in json.loads(more)) if more else (),
        last_date=dates[0],
        last_sale=dates[1],
    )


def _amount(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
