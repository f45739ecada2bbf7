"""Which revisions and orders a period can be about, for lists along an index that says nothing of time.

Where all that begins such a list was sent at another time, each of hundreds of thousands would be looked up before the
first line is shown. Numbers of revisions and orders stand in the index and grow with time, if not strictly: those that
lie outside of what the period has are passed over without being looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.store.database.sqlite import hint
from ordermanager.store.history.filters import time_conditions

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery

LOOKED_AT = 256
"""So many are looked at to see whether a list has something of the period at its beginning."""

_MANY = 200_000
_WORTH_IT = 0.3
"""Of all lines no more than this part is looked through for the ends of a period."""
_NARROW = 0.5
"""So narrow must be what is marked, for more to be passed over by its ends than these cost."""


class Span(NamedTuple):
    """The lowest and the highest number."""

    first: int
    last: int

    def within(self, column: str) -> str:
        """A condition that says so."""
        return f"{column} BETWEEN {self.first} AND {self.last}"


_NOTHING = Span(1, 0)


class Within(NamedTuple):
    """The revisions and the orders outside of which nothing is to be found; None: that is not known."""

    revisions: Span | None = None
    orders: Span | None = None


def span_of_marks(marks: bytes) -> Span | None:
    """Where the marks of lines or orders are, where that says much."""
    last = len(marks.rstrip(b"\x00")) - 1
    span = Span(len(marks) - len(marks.lstrip(b"\x00")), last) if last >= 0 else _NOTHING
    return span if span.last - span.first < _NARROW * len(marks) else None


def period_of(database: Database, query: EventQuery) -> Within | None:
    """What the period that is asked for can be about, for a list that was looked at in vain at its beginning. None
    where there is no period, or it seems to have most of what there is."""
    conditions, values = time_conditions(query)
    if not conditions:
        return None
    some = f"SELECT id FROM events{hint('events_at')} WHERE {' AND '.join(conditions)} ORDER BY at"  # noqa: S608
    ends = [database.value(f"{some} {direction} LIMIT 1", values) for direction in ("ASC", "DESC")]
    if None in ends:
        return Within(_NOTHING, _NOTHING)
    if max(ends) - min(ends) > _WORTH_IT * database.value("SELECT max(id) FROM events"):
        return None
    span = _revisions(database, conditions, values)
    return Within(span, orders_of(database, span) if query.sort == "event_key" else None)


def revisions_of_period(database: Database, query: EventQuery, beginning: str) -> Span | None:
    """The revisions of the period that is asked for; `beginning` is a query for some at the beginning of the list.
    None where there is no period, or some of these are of it: then the walk finds enough as it is."""
    conditions, values = time_conditions(query)
    if not conditions:
        return None
    where = " AND ".join(conditions)
    if database.all(f"SELECT 1 FROM events WHERE id IN ({beginning}) AND {where} LIMIT 1", values):  # noqa: S608
        return None
    return _revisions(database, conditions, values)


def _revisions(database: Database, conditions: list[str], values: list[str]) -> Span:
    where = " AND ".join(conditions)
    sql = f"SELECT min(id), max(id) FROM events{hint('events_at')} WHERE {where}"  # noqa: S608
    return _span(database, sql, values)


def orders_of(database: Database, revisions: Span) -> Span:
    """The orders of these revisions. Of many they are looked for from both ends of the index of orders, each to the
    first that has any of them."""
    if revisions.last - revisions.first < _MANY:
        sql = f"SELECT min(order_id), max(order_id) FROM revisions WHERE {revisions.within('id')}"  # noqa: S608
        return _span(database, sql, [])
    ends = ", ".join(
        f"(SELECT order_id FROM revisions WHERE {revisions.within('+id')} ORDER BY order_id {direction} LIMIT 1)"  # noqa: S608
        for direction in ("ASC", "DESC")
    )
    return _span(database, f"SELECT {ends}", [])


def _span(database: Database, sql: str, values: list[str]) -> Span:
    row = database.one(sql, values)
    return _NOTHING if row is None or row[0] is None else Span(row[0], row[1])
