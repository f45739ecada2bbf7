"""What tells customers apart in SQL, and the conditions on orders that follow from it.

The customer ID, else the e-mail, else the phone, else the name: the order in which the platform looks (yespo-api.md
4.3), with the name for orders that it could assign to nobody. A letter before it says which of the four it is, so that
a customer ID and a phone of the same digits stay two people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.text_keys import name_key

if TYPE_CHECKING:
    from array import array
    from decimal import Decimal

    from ordermanager.domain.insights import CustomerSegment
    from ordermanager.store.sqlite import Database

CUSTOMER_KEY = (
    "CASE WHEN external_customer_id <> '' THEN 'i' || external_customer_id WHEN email <> '' THEN 'e' || lower(email) "
    "WHEN phone <> '' THEN 'p' || phone ELSE 'n' || name_key END"
)
_PRACTICE = (
    "SELECT id FROM accounts WHERE is_sandbox = 1 "
    "AND EXISTS (SELECT 1 FROM accounts AS other WHERE other.is_sandbox = 0)"
)
_PRACTISED = (
    "SELECT r.order_id FROM batches AS b JOIN revisions AS r ON r.id BETWEEN b.first_revision AND b.last_revision "  # noqa: S608
    f"WHERE b.account_id IN ({_PRACTICE}) UNION ALL "
    "SELECT r.order_id FROM batches AS b JOIN batch_members AS m ON m.batch_id = b.id "
    f"JOIN revisions AS r ON r.id = m.revision_id WHERE b.account_id IN ({_PRACTICE})"
)
ACCEPTED_STATUS = (
    f"CASE WHEN state = 'accepted' AND orders.id NOT IN ({_PRACTISED}) THEN status "  # noqa: S608
    "WHEN revisions > 0 THEN (SELECT r.status FROM revisions AS r "
    "WHERE r.order_id = orders.id AND r.state = 'accepted' "
    f"AND (SELECT b.account_id FROM batches AS b WHERE b.id = r.batch_id) NOT IN ({_PRACTICE}) "
    "ORDER BY r.number DESC LIMIT 1) END"
)
"""The status that an order of the table `orders` has on the platform: that of its newest accepted revision, whatever
was edited, queued, withdrawn, rejected or left in doubt since; NULL where nothing was accepted. What a sandbox accepted
counts only while there was never another account: practice is not mixed with sales.

An order that mirrors an accepted revision is told by its own row; only for the others is the revision looked up.
Amount, currency, date and customer are those of the row: an edit of them counts before it is sent.
"""

SALE = f"({ACCEPTED_STATUS}) = 'DELIVERED'"
"""The platform counts delivered orders (yespo-api.md 1.7), and only what it has accepted can be there."""

MAY_BE_ACCEPTED = "(state = 'accepted' OR revisions > 0)"
"""What must hold where ACCEPTED_STATUS is to be something; needs no look at revisions."""

CENTS = "CAST(round(total_number * 100) AS INTEGER)"
"""Amounts are added up as whole cents: sums of floating numbers would not add up."""

_COLUMNS = {
    "i": ("external_customer_id = ?", ()),
    "e": ("email = ?", ("external_customer_id",)),
    "p": ("phone = ?", ("external_customer_id", "email")),
    "n": ("name_key = ?", ("external_customer_id", "email", "phone")),
}


def practice_accounts(database: Database) -> array[int]:
    """The accounts whose orders are no sales."""
    return database.ids(f"{_PRACTICE} ORDER BY id")


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


def narrow_rows(extra: str = "") -> str:
    """A WITH clause of `narrow` (who, sold, cents …) over all orders; its one value is the currency of the cents.

    Grouping sorts whole rows, so only what is needed of each goes into it: half the time of grouping the table itself.
    """
    return (
        f"WITH narrow AS MATERIALIZED (SELECT {CUSTOMER_KEY} AS who, CASE WHEN {SALE} THEN date END AS sold, "  # noqa: S608
        f"CASE WHEN currency = ? AND {SALE} THEN coalesce({CENTS}, 0) END AS cents{extra} "
        "FROM orders WHERE deleted_at IS NULL) "
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


def segment_condition(segment: CustomerSegment) -> tuple[str, list[object]]:
    """The orders of all customers in a segment. Reads all orders: a second or two at a million."""
    having, values = segment_having(segment)
    return (
        f"{CUSTOMER_KEY} IN ({narrow_rows()}SELECT who FROM narrow GROUP BY who HAVING {having})",  # noqa: S608
        [segment.currency, *values],
    )


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * 100)
