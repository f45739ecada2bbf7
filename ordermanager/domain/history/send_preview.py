"""What sending would do, by kind of event and by contact, before anything is sent.

Contacts are told apart as the platform assigns orders (yespo-api.md 4.3): the customer ID, else the phone, else the
e-mail of a contact that is known here or that an order before it makes. A contact is new where nothing here knows any
of the three; the account itself is not asked: it is an estimate.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.people.made_contacts import MadeContacts
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ordermanager.domain.people.identity import Identity

CART = Status.ABANDONED_SHOPPING_CART


class Topic(StrEnum):
    """What a preview counts, and can name."""

    NEW = "new"
    UNREACHABLE = "unreachable"
    ELSEWHERE = "elsewhere"
    OLD = "old"
    CARTS = "carts"
    BOUGHT = "bought"
    TWICE = "twice"


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
    name: str = ""

    @property
    def who(self) -> str:
        """The customer, by what people call them."""
        me = self.identity
        return self.name or me.external_customer_id or me.email or me.phone


class Became(NamedTuple):
    """The order that an abandoned cart became, as far as can be told: one of the same customer, made soon after it. Its
    number here and its own, its date (UTC text); `shared`: the API's name of the field that is the same."""

    order_id: int
    external_order_id: str
    date: str
    shared: str


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Whom earlier orders that arrived, and cards from the account, name. `addresses`: the e-mails that each customer
    ID was sent with."""

    customers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    addresses: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SendPreview:
    """`events` by status; of the `contacts`, how many are `new`, cannot be reached by e-mail or SMS (`unreachable`), or
    have a customer ID that belongs to another e-mail (`elsewhere`); `old`: orders dated long ago; `carts`: the
    abandoned carts' numbers here, and those of them whose customer has ordered since (`bought`); `twice`: the orders'
    own numbers that may have arrived before, so that their event may come a second time.

    `orders` are all, `named` those that each number counts (of a contact, the orders that are sent for them);
    `addresses` and `became` say why."""

    events: tuple[tuple[Status, int], ...] = ()
    contacts: int = 0
    new: int = 0
    unreachable: int = 0
    elsewhere: int = 0
    old: int = 0
    carts: tuple[int, ...] = ()
    bought: tuple[int, ...] = ()
    twice: tuple[str, ...] = ()
    orders: tuple[Sendable, ...] = ()
    named: Mapping[Topic, tuple[Sendable, ...]] = field(default_factory=dict)
    addresses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    became: Mapping[int, Became] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many events."""
        return sum(number for _, number in self.events)

    def why(self, topic: Topic, order: Sendable) -> Sentence:
        """Why this order is among those of a topic."""
        me = order.identity
        if topic is Topic.ELSEWHERE:
            return Sentence(
                _WHY[topic],
                {
                    "customer": me.external_customer_id,
                    "email": me.email,
                    "known": ", ".join(sorted(self.addresses.get(me.external_customer_id, ()))),
                },
            )
        if topic is Topic.OLD:
            return Sentence(_WHY[topic], {"date": _day(order.date)})
        then = self.became.get(order.order_id)
        if topic is Topic.BOUGHT and then is not None:
            values = {
                "order": then.external_order_id,
                "date": _day(then.date),
                "field": Sentence(_SHARED[then.shared]),
            }
            return Sentence(_WHY[topic], values)
        return Sentence(_WHY[topic])


_SHARED = {
    "externalCustomerId": QT_TRANSLATE_NOOP("Sentence", "customer ID"),
    "email": QT_TRANSLATE_NOOP("Sentence", "e-mail"),
    "phone": QT_TRANSLATE_NOOP("Sentence", "phone"),
}
_WHY = {
    Topic.NEW: QT_TRANSLATE_NOOP(
        "Sentence", "No order that arrived and no card here has this customer ID, e-mail or phone."
    ),
    Topic.UNREACHABLE: QT_TRANSLATE_NOOP("Sentence", "Neither an e-mail nor a phone."),
    Topic.ELSEWHERE: QT_TRANSLATE_NOOP(
        "Sentence",
        "Customer ID {customer} was sent with {known} before: the order goes there, not to {email}.",
    ),
    Topic.OLD: QT_TRANSLATE_NOOP("Sentence", "Dated {date}."),
    Topic.CARTS: QT_TRANSLATE_NOOP("Sentence", "An abandoned cart; web tracking finds them itself."),
    Topic.BOUGHT: QT_TRANSLATE_NOOP(
        "Sentence", "Order {order} of {date} came after this cart, with the same {field}."
    ),
    Topic.TWICE: QT_TRANSLATE_NOOP("Sentence", "It was sent with this status before and may have arrived."),
}


_NOTHING: Mapping[int, Became] = {}


def foretell(
    orders: Iterable[Sendable],
    known: KnownPeople,
    old_before: str = "",
    became: Mapping[int, Became] = _NOTHING,
) -> SendPreview:
    """What sending these would do. `old_before`: UTC text; `became`: of carts, what their customers ordered since."""
    everything = tuple(orders)
    statuses: Counter[Status] = Counter()
    contacts = _Contacts(known)
    people = contacts.of_all(everything)
    reached: set[_Who] = set()
    elsewhere: set[_Who] = set()
    named: dict[Topic, list[Sendable]] = {topic: [] for topic in Topic}
    for order in everything:
        statuses[order.status] += 1
        who, me = people[order.order_id], order.identity
        if me.email or me.phone:
            reached.add(who)
        addresses = known.addresses.get(me.external_customer_id, frozenset())
        if me.email and addresses and me.email not in addresses:
            elsewhere.add(who)
            named[Topic.ELSEWHERE].append(order)
        if order.status is CART:
            named[Topic.CARTS].append(order)
            if order.order_id in became:
                named[Topic.BOUGHT].append(order)
        if order.again:
            named[Topic.TWICE].append(order)
        if order.date and order.date < old_before:
            named[Topic.OLD].append(order)
    everybody = set(people.values())
    new = {who for who in everybody if who[0] == _MADE}
    unreachable = everybody - reached
    for topic, some in ((Topic.NEW, new), (Topic.UNREACHABLE, unreachable)):
        if some:
            named[topic] = [order for order in everything if people[order.order_id] in some]
    return SendPreview(
        events=tuple((status, statuses[status]) for status in Status if statuses[status]),
        contacts=len(everybody),
        new=len(new),
        unreachable=len(unreachable),
        elsewhere=len(elsewhere),
        old=len(named[Topic.OLD]),
        carts=tuple(order.order_id for order in named[Topic.CARTS]),
        bought=tuple(order.order_id for order in named[Topic.BOUGHT]),
        twice=tuple(order.external_order_id for order in named[Topic.TWICE]),
        orders=everything,
        named={topic: tuple(some) for topic, some in named.items() if some},
        addresses={
            order.identity.external_customer_id: known.addresses[order.identity.external_customer_id]
            for order in named[Topic.ELSEWHERE]
        },
        became=became,
    )


def _day(text: str) -> date | str:
    return date.fromisoformat(text[:10]) if text else ""


_Who = tuple[str, str]
_ID, _MADE = "id", "made"


class _Contacts:
    """Whom orders, one after the other, go to: a contact that is known here goes by what it was found by, one that an
    order makes by that order, and whoever gets no contact by what the order says."""

    def __init__(self, known: KnownPeople) -> None:
        self._known = known
        self._made: MadeContacts[Sendable] = MadeContacts()
        self._bound: dict[str, _Who] = {}

    def of_all(self, orders: Sequence[Sendable]) -> dict[int, _Who]:
        """By the numbers of orders. Whom nothing is known of but a customer ID goes by that, or is whoever a later
        order makes of it."""
        people = {order.order_id: self._of(order) for order in orders}
        return {
            number: self._bound.get(who[1], who) if who[0] == _ID else who for number, who in people.items()
        }

    def _of(self, order: Sendable) -> _Who:
        customer, email, phone = order.identity
        if customer in self._known.customers:
            return _ID, customer
        if customer in self._bound:
            return self._bound[customer]
        if phone in self._known.phones:
            who = "phone", phone
        elif email in self._known.emails:
            who = "email", email
        else:
            maker = self._made.take(order.identity, order)
            who = (_MADE, str(maker.order_id)) if maker is not None else (_ID, customer)
        if customer and who[0] != _ID:
            self._bound[customer] = who
        return who
