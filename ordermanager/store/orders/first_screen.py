"""The first orders of a list that is searched and filtered, at a million orders.

They are looked for at the beginning of the list's index, where they mostly are, for so many steps of SQLite. Else,
where few orders pass the filters or few match the search, these are sorted; else the index is walked past all that is
not marked as known to match or to pass.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.store.database.budget import Taken, taken
from ordermanager.store.database.encoding import to_json
from ordermanager.store.database.marks import is_marked, marks_of
from ordermanager.store.search.search import find_matching, match_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.store.database.sqlite import Database

EVERY = "TRUE"
"""The condition that all orders pass."""
_STEPS = 75_000
"""Of SQLite at the beginning of an index: a hundredth of a second, or some, where each order is looked up."""
_STEPS_OF_FEW = 300_000
"""The same to find those that pass, if they are few."""
_FIRST_PART, _WORTH_IT = 500, 5_000
"""So many orders are compared with the words one by one; and so many more, if enough of them are likely to match."""
_FEW = 20_000
"""So many that match are sorted rather than met on the way along an index."""
_FEW_PASS = 50_000
"""The same of those that pass."""
_ALL_OF = 10_000
"""So many that pass are compared with the words rather than all sought that match."""
_SAMPLE, _OFTEN = 250, 0.2
"""So many of those that pass are looked at; where more than this part of them match, the first do soon."""


class Screen(NamedTuple):
    """What is asked: `hint` of the index, and what stands behind ORDER BY; conditions on the table `orders`, and their
    values; the words as the index of the search wants them, or nothing; how many are shown."""

    hint: str
    order: str
    passes: str
    values: tuple[Any, ...]
    expression: str
    limit: int


def first_screen(database: Database, screen: Screen) -> array[int]:
    """The first orders of the list."""
    beginning = _beginning(database, screen)
    if beginning is not None:
        return beginning
    few = _passing(database, screen)
    if few.is_all:
        return _of_few(database, screen, few.ids)
    if not screen.expression:
        passing = database.ids(_select(screen), screen.values)
        return _walk(database, screen._replace(passes=EVERY, values=()), passing)
    matching = find_matching(database, screen.expression)
    return (_sorted if len(matching) <= _FEW else _walk)(database, screen, matching)


def _beginning(database: Database, screen: Screen, ids: Iterable[int] | None = None) -> array[int] | None:
    """The first orders of the list, or of these, if they come soon; None: that cannot be said so quickly."""

    def walk() -> Iterator[int]:
        return _in_order(database, screen) if ids is None else iter(ids)

    first, is_all = taken(database, walk(), _FIRST_PART if screen.expression else screen.limit, _STEPS)
    found = _matching(database, screen, first)
    if len(found) < screen.limit and not is_all and found and screen.expression:
        more = (screen.limit - len(found)) * len(first) * 4 // 3 // len(found)
        if more <= _WORTH_IT:
            looked_at = len(first)
            first, is_all = taken(database, walk(), looked_at + more, _STEPS)
            found += _matching(database, screen, first[looked_at:])
    return array("q", found[: screen.limit]) if is_all or len(found) >= screen.limit else None


def _of_few(database: Database, screen: Screen, few: Sequence[int]) -> array[int]:
    """Of orders that pass."""
    if not screen.expression or len(few) <= _ALL_OF:
        return _sorted(database, screen, _matching(database, screen, few))
    sample = few[:: max(1, len(few) // _SAMPLE)]
    if len(_matching(database, screen, sample)) > _OFTEN * len(sample):
        listed = _sorted(database, screen._replace(limit=-1), few)
        if (first := _beginning(database, screen, listed)) is not None:
            return first
    marks = marks_of(find_matching(database, screen.expression), _highest(database))
    return _sorted(database, screen, (each for each in few if marks[each]))


def _passing(database: Database, screen: Screen) -> Taken:
    """Those that pass, in no order, if they are few and soon found."""
    if screen.passes == EVERY:
        return Taken((), is_all=False)
    rows = database.each(_select(screen), screen.values)
    return taken(database, (row[0] for row in rows), _FEW_PASS, _STEPS_OF_FEW)


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
        "SELECT id FROM (SELECT value AS few FROM json_each(?)) CROSS JOIN orders ON id = few "  # noqa: S608
        f"WHERE deleted_at IS NULL AND {screen.passes} ORDER BY {screen.order} LIMIT ?"
    )
    return database.ids(sql, (to_json(sorted(ids)), *screen.values, screen.limit))


def _walk(database: Database, screen: Screen, known: Sequence[int]) -> array[int]:
    """Along the index, past what is not known."""
    sql = (
        f"SELECT id FROM orders{screen.hint} WHERE deleted_at IS NULL AND {is_marked('id')} AND {screen.passes} "  # noqa: S608
        f"ORDER BY {screen.order} LIMIT ?"
    )
    marks = bytes(marks_of(known, _highest(database)))
    return database.ids(sql, (marks, *screen.values, screen.limit))


def _highest(database: Database) -> int:
    return int(database.value("SELECT max(id) FROM orders") or 0)
