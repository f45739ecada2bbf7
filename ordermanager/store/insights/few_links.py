"""Links found anew for some orders, with all those that share anything with them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.people.identity import Identity
from ordermanager.domain.people.made_contacts import customers_of
from ordermanager.store.insights.customer_key import key_of, small_ascii
from ordermanager.store.insights.sales import told_by_revision

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ordermanager.store.database.sqlite import Database, Row
    from ordermanager.store.insights.link_tables import LinkTables, Sellers

SHORTEST_PHONE = 7
_REACH = 4
"""So many times as many orders as may have changed are looked at for their sake."""

_Value = tuple[str, str]
"""The column of an order, and what stands in it."""
_Who = tuple[str, str, str]
"""Customer ID, e-mail in small letters, phone, as they stand there."""

_HERE = """SELECT id, external_customer_id, email, phone, name, {told} FROM orders
    WHERE deleted_at IS NULL AND id IN ({{ids}})"""
_ARRIVED = """SELECT r.order_id, r.id, b.account_id, t.external_customer_id, t.email, t.phone,
        CASE WHEN t.external_customer_id = '' AND t.email = '' AND t.phone = '' THEN sent_name(t.body) ELSE '' END
    FROM revisions r JOIN batches b ON b.id = r.batch_id JOIN revision_bodies t ON t.revision_id = r.id
    WHERE r.state = 'accepted' AND r.order_id IN ({ids})"""
_WITH = {
    "external_customer_id": (
        "external_customer_id IN ({ids})",
        "t.external_customer_id <> '' AND t.external_customer_id IN ({ids})",
    ),
    "email": ("email IN ({ids})", "t.email <> '' AND t.email COLLATE NOCASE IN ({ids})"),
    "phone": ("phone IN ({ids})", "t.phone <> '' AND t.phone IN ({ids})"),
}


class _Line(NamedTuple):
    """What an account accepted of an order, when it first did (`since`), or the row of one that says something else by
    now. Lines are in the order in which the platform gets them: what was accepted, then what waits.

    `is_here`: whether it is what the row says; `is_sold`: whether it is what was accepted last, where the row may say
    something else about that."""

    waits: bool
    since: int
    place: int
    order_id: int
    who: _Who
    identity: Identity
    own_key: str
    is_here: bool
    is_sold: bool


class _Link(NamedTuple):
    mate: int
    here: str | None
    sold: str | None


def find_again(
    database: Database, tables: LinkTables, sellers: Sellers, changed: Collection[int], few: int, round_: int
) -> bool:
    """Of the orders that have changed, and of those that have or had to do with them; False, and nothing is done, where
    these are many more than `few`. What is linked otherwise by now is so since `round_`."""
    if len(changed) > few:
        return False
    before = database.in_chunks(
        f"WITH RECURSIVE mates (id) AS (SELECT order_id FROM {tables.linked} WHERE order_id IN ({{ids}}) "  # noqa: S608
        f"UNION SELECT mate FROM {tables.linked} JOIN mates ON order_id = id) "
        f"SELECT id FROM mates LIMIT {_REACH * few + 1}",
        changed,
    )
    meant = set(changed).union(row[0] for row in before)
    lines = _gathered(database, sellers, meant, _REACH * few)
    if lines is None:
        return False
    _keep(database, tables, meant | {line.order_id for line in lines}, _links(lines, sellers), round_)
    return True


def _gathered(database: Database, sellers: Sellers, orders: set[int], most: int) -> list[_Line] | None:
    """The lines of these orders, and of all that share a customer ID, an e-mail or a phone with any of them."""
    asked: set[_Value] = set()
    seen: set[int] = set()
    lines: list[_Line] = []
    while orders:
        seen |= orders
        if len(seen) > most:
            return None
        new = list(_lines(database, sellers, orders))
        lines += new
        values = {value for line in new for value in line.identity.given()} - asked
        asked |= values
        orders = set(_with(database, values)) - seen
    return sorted(lines)


def _lines(database: Database, sellers: Sellers, orders: Collection[int]) -> Iterator[_Line]:
    places = sellers.places
    arrived: dict[int, list[Row]] = defaultdict(list)
    for order_id, *row in database.in_chunks(_ARRIVED, orders):
        if row[1] in places:
            arrived[order_id].append(tuple(row))
    told = told_by_revision(sellers.counted)
    for order_id, customer, email, phone, name, is_told in database.in_chunks(
        _HERE.format(told=told), orders
    ):
        here = customer, small_ascii(email), phone
        rows = sorted(arrived[order_id])
        sent = [(customer, small_ascii(email), phone) for _, _, customer, email, phone, _ in rows]
        first: dict[object, _Who] = {}
        for (since, account, *_, called), who in zip(rows, sent, strict=True):
            if (account, who) in first:
                continue
            is_first = who not in first.values()
            first[account, who] = who
            yield _line(
                (False, since, places[account]),
                order_id,
                who,
                called,
                is_here=is_first and who == here,
                is_sold=is_first and who == sent[-1] and bool(is_told),
            )
        if here not in sent:
            yield _line((True, order_id, sellers.waits), order_id, here, name, is_here=True, is_sold=False)


def _line(
    when: tuple[bool, int, int], order_id: int, who: _Who, name: str, *, is_here: bool, is_sold: bool
) -> _Line:
    return _Line(*when, order_id, who, _identity(who), key_of(*who, name), is_here, is_sold)


def _identity(who: _Who) -> Identity:
    """What the platform would look for: what is no address finds nobody."""
    customer, email, phone = who
    is_phone = phone.isascii() and phone.isdigit() and len(phone) >= SHORTEST_PHONE
    return Identity(customer, email if "@" in email else "", phone if is_phone else "")


def _with(database: Database, values: Iterable[_Value]) -> Iterator[int]:
    """The orders that have one of these values, or had it when they were accepted."""
    by_column: dict[str, list[str]] = defaultdict(list)
    for column, value in values:
        by_column[column].append(value)
    for column, those in by_column.items():
        here, sent = _WITH[column]
        for sql in (
            f"SELECT id FROM orders WHERE deleted_at IS NULL AND {here}",  # noqa: S608
            f"SELECT order_id FROM revision_bodies t CROSS JOIN revisions r ON r.id = revision_id WHERE {sent} "  # noqa: S608
            "AND state = 'accepted'",
        ):
            yield from (row[0] for row in database.in_chunks(sql, those))


def _links(lines: list[_Line], sellers: Sellers) -> dict[int, _Link]:
    """Of these lines, which are all that have to do with one another."""
    theirs = customers_of(((line.place, line.identity) for line in lines), len(sellers.places) or 1)
    links: dict[int, _Link] = {}
    for group in _groups(lines):
        told = [lines[each] for each in group if any(lines[each].identity)]
        if len({line.own_key for line in told}) < 2 or all(line.who[0] for line in told):
            continue
        orders = sorted({lines[each].order_id for each in group})
        mates = dict(zip(orders, [*orders[1:], orders[0]], strict=True))
        for each in group:
            line, order_id = lines[each], lines[each].order_id
            customer = theirs[each]
            key = None if customer is None else lines[customer].own_key
            key = None if key == line.own_key else key
            here, sold = links.get(order_id, (0, None, None))[1:]
            links[order_id] = _Link(
                mates[order_id], key if line.is_here else here, key if line.is_sold else sold
            )
    return links


def _groups(lines: list[_Line]) -> Iterable[list[int]]:
    """The places of the lines that share anything, directly or by others; all of an order are in one."""
    leader: dict[object, object] = {}

    def led_by(value: object) -> object:
        while (above := leader.setdefault(value, value)) != value:
            leader[value] = value = leader[above]
        return value

    for line in lines:
        for value in line.identity.given():
            leader[led_by(value)] = led_by(line.order_id)
    groups: dict[object, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        groups[led_by(line.order_id)].append(place)
    return groups.values()


def _keep(
    database: Database, tables: LinkTables, orders: Collection[int], links: dict[int, _Link], round_: int
) -> None:
    before = {
        row[0]: _Link(*row[1:])
        for row in database.in_chunks(
            f"SELECT l.order_id, mate, l.linked_to, s.linked_to FROM {tables.linked} AS l "  # noqa: S608
            f"LEFT JOIN {tables.sold} AS s ON s.order_id = l.order_id WHERE l.order_id IN ({{ids}})",
            orders,
        )
    }
    other = [each for each in orders if before.get(each) != links.get(each)]
    for table in (tables.linked, tables.sold):
        database.many(f"DELETE FROM {table} WHERE order_id = ?", ((each,) for each in other))  # noqa: S608
    new = [(each, links[each]) for each in other if each in links]
    database.many(
        f"INSERT INTO {tables.linked} VALUES (?, ?, ?)",  # noqa: S608
        ((each, link.mate, link.here) for each, link in new),
    )
    database.many(
        f"INSERT INTO {tables.sold} VALUES (?, ?)",  # noqa: S608
        ((each, link.sold) for each, link in new if link.sold is not None),
    )
    nothing = _Link(0, None, None)
    relinked = [each for each in other if before.get(each, nothing)[1:] != links.get(each, nothing)[1:]]
    database.many(
        f"INSERT OR REPLACE INTO {tables.relinked} VALUES (?, ?)",  # noqa: S608
        ((each, round_) for each in relinked),
    )
