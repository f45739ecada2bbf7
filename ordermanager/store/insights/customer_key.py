"""What tells customers apart in SQL, and the conditions on orders that follow from it.

The customer ID, else the e-mail, else the phone, else the name: the order in which the platform looks (yespo-api.md
4.3), with the name for orders that it could assign to nobody. A letter before it says which of the four it is, so that
a customer ID and a phone of the same digits stay two people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.database.text_keys import name_key
from ordermanager.store.insights.sales import CENTS, counted_accounts, sent_rows, tells_itself

if TYPE_CHECKING:
    from decimal import Decimal

    from ordermanager.domain.insights.insights import CustomerSegment
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.sales import Counted

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


def key_of(customer_id: str, email: str, phone: str, name: str) -> str:
    """The key of an order with these, as SQL makes it. SQL's small letters are those of ASCII only."""
    if customer_id:
        return "i" + customer_id
    if email:
        return "e" + "".join(char.lower() if char.isascii() else char for char in email)
    return "p" + phone if phone else "n" + name_key(name)


def customer_condition(key: str) -> tuple[str, list[object]]:
    """The orders of one customer, found through the index of its column."""
    condition, empty = _COLUMNS.get(key[:1], _COLUMNS["n"])
    # With a plus before it, so that the index of a column that is empty in a third of all orders is not taken instead.
    return " AND ".join([condition, *(f"+{column} = ''" for column in empty)]), [key[1:]]


def narrow_rows(counted: Counted, extra: str = "") -> str:
    """A WITH clause of `narrow` (who, sold, cents …): every order here and every sale of what accounts accepted, each
    under its customer; its one value is the currency of the cents.

    An order whose row says itself what was accepted is one line. Of one that was edited since, its row is a line of
    its customer now, without a sale, and what was accepted another one, perhaps of another customer.
    Grouping sorts whole rows, so only what is needed of each goes into it: half the time of grouping the table itself.
    """
    is_sale = f"status = 'DELIVERED' AND {tells_itself(counted)}"
    cents = f"coalesce({CENTS}, 0)"
    is_chosen = "currency = (SELECT code FROM chosen)"
    sent = sent_rows(counted, f"{CUSTOMER_KEY}, date, CASE WHEN {is_chosen} THEN {cents} END{extra}")
    return (
        f"WITH chosen (code) AS (SELECT ?), narrow AS MATERIALIZED (SELECT {CUSTOMER_KEY} AS who, "  # noqa: S608
        f"CASE WHEN {is_sale} THEN date END AS sold, "
        f"CASE WHEN {is_chosen} AND {is_sale} THEN {cents} END AS cents{extra} "
        f"FROM orders WHERE deleted_at IS NULL UNION ALL {sent} WHERE status = 'DELIVERED') "
    )


def segment_having(segment: CustomerSegment) -> tuple[str, list[object]]:
    """What must hold of a group of `narrow` rows for its customer to be in the segment."""
    conditions: list[str] = ["count(sold) >= ?"]
    values: list[object] = [segment.least_sales]
    for condition, value in (
        ("count(sold) <= ?", segment.most_sales),
        ("max(sold) >= ?", segment.since or None),
        ("max(sold) < ?", segment.until or None),
        ("count(cents) > 0 AND sum(cents) >= ? * count(cents)", _cents(segment.least_average)),
        ("count(cents) > 0 AND sum(cents) <= ? * count(cents)", _cents(segment.most_average)),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    return " AND ".join(conditions), values


def segment_keys(database: Database, segment: CustomerSegment) -> tuple[str, list[object]]:
    """A SELECT of the keys of all customers in a segment. Reads all orders: a second or two at a million."""
    having, values = segment_having(segment)
    counted = counted_accounts(database, segment.account)
    return (
        f"{narrow_rows(counted)}SELECT who FROM narrow GROUP BY who HAVING {having}",  # noqa: S608
        [segment.currency, *values],
    )


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * 100)
