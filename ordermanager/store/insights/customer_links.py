"""Which orders are those of another customer than their own row would say.

Told by its row alone (`customer_key.py`) an order without a customer ID is its e-mail's, else its phone's. But the
platform looks for both, and for the contact of whom an ID was bound to (domain/people/made_contacts.py): who orders
once with both and once with the phone only is one customer, and so is a guest who has an ID by now. Those orders are
found here, by the phones and e-mails that customers share, and are few in most shops. They are known until an order
changes, for all connections of the workspace; nothing of it is written down.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.people.identity import Identity
from ordermanager.domain.people.made_contacts import customers_of
from ordermanager.store.insights.changed_orders import changed_since, changes_mark
from ordermanager.store.insights.customer_key import CUSTOMER_KEY, CustomerLinks, key_of, small_ascii
from ordermanager.store.insights.sales import first_accepted, sent_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.changed_orders import Mark
    from ordermanager.store.insights.sales import Counted

_Value = tuple[str, str]
"""The column of an order, and what stands in it."""

_KEPT = "customer_links"
_SHORTEST_PHONE = 7
_FEW = 500
"""Up to so many changed orders are looked at one by one."""

_SHARED = """
WITH guests AS MATERIALIZED (
    SELECT DISTINCT lower(email) AS email, phone FROM orders NOT INDEXED
    WHERE deleted_at IS NULL AND external_customer_id = '' AND (email <> '' OR phone <> ''))
SELECT '', phone FROM guests WHERE phone <> '' GROUP BY phone HAVING count(*) > 1
UNION ALL SELECT lower(email), phone FROM orders NOT INDEXED
WHERE deleted_at IS NULL AND external_customer_id <> '' AND (
    email <> '' AND lower(email) IN (SELECT email FROM guests)
    OR phone <> '' AND phone IN (SELECT phone FROM guests))
"""
"""(e-mail, phone) of which at least one is shared by two whose rows say that they are different customers, one of them
without an ID."""


class _Known(NamedTuple):
    """What was found when the workspace was at `mark`. `orders`: all that had to do with what customers share;
    `sold`: what was accepted of those whose rows name somebody else by now."""

    mark: Mark
    links: CustomerLinks
    orders: frozenset[int]
    sold: Mapping[int, _Line]


def links_of(database: Database, counted: Counted) -> CustomerLinks:
    """Of the orders as they are now. Where many have changed it reads them all, which takes about as long as adding
    them up."""
    kept: dict[Counted, _Known] = database.shared.setdefault(_KEPT, {})
    mark, known = changes_mark(database), kept.get(counted)
    if known is not None and known.mark == mark:
        return known.links
    if known is not None and _is_as_before(database, counted, known, mark):
        known = known._replace(mark=mark)
    else:
        known = _find(database, counted, mark)
    if (
        not database.in_transaction and changes_mark(database) == mark
    ):  # else it may be taken back, or old already
        kept[counted] = known
    return known.links


def _is_as_before(database: Database, counted: Counted, known: _Known, mark: Mark) -> bool:
    """Whether what has changed since has nothing to do with what customers share."""
    changed = changed_since(database, known.mark, mark, _FEW)
    if changed is None or len(changed) > _FEW or not changed.isdisjoint(known.orders):
        return False
    if _sent(database, counted, changed)[1]:
        return False
    shared = {value for line in known.sold.values() for value in _values(line.identity)}
    sql = f"SELECT {CUSTOMER_KEY}, external_customer_id, email, phone FROM orders "  # noqa: S608
    for key, *who in database.in_chunks(f"{sql} WHERE deleted_at IS NULL AND id IN ({{ids}})", changed):
        for column, value in _values(_identity("", *who[1:])):
            other = f"SELECT 1 FROM orders WHERE deleted_at IS NULL AND {column} = ? AND {CUSTOMER_KEY} <> ? LIMIT 1"  # noqa: S608
            if (column, value) in shared or database.value(other, (value, key)):
                return False
    return True


class _Line(NamedTuple):
    """A row of an order, or (`is_sold`) what was accepted of one that says something else by now. Lines are in the
    order in which the platform gets them: what was accepted, by when it first was, then what waits."""

    waits: bool
    since: int
    order_id: int
    is_sold: bool
    own_key: str
    identity: Identity


def _find(database: Database, counted: Counted, mark: Mark) -> _Known:
    sent, sold = _sent(database, counted)
    rows: dict[int, str] = {}
    sales: dict[int, str] = {}
    now: dict[str, set[str]] = defaultdict(set)
    told: dict[str, dict[str, None]] = defaultdict(dict)
    lines = sorted(_gathered(database, counted, sold))
    for line, customer in zip(lines, customers_of(line.identity for line in lines), strict=True):
        key = line.own_key if customer == line.identity else key_of(*customer, "")
        now[line.own_key].add(key)
        told[key] |= dict.fromkeys(value for value in line.identity[1:] if value)
        if key == line.own_key:
            continue
        if not line.is_sold:
            rows[line.order_id] = key
        if line.is_sold or (line.order_id in sent and line.order_id not in sold):
            sales[line.order_id] = key
    moved = {key: next(iter(keys)) for key, keys in now.items() if len(keys) == 1 and key not in keys}
    words = {key: " ".join(values) for key, values in told.items()}
    links = CustomerLinks(rows, sales, moved, words)
    return _Known(mark, links, frozenset(line.order_id for line in lines), sold)


def _sent(
    database: Database, counted: Counted, among: Collection[int] = ()
) -> tuple[set[int], dict[int, _Line]]:
    """The orders (`among` these, if any are given) whose rows do not say themselves what was accepted; and of those of
    them whose rows name somebody else by now, what was sent."""
    columns = f"sent.id, {first_accepted(counted, 'sent.id')}, external_customer_id, email, phone, name"
    if among:
        some = f"{sent_rows(counted, columns, ' AND orders.id IN ({ids})')} AS sent"
        rows = database.in_chunks(some, among)
    else:
        rows = iter(database.all(f"{sent_rows(counted, columns)} AS sent"))
    sent = {row[0]: row[1:] for row in rows}
    own = database.in_chunks(
        "SELECT id, external_customer_id, lower(email), phone FROM orders WHERE id IN ({ids})", sent
    )
    here = {row[0]: row[1:] for row in own}
    otherwise = {
        order_id: _Line(
            waits=False,
            since=since,
            order_id=order_id,
            is_sold=True,
            own_key=key_of(customer, email, phone, name),
            identity=_identity(customer, email, phone),
        )
        for order_id, (since, customer, email, phone, name) in sent.items()
        if (customer, small_ascii(email), phone) != here.get(order_id)
    }
    return set(sent), otherwise


def _gathered(database: Database, counted: Counted, sold: Mapping[int, _Line]) -> Iterator[_Line]:
    """Every line that has to do, by its e-mail, its phone or its customer ID, with what customers share."""
    by_value: dict[_Value, list[_Line]] = defaultdict(list)
    for line in sold.values():
        for value in _values(line.identity):
            by_value[value].append(line)
    waiting = set(by_value)
    for email, phone in database.all(_SHARED):
        waiting.update(_values(_identity("", email, phone)))
    asked: set[_Value] = set()
    seen: set[tuple[int, bool]] = set()
    while waiting:
        asked |= waiting
        found = [line for value in waiting for line in by_value.get(value, ())]
        found += _rows_with(database, counted, waiting, sold)
        waiting = set()
        for line in found:
            if (line.order_id, line.is_sold) not in seen:
                seen.add((line.order_id, line.is_sold))
                waiting.update(value for value in _values(line.identity) if value not in asked)
                yield line


def _rows_with(
    database: Database, counted: Counted, values: Iterable[_Value], sold: Mapping[int, _Line]
) -> Iterator[_Line]:
    """The orders as they are here with one of these values."""
    by_column: dict[str, list[str]] = defaultdict(list)
    for column, value in values:
        by_column[column].append(value)
    for column, those in by_column.items():
        sql = (
            f"SELECT id, {first_accepted(counted, 'orders.id')}, {CUSTOMER_KEY}, external_customer_id, email, phone "  # noqa: S608
            f"FROM orders WHERE deleted_at IS NULL AND {column} IN ({{ids}})"
        )
        for order_id, since, own_key, *who in database.in_chunks(sql, those):
            waits = since is None or order_id in sold
            yield _Line(waits, order_id if waits else since, order_id, False, own_key, _identity(*who))


def _identity(customer_id: str, email: str, phone: str) -> Identity:
    """What the platform would look for: what is no address finds nobody."""
    is_phone = phone.isascii() and phone.isdigit() and len(phone) >= _SHORTEST_PHONE
    return Identity(customer_id, small_ascii(email) if "@" in email else "", phone if is_phone else "")


def _values(identity: Identity) -> Iterator[_Value]:
    return ((name, value) for name, value in identity.given())
