"""In which order the lines of the history stand: walked along an index, or said to the database that sorts a few."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.store.database.marks import is_marked, is_noted, marks_of
from ordermanager.store.database.sqlite import LISTED, hint, listed
from ordermanager.store.history.filters import (
    EVENT_STATUSES,
    PLAIN_KINDS,
    PLAIN_STATUS,
    event_conditions,
    wanted_kinds,
    wanted_statuses,
)
from ordermanager.store.history.spans import LOOKED_AT, orders_of, revisions_of_period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ordermanager.store.database.sqlite import Database, Row
    from ordermanager.store.history.query import EventQuery
    from ordermanager.store.history.spans import Span, Within

_AS_SENT = """SELECT e.id FROM revision_bodies t{index} CROSS JOIN events e ON e.id = t.revision_id
    WHERE {where} ORDER BY t.{column} {direction}, t.revision_id {direction}"""
"""What a line has from its revision is walked there; revisions that were never sent have no line."""
_SENT_COLUMNS = {
    "email": ("email COLLATE NOCASE", "revision_bodies_email"),
    "phone": ("phone", "revision_bodies_phone"),
    "external_customer_id": ("external_customer_id", "revision_bodies_customer"),
}
_BY_KEY = f"""SELECT o.order_key, o.id, e.id FROM orders o{hint("orders_key")}
    CROSS JOIN revisions r ON r.order_id = o.id CROSS JOIN events e ON e.id = r.id
    WHERE {{where}} ORDER BY o.order_key {{direction}}, o.id {{direction}}, e.id {{direction}}"""  # noqa: S608
"""By the order's ID as orders are sorted, 9 before 10; lines of an order whose ID was changed since stand where it is
now. Deleted orders are in no index."""
_OF_DELETED = f"""SELECT o.order_key, o.id, e.id FROM orders o{hint("orders_deleted")}
    CROSS JOIN revisions r ON r.order_id = o.id CROSS JOIN events e ON e.id = r.id WHERE {{where}}"""  # noqa: S608
_LATER = f"""SELECT e.id FROM revisions r{hint("revisions_later_numbers")} CROSS JOIN events e ON e.id = r.id
    WHERE {{where}} ORDER BY r.number {{direction}}, r.id {{direction}}"""  # noqa: S608
_FIRST = """SELECT e.id FROM events e NOT INDEXED CROSS JOIN revisions r ON r.id = e.id
    WHERE {where} ORDER BY e.id {direction}"""
"""Nearly every order was sent once; those that were more often have an index. NOT INDEXED, or all lines of a period
would be sorted."""
_WITH_REASON = f"""SELECT e.id FROM events e{hint("events_trouble")} CROSS JOIN revisions r ON r.id = e.id
    WHERE {{where}} ORDER BY r.reason {{direction}}, e.id {{direction}}"""  # noqa: S608
_IN_BATCHES = f"""SELECT e.id, b.id FROM {LISTED} some CROSS JOIN batches b ON b.id = some.value
        CROSS JOIN events e NOT INDEXED ON e.id BETWEEN b.first_revision AND b.last_revision AND e.batch_id = b.id
    WHERE {{where}}
    UNION ALL SELECT e.id, m.batch_id FROM {LISTED} some CROSS JOIN batch_members m ON m.batch_id = some.value
        CROSS JOIN events e ON e.id = m.revision_id AND e.batch_id = m.batch_id
    WHERE {{where}}
    ORDER BY 2 {{direction}}, 1 {{direction}}"""  # noqa: S608
"""NOT INDEXED, or an index of all events by batch would be made for each part of the list: 0.4 s at a million."""
_AT_ONCE, _MOST_AT_ONCE = 1_000, 16_000
GROUPED = {"kind": "kind", "name": "status", "account": "account_id"}
"""Columns of few values: lines of one value after those of another, the newest of each first."""
_KINDS = ("accepted", "assumed", "rejected", "unconfirmed")
EVENT_SORTS = ("at", "event_key", *_SENT_COLUMNS, *GROUPED, "batch", "revision", "reason")
"""What `EventQuery.sort` may be."""
UNFILTERED = ("event_key", *_SENT_COLUMNS, "batch", "revision", "reason")
"""Sorts whose index says nothing of the filters."""
SLOWLY_WALKED = ("batch", "revision", "reason")
"""Sorts of which the first lines are walked to; all lines are sorted faster."""


class Only(NamedTuple):
    """Conditions on lines, and their values, for what is known outside of the database. `orders`: those that any such
    line is of, and `lines`: no others, as values for `is_noted` and `is_marked`; empty: any. `within`: where such lines
    are, None if nobody has looked."""

    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    orders: bytes = b""
    lines: bytes = b""
    within: Within | None = None

    def also(self, other: Only) -> Only:
        """Lines that both let pass."""
        return Only(
            self.conditions + other.conditions,
            self.values + other.values,
            self.orders or other.orders,
            self.lines or other.lines,
            self.within or other.within,
        )


ANY = Only()
"""Lets all lines pass."""


def lines_only(lines: Collection[int]) -> Only:
    """Lets these lines pass."""
    return marked_only(bytes(marks_of(lines, max(lines, default=0))))


def marked_only(marks: bytes) -> Only:
    """Lets the lines pass that are marked."""
    return Only((is_marked("events.id"),), (marks,), lines=marks)


def walk(database: Database, query: EventQuery, only: Only = ANY, *, by_period: bool = True) -> Iterator[int]:
    """Every line that passes the conditions, from an index in the order of the list; read as far as it is asked for.
    `by_period`: first find out what a period can be about (`spans.py`), unless `only` says it; where the list begins
    with it, in vain."""
    conditions, values = event_conditions(query)
    conditions, values = [*only.conditions, *conditions], [*only.values, *values]
    if not by_period:  # which the conditions have
        query = query._replace(filters=query.filters._replace(begin="", end=""))
    along = {"batch": _along_batches, "revision": _along_numbers, "reason": _along_reasons}
    if query.sort == "event_key":
        yield from _along_keys(database, query, conditions, values, only)
    elif query.sort in along:
        yield from along[query.sort](database, query, conditions, values, only)
    elif query.sort in _SENT_COLUMNS:
        yield from _as_sent(database, query, conditions, values, only)
    elif query.sort in GROUPED:
        is_wanted = f"{GROUPED[query.sort]} = ?"
        for value in _wanted_values(database, query):
            yield from newest(database, query, [is_wanted, *conditions], [value, *values], "DESC")
    else:
        yield from newest(database, query, conditions, values, _direction(query))


def newest(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any], direction: str
) -> Iterator[int]:
    """Lines that pass, by their time; `conditions` are on columns of `events`."""
    rare = bool(rare_too(query)) or (conditions[:1] == ["kind = ?"] and values[0] not in PLAIN_KINDS)
    statuses = wanted_statuses(query)
    one_status = (
        values[0] if conditions[:1] == ["status = ?"] else min(statuses) if len(statuses) == 1 else ""
    )
    by_status = one_status not in ("", PLAIN_STATUS)
    index = "events_trouble" if rare else "events_status" if by_status else "events_at"
    parts = [*conditions, "kind <> 'accepted'"] if rare else conditions
    if index == "events_status":
        parts = [*parts, f"status <> '{PLAIN_STATUS}'"]
    where = f"WHERE {all_of(*parts)} " if parts else ""
    sql = f"SELECT id FROM events{hint(index)} {where}ORDER BY at {direction}, id {direction}"  # noqa: S608
    return (row[0] for row in database.each(sql, values))


def sorted_by(database: Database, query: EventQuery) -> tuple[str, str, list[Any]]:
    """For a SELECT from `events e`: what to join, what to order by, and the values in that."""
    direction = _direction(query)
    by_id = f"e.id {direction}"
    revision = " CROSS JOIN revisions r ON r.id = e.id"
    if query.sort == "event_key":
        tables = f"{revision} CROSS JOIN orders o ON o.id = r.order_id"
        return tables, f"o.order_key {direction}, o.id {direction}, {by_id}", []
    if query.sort in _SENT_COLUMNS:  # those without are last in both directions, as in the walk
        column, _ = _SENT_COLUMNS[query.sort]
        tables = " CROSS JOIN revision_bodies c ON c.revision_id = e.id"
        return tables, f"c.{query.sort} = '', c.{column} {direction}, {by_id}", []
    if query.sort == "batch":
        return "", f"e.batch_id {direction}, {by_id}", []
    if query.sort == "revision":
        return revision, f"r.number {direction}, {by_id}", []
    if query.sort == "reason":
        has = f"{_HAS_REASON} DESC, CASE WHEN {_HAS_REASON} THEN r.reason END {direction}"
        return revision, f"{has}, CASE WHEN {_HAS_REASON} THEN '' ELSE e.at END {direction}, {by_id}", []
    if query.sort in GROUPED:
        values = values_of(database, query)
        whens = " ".join(f"WHEN ? THEN {place}" for place in range(len(values)))
        return "", f"CASE e.{GROUPED[query.sort]} {whens} END, e.at DESC, e.id DESC", values
    return "", f"e.at {direction}, {by_id}", []


def _wanted_values(database: Database, query: EventQuery) -> list[Any]:
    """Those of them that pass the filters: in vain all lines would be looked at for any other."""
    values = values_of(database, query)
    if query.sort == "account" and query.filters.account:
        named = "SELECT id FROM accounts WHERE name = ?"
        wanted = {row[0] for row in database.all(named, (query.filters.account,))}
    elif query.sort == "account":
        return values
    else:
        wanted = {*(wanted_kinds(query) if query.sort == "kind" else wanted_statuses(query))} or {*values}
    return [value for value in values if value in wanted]


def values_of(database: Database, query: EventQuery) -> list[Any]:
    """The values of the column that a list is grouped by, in the order of their groups."""
    if query.sort == "account":
        rows = database.all("SELECT id FROM accounts ORDER BY lower(name), id")
        found: list[Any] = [row[0] for row in rows]
    else:
        found = sorted(_KINDS if query.sort == "kind" else EVENT_STATUSES)
    return found[::-1] if query.descending else found


def rare_too(query: EventQuery) -> list[str]:
    """What lets the database see that the index of the rare outcomes has all that is asked for."""
    kinds = wanted_kinds(query)
    return ["events.kind <> 'accepted'"] if kinds and not kinds.intersection(PLAIN_KINDS) else []


def seldom_too(query: EventQuery) -> list[str]:
    """The same of outcomes and of statuses, each of which has an index of those that are not the usual one."""
    statuses = wanted_statuses(query)
    is_seldom = bool(statuses) and PLAIN_STATUS not in statuses
    return [*rare_too(query), *([f"events.status <> '{PLAIN_STATUS}'"] if is_seldom else [])]


def of_events(conditions: list[str]) -> list[str]:
    """Conditions on columns of `events` where it stands as `e` among other tables."""
    return [condition.replace("events.", "e.") for condition in conditions]


def all_of(*conditions: str) -> str:
    """All of these must hold."""
    return " AND ".join(conditions) or "TRUE"


_HAS_REASON = "(e.kind <> 'accepted' AND r.reason IS NOT NULL)"
"""What was accepted has no reason."""


def _direction(query: EventQuery) -> str:
    return "DESC" if query.descending else "ASC"


def _of_period(database: Database, query: EventQuery, only: Only, beginning: str) -> Span | None:
    return only.within.revisions if only.within else revisions_of_period(database, query, beginning)


def _as_sent(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any], only: Only
) -> Iterator[int]:
    """What has no e-mail stands in no index of e-mails and is last in both directions; so with the others. Which lines
    may pass the conditions say, too, but before they are looked up it is asked of the index."""
    direction = _direction(query)
    column, index = _SENT_COLUMNS[query.sort]
    beginning = f"""SELECT revision_id FROM revision_bodies{hint(index)} WHERE {query.sort} <> ''
        ORDER BY {column} {direction} LIMIT {LOOKED_AT}"""  # noqa: S608
    span = _of_period(database, query, only, beginning)
    within = [] if span is None else [span.within("t.revision_id")]
    first, marks = ([is_marked("t.revision_id")], [only.lines]) if only.lines else ([], [])
    where = all_of(f"t.{query.sort} <> ''", *within, *first, *of_events(conditions))
    sql = _AS_SENT.format(index=hint(index), where=where, column=column, direction=direction)
    yield from (row[0] for row in database.each(sql, [*marks, *values]))
    where = all_of(f"t.{query.sort} = ''", *within, *of_events(conditions))
    sql = f"""SELECT e.id FROM events e NOT INDEXED CROSS JOIN revision_bodies t ON t.revision_id = e.id
        WHERE {where} ORDER BY e.id {direction}"""  # noqa: S608
    yield from (row[0] for row in database.each(sql, values))


def _along_keys(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any], only: Only
) -> Iterator[int]:
    direction = _direction(query)
    parts = of_events(conditions)
    beginning = f"""SELECT r.id FROM (SELECT id FROM orders{hint("orders_key")} WHERE deleted_at IS NULL
        ORDER BY order_key {direction}, id {direction} LIMIT {LOOKED_AT}) o
        JOIN revisions r ON r.order_id = o.id"""  # noqa: S608
    span = _of_period(database, query, only, beginning)
    orders = only.within.orders if only.within else span and orders_of(database, span)
    within = [each.within(column) for each, column in ((span, "r.id"), (orders, "o.id")) if each]
    first = [is_noted("o.id")] if only.orders else []
    where = all_of("o.deleted_at IS NULL", *within, *first, *parts)
    shown = database.each(
        _BY_KEY.format(where=where, direction=direction), [*([only.orders] if only.orders else []), *values]
    )
    deleted = database.all(_OF_DELETED.format(where=all_of("o.deleted_at IS NOT NULL", *parts)), values)
    rows = merge(shown, sorted(deleted, reverse=query.descending), reverse=query.descending)
    yield from (row[2] for row in rows)


def _along_numbers(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any], only: Only
) -> Iterator[int]:
    direction = _direction(query)
    parts = of_events(conditions)
    later = _LATER.format(where=all_of("r.number > 1", *parts), direction=direction)
    beginning = f"SELECT id FROM events ORDER BY id {direction} LIMIT {LOOKED_AT}"  # noqa: S608
    span = _of_period(database, query, only, beginning)
    within = [] if span is None else [span.within("e.id")]
    first = _FIRST.format(where=all_of("r.number = 1", *within, *parts), direction=direction)
    for sql in (later, first) if query.descending else (first, later):
        yield from (row[0] for row in database.each(sql, values))


def _along_reasons(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any], _only: Only
) -> Iterator[int]:
    """Those without a reason are last in both directions, by their time."""
    direction = _direction(query)
    where = all_of(_HAS_REASON, *of_events(conditions))
    yield from (
        row[0] for row in database.each(_WITH_REASON.format(where=where, direction=direction), values)
    )
    bare = "(kind = 'accepted' OR id IN (SELECT id FROM revisions WHERE reason IS NULL AND id = events.id))"
    yield from newest(database, query, [*conditions, bare], values, direction)


def _along_batches(
    database: Database, query: EventQuery, conditions: list[str], values: list[Any], only: Only
) -> Iterator[int]:
    """Some batches at a time: a list of their members in this order is in no index."""
    direction = _direction(query)
    sql = _IN_BATCHES.format(where=all_of(*of_events(conditions)), direction=direction)
    part: list[int] = []
    orders, most = 0, _AT_ONCE
    batches = _batches_of(database, query, only)
    for place, (batch_id, members) in enumerate(batches, 1):
        part.append(batch_id)
        orders += members
        if orders >= most or place == len(batches):
            some = listed(part)
            yield from (row[0] for row in database.all(sql, [some, *values, some, *values]))
            part, orders, most = [], 0, min(most * 2, _MOST_AT_ONCE)


def _batches_of(database: Database, query: EventQuery, only: Only) -> list[Row]:
    """Every batch with the number of its orders; those of ranges outside of the period, or without a line that may
    pass, are left out."""
    direction = _direction(query)
    beginning = f"""SELECT first_revision FROM batches WHERE first_revision IS NOT NULL
        ORDER BY id {direction} LIMIT {LOOKED_AT}"""  # noqa: S608
    span = _of_period(database, query, only, beginning)
    where = (
        ""
        if span is None
        else f"WHERE first_revision IS NULL OR first_revision <= {span.last} AND last_revision >= {span.first}"
    )
    sql = f"SELECT id, orders, first_revision, last_revision FROM batches {where} ORDER BY id {direction}"  # noqa: S608
    return [
        (batch, orders)
        for batch, orders, first, last in database.all(sql)
        if not only.lines or first is None or only.lines.find(1, first, last + 1) >= 0
    ]
