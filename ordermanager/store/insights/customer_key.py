"""What tells customers apart in SQL: the key of an order's customer.

The customer ID, else the e-mail, else the phone, else the name: what an order's own row says, with the name for orders
that the platform could assign to nobody. A letter before it says which of the four it is, so that a customer ID and a
phone of the same digits stay two people. Of the orders that belong to somebody else than that, `customer_links.py`
knows whose they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.store.database.text_keys import name_key

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.changed_orders import Mark

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


class CustomerLinks(NamedTuple):
    """What is known of the orders that are another customer's than they say themselves, in tables (order_id, linked_to)
    by the numbers of orders: `rows` of their rows as they are here (what is not linked may stand there, too, with
    NULL), `sold` as what was accepted was sent. Of all others the key is what they say themselves.

    `relinked`: (order_id, round) of what has been linked otherwise since a round of bringing them up to date; they hold
    at `mark`, after `round`. Rounds are counted since they were `made` from all orders."""

    rows: str
    sold: str
    relinked: str
    is_empty: bool
    made: str
    round: int
    mark: Mark


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


def customer_condition(key: str, links: CustomerLinks, *, sold: bool) -> tuple[str, list[object]]:
    """The orders of one customer: of their rows as they are here, or of what was `sold`."""
    own, values = own_condition(key)
    if links.is_empty:
        return own, values
    table = links.sold if sold else links.rows
    own += f" AND NOT EXISTS (SELECT 1 FROM {table} AS l WHERE l.order_id = orders.id AND l.linked_to IS NOT NULL)"  # noqa: S608
    linked = f"SELECT l.order_id FROM {table} AS l WHERE l.linked_to = ?"  # noqa: S608
    return f"({own} OR orders.id IN ({linked}))", [*values, key]


def key_now(database: Database, key: str, links: CustomerLinks) -> str:
    """Where no order has a key any more: that of the customer whose all its orders are by now."""
    if links.is_empty:
        return key
    own, values = own_condition(key)
    if database.value(f"SELECT 1 FROM {links.rows} WHERE linked_to = ? LIMIT 1", (key,)):  # noqa: S608
        return key
    rows = database.all(
        f"SELECT DISTINCT linked_to FROM orders LEFT JOIN {links.rows} ON order_id = orders.id "  # noqa: S608
        f"WHERE deleted_at IS NULL AND {own} LIMIT 2",
        values,
    )
    return rows[0][0] or key if len(rows) == 1 else key
