"""What is to be sent, and who of its customers is known here: what domain.send_preview foretells from."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ordermanager.domain.history.send_preview import CART, Became, KnownPeople, Sendable
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.store.outbox.repeats import MAY_COME_TWICE, READY_MAY_COME_TWICE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Row

BOUGHT_WITHIN = timedelta(days=30)
"""An order so long after a cart is taken for what became of it."""

_QUEUED = f"""SELECT r.order_id, r.external_order_id, r.status, o.date, t.external_customer_id, t.email, t.phone,
        {MAY_COME_TWICE}, o.name
    FROM revisions r JOIN revision_bodies t ON t.revision_id = r.id JOIN orders o ON o.id = r.order_id
    WHERE r.state = 'queued' ORDER BY r.id"""  # noqa: S608
_READY = f"""SELECT o.id, o.external_order_id, o.status, o.date, o.external_customer_id, o.email, o.phone,
        {READY_MAY_COME_TWICE}, o.name
    FROM orders o WHERE o.deleted_at IS NULL AND o.state = 'ready' AND o.status <> '' ORDER BY o.id"""  # noqa: S608
_ARRIVED = "(e.kind = 'accepted' OR e.kind = 'assumed')"
_SINCE = """SELECT id, external_order_id, date FROM orders WHERE deleted_at IS NULL AND {column} = ? AND status <> ?
    AND date >= ? AND date < ? ORDER BY date, id LIMIT 1"""


class SendPreviews:
    """Reads only."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def queued(self, statuses: Collection[Status] | None = None) -> list[Sendable]:
        """What waits in the outbox, of these statuses (None: all)."""
        return _sendable(self._connections.reader().all(_QUEUED), statuses)

    def ready(self, statuses: Collection[Status] | None = None) -> list[Sendable]:
        """What is ready and could be queued."""
        return _sendable(self._connections.reader().all(_READY), statuses)

    def known(self, orders: Iterable[Sendable], account_id: int) -> KnownPeople:
        """Whom of these orders' customers earlier orders that arrived at this account, or its cards, name."""
        database, arrived = self._connections.reader(), f"{_ARRIVED} AND e.account_id = {int(account_id)}"
        people = {order.identity for order in orders}
        customers = {person.external_customer_id for person in people} - {""}
        emails = {person.email for person in people} - {""}
        phones = {person.phone for person in people} - {""}
        addresses: dict[str, set[str]] = defaultdict(set)
        for customer, email in database.in_chunks(
            "SELECT DISTINCT t.external_customer_id, t.email FROM orders o JOIN revisions r ON r.order_id = o.id "  # noqa: S608
            f"JOIN events e ON e.id = r.id JOIN revision_bodies t ON t.revision_id = r.id WHERE {arrived} "
            "AND (t.email <> '' OR t.phone <> '') AND o.deleted_at IS NULL AND o.external_customer_id IN ({ids})",
            customers,
        ):
            addresses[customer].add(email.lower())

        def seen(column: str, values: set[str]) -> frozenset[str]:
            same = f"t.{column} COLLATE NOCASE" if column == "email" else f"t.{column}"
            sent = (
                f"SELECT DISTINCT t.{column} FROM revision_bodies t CROSS JOIN events e ON e.id = t.revision_id "  # noqa: S608
                f"WHERE t.{column} <> '' AND {arrived} AND {same} IN ({{ids}})"
            )
            return frozenset(row[0].lower() for row in database.in_chunks(sent, values))

        cards = database.all(
            "SELECT external_customer_id, email, phone FROM contacts WHERE account_id = ?", (account_id,)
        )
        return KnownPeople(
            frozenset(addresses) | {card[0] for card in cards if card[0]},
            seen("email", emails) | {card[1].lower() for card in cards if card[1]},
            seen("phone", phones) | {card[2] for card in cards if card[2]},
            {customer: frozenset(found - {""}) for customer, found in addresses.items()},
        )

    def bought(self, orders: Iterable[Sendable]) -> dict[int, Became]:
        """Of the abandoned carts among these, those whose customer has made an order in the month after, and which."""
        found = {order.order_id: self._bought(order) for order in orders if order.status is CART}
        return {order_id: became for order_id, became in found.items() if became is not None}

    def _bought(self, cart: Sendable) -> Became | None:
        if not cart.date:
            return None
        until = utc_text(datetime.fromisoformat(cart.date) + BOUGHT_WITHIN)
        me = cart.identity
        for column, name, value in (
            ("external_customer_id", "externalCustomerId", me.external_customer_id),
            ("email", "email", me.email),
            ("phone", "phone", me.phone),
        ):
            row = value and self._connections.reader().one(
                _SINCE.format(column=column), (value, CART, cart.date, until)
            )
            if row:
                return Became(row[0], row[1], row[2], name)
        return None


def _sendable(rows: Iterable[Row], statuses: Collection[Status] | None) -> list[Sendable]:
    return [
        Sendable(
            number,
            external_id,
            Status(status),
            date,
            Identity(customer, email.lower(), phone),
            bool(again),
            name,
        )
        for number, external_id, status, date, customer, email, phone, again, name in rows
        if statuses is None or status in statuses
    ]
