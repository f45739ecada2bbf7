"""Reads the beginning of a query that may take long before its first row comes, and gives up after so much work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.store.errors import QueryInterrupted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordermanager.store.database.sqlite import Database

_STEPS = 25_000
"""Of SQLite between two looks at what was done; a row that is passed over takes some ten."""


class Taken(NamedTuple):
    """`is_all`: whether no more would have come."""

    ids: Sequence[int]
    is_all: bool


def taken(database: Database, ids: Iterator[int], most: int, steps: int) -> Taken:
    """Of what is read lazily on this connection no more than so many, and what comes within so many steps."""
    left = steps // _STEPS

    def is_enough() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    found: list[int] = []
    database.connection.set_progress_handler(is_enough, _STEPS, id=is_enough)
    try:
        for each in ids:
            if len(found) == most:
                return Taken(found, is_all=False)
            found.append(each)
    except QueryInterrupted:
        if left >= 0:  # by somebody else, who wants nothing of it any more
            raise
        return Taken(found, is_all=False)
    finally:
        database.connection.set_progress_handler(None, id=is_enough)
    return Taken(found, is_all=True)
