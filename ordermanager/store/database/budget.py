"""Reads the beginning of a query that may take long before its first row comes, and gives up after so much work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.store.errors import QueryInterrupted

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

    from ordermanager.store.database.sqlite import Database

_STEPS = 25_000
"""Of SQLite between two looks at what was done; a row that is passed over takes some ten."""


class Taken(NamedTuple):
    """`is_all`: whether no more would have come."""

    ids: Sequence[int]
    is_all: bool


class _Within:
    """Ends what is read on this connection after so many steps, and goes on behind the `with` then."""

    def __init__(self, database: Database, steps: int) -> None:
        self._connection = database.connection
        self._left = steps // _STEPS

    def _is_enough(self) -> bool:
        self._left -= 1
        return self._left < 0

    def __enter__(self) -> None:
        self._connection.set_progress_handler(self._is_enough, _STEPS, id=self)

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        self._connection.set_progress_handler(None, id=self)
        # It may be interrupted by somebody else, too, who wants nothing of it any more.
        return isinstance(error, QueryInterrupted) and self._left < 0


def taken(database: Database, ids: Iterator[int], most: int, steps: int) -> Taken:
    """Of what is read lazily on this connection no more than so many, and what comes within so many steps."""
    found: list[int] = []
    with _Within(database, steps):
        for each in ids:
            if len(found) == most:
                return Taken(found, is_all=False)
            found.append(each)
        return Taken(found, is_all=True)
    return Taken(found, is_all=False)


def all_taken(database: Database, sql: str, values: Sequence[Any], steps: int) -> array[int] | None:
    """All ids that a query finds, if they come within so many steps."""
    with _Within(database, steps):
        return database.ids(sql, values)
    return None
