"""What the contact service hands back: whom an order goes to, and what they have ordered here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from ordermanager.domain.people.contact_matching import MatchKind
    from ordermanager.domain.people.contacts import Contact
    from ordermanager.domain.people.identity import Identity
    from ordermanager.domain.sentences import Sentence
    from ordermanager.domain.states import State


@dataclass(frozen=True, slots=True)
class LocalOrder:
    """An order of this workspace that belongs to a contact."""

    order_id: int
    external_order_id: str
    state: State
    status: str
    date: str


@dataclass(frozen=True, slots=True)
class ContactTotals:
    """What a contact has ordered, from the orders here: `orders` of them, `sales` delivered and accepted; `amounts` of
    these by currency, most sales first; `average` in the first of them, None without sales; `last_date` UTC text."""

    orders: int = 0
    sales: int = 0
    amounts: tuple[tuple[str, Decimal], ...] = ()
    average: Decimal | None = None
    last_date: str = ""


@dataclass(frozen=True, slots=True)
class ContactPreview:
    """Whom an order goes to and why (`kind`, `reason`), and what speaks against it (`conflicts`). `source`
    tells where `card` comes from: "local" is our guess from the order, "cache" was fetched from the account
    at `fetched_at` (UTC ISO text, `days_old` whole days ago), "account" was fetched just now. `orders` are the newest
    here that share the ID, an e-mail or a phone with the card, else with what is known of the contact, else with the
    order; `totals` are of all of these. `known`: where there is no card, what is known here of the contact, by which it
    can be reached or not.
    """

    kind: MatchKind
    card: Contact | None
    reason: Sentence
    source: str
    fetched_at: str | None
    reachable_email: bool
    reachable_phone: bool
    known: Identity
    conflicts: tuple[Sentence, ...]
    orders: tuple[LocalOrder, ...]
    totals: ContactTotals
    days_old: int = 0
