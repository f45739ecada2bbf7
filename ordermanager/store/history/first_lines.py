"""The first lines of a list that is found by a search which many match, a tenth of a second after it was typed.

They are looked for at the beginning of the list, line by line, where they mostly are. Else, where few lines pass the
filters, among these. Else all that matches is found, and sorted; or where that is much, the list is walked along its
index past all that does not match.
"""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.store.database.budget import taken
from ordermanager.store.history.search import STEPS
from ordermanager.store.history.sorting import passing, sort_few, sort_lines
from ordermanager.store.history.sorts import UNFILTERED, lines_only, marked_only, walk
from ordermanager.store.history.spans import Span, Within, orders_of, period_of, span_of_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery
    from ordermanager.store.history.search import EventSearch
    from ordermanager.store.history.sorts import Only

FEW = 20_000
"""So many lines that are known by their numbers are sorted rather than met on the way along an index."""
_STEPS = 300_000
"""Of SQLite, in which the first lines may come: a hundredth of a second."""
_STEPS_BY_PERIOD = 40 * _STEPS
_ALL_OF = 12_000
"""So many lines that pass are looked at one by one: that is quicker than finding all that match elsewhere."""
_SHORT = 50_000
"""Of so many that pass, those that match are sorted."""
_SAMPLE, _OFTEN = 250, 0.2
"""So many of those that pass are looked at, and so many of these must match, for more to be looked at."""
_WORTH_SORTING = 120_000
_WORTH_SORTING_BY_KEY = 40_000
"""So many that match are sorted rather than met on the way; past keys the way is shorter."""


def first_listed(
    database: Database,
    query: EventQuery,
    search: EventSearch | None,
    only: Only,
    chosen: set[int] | None,
) -> array[int] | None:
    """`query.limit` of those that match, if they stand at the beginning of the list."""
    if query.limit is None:
        return None
    if chosen is not None:
        only = lines_only(chosen).also(only)
    filters = query.filters
    is_likely = not filters.texts and (query.sort not in UNFILTERED or not (filters.begin or filters.end))
    if search is not None:
        steps = STEPS if is_likely else STEPS // 4
        first = search.first_of(lambda: walk(database, query, only, by_period=False), query.limit, steps)
        return None if first is None else array("q", first)
    steps = _STEPS if is_likely else _STEPS // 4
    ids, is_all = taken(database, walk(database, query, only, by_period=False), query.limit, steps)
    return array("q", ids) if is_all or len(ids) == query.limit else None


def first_found(
    database: Database,
    query: EventQuery,
    search: EventSearch,
    chosen: set[int] | None,
    only: Only,
    *,
    is_listed: bool,
) -> array[int]:
    """`query.limit` of those that match, among `chosen` where it is not None. `is_listed`: they were looked for at the
    beginning of the list before."""
    if chosen is not None and len(chosen) <= FEW:
        return _first_of_few(database, query, search, [*chosen], only)
    if not is_listed and (listed := first_listed(database, query, search, only, chosen)) is not None:
        return listed
    if chosen is not None:
        only = lines_only(chosen).also(only)
    some = passing(database, query, _SHORT)
    if some is not None and some.is_all:
        return _first_of_few(database, query, search, some.ids, only)
    if some is not None and _often(search, some.ids):
        first = search.first_of(lambda: walk(database, query, only), query.limit or 0, _STEPS_BY_PERIOD)
        if first is not None:
            return array("q", first)
    return _first_of_many(database, query, search, only)


def _often(search: EventSearch, lines: Sequence[int]) -> bool:
    """Whether these lines match so often that the first in their order that do are found at once."""
    sample = lines[:: max(1, len(lines) // _SAMPLE)]
    return len(search.matching(sample)) > _OFTEN * len(sample)


def _first_of_few(
    database: Database, query: EventQuery, search: EventSearch, few: Sequence[int], only: Only
) -> array[int]:
    if _often(search, few):
        ids = sort_few(database, query._replace(limit=None), few, only)
        if (first := search.first_of(ids.__iter__, query.limit or 0)) is not None:
            return array("q", first)
    if len(few) <= _ALL_OF:
        return sort_few(database, query, search.matching(few), only)
    span = Span(min(few), max(few))
    matching = marked_only(search.all_lines(Within(span, orders_of(database, span))).marks)
    return sort_few(database, query, few, matching.also(only))


def _first_of_many(database: Database, query: EventQuery, search: EventSearch, only: Only) -> array[int]:
    period = period_of(database, query)
    if query.sort == "event_key":  # an index of orders, so that lines are not looked up for most of them
        matching = search.all_by_orders(period)
        if len(matching) <= (_WORTH_SORTING_BY_KEY if period is None else _WORTH_SORTING_BY_KEY // 2):
            return sort_lines(database, query, only, *matching.tables())
        only = matching.only(database, period).also(only)
    else:
        lines = search.all_lines(period)
        if len(lines.ids) <= _WORTH_SORTING:
            return sort_few(database, query, lines.ids, only)
        within = Within(span_of_marks(lines.marks))
        only = marked_only(lines.marks)._replace(within=within).also(only)
    return array("q", islice(walk(database, query, only), query.limit))
