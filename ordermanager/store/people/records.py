"""Customers, and the cards that accounts have of them. Plain values, no SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact's card as the account's server gave it, and when."""

    account_id: int
    contact_id: str
    card: Mapping[str, object]
    fetched_at: str


@dataclass(frozen=True, slots=True)
class CustomerSuggestion:
    """A customer known from orders here, for completion."""

    external_customer_id: str
    email: str
    phone: str
    name: str
    first_name: str
    last_name: str


@dataclass(frozen=True, slots=True)
class CustomerQuery:
    """Which customers, in which order: those in whose name, e-mail, phone or customer ID every word of `search` occurs.
    `sort` is one of `CUSTOMER_SORTS`."""

    search: str = ""
    sort: str = "last_date"
    descending: bool = True
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as seen in the orders here; name, e-mail and phone are the newest that are known.

    `key` finds exactly their orders (`OrderFilters.customer`). `sales`: delivered and accepted orders; `total` and
    `average` (None without sales) are of those in `currency`, the one with most sales; `more`: totals in others.
    """

    id: int
    key: str
    external_customer_id: str
    email: str
    phone: str
    name: str
    orders: int
    sales: int
    currency: str
    total: Decimal
    average: Decimal | None
    more: tuple[tuple[str, Decimal], ...]
    last_date: str
    last_sale: str
