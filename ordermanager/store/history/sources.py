"""Where revisions are found that match a search, and the first of them by time without looking at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.store.database.encoding import to_json
from ordermanager.store.database.sqlite import hint
from ordermanager.store.history.filters import event_conditions
from ordermanager.store.history.sorts import all_of, of_events, seldom_too

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery

LAST = "\U0010ffff"
"""Behind every text that begins with another."""
_SOME = 256


class Source(NamedTuple):
    """`number` is the revision's in `tables`; rows come by `along` without being sorted."""

    number: str
    tables: str
    where: str
    along: str
    values: tuple[str, ...]

    def lines(self) -> str:
        """A query for all of its revisions."""
        return f"SELECT {self.number} FROM {self.tables} WHERE {self.where}"  # noqa: S608


def sent_under(words: str, phones: Sequence[str]) -> list[Source]:
    """What was sent under a key, an e-mail or a phone that begins so."""
    bodies = "revision_bodies t"
    email, by_email = "t.email COLLATE NOCASE", hint("revision_bodies_email")
    between = (words, words + LAST)
    key = "r.external_order_id"
    return [
        Source("r.id", f"revisions r{hint('revisions_key')}", f"{key} >= ? AND {key} < ?", key, between),
        Source(
            "t.revision_id",
            bodies + by_email,
            f"t.email <> '' AND {email} >= ? AND {email} < ?",
            email,
            between,
        ),
        *(
            Source(
                "t.revision_id",
                bodies + hint("revision_bodies_phone"),
                "t.phone <> '' AND t.phone >= ? AND t.phone < ?",
                "t.phone",
                (phone, phone + LAST),
            )
            for phone in phones
        ),
    ]


def of_words(expression: str) -> Source:
    """Every revision of the orders that match now."""
    tables = "order_search CROSS JOIN revisions r ON r.order_id = order_search.rowid"
    return Source("r.id", tables, "order_search MATCH ?", "order_search.rowid", (expression,))


def first_by_time(
    database: Database,
    query: EventQuery,
    sources: Sequence[Source],
    parts: Sequence[str],
    values: Sequence[Any],
) -> list[int]:
    """The first `query.limit` lines of all sources by their time; `parts`: further conditions on `e`, with `values`.

    Some from the end of each source are looked at before: what is older than the last of those that are shown anyway
    is not sorted. Half of the time goes into sorting where the newest come last, as they mostly do.
    """
    conditions, more = event_conditions(query)
    passing, given = [*parts, *of_events([*conditions, *seldom_too(query)])], [*values, *more]
    direction, sign = ("DESC", ">=") if query.descending else ("ASC", "<=")
    order = f"ORDER BY e.at {direction}, e.id {direction} LIMIT {query.limit}"
    bound = _bound(database, query, sources, passing, given)
    if bound is not None:
        passing, given = [*passing, f"e.at {sign} ?"], [*given, bound]
    rows: set[tuple[str, int]] = set()
    for source in sources:
        sql = f"""SELECT e.at, e.id FROM {source.tables} CROSS JOIN events e ON e.id = {source.number}
            WHERE {all_of(source.where, *passing)} {order}"""  # noqa: S608
        rows.update((row[0], row[1]) for row in database.each(sql, [*source.values, *given]))
    return [event_id for _, event_id in sorted(rows, reverse=query.descending)[: query.limit]]


def _bound(
    database: Database,
    query: EventQuery,
    sources: Sequence[Source],
    passing: Sequence[str],
    given: Sequence[Any],
) -> str | None:
    """A time that no line can be beyond that is to be shown; None where too few were found to tell."""
    direction = "DESC" if query.descending else "ASC"
    some: set[int] = set()
    for source in sources:
        sql = f"{source.lines()} ORDER BY {source.along} {direction} LIMIT {_SOME}"
        some.update(row[0] for row in database.each(sql, source.values))
    where = all_of("e.id IN (SELECT value FROM json_each(?))", *passing)
    sql = f"SELECT e.at FROM events e NOT INDEXED WHERE {where} ORDER BY e.at {direction} LIMIT {query.limit}"  # noqa: S608
    times = [row[0] for row in database.each(sql, [to_json(sorted(some)), *given])]
    return times[-1] if len(times) == query.limit else None
