"""Where revisions are found that match a search, and the first of them by time without looking at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.store.database.encoding import to_json
from ordermanager.store.database.sqlite import hint
from ordermanager.store.history.filters import event_conditions
from ordermanager.store.history.sorts import (
    GROUPED,
    LEADING,
    all_of,
    of_events,
    seldom_too,
    sorted_by,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery

LAST = "\U0010ffff"
"""Behind every text that begins with another."""
_SOME = 256


class Source(NamedTuple):
    """`number` is the revision's in `tables`, which is `r` there or `t`; rows come by `along` without being sorted, in
    the order of a list that is sorted by `sort`."""

    number: str
    tables: str
    where: str
    along: str
    values: tuple[str, ...]
    sort: str = ""

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
            "email",
        ),
        *(
            Source(
                "t.revision_id",
                bodies + hint("revision_bodies_phone"),
                "t.phone <> '' AND t.phone >= ? AND t.phone < ?",
                "t.phone",
                (phone, phone + LAST),
                "phone",
            )
            for phone in phones
        ),
    ]


def of_words(expression: str) -> Source:
    """Every revision of the orders that match now."""
    tables = "order_search CROSS JOIN revisions r ON r.order_id = order_search.rowid"
    return Source("r.id", tables, "order_search MATCH ?", "order_search.rowid", (expression,))


def first_of_sources(
    database: Database,
    query: EventQuery,
    sources: Sequence[Source],
    parts: Sequence[str],
    values: Sequence[Any],
) -> list[int]:
    """The first `query.limit` lines of each source in the order of the list, in no order; `parts`: further conditions
    on `e`, with `values`."""
    conditions, more = event_conditions(query)
    passing, given = [*parts, *of_events([*conditions, *seldom_too(query)])], [*values, *more]
    beyond, bounds = _not_beyond(database, query, sources, passing, given)
    found: set[int] = set()
    for source in sources:
        tables, order, last = _in_order(database, query, source)
        if source.sort == query.sort:  # it is read in this order, so it ends by itself
            where, all_values = all_of(source.where, *passing), [*source.values, *given]
        else:
            where = all_of(source.where, *passing, *beyond)
            all_values = [*source.values, *given, *bounds]
        sql = f"""SELECT e.id FROM {source.tables} CROSS JOIN events e ON e.id = {source.number}{tables}
            WHERE {where} ORDER BY {order} LIMIT {query.limit}"""  # noqa: S608
        found.update(database.ids(sql, [*all_values, *last]))
    return list(found)


def _in_order(database: Database, query: EventQuery, source: Source) -> tuple[str, str, list[Any]]:
    """What to join to a source and what to order its lines by, with the values in that."""
    if source.sort == query.sort:
        direction = "DESC" if query.descending else "ASC"
        return "", f"{source.along} {direction}, {source.number} {direction}", []
    return sorted_by(database, query, has_revision=source.number == "r.id")


def _not_beyond(
    database: Database,
    query: EventQuery,
    sources: Sequence[Source],
    passing: Sequence[str],
    given: Sequence[Any],
) -> tuple[list[str], list[Any]]:
    """A condition with its values: what is behind the last of the lines that are shown anyway need not be sorted, which
    takes half of the time where what comes last in a source is shown first, as it mostly is. Some from the end of each
    source are looked at for it; there is no condition where too few of them pass to tell."""
    column = LEADING.get(query.sort) or f"e.{GROUPED.get(query.sort, 'id')}"
    direction = "DESC" if query.descending or query.sort in GROUPED else "ASC"
    some: set[int] = set()
    for source in sources:
        sql = f"{source.lines()} ORDER BY {source.along} {direction} LIMIT {_SOME}"
        some.update(row[0] for row in database.each(sql, source.values))
        if len(some) >= _SOME:  # the index of words comes last: it may find all before it names one
            break
    where = all_of("e.id IN (SELECT value FROM json_each(?))", *passing)
    tables, order, last = sorted_by(database, query)
    sql = f"SELECT e.at, {column} FROM events e NOT INDEXED{tables} WHERE {where} ORDER BY {order} LIMIT {query.limit}"  # noqa: S608
    rows = database.all(sql, [to_json(sorted(some)), *given, *last])
    if len(rows) < (query.limit or 0) or query.sort == "reason":
        return [], []
    at, value = rows[-1]
    if query.sort in GROUPED:
        every = values_of(database, query)
        before = every[: every.index(value)]
        marks = ",".join("?" * len(before))
        return [f"(e.at >= ? AND {column} = ? OR {column} IN ({marks}))"], [at, value, *before]
    if value == "":  # lines without it are last in both directions
        return [], []
    return [f"{column} >= ?" if query.descending else f"{column} <= ? AND {column} <> ''"], [value]
