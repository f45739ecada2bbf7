"""What tells customers apart in SQL: the key of an order's customer.

The customer ID, else the e-mail, else the phone, else the name: what an order's own row says, with the name for orders
that the platform could assign to nobody. A letter before it says which of the four it is, so that a customer ID and a
phone of the same digits stay two people. Of the orders that belong to somebody else than that, `customer_links.py`
knows whose they are.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.store.database.text_keys import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping

CUSTOMER_KEY = (
    "CASE WHEN external_customer_id <> '' THEN 'i' || external_customer_id WHEN email <> '' THEN 'e' || lower(email) "
    "WHEN phone <> '' THEN 'p' || phone ELSE 'n' || name_key END"
)
_COLUMNS = {
    "i": ("external_customer_id = ?", ()),
    "e": ("email = ?", ("external_customer_id",)),
    "p": ("phone = ?", ("external_customer_id", "email")),
    "n": ("name_key = ?", ("external_customer_id", "email", "phone")),
}

NEWEST = (
    "coalesce(substr(max(CASE WHEN {0} <> '' THEN "
    "is_own || substr(date || '0000-00-00T00:00:00Z', 1, 20) || {0} END), 22), '')"
)
"""Of the lines of a customer what stands in the newest that has anything there; first of those that are theirs by what
they say themselves (`is_own`), so that e-mail and name are not of two people who share a phone."""

LINKED = (
    "linked (order_id, linked_to) AS MATERIALIZED (SELECT CAST(key AS INTEGER), value FROM json_each(?)), "
    "sold_linked (order_id, linked_to) AS MATERIALIZED (SELECT CAST(key AS INTEGER), value FROM json_each(?))"
)
"""Tables of a WITH clause, of the values that `CustomerLinks.as_values` gives."""


class CustomerLinks(NamedTuple):
    """By the numbers of orders, the keys of their customers: of their rows as they are here, and as what was accepted
    was sent. Of all others the key is what they say themselves. `moved`: keys that no order has any more, and whose
    all their orders are. `words`: by key, e-mails and phones of customers who may have several."""

    rows: Mapping[int, str]
    sold: Mapping[int, str]
    moved: Mapping[str, str]
    words: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether every order says itself whose it is."""
        return not (self.rows or self.sold)

    def as_values(self) -> list[object]:
        """For the places in `LINKED`."""
        return [json.dumps(self.rows), json.dumps(self.sold)]


def small_ascii(text: str) -> str:
    """As SQL makes small letters: those of ASCII only."""
    if text.isascii():
        return text.lower()
    return "".join(char.lower() if char.isascii() else char for char in text)


def key_of(customer_id: str, email: str, phone: str, name: str) -> str:
    """The key of an order with these, as SQL makes it."""
    if customer_id:
        return "i" + customer_id
    if email:
        return "e" + small_ascii(email)
    return "p" + phone if phone else "n" + name_key(name)


def own_condition(key: str) -> tuple[str, list[object]]:
    """The orders whose rows say themselves that they are a customer's, found through the index of their column."""
    condition, empty = _COLUMNS.get(key[:1], _COLUMNS["n"])
    # With a plus before it, so that the index of a column that is empty in a third of all orders is not taken instead.
    return " AND ".join([condition, *(f"+{column} = ''" for column in empty)]), [key[1:]]


def customer_condition(key: str, linked: Mapping[int, str]) -> tuple[str, list[object]]:
    """The orders of one customer. `linked`: of `CustomerLinks`, that of what the condition is about."""
    own, values = own_condition(key)
    if not linked:
        return own, values
    theirs = [number for number, whose in linked.items() if whose == key]
    listed = "(SELECT value FROM json_each(?))"
    return f"({own} AND orders.id NOT IN {listed} OR orders.id IN {listed})", [
        *values,
        json.dumps(list(linked)),
        json.dumps(theirs),
    ]
