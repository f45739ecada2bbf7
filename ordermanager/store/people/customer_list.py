"""The list of customers: one row a person, kept beside the workspace so that a million orders open at once.

It is made from the orders and holds nothing that they do not: `customers.db` may be deleted at any time and is then
made anew. It is no part of backups, and writing it keeps no sender waiting. What has changed since it was last
brought up to date is told by the numbers that only grow in the workspace; few changes are worked in, many make it anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import threading
import zlib
from array import array
from contextlib import closing, contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.database.files import make_private_file, move, unusable
from ordermanager.store.database.sqlite import Database, connect, converted_errors
from ordermanager.store.database.text_keys import name_key
from ordermanager.store.insights.changed_orders import changed_since, changes_mark
from ordermanager.store.insights.customer_links import links_of
from ordermanager.store.insights.sales import counted_accounts
from ordermanager.store.people.customer_making import LAST_DATE_INDEX, linked_otherwise, make_anew, work_in
from ordermanager.store.people.records import CustomerQuery, CustomerRow
from ordermanager.store.search.other_alphabet import in_other_alphabet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Row
    from ordermanager.store.insights.changed_orders import Mark

FILE = "customers.db"
_FEW = 2000
"""Up to so many changed orders are worked in one by one."""
_VERSION = 5
_STEPS_AN_ORDER = 160
_COUNTED_BY = 250_000
_SCHEMA = """
DROP TABLE IF EXISTS customers; -- of an earlier version
DROP TABLE IF EXISTS order_keys;
DROP TABLE IF EXISTS sold_keys;
DROP TABLE IF EXISTS mark;
CREATE TABLE customers (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, external_customer_id TEXT NOT NULL, email TEXT NOT NULL,
    phone TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, words TEXT NOT NULL, orders INTEGER NOT NULL,
    sales INTEGER NOT NULL, currency TEXT NOT NULL, cents INTEGER NOT NULL, average INTEGER, more TEXT NOT NULL,
    last_date TEXT NOT NULL, last_sale TEXT NOT NULL) STRICT;
CREATE TABLE order_keys (order_id INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
-- Whose sale an order is that does not say so itself: edited since it was accepted, perhaps for somebody else.
CREATE TABLE sold_keys (order_id INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
CREATE INDEX sold_keys_key ON sold_keys (key);
-- Orders whose customer is another one than they say themselves (customer_links.py).
CREATE TABLE linked (order_id INTEGER PRIMARY KEY, linked_to TEXT NOT NULL) STRICT;
CREATE INDEX linked_linked_to ON linked (linked_to);
CREATE TABLE sold_linked (order_id INTEGER PRIMARY KEY, linked_to TEXT NOT NULL) STRICT;
CREATE TABLE mark (version INTEGER NOT NULL, orders INTEGER NOT NULL, changes INTEGER NOT NULL, steps INTEGER NOT NULL)
    STRICT;
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
        self._lock = threading.Lock()
        self._scratch: str | None = None

    def is_fresh(self) -> bool:
        """Whether it shows the orders as they are now."""
        with self._open() as database:
            reader = self._connections.reader()
            return database is not None and _known_mark(database, reader) == changes_mark(reader)

    def refresh(
        self,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> bool:
        """Bring it up to date; returns whether anything had changed. Where it is made anew, `on_progress` hears how
        many percent are done, about, and `is_cancelled` is asked: a yes raises QueryInterrupted, and the list stays
        as it was."""
        with self._lock, self._make() as database, converted_errors(database.path):
            database.run("ATTACH ? AS w", (str(self._connections.path),))
            database.shared = self._connections.shared
            # Not BEGIN IMMEDIATE: that would lock the workspace too, which is only read.
            database.run("BEGIN")
            try:
                changed = _bring_up_to_date(database, _Watch(on_progress, is_cancelled))
                database.run("COMMIT")
            except BaseException:
                if database.connection.in_transaction:
                    database.run("ROLLBACK")
                raise
            return changed

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
        with self._open() as database:
            if database is None:
                return array("q")
            return array(
                "q", [row[0] for row in database.all(f"{sql}id {direction} LIMIT ?", (*values, limit))]
            )

    def rows(self, ids: Sequence[int]) -> list[CustomerRow]:
        """What the list shows of each of these, in this order; ids that are gone are left out."""
        with self._open() as database:
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
        """Empty and delete it; it is made anew when it is next asked for."""
        self._connections.shared.clear()
        with self._lock:
            with self._open() as database:
                if database is not None:
                    for table in ("customers", "order_keys", "sold_keys", "linked", "sold_linked", "mark"):
                        database.run(f"DELETE FROM {table}")  # noqa: S608
                    database.run("PRAGMA wal_checkpoint(TRUNCATE)")
            for suffix in ("", "-wal", "-shm", "-journal"):
                with suppress(OSError):  # some systems keep a file that is open elsewhere; it is empty then
                    Path(f"{self._file}{suffix}").unlink()

    def close(self) -> None:
        """Delete what was made beside a workspace that may only be looked at."""
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def _words(self, search: str) -> list[tuple[str, ...]]:
        """Each word that is looked for, as it may be written."""
        return [
            ("".join(char for char in word if char.isdigit()),)
            if _PHONE(word)
            else (name_key(word), *map(name_key, in_other_alphabet(self._connections.reader(), word)))
            for word in search.casefold().split()
        ]

    @property
    def _file(self) -> Path:
        if not self._connections.read_only:
            return self._connections.folder / FILE
        if self._scratch is None:
            self._scratch = tempfile.mkdtemp(prefix="ordermanager-")
        return Path(self._scratch) / FILE

    @contextmanager
    def _open(self) -> Iterator[Database | None]:
        """A connection to what is there; None where it was never made."""
        if not self._file.exists():
            yield None
            return
        database = connect(self._file)
        try:
            yield database if _is_made(database) else None
        finally:
            database.close()

    @contextmanager
    def _make(self) -> Iterator[Database]:
        """A connection to it, made where it is not there."""
        if not self._file.exists():
            self._make_file()
        database = connect(self._file)
        try:
            with database.transaction():
                if not _is_made(database):
                    database.script(_SCHEMA + LAST_DATE_INDEX)
            yield database
        finally:
            database.close()

    def _make_file(self) -> None:
        """Whole before it has its name: of two connections that open an empty file at once, SQLite refuses one as busy,
        since each wants to turn it to WAL."""
        file = self._file
        new = file.with_name(f"{FILE}.{os.getpid()}-{threading.get_ident()}")
        make_private_file(new)
        try:
            with closing(connect(new)) as database, database.transaction():
                database.script(_SCHEMA + LAST_DATE_INDEX)
            for old in (file.with_name(f"{FILE}-wal"), file.with_name(f"{FILE}-shm")):
                # of a list that somebody deleted: SQLite would read it into this one
                old.unlink(missing_ok=True)
            if not file.exists():
                move(new, file)
        except OSError as error:
            raise unusable(file, error) from error
        finally:
            new.unlink(missing_ok=True)


def _is_made(database: Database) -> bool:
    return bool(database.value("SELECT count(*) FROM sqlite_master WHERE name = 'sold_linked'"))


def _version(workspace: Database) -> int:
    """Another one where other accounts count: then the list is made anew."""
    return zlib.crc32(repr((_VERSION, counted_accounts(workspace))).encode())


def _known_mark(database: Database, workspace: Database) -> Mark | None:
    row = database.one("SELECT orders, changes, steps FROM mark WHERE version = ?", (_version(workspace),))
    return (row[0], row[1], row[2]) if row else None


def _bring_up_to_date(database: Database, watch: _Watch) -> bool:
    known, now = _known_mark(database, database), changes_mark(database)
    if known == now:
        return False
    counted = counted_accounts(database)
    changed = None if known is None else changed_since(database, known, now, _FEW)
    if changed is not None:
        changed |= linked_otherwise(database, links_of(database, counted))
    if changed is None or len(changed) > _FEW:
        with _watched(database, watch):
            make_anew(database, links_of(database, counted))
    else:
        work_in(database, changed, links_of(database, counted))
    database.run("DELETE FROM mark")
    database.run("INSERT INTO mark VALUES (?, ?, ?, ?)", (_version(database), *now))
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
