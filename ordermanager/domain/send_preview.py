"""What sending would do, by kind of event and by contact, before anything is sent.

Contacts are told apart as the platform assigns orders (yespo-api.md 4.3): the customer ID, else the phone, else the
e-mail. A contact is new where nothing here knows any of the three; the account itself is not asked: it is an estimate.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordermanager.domain.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ordermanager.domain.identity import Identity

CART = Status.ABANDONED_SHOPPING_CART


@dataclass(frozen=True, slots=True)
class Sendable:
    """An order that would go: its number here and its own, what it says of its customer, its date (UTC text).
    `again`: it may have arrived with this status before."""

    order_id: int
    external_order_id: str
    status: Status
    date: str
    identity: Identity
    again: bool = False


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Whom earlier orders that arrived, and cards from the account, name. `addresses`: the e-mails that each customer
    ID was sent with."""

    customers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    addresses: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def knows(self, identity: Identity) -> bool:
        """Whether the order would go to a contact that is there already."""
        return (
            identity.external_customer_id in self.customers
            or identity.phone in self.phones
            or identity.email in self.emails
        )


@dataclass(frozen=True, slots=True)
class SendPreview:
    """`events` by status; of the `contacts`, how many are `new`, cannot be reached by e-mail or SMS (`unreachable`), or
    have a customer ID that belongs to another e-mail (`elsewhere`); `old`: orders dated long ago; `carts`: the
    abandoned carts' numbers here, and those of them whose customer has ordered since (`bought`); `twice`: the orders'
    own numbers that may have arrived before, so that their event may come a second time."""

    events: tuple[tuple[Status, int], ...] = ()
    contacts: int = 0
    new: int = 0
    unreachable: int = 0
    elsewhere: int = 0
    old: int = 0
    carts: tuple[int, ...] = ()
    bought: tuple[int, ...] = ()
    twice: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many events."""
        return sum(number for _, number in self.events)


def foretell(
    orders: Iterable[Sendable], known: KnownPeople, bought: frozenset[int] = frozenset(), old_before: str = ""
) -> SendPreview:
    """What sending these would do. `bought`: carts whose customer has ordered since; `old_before`: UTC text."""
    statuses: Counter[Status] = Counter()
    people: dict[tuple[str, str], Identity] = {}
    reached: set[tuple[str, str]] = set()
    elsewhere: set[tuple[str, str]] = set()
    carts: list[int] = []
    twice: list[str] = []
    old = 0
    for order in orders:
        statuses[order.status] += 1
        who, me = _person(order.identity), order.identity
        people.setdefault(who, me)
        if known.knows(me):
            people[who] = me
        if me.email or me.phone:
            reached.add(who)
        addresses = known.addresses.get(me.external_customer_id, frozenset())
        if me.email and addresses and me.email not in addresses:
            elsewhere.add(who)
        if order.status is CART:
            carts.append(order.order_id)
        if order.again:
            twice.append(order.external_order_id)
        old += bool(order.date) and order.date < old_before
    return SendPreview(
        events=tuple((status, statuses[status]) for status in Status if statuses[status]),
        contacts=len(people),
        new=sum(not known.knows(identity) for identity in people.values()),
        unreachable=len(people.keys() - reached),
        elsewhere=len(elsewhere),
        old=old,
        carts=tuple(carts),
        bought=tuple(number for number in carts if number in bought),
        twice=tuple(twice),
    )


def _person(identity: Identity) -> tuple[str, str]:
    for kind, value in (
        ("id", identity.external_customer_id),
        ("phone", identity.phone),
        ("email", identity.email),
    ):
        if value:
            return kind, value
    return "", ""
