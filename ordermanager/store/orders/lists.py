"""Which orders a query finds, in which order, for lists of a million rows: arrays of ids, then rows by id.

A list is made in one of two ways. Few ids that match: their sort keys are fetched and sorted here. Many: a covering
index on the sort column is walked in its order, and what does not match is passed over. The first screen of a list that
is searched or filtered is found otherwise (`first_screen.py`). In the order
in which they were made orders stand by their ids, so these are sorted here and nothing but ids is read.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.store.database.sqlite import hint
from ordermanager.store.folder_counts import folders, stored_counts
from ordermanager.store.orders.filters import (
    EVERY,
    few_with_texts,
    filter_conditions,
    sent_through,
    state_condition,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.orders.first_screen import Screen
    from ordermanager.store.orders.query import OrderQuery

_INDEXED = {
    "changed": ("changed_at", "orders_changed"),
    "date": ("date", "orders_date"),
    "external_order_id": ("order_key", "orders_key"),
    "total": ("total_number", "orders_total"),
    "status": ("status", "orders_status"),
    "state": ("state", "orders_state"),
    "name": ("name_key", "orders_name"),
    "email": ("email", "orders_email"),
    "phone": ("phone", "orders_phone"),
    "external_customer_id": ("external_customer_id", "orders_customer"),
    "currency": ("currency", "orders_currency"),
    "item_count": ("item_count", "orders_item_count"),
    "errors": ("errors", "orders_errors"),
}
_UNINDEXED = {"created": "id"}
_ANY_INDEX = "orders_item_count"
"""The smallest that has every order."""
ORDER_SORTS = (*_INDEXED, *_UNINDEXED)
"""What `OrderQuery.sort` may be. `errors` is the number of errors."""

_FOLDER_STATES = {
    Folder.DRAFTS: (State.DRAFT,),
    Folder.READY: (State.READY,),
    Folder.OUTBOX: (State.QUEUED, State.SENDING, State.HELD),
    Folder.SENT: (State.ACCEPTED,),
    Folder.REJECTED: (State.REJECTED,),
}
_FEW = 50_000
"""Up to so many ids, fetching their sort keys one by one beats walking an index over all orders."""
_SCREEN = 256


def find_ids(database: Database, query: OrderQuery) -> array[int]:
    """The ids that `query` finds, in its order."""
    if query.sort not in ORDER_SORTS:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Orders cannot be sorted by {sort}."), sort=query.sort)
    limit = -1 if query.limit is None else query.limit
    state = _only_state(query)
    if state is not None and query.sort == "changed":
        return _in_one_state(database, state, limit, descending=query.descending)
    if 0 <= limit <= _SCREEN and (screen := _screen(database, query, limit)) is not None:
        from ordermanager.store.orders.first_screen import first_screen  # not for a start

        return first_screen(database, screen)
    matching = _matching(database, query)
    if query.sort == "created" and (matching is not None or limit < 0):
        ids = _all_ids(database) if matching is None else _without_deleted(database, matching)
        return array("q", sorted(ids, reverse=query.descending)[: None if limit < 0 else limit])
    if matching is None:
        return _walk(database, query, limit)
    if len(matching) <= _FEW:
        return _fetch_and_sort(database, query, matching)[: None if limit < 0 else limit]
    return _walk(database, query, limit, matching)


def count_found(database: Database, query: OrderQuery) -> int:
    """How many orders `query` finds."""
    if not (
        query.search.strip() or query.status or query.import_id or query.state or not query.filters.is_empty
    ):
        return min(folder_counts(database)[query.folder], query.limit if query.limit is not None else 2**62)
    return len(find_ids(database, query))


def folder_counts(database: Database) -> dict[Folder, int]:
    """How many orders are in each folder."""
    unconfirmed = database.value("SELECT count(*) FROM orders WHERE deleted_at IS NULL AND unconfirmed > 0")
    return folders(stored_counts(database), unconfirmed)


def _only_state(query: OrderQuery) -> State | None:
    """The state, if being in it is all that is asked."""
    if query.search.strip() or query.status or query.import_id is not None or not query.filters.is_empty:
        return None
    states = _FOLDER_STATES.get(query.folder, ())
    if query.folder is Folder.ALL:
        # Of what is queued some may be on their way.
        return None if query.state in (State.QUEUED, State.SENDING) else query.state
    if query.state is None and len(states) == 1:
        return states[0]
    return None


def _in_one_state(database: Database, state: State, limit: int, *, descending: bool) -> array[int]:
    direction = _direction(descending)
    return database.ids(
        f"SELECT id FROM orders{hint('orders_state')} WHERE deleted_at IS NULL AND state = ? "  # noqa: S608
        f"ORDER BY changed_at {direction}, id {direction} LIMIT ?",
        (state, limit),
    )


def _matching(database: Database, query: OrderQuery) -> array[int] | None:
    """The ids that match every condition (deleted ones perhaps among them); None if there is no condition."""
    conditions = _conditions(database, query)
    every, all_values = _all_of(conditions)
    few = few_with_texts(database, query.filters.texts, every, all_values)
    found = (
        [_select(database, condition, *values) for condition, values in conditions] if few is None else [few]
    )
    if query.import_id is not None:
        found.append(
            database.ids("SELECT order_id FROM import_orders WHERE import_id = ?", (query.import_id,))
        )
    if query.filters.among:
        from ordermanager.store.database.encoding import to_json

        found.append(
            _select(database, "id IN (SELECT value FROM json_each(?))", to_json(query.filters.among))
        )
    if query.filters.account and not query.filters.accepted_as:
        found.append(sent_through(database, query.filters.account))
    if expression := _searched(database, query):
        from ordermanager.store.search.search import find_matching

        found.append(array("q", find_matching(database, expression)))
    if not found:
        return None
    first, *others = sorted(found, key=len)
    for other in others:
        first = _among(database, first, other)
    return first


def _among(database: Database, ids: array[int], wanted: array[int]) -> array[int]:
    """Those of `ids` that are wanted, in their sequence. A byte for each order: a set of a million takes sixty times
    the memory."""
    if not wanted:
        return array("q")
    marks = bytearray(database.value("SELECT max(id) FROM orders") + 1)
    for order_id in wanted:
        marks[order_id] = 1
    return array("q", [order_id for order_id in ids if marks[order_id]])


def _conditions(database: Database, query: OrderQuery) -> list[tuple[str, list[object]]]:
    """What is asked of the rows themselves: conditions on the table `orders` and their values."""
    conditions: list[tuple[str, list[object]]] = []
    if query.folder is Folder.ATTENTION:
        conditions.append(("attention = 1", []))
    elif query.folder is Folder.UNCONFIRMED:
        conditions.append(("unconfirmed > 0", []))
    elif query.folder is not Folder.ALL:
        conditions.append(state_condition(_FOLDER_STATES[query.folder]))
    if query.state is not None:
        conditions.append(state_condition([query.state]))
    if query.status:
        conditions.append(("status = ?", [str(query.status)]))
    parts, values = filter_conditions(database, query.filters)
    if parts:  # one pass over the rows, however many conditions there are
        conditions.append((" AND ".join(parts), values))
    return conditions


def _all_of(conditions: list[tuple[str, list[object]]]) -> tuple[str, tuple[object, ...]]:
    """One condition, and its values."""
    every = " AND ".join(f"({condition})" for condition, _ in conditions) or EVERY
    return every, tuple(value for _, values in conditions for value in values)


def _searched(database: Database, query: OrderQuery) -> str:
    """The words that are searched for, as the index wants them; empty where a list shows all, as at a start."""
    if not query.search.strip():
        return ""
    from ordermanager.store.search.search import order_expression

    return order_expression(database, query.search, query.slips)


def _screen(database: Database, query: OrderQuery, limit: int) -> Screen | None:
    """What is asked, where something is, and an index is in the order of the list."""
    is_of_account = bool(query.filters.account) and not query.filters.accepted_as
    if query.import_id is not None or query.filters.among or is_of_account:
        return None
    conditions = _conditions(database, query)
    expression = _searched(database, query)
    if not conditions and not expression:
        return None
    from ordermanager.store.orders.first_screen import Screen

    passes, values = _all_of(conditions)
    index = _index(query) or " NOT INDEXED"
    return Screen(index, _order(query), passes, values, expression, limit, query.filters.texts)


def _select(database: Database, condition: str, *values: object) -> array[int]:
    return database.ids(f"SELECT id FROM orders WHERE deleted_at IS NULL AND {condition}", values)  # noqa: S608


def _without_deleted(database: Database, ids: array[int]) -> array[int]:
    gone = set(
        database.ids(
            f"SELECT id FROM orders{hint('orders_deleted')} WHERE deleted_at IS NOT NULL"  # noqa: S608
        )
    )
    return array("q", [order_id for order_id in ids if order_id not in gone]) if gone else ids


def _all_ids(database: Database) -> array[int]:
    return database.ids(f"SELECT id FROM orders{hint(_ANY_INDEX)} WHERE deleted_at IS NULL")  # noqa: S608


def _fetch_and_sort(database: Database, query: OrderQuery, matching: array[int]) -> array[int]:
    # The column's own collation does not sort here, so the key must come in small letters.
    column = "lower(email)" if query.sort == "email" else _column(query.sort)
    second = "changed_at" if query.sort == "state" else "id"
    rows = database.in_chunks(
        f"SELECT {column} IS NOT NULL, {column}, {second}, id FROM orders "  # noqa: S608
        "WHERE deleted_at IS NULL AND id IN ({ids})",
        matching,
    )
    return _ids(sorted(rows, reverse=query.descending), 3)


def _walk(
    database: Database, query: OrderQuery, limit: int, matching: array[int] | None = None
) -> array[int]:
    sql = f"SELECT id FROM orders{_in_order(query)} LIMIT ?"  # noqa: S608
    if matching is None:
        return database.ids(sql, (limit,))
    kept = _among(database, database.ids(sql, (-1,)), matching)  # what matches is not known to the database
    return kept if limit < 0 else kept[:limit]


def _in_order(query: OrderQuery) -> str:
    """The end of a statement that walks all orders in the order of the query."""
    return f"{_index(query)} WHERE deleted_at IS NULL ORDER BY {_order(query)}"


def _index(query: OrderQuery) -> str:
    return hint(_INDEXED[query.sort][1]) if query.sort in _INDEXED else ""


def _order(query: OrderQuery) -> str:
    direction = _direction(query.descending)
    second = f"changed_at {direction}, " if query.sort == "state" else ""
    return f"{_column(query.sort)} {direction}, {second}id {direction}"


def _column(sort: str) -> str:
    return _INDEXED[sort][0] if sort in _INDEXED else _UNINDEXED[sort]


def _direction(descending: bool) -> str:
    return "DESC" if descending else "ASC"


def _ids(rows: Iterable[tuple[int, ...]], place: int = 0) -> array[int]:
    return array("q", [row[place] for row in rows])
