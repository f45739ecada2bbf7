"""Which lines of the history a query finds, in which order, at a million lines.

As for orders there are two ways: few lines that match are fetched and sorted here; many are passed over while an index
is walked in the order of the list, which stops as soon as enough are found.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.encoding import to_json
from ordermanager.store.event_filters import (
    EVENT_STATUSES,
    PLAIN_KINDS,
    PLAIN_STATUS,
    event_conditions,
    wanted_kinds,
    wanted_statuses,
)
from ordermanager.store.event_search import EventSearch
from ordermanager.store.sqlite import hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.store.records import EventQuery
    from ordermanager.store.sqlite import Database

_FEW = 20_000
_SHORT = 100_000
_BY_EMAIL = f"""SELECT e.id FROM revision_bodies t{hint("revision_bodies_email")}
    CROSS JOIN events e ON e.id = t.revision_id
    WHERE {{where}} ORDER BY t.email COLLATE NOCASE {{direction}}, t.revision_id {{direction}}"""  # noqa: S608
"""What a line has from its revision is walked there; revisions that were never sent have no line."""
_BY_KEY = f"""SELECT o.order_key, o.id, e.id FROM orders o{hint("orders_key")}
    CROSS JOIN revisions r ON r.order_id = o.id CROSS JOIN events e ON e.id = r.id
    WHERE {{where}} ORDER BY o.order_key {{direction}}, o.id {{direction}}, e.id {{direction}}"""  # noqa: S608
"""By the order's ID as orders are sorted, 9 before 10; lines of an order whose ID was changed since stand where it is
now. Deleted orders are in no index."""
_OF_DELETED = f"""SELECT o.order_key, o.id, e.id FROM orders o{hint("orders_deleted")}
    CROSS JOIN revisions r ON r.order_id = o.id CROSS JOIN events e ON e.id = r.id WHERE {{where}}"""  # noqa: S608
_GROUPED = {"kind": "kind", "name": "status", "account": "account_id"}
"""Columns of few values: lines of one value after those of another, the newest of each first."""
_KINDS = ("accepted", "assumed", "rejected", "unconfirmed")
EVENT_SORTS = ("at", "event_key", "email", *_GROUPED)
"""What `EventQuery.sort` may be."""


def find_events(database: Database, query: EventQuery) -> array[int]:
    """The ids that `query` finds, in its order."""
    if query.sort not in EVENT_SORTS:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "The history cannot be sorted by {sort}."), sort=query.sort
        )
    search = EventSearch(database, query.search, query.search_phone) if query.search.strip() else None
    chosen = _chosen(database, query)
    if search is not None and search.found is not None:
        chosen = search.found if chosen is None else chosen & search.found
        search = None
    every = query if search is None else replace(query, limit=None)
    if chosen is not None and len(chosen) <= _FEW:
        ids: Iterable[int] = _sort(database, every, *_among(chosen), " NOT INDEXED")
    elif chosen is None and _is_quicker_sorted(database, query):
        ids = _sort(database, every, [], [])
    else:
        ids = _walk(database, query)
        if chosen is not None:
            ids = (event_id for event_id in ids if event_id in chosen)
    if search is None:
        return array("q", ids if query.limit is None else islice(ids, query.limit))
    if query.limit is not None:
        first = search.first_of(ids, query.limit)
        if first is not None:
            return array("q", first)
    return _search_and_sort(database, query, search, chosen)


def _is_quicker_sorted(database: Database, query: EventQuery) -> bool:
    """Whether so few lines pass that it is better to sort them than to walk, past all the others, an index that says
    nothing of the filters."""
    return query.sort in ("event_key", "email") and _is_short(database, query)


def _chosen(database: Database, query: EventQuery) -> set[int] | None:
    """The lines of an order, a batch or a run; None where none of these is asked for."""
    filters = query.filters
    sets: list[set[int]] = []
    for wanted, sql in (
        (query.order_id, "SELECT id FROM revisions WHERE order_id = ?"),
        (query.external_order_id, "SELECT id FROM revisions WHERE external_order_id = ?"),
        (filters.batch_id, _IN_BATCH),
        (filters.run_id, _IN_RUN),
    ):
        if wanted is not None:
            sets.append({row[0] for row in database.all(sql, (wanted,))})
    return set.intersection(*sets) if sets else None


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
        ids = _newest(database, query, both, all_values, direction)
        return array("q", ids if query.limit is None else islice(ids, query.limit))
    # By their ids: an index in the order of the list would be walked through from its beginning.
    parts = [f"e.id IN ({found})"]
    if chosen is not None:
        more, more_values = _among(chosen)
        parts, found_values = parts + more, found_values + more_values
    return _sort(database, query, parts, found_values, " NOT INDEXED")


def _among(ids: set[int]) -> tuple[list[str], list[str]]:
    """A condition that a line is one of these, and its value."""
    return ["e.id IN (SELECT value FROM json_each(?))"], [to_json(sorted(ids))]


def _sort(
    database: Database, query: EventQuery, parts: list[str], part_values: list[str], indexed: str = ""
) -> array[int]:
    """The lines that pass the query's filters and `parts`, sorted by the database."""
    conditions, values = event_conditions(query)
    direction = "DESC" if query.descending else "ASC"
    tables, order = "", f"e.at {direction}, e.id {direction}"
    last: list[Any] = []
    if query.sort == "event_key":
        tables = " CROSS JOIN revisions r ON r.id = e.id CROSS JOIN orders o ON o.id = r.order_id"
        order = f"o.order_key {direction}, o.id {direction}, e.id {direction}"
    elif query.sort == "email":  # those without are last in both directions, as in the walk
        order = f"e.email = '', e.email COLLATE NOCASE {direction}, e.id {direction}"
    elif query.sort in _GROUPED:
        last = _values_of(database, query.sort, descending=query.descending)
        whens = " ".join(f"WHEN ? THEN {place}" for place in range(len(last)))
        order = f"CASE e.{_GROUPED[query.sort]} {whens} END, e.at DESC, e.id DESC"
    where = _all_of(*parts, *_of_events([*conditions, *_rare_too(query)]))
    sql = f"SELECT e.id FROM events e{indexed}{tables} WHERE {where} ORDER BY {order}"  # noqa: S608
    if query.limit is not None:
        sql += f" LIMIT {int(query.limit)}"
    return database.ids(sql, [*part_values, *values, *last])


def _is_short(database: Database, query: EventQuery) -> bool:
    """Whether the filters let few lines pass."""
    conditions, values = event_conditions(query)
    if not conditions:
        return False
    where = _all_of(*conditions, *_rare_too(query))
    sql = f"SELECT count(*) FROM (SELECT 1 FROM events WHERE {where} LIMIT {_SHORT})"  # noqa: S608
    return bool(database.value(sql, values) < _SHORT)


def _rare_too(query: EventQuery) -> list[str]:
    """What lets the database see that the index of the rare outcomes has all that is asked for."""
    kinds = wanted_kinds(query)
    return ["kind <> 'accepted'"] if kinds and not kinds.intersection(PLAIN_KINDS) else []


def _walk(database: Database, query: EventQuery) -> Iterator[int]:
    """Every line that passes the conditions, from an index in the order of the list; read as far as it is asked for."""
    conditions, values = event_conditions(query)
    if query.sort == "event_key":
        yield from _along_keys(database, query, conditions, values)
    elif query.sort == "email":
        yield from _along_emails(database, query, conditions, values)
    elif query.sort in _GROUPED:
        column = _GROUPED[query.sort]
        for value in _values_of(database, query.sort, descending=query.descending):
            yield from _newest(database, query, [f"{column} = ?", *conditions], [value, *values], "DESC")
    else:
        yield from _newest(database, query, conditions, values, "DESC" if query.descending else "ASC")


def _newest(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any], direction: str
) -> Iterator[int]:
    rare = bool(_rare_too(query)) or (conditions[:1] == ["kind = ?"] and values[0] not in PLAIN_KINDS)
    statuses = wanted_statuses(query)
    one_status = (
        values[0] if conditions[:1] == ["status = ?"] else min(statuses) if len(statuses) == 1 else ""
    )
    by_status = one_status not in ("", PLAIN_STATUS)
    index = "events_trouble" if rare else "events_status" if by_status else "events_at"
    parts = [*conditions, "kind <> 'accepted'"] if rare else conditions
    if index == "events_status":
        parts = [*parts, f"status <> '{PLAIN_STATUS}'"]
    where = f"WHERE {' AND '.join(parts)} " if parts else ""
    sql = f"SELECT id FROM events{hint(index)} {where}ORDER BY at {direction}, id {direction}"  # noqa: S608
    return (row[0] for row in database.each(sql, values))


def _along_emails(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any]
) -> Iterator[int]:
    """What has no e-mail stands in no index of e-mails and is last in both directions."""
    direction = "DESC" if query.descending else "ASC"
    where = _all_of("t.email <> ''", *_of_events(conditions))
    yield from (row[0] for row in database.each(_BY_EMAIL.format(where=where, direction=direction), values))
    where = _all_of("email = ''", *conditions)
    sql = f"SELECT id FROM events WHERE {where} ORDER BY id {direction}"  # noqa: S608
    yield from (row[0] for row in database.each(sql, values))


def _along_keys(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any]
) -> Iterator[int]:
    direction = "DESC" if query.descending else "ASC"
    parts = _of_events(conditions)
    where = _all_of("o.deleted_at IS NULL", *parts)
    shown = database.each(_BY_KEY.format(where=where, direction=direction), values)
    deleted = database.all(_OF_DELETED.format(where=_all_of("o.deleted_at IS NOT NULL", *parts)), values)
    rows = merge(shown, sorted(deleted, reverse=query.descending), reverse=query.descending)
    yield from (row[2] for row in rows)


def _of_events(conditions: list[str]) -> list[str]:
    return [f"e.{condition}" for condition in conditions]


def _all_of(*conditions: str) -> str:
    return " AND ".join(conditions)


def _values_of(database: Database, sort: str, *, descending: bool) -> list[Any]:
    if sort == "account":
        rows = database.all("SELECT id FROM accounts ORDER BY lower(name), id")
        found: list[Any] = [row[0] for row in rows]
    else:
        found = sorted(_KINDS if sort == "kind" else EVENT_STATUSES)
    return found[::-1] if descending else found
