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
_FEW, _MANY = 500, 20_000
"""Up to so many changed orders are looked at one by one, where they and what they share have to do with so many."""

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


class _Group(NamedTuple):
    """Orders that have to do with one another by what they share, and the keys that their lines have or had."""

    orders: tuple[int, ...]
    keys: tuple[str, ...]


class _Known(NamedTuple):
    """What was found when the workspace was at `mark`. `groups`: by the number of each order that shares anything;
    `sold`: what was accepted of those whose rows name somebody else by now."""

    mark: Mark
    links: CustomerLinks
    groups: Mapping[int, _Group]
    sold: Mapping[int, _Line]


_NOTHING = CustomerLinks({}, {}, {}, {})


def links_of(database: Database, counted: Counted) -> CustomerLinks:
    """Of the orders as they are now. What has changed since it was last asked for is looked at order by order; where
    much has, all are read, which takes about as long as adding them up."""
    kept: dict[Counted, _Known] = database.shared.setdefault(_KEPT, {})
    mark, known = changes_mark(database), kept.get(counted)
    if known is not None and known.mark == mark:
        return known.links
    known = _brought_up(database, counted, known, mark) or _find(database, counted, mark)
    if (
        not database.in_transaction and changes_mark(database) == mark
    ):  # else it may be taken back, or old already
        kept[counted] = known
    return known.links


def _find(database: Database, counted: Counted, mark: Mark) -> _Known:
    sent, sold = _sent(database, counted)
    shared = (_identity("", email, phone) for email, phone in database.all(_SHARED))
    lines = _gathered(database, counted, sold, {value for each in shared for value in _values(each)})
    return _put_together(_Known(mark, _NOTHING, {}, sold), lines, sent)


def _brought_up(database: Database, counted: Counted, known: _Known | None, mark: Mark) -> _Known | None:
    """The same with the groups of the orders that have changed since; None where too many have."""
    changed = None if known is None else changed_since(database, known.mark, mark, _FEW)
    if known is None or changed is None or len(changed) > _FEW:
        return None
    before = {number for each in changed if each in known.groups for number in known.groups[each].orders}
    meant = changed | before
    if not meant:
        return known._replace(mark=mark)
    if len(meant) > _MANY:
        return None
    sent, otherwise = _sent(database, counted, meant)
    sold = {number: line for number, line in known.sold.items() if number not in meant} | otherwise
    own = database.in_chunks(
        "SELECT external_customer_id, email, phone FROM orders WHERE deleted_at IS NULL AND id IN ({ids})",
        meant,
    )
    lines = _gathered(database, counted, sold, {value for who in own for value in _values(_identity(*who))})
    more = {line.order_id for line in lines} - meant
    sent |= _sent(database, counted, more)[0] if more else set()
    return _put_together(_without(known, meant | more)._replace(mark=mark, sold=sold), lines, sent)


def _without(known: _Known, orders: Collection[int]) -> _Known:
    """All but what was found of these orders."""
    gone = {known.groups[each] for each in orders if each in known.groups}
    keys = {key for group in gone for key in group.keys}
    numbers = {number for group in gone for number in group.orders}
    rows, sold, moved, words = known.links
    links = CustomerLinks(
        {number: key for number, key in rows.items() if number not in numbers},
        {number: key for number, key in sold.items() if number not in numbers},
        {key: now for key, now in moved.items() if key not in keys},
        {key: text for key, text in words.items() if key not in keys},
    )
    return known._replace(
        links=links, groups={number: group for number, group in known.groups.items() if number not in numbers}
    )


def _put_together(known: _Known, lines: list[_Line], sent: Collection[int]) -> _Known:
    """With the customers of these lines, which are whole groups; `sent`: those of their orders whose rows do not say
    what was accepted."""
    rows, sales = dict(known.links.rows), dict(known.links.sold)
    now: dict[str, set[str]] = defaultdict(set)
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for line, customer in zip(lines, customers_of(line.identity for line in lines), strict=True):
        key = line.own_key if customer == line.identity else key_of(*customer, "")
        now[line.own_key].add(key)
        told[key].update(dict.fromkeys(value for value in line.identity[1:] if value))
        if key == line.own_key:
            continue
        if not line.is_sold:
            rows[line.order_id] = key
        if line.is_sold or (line.order_id in sent and line.order_id not in known.sold):
            sales[line.order_id] = key
    moved = {key: next(iter(keys)) for key, keys in now.items() if len(keys) == 1 and key not in keys}
    words = {key: " ".join(values) for key, values in told.items()}
    links = CustomerLinks(rows, sales, {**known.links.moved, **moved}, {**known.links.words, **words})
    return known._replace(links=links, groups={**known.groups, **_groups(lines, now)})


def _groups(lines: Iterable[_Line], now: Mapping[str, Collection[str]]) -> dict[int, _Group]:
    """The lines by what they share, directly or by others."""
    leader: dict[_Value, _Value] = {}

    def led_by(value: _Value) -> _Value:
        while (above := leader.setdefault(value, value)) != value:
            leader[value] = value = leader[above]
        return value

    for line in lines:
        for other in line.values[1:]:
            leader[led_by(other)] = led_by(line.values[0])
    orders: dict[_Value, set[int]] = defaultdict(set)
    keys: dict[_Value, set[str]] = defaultdict(set)
    for line in lines:
        place = led_by(line.values[0])
        orders[place].add(line.order_id)
        keys[place].update((line.own_key, *now[line.own_key]))
    groups: dict[int, _Group] = {}
    for place, numbers in orders.items():
        group = _Group(tuple(numbers), tuple(keys[place]))
        for number in numbers:
            # An order may be in two: as it is here, and as it was accepted.
            also = groups.get(number, group)
            groups[number] = (
                group if also is group else _Group(also.orders + group.orders, also.keys + group.keys)
            )
    return groups


class _Line(NamedTuple):
    """A row of an order, or (`is_sold`) what was accepted of one that says something else by now. Lines are in the
    order in which the platform gets them: what was accepted, by when it first was, then what waits."""

    waits: bool
    since: int
    order_id: int
    is_sold: bool
    own_key: str
    identity: Identity
    values: tuple[_Value, ...]


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
            identity=(mine := _identity(customer, email, phone)),
            values=_values(mine),
        )
        for order_id, (since, customer, email, phone, name) in sent.items()
        if (customer, small_ascii(email), phone) != here.get(order_id)
    }
    return set(sent), otherwise


def _gathered(
    database: Database, counted: Counted, sold: Mapping[int, _Line], shared: Collection[_Value]
) -> list[_Line]:
    """Every line that has to do, by its e-mail, its phone or its customer ID, with these or with what was accepted of
    orders that name somebody else by now; in the order in which the platform gets them."""
    by_value: dict[_Value, list[_Line]] = defaultdict(list)
    for line in sold.values():
        for value in line.values:
            by_value[value].append(line)
    waiting = {*shared, *by_value}
    asked: set[_Value] = set()
    found: dict[tuple[int, bool], _Line] = {}
    seen: set[int] = set()
    while waiting:
        asked |= waiting
        new = {(line.order_id, True): line for value in waiting for line in by_value.get(value, ())}
        for line in _rows_with(database, counted, waiting, sold, seen):
            new[line.order_id, False] = line
        waiting = {value for line in new.values() for value in line.values if value not in asked}
        found |= new
    return sorted(found.values())


def _rows_with(
    database: Database,
    counted: Counted,
    values: Iterable[_Value],
    sold: Mapping[int, _Line],
    seen: set[int],
) -> Iterator[_Line]:
    """The orders as they are here with one of these values, but those that were `seen`; they are seen from then on."""
    by_column: dict[str, list[str]] = defaultdict(list)
    for column, value in values:
        by_column[column].append(value)
    for column, those in by_column.items():
        sql = (
            f"SELECT id, {first_accepted(counted, 'orders.id')}, {CUSTOMER_KEY}, external_customer_id, email, phone "  # noqa: S608
            f"FROM orders WHERE deleted_at IS NULL AND {column} IN ({{ids}})"
        )
        for order_id, since, own_key, *who in database.in_chunks(sql, those):
            if order_id not in seen:
                seen.add(order_id)
                waits = since is None or order_id in sold
                mine = _identity(*who)
                yield _Line(
                    waits, order_id if waits else since, order_id, False, own_key, mine, _values(mine)
                )


def _identity(customer_id: str, email: str, phone: str) -> Identity:
    """What the platform would look for: what is no address finds nobody."""
    is_phone = phone.isascii() and phone.isdigit() and len(phone) >= _SHORTEST_PHONE
    return Identity(customer_id, small_ascii(email) if "@" in email else "", phone if is_phone else "")


def _values(identity: Identity) -> tuple[_Value, ...]:
    """`Identity.given`, for very many."""
    customer, email, phone = identity
    found = [("external_customer_id", customer)] if customer else []
    if email:
        found.append(("email", email))
    if phone:
        found.append(("phone", phone))
    return tuple(found)
