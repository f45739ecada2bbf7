"""Cards of contacts as an account's server gave them, kept so that they can be shown without a network."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.people.contacts import contact_from_json
from ordermanager.domain.people.identity import Identity
from ordermanager.store.database.encoding import to_json
from ordermanager.store.insights.sales import CENTS, counted_accounts, sent_rows, tells_itself
from ordermanager.store.people.records import ContactCard
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from ordermanager.store.database.connections import Connections


@dataclass(frozen=True, slots=True)
class BindingRow:
    """An accepted order as it was sent: its number here, its ID, when, and who it said its customer was."""

    order_id: int
    external_order_id: str
    at: str
    external_customer_id: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """An accepted event of one order: `moment` sorts it among all events, `account_id` got it, and `identity` is who
    it said its customer was."""

    moment: tuple[str, int]
    account_id: int
    identity: Identity


@dataclass(frozen=True, slots=True)
class ContactOrders:
    """`ids`: the newest orders; `count`: of all; `sales`: (currency, delivered and accepted orders, cents), most sales
    first; `last_date`: of the newest order, UTC text or empty."""

    ids: tuple[int, ...]
    count: int
    sales: tuple[tuple[str, int, int], ...]
    last_date: str


class Contacts:
    """The cards that were looked up."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, account_id: int, card: Mapping[str, object], now: datetime) -> None:
        """Keep a card, as the API's JSON, in the place of an older one of the same contact."""
        contact = contact_from_json(card)
        identity = contact.identity
        with self._connections.write() as database:
            database.run(
                "INSERT INTO contacts (account_id, contact_id, external_customer_id, email, phone, card, fetched_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, contact_id) DO UPDATE SET "
                "external_customer_id = excluded.external_customer_id, email = excluded.email, "
                "phone = excluded.phone, card = excluded.card, fetched_at = excluded.fetched_at",
                (
                    account_id,
                    contact.id,
                    identity.external_customer_id,
                    identity.email,
                    identity.phone,
                    to_json(dict(card)),
                    to_text(now),
                ),
            )

    def find(self, account_id: int, identity: Identity) -> ContactCard | None:
        """The card that the server would choose: by customer id first, then by e-mail, then by phone."""
        for column, value in (
            ("external_customer_id", identity.external_customer_id),
            ("email", identity.email),
            ("phone", identity.phone),
        ):
            row = value and self._connections.reader().one(
                "SELECT account_id, contact_id, card, fetched_at FROM contacts "  # noqa: S608
                f"WHERE account_id = ? AND {column} = ? ORDER BY fetched_at DESC LIMIT 1",
                (account_id, value),
            )
            if row:
                return ContactCard(row[0], row[1], json.loads(row[2]), row[3])
        return None

    def bindings(
        self, identity: Identity, account_id: int, before: tuple[str, int] | None
    ) -> list[BindingRow]:
        """Orders that this account accepted with one of the three, oldest first; of each, what was sent. `before`: only
        those that came before this `Arrival.moment`. A customer ID alone makes no contact, so such orders are left
        out (yespo-api.md 4.3). Orders that share something with one of these are among them, and those that share
        something with such a one: they may have made the contact that it went to."""
        found: dict[tuple[str, int], BindingRow] = {}
        asked = {each: _OF_THEIR_OWN for each in zip(_SOURCES, identity, strict=True) if each[1]}
        waiting = list(asked)
        while waiting:
            source, value = waiting.pop(0)
            new = self._bound(source, value, account_id, before, asked[source, value])
            for moment in sorted(new.keys() - found.keys()):
                row = new[moment]
                for relative in zip(
                    _SOURCES, (row.external_customer_id, row.email.lower(), row.phone), strict=True
                ):
                    if relative[1] and relative not in asked and len(asked) < _MOST_VALUES:
                        asked[relative] = _OLDEST
                        waiting.append(relative)
            found |= new
        return [found[each] for each in sorted(found)]

    def _bound(
        self, source: str, value: str, account_id: int, before: tuple[str, int] | None, limit: int
    ) -> dict[tuple[str, int], BindingRow]:
        """By moment, the oldest orders that a source finds."""
        rows = self._connections.reader().all(
            _BOUND.format(source=source), (account_id, *(before or _NEVER), value, limit)
        )
        return {(row[3], row[0]): BindingRow(*row[1:]) for row in rows}

    def last_account(self, identity: Identity) -> int | None:
        """The account that last accepted an order with one of the three; None: none has."""
        rows = [
            row
            for source, value in zip(_SOURCES, identity, strict=True)
            if value and (row := self._connections.reader().one(_LAST_BY.format(source=source), (value,)))
        ]
        return max(rows)[2] if rows else None

    def arrivals(self, order_id: int) -> list[Arrival]:
        """The events of one order that an account accepted, oldest first."""
        return [
            Arrival((row[0], row[1]), row[2], Identity(row[3], row[4].lower(), row[5]))
            for row in self._connections.reader().all(_ARRIVED, (order_id,))
        ]

    def orders_of(
        self, people: Collection[Identity], limit: int, is_of_another: Callable[[int, Identity], bool]
    ) -> ContactOrders:
        """The orders here that share one of the three with one of `people`, or did when they were accepted: the newest
        of them, and the sums of what was accepted for these people. Without those that are `is_of_another`: the number
        of an order and whom it is for."""
        database = self._connections.reader()
        counted = counted_accounts(database)
        ids: set[int] = set()
        edited: set[int] = set()
        asked = {
            each for person in people for each in zip(_COLUMNS, _SOURCES, person, strict=True) if each[2]
        }
        for column, source, value in asked:
            sql = f"SELECT id, {', '.join(_COLUMNS)} FROM orders WHERE deleted_at IS NULL AND {column} = ?"  # noqa: S608
            ids.update(
                row[0] for row in database.all(sql, (value,)) if not is_of_another(row[0], _identity(row[1:]))
            )
            sql = f"SELECT order_id FROM revisions WHERE id IN ({source})"  # noqa: S608
            edited.update(row[0] for row in database.all(sql, (value,)))
        sales: dict[str, list[int]] = {}
        own = f"SELECT currency, {CENTS} FROM orders WHERE status = 'DELIVERED' AND {tells_itself(counted)}"  # noqa: S608
        for currency, cents in database.in_chunks(f"{own} AND id IN ({{ids}})", ids):
            sales.setdefault(currency, []).append(cents or 0)
        columns = f"id, status, currency, {CENTS}, {', '.join(_COLUMNS)}"
        sent = sent_rows(counted, columns, " AND orders.id IN ({ids})")
        for order_id, status, currency, cents, *sent_for in database.in_chunks(sent, ids | edited):
            who = _identity(sent_for)
            if is_of_another(order_id, who) or not any(
                _identity(person).shares_with(who) for person in people
            ):
                continue
            ids.add(order_id)
            if status == "DELIVERED":
                sales.setdefault(currency, []).append(cents or 0)
        rows = list(database.in_chunks("SELECT date, id FROM orders WHERE id IN ({ids})", ids))
        rows.sort(key=lambda row: (row[0], row[1]), reverse=True)
        totals = sorted(
            ((name, len(cents), sum(cents)) for name, cents in sales.items()), key=lambda each: -each[1]
        )
        last = next((row[0] for row in rows), "")
        return ContactOrders(tuple(row[1] for row in rows[:limit]), len(rows), tuple(totals), last)


def _identity(row: Sequence[str]) -> Identity:
    customer_id, email, phone = row
    return Identity(customer_id, email.lower(), phone)


_COLUMNS = ("external_customer_id", "email", "phone")
_BY_CUSTOMER = """SELECT revision_id FROM revision_bodies
    WHERE external_customer_id <> '' AND external_customer_id = ?"""
_BY_EMAIL = "SELECT revision_id FROM revision_bodies WHERE email <> '' AND email COLLATE NOCASE = ?"
_BY_PHONE = "SELECT revision_id FROM revision_bodies WHERE phone <> '' AND phone = ?"
_BOUND = """SELECT e.id, r.order_id, r.external_order_id, e.at, t.external_customer_id, t.email, t.phone
    FROM events e JOIN revisions r ON r.id = e.id JOIN revision_bodies t ON t.revision_id = e.id
    WHERE e.kind IN ('accepted', 'assumed') AND e.account_id = ? AND (+e.at, +e.id) < (?, ?)
    AND (t.email <> '' OR t.phone <> '') AND e.id IN ({source}) ORDER BY +e.at, +e.id LIMIT ?"""
_LAST_BY = """SELECT e.at, e.id, e.account_id FROM events e
    WHERE e.kind IN ('accepted', 'assumed') AND e.id IN ({source}) ORDER BY +e.at DESC, +e.id DESC LIMIT 1"""
_ARRIVED = """SELECT e.at, e.id, e.account_id, t.external_customer_id, t.email, t.phone
    FROM revisions r CROSS JOIN events e ON e.id = r.id JOIN revision_bodies t ON t.revision_id = e.id
    WHERE r.order_id = ? AND e.kind IN ('accepted', 'assumed') ORDER BY e.at, e.id"""
_SOURCES = (_BY_CUSTOMER, _BY_EMAIL, _BY_PHONE)
_OF_THEIR_OWN, _MOST_VALUES, _OLDEST = 200, 40, 20
"""Of so many IDs, e-mails and phones that have to do with one another, each so many of their oldest orders."""
_NEVER = ("~", 0)
"""Later than every moment: a time begins with a digit."""
