"""What narrows the history (`EventFilters`) as SQL conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.domain.statuses import Status
from ordermanager.store.database.sqlite import hint
from ordermanager.store.database.text_parts import has_part, phone_digits
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


class _Text(NamedTuple):
    """A column that a part of a text is looked for in: `number` is the revision's in its table, `covering` an index
    that has both."""

    name: str
    table: str
    number: str
    covering: str

    def has(self, part: str, name: str) -> tuple[str, list[str]]:
        """The condition that it has it, and its values; in a query it may have another `name`."""
        # Addresses and phones are written as they were checked: a phone is digits.
        checked = self.name in ("email", "phone")
        sought = (phone_digits(part) if self.name == "phone" else "") or part
        condition, values = has_part(name, sought, may_have_nul=not checked)
        # Their indexes are of those that have one; a key has every revision.
        return (f"{name} <> '' AND {condition}" if self.table == "revision_bodies" else condition), values


_TEXTS = {
    "event_key": (_Text("external_order_id", "revisions", "id", "revisions_key"),),
    "phone": (_Text("phone", "revision_bodies", "revision_id", "revision_bodies_phone"),),
    "external_customer_id": (
        _Text("external_customer_id", "revision_bodies", "revision_id", "revision_bodies_customer"),
    ),
    "email": (_Text("email", "revision_bodies", "revision_id", "revision_bodies_email"),),
}
_OF_CONTACT = ("external_customer_id", "email", "phone")
_PART_OF_PHONE = 4
"""Digits, from which on a number with signs in it is meant as a phone."""


def _texts(column: str, part: str) -> list[_Text]:
    """The columns in which the part can be."""
    if column != "contact":
        return list(_TEXTS[column])
    digits = phone_digits(part)
    may_be_phone = digits and (digits == part or len(digits) >= _PART_OF_PHONE)
    return [text for name in _OF_CONTACT if name != "phone" or may_be_phone for text in _TEXTS[name]]


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


def with_text(column: str, part: str) -> list[tuple[str, list[str]]]:
    """Statements (with their values) for the revisions that have a text in a column; each reads one index alone."""
    found = []
    for text in _texts(column, part):
        condition, values = text.has(part, text.name)
        sql = f"SELECT {text.number} FROM {text.table}{hint(text.covering)} WHERE {condition}"  # noqa: S608
        found.append((sql, values))
    return found


def text_condition(column: str, part: str) -> tuple[str, list[str]]:
    """The condition that one line of `events` has a text in a column, and its values: the same, looked up for a few."""
    texts = _texts(column, part)
    parts = [text.has(part, f"x.{text.name}") for text in texts]
    has = " OR ".join(f"({condition})" for condition, _ in parts)
    sql = f"EXISTS (SELECT 1 FROM {texts[0].table} x WHERE x.{texts[0].number} = events.id AND ({has}))"  # noqa: S608
    return sql, [value for _, values in parts for value in values]
