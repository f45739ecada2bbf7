"""Lines of the history sorted by the database, where no index has them in the order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.store.database.budget import Taken
from ordermanager.store.database.sqlite import LISTED, listed
from ordermanager.store.history.filters import event_conditions
from ordermanager.store.history.orders import without_orders
from ordermanager.store.history.sorts import ANY, all_of, of_events, seldom_too, sorted_by

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery
    from ordermanager.store.history.sorts import Only


def sort_lines(
    database: Database,
    query: EventQuery,
    only: Only = ANY,
    tables: str = "events e",
    values: Sequence[Any] = (),
) -> array[int]:
    """The lines of `tables` that pass the query's filters and `only`, sorted by the database; `values` are those of
    `tables`."""
    conditions, more = event_conditions(query)
    joined, order, last = sorted_by(database, query)
    where = all_of(*of_events([*only.conditions, *conditions, *seldom_too(query)]))
    sql = f"SELECT e.id FROM {tables}{joined} WHERE {where} ORDER BY {order}"  # noqa: S608
    if query.limit is not None:
        sql += f" LIMIT {int(query.limit)}"
    return database.ids(sql, [*values, *only.values, *more, *last])


def sort_few(database: Database, query: EventQuery, ids: Iterable[int], only: Only = ANY) -> array[int]:
    """Those of these lines that pass, sorted; each is named once. They are looked up by their numbers: an index in the
    order of the list would be walked through."""
    tables = f"{LISTED} few CROSS JOIN events e ON e.id = few.value"
    return sort_lines(database, query, only, tables, [listed(sorted(ids))])


def passing(database: Database, query: EventQuery, most: int) -> Taken | None:
    """Lines that pass the filters (and perhaps some that do not), in no order, and whether these are all; None where
    every line does."""
    selected, values = _passing(query)
    if not selected:
        return None
    found = database.ids(f"SELECT id {selected} LIMIT {most + 1}", values)
    return Taken(found[:most], is_all=len(found) <= most)


def is_short(database: Database, query: EventQuery, few: int) -> bool:
    """Whether the filters let few lines pass."""
    selected, values = _passing(query)
    if not selected:
        return False
    count = database.value(f"SELECT count(*) FROM (SELECT 1 {selected} LIMIT {few})", values)  # noqa: S608
    return bool(count < few)


def _passing(query: EventQuery) -> tuple[str, list[Any]]:
    """The end of a SELECT; empty where all pass. That many orders have what is asked for is known by now."""
    query = without_orders(query)
    conditions, values = event_conditions(query)
    return f"FROM events WHERE {all_of(*conditions, *seldom_too(query))}" if conditions else "", values
