"""Which lines of the history a query finds, in which order, at a million lines.

As for orders there are two ways: few lines that match are fetched and sorted here; many are passed over while an index
is walked in the order of the list, which stops as soon as enough are found.
"""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.database.encoding import to_json
from ordermanager.store.history.filters import event_conditions, of_person, with_text
from ordermanager.store.history.orders import narrow_to_orders, without_orders
from ordermanager.store.history.search import EventSearch
from ordermanager.store.history.sorts import (
    EVENT_SORTS,
    GROUPED,
    SLOWLY_WALKED,
    UNFILTERED,
    all_of,
    groups,
    newest,
    of_events,
    seldom_too,
    sorted_by,
    walk,
)
from ordermanager.store.history.sources import first_of_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery

_FEW = 20_000
_SHORT = 200_000


def find_events(database: Database, query: EventQuery) -> array[int]:
    """The ids that `query` finds, in its order."""
    if query.sort not in EVENT_SORTS:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "The history cannot be sorted by {sort}."), sort=query.sort
        )
    search = EventSearch(database, query) if query.search.strip() else None
    query, chosen = narrow_to_orders(database, query, _chosen(database, query))
    if search is not None and search.found is not None:
        chosen = search.found if chosen is None else chosen & search.found
        search = None
    if search is not None and query.limit is None:
        return _search_and_sort(database, query, search, chosen)
    every = query if search is None else query._replace(limit=None)
    if chosen is not None and len(chosen) <= _FEW:
        ids: Iterable[int] = _sort(database, every, *_among(chosen), " NOT INDEXED")
    elif chosen is None and _is_quicker_sorted(database, query):
        ids = _sort(database, every, [], [])
    else:
        ids = walk(database, query)
        if chosen is not None:
            ids = (event_id for event_id in ids if event_id in chosen)
    if search is None:
        return array("q", ids if query.limit is None else islice(ids, query.limit))
    if query.sort in GROUPED and not isinstance(ids, array):
        return _first_of_groups(database, query, search, chosen)
    first = search.first_of(ids, query.limit or 0)
    if first is not None:
        return array("q", first)
    return _search_and_sort(database, query, search, chosen)


def count_events(database: Database, query: EventQuery) -> int:
    """How many lines `query` finds."""
    if query.search.strip() or query.limit is not None:
        return len(find_events(database, query))
    query, chosen = narrow_to_orders(database, query, _chosen(database, query))
    if chosen is not None:
        return len(_sort(database, query, *_among(chosen), " NOT INDEXED"))
    conditions, values = event_conditions(query)
    where = all_of(*conditions, *seldom_too(query))
    return int(database.value(f"SELECT count(*) FROM events WHERE {where}", values))  # noqa: S608


def _is_quicker_sorted(database: Database, query: EventQuery) -> bool:
    """Whether so few lines pass that it is better to sort them than to walk, past all the others, an index that says
    nothing of the filters; or whether all are wanted, of a list that is walked slowly."""
    if query.limit is None and query.sort in SLOWLY_WALKED:
        return True
    return query.sort in UNFILTERED and _is_short(database, query)


def _chosen(database: Database, query: EventQuery) -> set[int] | None:
    """The lines of an order, a batch, a run, a person, or with a text in a column; None where none of these is asked
    for."""
    filters = query.filters
    sets = [
        set(database.ids(sql, (wanted,)))
        for wanted, sql in (
            (query.order_id, "SELECT id FROM revisions WHERE order_id = ?"),
            (query.external_order_id, _UNDER_KEY),
            (filters.event_key or None, _UNDER_KEY),
            (filters.batch_id, _IN_BATCH),
            (filters.run_id, _IN_RUN),
        )
        if wanted is not None
    ]
    if any(filters.person):
        sets.append({line for sql, values in of_person(filters.person) for line in database.ids(sql, values)})
    for column, part in filters.texts:
        sets.append({line for sql, values in with_text(column, part) for line in database.ids(sql, values)})
    return set.intersection(*sets) if sets else None


_UNDER_KEY = "SELECT id FROM revisions WHERE external_order_id = ?"


# A revision may have been in several batches; its line tells of the last.
_IN_BATCH = """SELECT e.id FROM batch_revisions m JOIN events e ON e.id = m.revision_id
    WHERE m.batch_id = ? AND e.batch_id = m.batch_id"""
_IN_RUN = """SELECT e.id FROM batch_revisions m JOIN events e ON e.id = m.revision_id
    WHERE m.run_id = ? AND e.batch_id = m.batch_id"""


def _search_and_sort(
    database: Database, query: EventQuery, search: EventSearch, chosen: set[int] | None
) -> array[int]:
    """All lines that match, sorted where they lie; a hundred thousand take a tenth of a second. Where fewer lines pass
    the filters than match, those are gone through instead."""
    conditions, values = event_conditions(query)
    found, found_values = search.lines()
    if chosen is None and query.sort == "at" and _is_short(database, query):
        direction = "DESC" if query.descending else "ASC"
        both, all_values = [*conditions, f"id IN ({found})"], [*values, *found_values]
        ids = newest(database, query, both, all_values, direction)
        return array("q", ids if query.limit is None else islice(ids, query.limit))
    parts, part_values = ([], []) if chosen is None else _among(chosen)
    if query.limit is not None:
        return _sort_few(
            database, query, first_of_sources(database, query, search.sources(), parts, part_values)
        )
    # By their ids: an index in the order of the list would be walked through from its beginning.
    return _sort(
        database, query, [f"e.id IN ({found})", *parts], [*found_values, *part_values], " NOT INDEXED"
    )


def _first_of_groups(
    database: Database, query: EventQuery, search: EventSearch, chosen: set[int] | None
) -> array[int]:
    """Group by group, since a small one at the beginning says nothing of how many match in the others."""
    found: array[int] = array("q")
    rest = query.limit or 0
    every = groups(database, query)
    for column, value, ids in every:
        first = search.first_of(ids if chosen is None else (each for each in ids if each in chosen), rest)
        if first is None:
            values = [value, *(other for _, other, _ in every)]
            found.extend(
                _first_of_values(database, query._replace(limit=rest), search, chosen, column, values)
            )
            break
        found.extend(first)
        rest -= len(first)
        if rest <= 0:
            break
    return found


def _first_of_values(
    database: Database,
    query: EventQuery,
    search: EventSearch,
    chosen: set[int] | None,
    column: str,
    values: list[Any],
) -> array[int]:
    """The first lines of a list sorted by a column that has one of these values, among all that match."""
    parts, part_values = ([], []) if chosen is None else _among(chosen)
    parts.append(f"e.{column} IN ({','.join('?' * len(values))})")
    found = first_of_sources(database, query, search.sources(), parts, [*part_values, *values])
    return _sort_few(database, query, found)


def _sort_few(database: Database, query: EventQuery, ids: list[int]) -> array[int]:
    """Lines that are known to pass, sorted."""
    tables, order, last = sorted_by(database, query)
    parts, values = _among(ids)
    sql = f"SELECT e.id FROM events e NOT INDEXED{tables} WHERE {parts[0]} ORDER BY {order}"  # noqa: S608
    return database.ids(f"{sql} LIMIT {query.limit}", [*values, *last])


def _among(ids: Iterable[int]) -> tuple[list[str], list[str]]:
    """A condition that a line is one of these, and its value."""
    return ["e.id IN (SELECT value FROM json_each(?))"], [to_json(sorted(ids))]


def _sort(
    database: Database, query: EventQuery, parts: list[str], part_values: list[str], indexed: str = ""
) -> array[int]:
    """The lines that pass the query's filters and `parts`, sorted by the database."""
    conditions, values = event_conditions(query)
    tables, order, last = sorted_by(database, query)
    where = all_of(*parts, *of_events([*conditions, *seldom_too(query)]))
    sql = f"SELECT e.id FROM events e{indexed}{tables} WHERE {where} ORDER BY {order}"  # noqa: S608
    if query.limit is not None:
        sql += f" LIMIT {int(query.limit)}"
    return database.ids(sql, [*part_values, *values, *last])


def _is_short(database: Database, query: EventQuery) -> bool:
    """Whether the filters let few lines pass."""
    query = without_orders(query)  # that many orders have what is asked for is known by now
    conditions, values = event_conditions(query)
    if not conditions:
        return False
    where = all_of(*conditions, *seldom_too(query))
    sql = f"SELECT count(*) FROM (SELECT 1 FROM events WHERE {where} LIMIT {_SHORT})"  # noqa: S608
    return bool(database.value(sql, values) < _SHORT)
