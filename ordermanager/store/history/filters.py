"""What narrows the history (`EventFilters`) as SQL conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.domain.statuses import Status
from ordermanager.store.database.sqlite import hint
from ordermanager.store.history.orders import order_conditions

if TYPE_CHECKING:
    from ordermanager.store.history.query import EventQuery

NAME_PREFIX = "order"
"""What an event's name begins with; the rest is the order's status."""

PLAIN_KINDS = ("accepted",)
"""The kind that nearly all lines have; the others have an index of their own."""


PLAIN_STATUS = Status.INITIALIZED.value
"""The status that most lines have; those with another one have an index of their own."""


EVENT_STATUSES = tuple(status.value for status in Status)


def wanted_kinds(query: EventQuery) -> frozenset[str]:
    """The outcomes that may be shown; empty: all."""
    kinds = query.filters.kinds
    if query.kind is None:
        return kinds
    return kinds & {query.kind} if kinds else frozenset({query.kind})


def wanted_statuses(query: EventQuery) -> frozenset[str]:
    """The statuses that may be shown; empty: all."""
    statuses = query.filters.statuses
    if query.name is None:
        return statuses
    status = query.name.removeprefix(NAME_PREFIX)
    return statuses & {status} if statuses else frozenset({status})


def event_conditions(query: EventQuery) -> tuple[list[str], list[Any]]:
    """Conditions on columns of `events` that stand in the index that lists are walked by, each said with the table's
    name."""
    conditions: list[str] = []
    values: list[Any] = []
    for column, chosen, is_asked in (
        ("events.kind", wanted_kinds(query), query.kind is not None or query.filters.kinds),
        ("events.status", wanted_statuses(query), query.name is not None or query.filters.statuses),
    ):
        if is_asked:
            conditions.append(f"{column} IN ({','.join('?' * len(chosen))})")
            values.extend(sorted(chosen))
    if query.account_id is not None:
        conditions.append("events.account_id = ?")
        values.append(query.account_id)
    if query.filters.account:
        conditions.append("events.account_id IN (SELECT id FROM accounts WHERE name = ?)")
        values.append(query.filters.account)
    of_time, bounds = time_conditions(query)
    of_order, of_values = order_conditions(query.filters)
    if of_order:
        wanted = " AND ".join(["r.id = events.id", *of_order])
        of_order = [f"EXISTS (SELECT 1 FROM revisions r JOIN orders o ON o.id = r.order_id WHERE {wanted})"]  # noqa: S608
    return [*conditions, *of_time, *of_order], [*values, *bounds, *of_values]


def time_conditions(query: EventQuery) -> tuple[list[str], list[str]]:
    """Those of them that are about the time."""
    bounds = {">=": query.filters.begin, "<": query.filters.end}
    return [f"events.at {sign} ?" for sign, bound in bounds.items() if bound], [
        each for each in bounds.values() if each
    ]


_PERSON = ("external_customer_id", "email COLLATE NOCASE", "phone")
_TEXTS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "event_key": (("external_order_id", "revisions", "id", "revisions_key"),),
    "phone": (("phone", "revision_bodies", "revision_id", "revision_bodies_phone"),),
    "external_customer_id": (
        ("external_customer_id", "revision_bodies", "revision_id", "revision_bodies_customer"),
    ),
    "email": (("email", "revision_bodies", "revision_id", "revision_bodies_email"),),
}
_TEXTS["contact"] = (*_TEXTS["external_customer_id"], *_TEXTS["email"], *_TEXTS["phone"])


def of_person(person: tuple[str, str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """Statements (with their values) for the revisions that were made for a person."""
    return [
        (
            f"SELECT revision_id FROM revision_bodies WHERE {column} = ? AND {column.split()[0]} <> ''",  # noqa: S608
            (value,),
        )
        for column, value in zip(_PERSON, person, strict=True)
        if value  # said once more to the database, whose indexes are of those that have one
    ]


def with_text(column: str, part: str) -> list[tuple[str, tuple[str, ...]]]:
    """Statements (with their values) for the revisions that have a text in a column; each reads one index alone."""
    return [
        (
            f"SELECT {number} FROM {table}{hint(index)} WHERE {name} <> '' AND instr(lower({name}), ?) > 0",  # noqa: S608
            (part.lower(),),
        )
        for name, table, number, index in _TEXTS[column]
    ]


def text_condition(column: str, part: str) -> tuple[str, list[str]]:
    """The condition that one line of `events` has a text in a column, and its values: the same, looked up for a few."""
    _, table, number, _ = _TEXTS[column][0]
    names = [name for name, *_ in _TEXTS[column]]
    has = " OR ".join(f"x.{name} <> '' AND instr(lower(x.{name}), ?) > 0" for name in names)
    return f"EXISTS (SELECT 1 FROM {table} x WHERE x.{number} = events.id AND ({has}))", [  # noqa: S608
        part.lower()
    ] * len(names)
