"""Which lines of the history a query finds, in which order, at a million lines.

As for orders there are two ways: few lines that match are fetched and sorted here; many are passed over while an index
is walked in the order of the list, which stops as soon as enough are found.
"""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.history import first_lines
from ordermanager.store.history.filters import event_conditions, of_person, text_condition, with_text
from ordermanager.store.history.first_lines import first_found, first_listed
from ordermanager.store.history.orders import narrow_to_orders
from ordermanager.store.history.search import EventSearch
from ordermanager.store.history.sorting import is_short, sort_few, sort_lines
from ordermanager.store.history.sorts import (
    ANY,
    EVENT_SORTS,
    SLOWLY_WALKED,
    UNFILTERED,
    Only,
    all_of,
    lines_only,
    marked_only,
    newest,
    seldom_too,
    walk,
)

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery

_FEW_HAVE = 50_000
"""So many lines that have a text are looked for first."""
_SHORT = 100_000
"""So many lines that pass are sorted rather than met on the way along an index that says nothing of the filters."""


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
    only = _with_texts(query)
    is_listed = bool(only.conditions) and (chosen is None or len(chosen) > first_lines.FEW)
    if is_listed:
        if (first := first_listed(database, query, search, only, chosen)) is not None:
            return first
        chosen, only = _having_texts(database, query, chosen, only, is_searched=search is not None)
    if search is not None and query.limit is None:
        return _search_and_sort(database, query, search, chosen, only)
    if search is not None:
        return first_found(database, query, search, chosen, only, is_listed=is_listed)
    if chosen is not None and len(chosen) <= first_lines.FEW:
        return sort_few(database, query, chosen, only)
    may_begin = query.sort in UNFILTERED and not is_listed
    if may_begin and (first := first_listed(database, query, None, only, chosen)) is not None:
        return first
    if chosen is None and _is_quicker_sorted(database, query):
        return sort_lines(database, query, only)
    only = only if chosen is None else lines_only(chosen).also(only)
    return array("q", islice(walk(database, query, only), query.limit))


def count_events(database: Database, query: EventQuery) -> int:
    """How many lines `query` finds."""
    if query.search.strip() or query.limit is not None:
        return len(find_events(database, query))
    query, chosen = narrow_to_orders(database, query, _chosen(database, query))
    only = _with_texts(query)
    if only.conditions and chosen is None:
        chosen, only = _having_texts(database, query, chosen, only, is_searched=False)
    if chosen is not None:
        return len(sort_few(database, query, chosen, only))
    conditions, values = event_conditions(query)
    where = all_of(*only.conditions, *conditions, *seldom_too(query))
    return int(database.value(f"SELECT count(*) FROM events WHERE {where}", [*only.values, *values]))  # noqa: S608


def _is_quicker_sorted(database: Database, query: EventQuery) -> bool:
    """Whether so few lines pass that it is better to sort them than to walk, past all the others, an index that says
    nothing of the filters; or whether all are wanted, of a list that is walked slowly."""
    if query.limit is None and query.sort in SLOWLY_WALKED:
        return True
    return query.sort in UNFILTERED and is_short(database, query, _SHORT)


def _chosen(database: Database, query: EventQuery) -> set[int] | None:
    """The lines of an order, a batch, a run, or a person; None where none of these is asked for."""
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
    return set.intersection(*sets) if sets else None


def _with_texts(query: EventQuery) -> Only:
    """Lets the lines pass that have what is asked for in their columns: each is looked up."""
    parts = [text_condition(column, part) for column, part in query.filters.texts]
    values = [value for _, some in parts for value in some]
    return Only(tuple(condition for condition, _ in parts), tuple(values))


def _having_texts(
    database: Database, query: EventQuery, chosen: set[int] | None, only: Only, *, is_searched: bool
) -> tuple[set[int] | None, Only]:
    """What is left to be looked through and how, where few lines have one of the texts, by whose index these are found.
    Where many have each: all of them; or if something else is searched, too, each line that is found is looked up."""
    texts = [with_text(column, part) for column, part in query.filters.texts]
    for statements in texts:
        having: set[int] = set()
        for sql, values in statements:
            if len(having) <= _FEW_HAVE:
                having.update(database.ids(f"{sql} LIMIT {_FEW_HAVE + 1}", values))
        if len(having) <= _FEW_HAVE:
            return having if chosen is None else chosen & having, only if len(texts) > 1 else ANY
    if is_searched and query.limit is not None:
        return chosen, only
    highest = database.value("SELECT max(id) FROM revisions") or 0
    for statements in texts:
        marks = bytearray(highest + 1)
        for sql, values in statements:
            for line in database.ids(sql, values):
                marks[line] = 1
        only = marked_only(bytes(marks)).also(only if statements is not texts[0] else ANY)
    return chosen, only


_UNDER_KEY = "SELECT id FROM revisions WHERE external_order_id = ?"


# A revision may have been in several batches; its line tells of the last.
_IN_BATCH = """SELECT e.id FROM batch_revisions m JOIN events e ON e.id = m.revision_id
    WHERE m.batch_id = ? AND e.batch_id = m.batch_id"""
_IN_RUN = """SELECT e.id FROM batch_revisions m JOIN events e ON e.id = m.revision_id
    WHERE m.run_id = ? AND e.batch_id = m.batch_id"""


def _search_and_sort(
    database: Database, query: EventQuery, search: EventSearch, chosen: set[int] | None, only: Only
) -> array[int]:
    """All lines that match, sorted where they lie; a hundred thousand take a tenth of a second. Where fewer lines pass
    the filters than match, those are gone through instead."""
    conditions, values = event_conditions(query)
    found, found_values = search.lines()
    is_found = f"events.id IN ({found})"
    only = only.also(Only((is_found,), tuple(found_values)))
    if chosen is None and query.sort == "at" and is_short(database, query, _SHORT):
        direction = "DESC" if query.descending else "ASC"
        every, all_values = [*conditions, *only.conditions], [*values, *only.values]
        return array("q", newest(database, query, every, all_values, direction))
    if chosen is not None:
        return sort_few(database, query, chosen, only)
    # By their ids: an index in the order of the list would be walked through from its beginning.
    return sort_lines(database, query, only, "events e NOT INDEXED")
