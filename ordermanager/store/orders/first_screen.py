"""The first orders of a list that is searched and filtered, at a million orders.

They are looked for at the beginning of the list's index, where they mostly are, for so many steps of SQLite. Else,
where few orders pass the filters or few match the search, these are sorted; else the index is walked past all that is
not marked as known to match or to pass. Rows are looked up as little as can be: each may lie in a page of its own.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.store.database.budget import all_taken, taken
from ordermanager.store.database.marks import is_marked, marks_of
from ordermanager.store.database.sqlite import LISTED, listed
from ordermanager.store.orders.filters import EVERY, few_with_texts
from ordermanager.store.search.few_words import has_many
from ordermanager.store.search.search import find_matching, match_among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ordermanager.store.database.sqlite import Database

_STEPS = 75_000
"""Of SQLite at the beginning of an index: a hundredth of a second, or some, where each order is looked up."""
_STEPS_OF_FEW = 600_000
"""The same to find those that pass, if they are few, and to walk past what is not marked."""
_FIRST_PART, _WORTH_IT = 500, 5_000
"""So many orders are compared with the words one by one; and so many more, if enough of them are likely to match."""
_FEW, _WORTH_SORTING = 10_000, 120_000
"""So many that are known are sorted rather than met on the way along an index; or so many, if they are not met soon."""
_FEW_PASS = 50_000
"""So many that pass are all found before the search is asked."""
_ALL_OF = 10_000
"""So many that pass are compared with the words rather than all sought that match."""
_MANY = 50_000
"""Up to so many that match are soon found."""
_SAMPLE, _OFTEN = 250, 0.2
"""So many of those that pass are looked at; where more than this part of them match, the first do soon."""


class Screen(NamedTuple):
    """What is asked: `hint` of the index, and what stands behind ORDER BY; conditions on the table `orders`, and their
    values; the words as the index of the search wants them, or nothing; how many are shown; the texts that the
    conditions ask for, as in OrderFilters."""

    hint: str
    order: str
    passes: str
    values: tuple[Any, ...]
    expression: str
    limit: int
    texts: Sequence[tuple[str, str]] = ()


def first_screen(database: Database, screen: Screen) -> array[int]:
    """The first orders of the list."""
    passing = few_with_texts(database, screen.texts, screen.passes, screen.values)
    has_more = True
    if passing is None:
        found, has_more = _beginning(database, screen, lambda: _in_order(database, screen))
        if found is not None:
            return found
        passing = _few_passing(database, screen)
    if screen.expression:
        return _of_search(database, screen, passing, is_likely=has_more)
    if passing is None:
        passing = database.ids(_select(screen), screen.values)
    return _of_known(database, _every(screen), passing)


def _of_search(
    database: Database, screen: Screen, passing: Sequence[int] | None, *, is_likely: bool
) -> array[int]:
    """`passing`: those that pass, if they are known to be few. `is_likely`: that those among them that match stand at
    the beginning of the list; else it was looked at."""
    if passing is not None and len(passing) <= _ALL_OF:
        return _of_known(database, _every(screen), _matching(database, screen, passing))
    if is_likely and _may_be_many(database, screen.expression):
        some = (
            _some_passing(database, screen) if passing is None else passing[:: len(passing) // _SAMPLE or 1]
        )
        if len(_matching(database, screen, some)) > _OFTEN * len(some):
            if passing is None:
                passing = database.ids(_select(screen), screen.values)
            first = _walk(database, _every(screen)._replace(limit=_FIRST_PART + _WORTH_IT), passing)
            found, _ = _beginning(database, screen, first.__iter__)
            if found is not None:
                return found
    matching = find_matching(database, screen.expression)
    if passing is None:
        return _of_known(database, screen, matching)
    marks = marks_of(matching, _highest(database))
    return _of_known(database, _every(screen), array("q", [each for each in passing if marks[each]]))


def _may_be_many(database: Database, expression: str) -> bool:
    """Of several words together that is not known."""
    return " AND " in expression or has_many(database, expression, _MANY)


def _of_known(database: Database, screen: Screen, known: Sequence[int]) -> array[int]:
    """Of orders that are known to match, or to pass."""
    if _is_by_id(screen):
        return _by_id(database, screen, known)
    if len(known) > _FEW:
        sql, values = _walking(database, screen, known)
        walk = (row[0] for row in database.each(sql, values))
        first, is_all = taken(database, walk, screen.limit, _STEPS_OF_FEW)
        if is_all or len(first) >= screen.limit:
            return array("q", first)
        if len(known) > _WORTH_SORTING:
            return database.ids(sql, values)
    return _sorted(database, screen, known)


def _beginning(
    database: Database, screen: Screen, walk: Callable[[], Iterator[int]]
) -> tuple[array[int] | None, bool]:
    """The first orders of a walk that match, if they come soon; None: that cannot be said so quickly. And whether
    fewer were looked at than should have been, since it takes long to come to them."""
    first, is_all = taken(database, walk(), _FIRST_PART if screen.expression else screen.limit, _STEPS)
    found = _matching(database, screen, first)
    is_slow = len(first) < _FIRST_PART
    if len(found) < screen.limit and not (is_all or is_slow) and found:
        more = (screen.limit - len(found)) * len(first) * 4 // 3 // len(found)
        if more <= _WORTH_IT:
            looked_at = len(first)
            first, is_all = taken(database, walk(), looked_at + more, _STEPS)
            found += _matching(database, screen, first[looked_at:])
    is_enough = is_all or len(found) >= screen.limit
    return array("q", found[: screen.limit]) if is_enough else None, is_slow


def _few_passing(database: Database, screen: Screen) -> array[int] | None:
    """Those that pass, in no order, if they are few and soon found."""
    if screen.passes == EVERY:
        return None
    sql = f"{_select(screen)} LIMIT {_FEW_PASS + 1}"
    found = all_taken(database, sql, screen.values, _STEPS_OF_FEW)
    return found if found is not None and len(found) <= _FEW_PASS else None


def _some_passing(database: Database, screen: Screen) -> Sequence[int]:
    """Some of those that pass; none, where all do or they are not soon found."""
    if screen.passes == EVERY:
        return ()
    sql = f"{_select(screen)} LIMIT {_SAMPLE}"
    return all_taken(database, sql, screen.values, _STEPS_OF_FEW) or ()


def _every(screen: Screen) -> Screen:
    """The same among orders that are known to pass."""
    return screen._replace(passes=EVERY, values=())


def _select(screen: Screen) -> str:
    return f"SELECT id FROM orders WHERE deleted_at IS NULL AND {screen.passes}"  # noqa: S608


def _in_order(database: Database, screen: Screen) -> Iterator[int]:
    sql = (
        f"SELECT id FROM orders{screen.hint} WHERE deleted_at IS NULL AND {screen.passes} "  # noqa: S608
        f"ORDER BY {screen.order}"
    )
    return (row[0] for row in database.each(sql, screen.values))


def _matching(database: Database, screen: Screen, ids: Sequence[int]) -> list[int]:
    """Those of these orders that match, in their sequence."""
    if not screen.expression:
        return list(ids)
    matching = match_among(database, screen.expression, ids)
    return [each for each in ids if each in matching]


def _sorted(database: Database, screen: Screen, ids: Iterable[int]) -> array[int]:
    sql = (
        f"SELECT id FROM {LISTED} few CROSS JOIN orders ON id = few.value "  # noqa: S608
        f"WHERE deleted_at IS NULL AND {screen.passes} ORDER BY {screen.order} LIMIT ?"
    )
    return database.ids(sql, (listed(sorted(ids)), *screen.values, screen.limit))


def _walk(database: Database, screen: Screen, known: Sequence[int]) -> array[int]:
    if _is_by_id(screen):
        return _by_id(database, screen, known)
    return database.ids(*_walking(database, screen, known))


def _is_by_id(screen: Screen) -> bool:
    """Whether the list is in the order of the numbers, which no index is."""
    return screen.order.startswith("id ")


def _by_id(database: Database, screen: Screen, known: Iterable[int]) -> array[int]:
    """Those of them that pass, looked up until there are enough."""
    ids = array("q", sorted(known, reverse=screen.order.startswith("id DESC")))
    found, begin, part = array("q"), 0, 4 * screen.limit
    while begin < len(ids) and len(found) < screen.limit:
        found += _sorted(database, screen, ids[begin : begin + part])
        begin, part = begin + part, part * 2
    return found[: screen.limit]


def _walking(database: Database, screen: Screen, known: Sequence[int]) -> tuple[str, tuple[Any, ...]]:
    """A query (and its values) along the index, past what is not known."""
    marks = bytes(marks_of(known, _highest(database)))
    sql = (
        f"SELECT id FROM orders{screen.hint} WHERE deleted_at IS NULL AND {is_marked('id')} AND {screen.passes} "  # noqa: S608
        f"ORDER BY {screen.order} LIMIT ?"
    )
    return sql, (marks, *screen.values, screen.limit)


def _highest(database: Database) -> int:
    return int(database.value("SELECT max(id) FROM orders") or 0)
