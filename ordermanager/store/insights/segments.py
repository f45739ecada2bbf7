"""Customers by what their sales add up to, and the conditions on orders that follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.insights.customer_key import CUSTOMER_KEY
from ordermanager.store.insights.customer_links import links_of
from ordermanager.store.insights.sales import CENTS, counted_accounts, sent_rows, tells_itself

if TYPE_CHECKING:
    from decimal import Decimal

    from ordermanager.domain.insights.insights import CustomerSegment
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.customer_key import CustomerLinks
    from ordermanager.store.insights.sales import Counted


def narrow_rows(
    database: Database, counted: Counted, currency: str, *, with_people: bool = False, meant: str = ""
) -> tuple[str, list[object]]:
    """A WITH clause of `narrow` (who, sold, cents …) and its values: every order here and every sale of what accounts
    accepted, each under its customer. `cents` are in `currency`. `with_people`: also what `NEWEST` needs; `meant`: also
    the `number` of each order of which this condition holds.

    An order whose row says itself what was accepted is one line. Of one that was edited since, its row is a line of
    its customer now, without a sale, and what was accepted another one, perhaps of another customer.
    Grouping sorts whole rows, so only what is needed of each goes into it: half the time of grouping the table itself.
    """
    is_sale = f"status = 'DELIVERED' AND {tells_itself(counted)}"
    cents = f"coalesce({CENTS}, 0)"
    is_chosen = "currency = (SELECT code FROM chosen)"
    links = links_of(database, counted)
    own = "1" if links.is_empty else "linked_to IS NULL"
    people = f", external_customer_id, email, phone, name, date, {own} AS is_own" if with_people else ""
    number = f", CASE WHEN {meant} THEN orders.id END AS number" if meant else ""
    sold = f"{_who(links)}, date, CASE WHEN {is_chosen} THEN {cents} END{people}{', NULL' if meant else ''}"
    return (
        f"WITH chosen (code) AS (SELECT ?), narrow AS MATERIALIZED (SELECT {_who(links)} AS who, "  # noqa: S608
        f"CASE WHEN {is_sale} THEN date END AS sold, "
        f"CASE WHEN {is_chosen} AND {is_sale} THEN {cents} END AS cents{people}{number} "
        f"FROM orders{_joined(links, links.rows, 'orders')} WHERE deleted_at IS NULL "
        f"UNION ALL {_sent_lines(counted, links, sold)} WHERE status = 'DELIVERED') "
    ), [currency]


def _who(links: CustomerLinks) -> str:
    return CUSTOMER_KEY if links.is_empty else f"coalesce(linked_to, {CUSTOMER_KEY})"


def _joined(links: CustomerLinks, table: str, to: str) -> str:
    return "" if links.is_empty else f" LEFT JOIN {table} AS link ON link.order_id = {to}.id"


def _sent_lines(counted: Counted, links: CustomerLinks, columns: str) -> str:
    return f"{sent_rows(counted, columns)} AS sent{_joined(links, links.sold, 'sent')}"


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


def segment_condition(
    database: Database, segment: CustomerSegment, *, by_sale: bool, account: str = ""
) -> tuple[str, list[object]]:
    """The condition on `orders` that their customer is in a segment. `by_sale`: whoever that was when `account` (as in
    `counted_accounts`) accepted it. Reads all orders: a second or two at a million."""
    having, values = segment_having(segment)
    counted = counted_accounts(database, segment.account)
    meant = tells_itself(counted_accounts(database, account)) if by_sale else "1"
    narrow, before = narrow_rows(database, counted, segment.currency, meant=meant)
    found = "SELECT number FROM narrow WHERE number IS NOT NULL AND who IN (SELECT who FROM segment)"
    if by_sale:
        links = links_of(database, counted)
        sent = _sent_lines(counted_accounts(database, account), links, f"sent.id, {_who(links)} AS who")
        found += f" UNION ALL SELECT id FROM ({sent}) WHERE who IN (SELECT who FROM segment)"  # noqa: S608
    return (
        f"orders.id IN ({narrow}, segment AS MATERIALIZED (SELECT who FROM narrow GROUP BY who HAVING {having}) "  # noqa: S608
        f"{found})"
    ), [*before, *values]


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * 100)
