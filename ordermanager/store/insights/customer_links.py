"""Which orders are those of another customer than their own row would say.

Told by its row alone (`customer_key.py`) an order without a customer ID is its e-mail's, else its phone's. But the
platform looks for both, and for the contact of whom an ID was bound to (domain/people/made_contacts.py): who orders
once with both and once with the phone only is one customer, and so is a guest who has an ID by now. Those orders are
found by the phones and e-mails that customers share, and kept in `links.db` beside the workspace, with the mark of the
changes up to which they hold: of the orders that have changed since, and of those that they share anything with, they
are found anew when they are next asked for (`few_links.py`); where many have, of all (`all_links.py`).
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.store.database.made_database import MadeDatabase
from ordermanager.store.errors import WorkspaceDamaged
from ordermanager.store.insights.all_links import find_all
from ordermanager.store.insights.changed_orders import Mark, changed_since, changes_mark
from ordermanager.store.insights.customer_key import CustomerLinks
from ordermanager.store.insights.few_links import find_again
from ordermanager.store.insights.link_tables import LinkTables, Sellers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.store.database.beside import Beside
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.sales import Counted

FILE = "links.db"
_VERSION = 2
_SCHEMA = """
CREATE TABLE sets ( -- for each choice of accounts that count
    id INTEGER PRIMARY KEY, counted TEXT NOT NULL UNIQUE, accounts TEXT NOT NULL, made TEXT NOT NULL,
    round INTEGER NOT NULL, orders INTEGER NOT NULL, changes INTEGER NOT NULL, steps INTEGER NOT NULL,
    written TEXT NOT NULL) STRICT;
"""
_NAME = "links"
_FEW, _ONE_IN = 500, 50
"""Up to so many changed orders are looked at one by one, or one in so many: that takes as long as looking at all."""
_TRIES = 3
_STEPS = 100_000
"""Of SQLite, after which it is asked whether to go on."""


def links_of(
    database: Database, counted: Counted, is_cancelled: Callable[[], bool] | None = None
) -> CustomerLinks:
    """Of the orders as they are now, readable on this connection. `is_cancelled` is asked while much has to be found
    anew: a yes raises QueryInterrupted, and what was known stays as it was."""
    sellers = Sellers.of(database, counted)
    found = known = _kept(database, sellers)
    for _ in range(_TRIES):
        if found is not None and (found != known or found.mark == changes_mark(database)):
            # As of now, or of this very moment: who asks again will hear of what has changed since.
            return found
        _bring_up_to_date(_beside(database), sellers, is_cancelled)
        if (found := _kept(database, sellers)) == known:
            _leave(database)  # somebody may have deleted this file, and there is another one
            found = _kept(database, sellers)
    if found is None:
        raise RuntimeError(f"{FILE} is made again and again by another program")
    return found  # of before what is being written just now on this very connection


def _leave(database: Database) -> None:
    if not database.in_transaction:
        database.detach(_NAME)


def forget_links(beside: Beside) -> None:
    """Empty and delete what is kept; it is found anew when it is next asked for."""
    _file(beside).forget()


def _beside(database: Database) -> Beside:
    if database.beside is None:
        raise RuntimeError("this is no connection to a workspace")
    return database.beside()


def _file(beside: Beside) -> MadeDatabase:
    return MadeDatabase(beside, FILE, _VERSION, _SCHEMA)


class _Set(NamedTuple):
    number: int
    made: str
    round: int
    mark: Mark


def _kept(database: Database, sellers: Sellers) -> CustomerLinks | None:
    """What is kept, up to date or not."""
    try:
        if _NAME not in database.attached and not _file(_beside(database)).attach(database, _NAME):
            found = None
        else:
            found = _set_of(database, sellers, f"{_NAME}.")
    except WorkspaceDamaged:
        found = None
    if found is None:
        _leave(database)
        return None
    tables = LinkTables(found.number, f"{_NAME}.")
    return CustomerLinks(
        rows=tables.linked,
        sold=tables.sold,
        relinked=tables.relinked,
        is_empty=tables.is_empty(database),
        made=found.made,
        round=found.round,
        mark=found.mark,
    )


def _set_of(database: Database, sellers: Sellers, schema: str = "") -> _Set | None:
    row = database.one(
        f"SELECT id, made, round, orders, changes, steps, written FROM {schema}sets WHERE counted = ?",  # noqa: S608
        (sellers.text,),
    )
    return None if row is None else _Set(row[0], row[1], row[2], Mark(*row[3:]))


def _bring_up_to_date(beside: Beside, sellers: Sellers, is_cancelled: Callable[[], bool] | None) -> None:
    try:
        _find(beside, sellers, is_cancelled)
    except WorkspaceDamaged:
        # Nothing is lost by it: the workspace itself is read by others, who will say so if it is that.
        _file(beside).discard()
        _find(beside, sellers, is_cancelled)


def _find(beside: Beside, sellers: Sellers, is_cancelled: Callable[[], bool] | None) -> None:
    with _file(beside).make() as database, _watched(database, is_cancelled), database.transaction():
        now = changes_mark(database)
        known = _set_of(database, sellers)
        if known is not None and known.mark == now:
            return  # another thread or program has been here
        few = max(_FEW, now.orders // _ONE_IN)
        changed = changed_since(database, known.mark, now, few) if known is not None else None
        if known is None:
            known = _new_set(database, sellers, now)
        tables, round_ = LinkTables(known.number), known.round + 1
        made = known.made
        is_done = changed is not None and find_again(database, tables, sellers, changed, few, round_)
        if not (is_done or find_all(database, tables, sellers, round_)) or not made:
            made = secrets.token_hex(8)
        database.run(
            "UPDATE sets SET made = ?, round = ?, orders = ?, changes = ?, steps = ?, written = ? WHERE id = ?",
            (made, round_, *now, known.number),
        )


def _new_set(database: Database, sellers: Sellers, now: Mark) -> _Set:
    """In the place of one that was of other accounts than there are now, if there is such a one."""
    number = database.value("SELECT id FROM sets WHERE accounts <> ?", (sellers.accounts,))
    if number is None:
        number = 1 + (database.value("SELECT max(id) FROM sets") or 0)
        LinkTables(number).make(database)
    database.run(
        "INSERT OR REPLACE INTO sets VALUES (?, ?, ?, '', 0, ?, ?, ?, ?)",
        (number, sellers.text, sellers.accounts, *now),
    )
    return _Set(number, "", 0, now)


@contextmanager
def _watched(database: Database, is_cancelled: Callable[[], bool] | None) -> Iterator[None]:
    if is_cancelled is not None:
        database.connection.set_progress_handler(is_cancelled, _STEPS)
    try:
        yield
    finally:
        database.connection.set_progress_handler(None)
