"""Sums over all orders: by customer for RFM, by hour for revenue, by field for what is missing.

A sale is an order whose newest accepted revision has the status DELIVERED (`sales.py`): editing it, or sending it
again in vain, takes nothing away and changes no number. Orders that were deleted here are not counted. `account`: only
what the account of this name accepted; empty: what any accepted that is no sandbox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.store.insights.customer_key import NEWEST
from ordermanager.store.insights.customer_links import links_of
from ordermanager.store.insights.sales import CENTS, accepted_rows, accounts_with_sales, counted_accounts
from ordermanager.store.insights.segments import narrow_rows, segment_having

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.domain.insights.insights import CustomerSegment
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Row

_MINUTE = "substr(date, 15, 2)"
_QUARTER = (
    f"CASE WHEN date = '' THEN '' ELSE substr(date, 1, 14) || CASE WHEN {_MINUTE} < '15' THEN '00' "
    f"WHEN {_MINUTE} < '30' THEN '15' WHEN {_MINUTE} < '45' THEN '30' ELSE '45' END END"
)


@dataclass(frozen=True, slots=True)
class RfmRow:
    """`recency` counts the bounds that the last sale lies before; None: no sale."""

    recency: int | None
    frequency: int
    customers: int
    sales: int
    revenue_cents: int


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many orders there are, and how many of them have nothing in a field."""

    orders: int
    without_email: int
    without_phone: int
    without_customer: int
    without_items: int
    without_contact: int  # neither e-mail nor phone: no message can reach the customer


class Insights:
    """Reads only. Amounts come as whole cents: sums of floating numbers would not add up."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find_links(self, is_cancelled: Callable[[], bool]) -> None:
        """Look now for what customers share, so that the next look at them need not. Raises QueryInterrupted where
        `is_cancelled` says yes."""
        database = self._connections.reader()
        links_of(database, counted_accounts(database), is_cancelled)

    def accounts(self) -> list[tuple[str, bool]]:
        """The accounts that can be chosen: (name, whether it is a sandbox)."""
        return accounts_with_sales(self._connections.reader())

    def rfm(self, bounds: Sequence[str], cap: int, currency: str, account: str = "") -> list[RfmRow]:
        """Customers by recency and frequency. `bounds`: UTC texts, newest first; `cap`: the highest frequency told
        apart; `currency`: of the revenue."""
        columns = " ".join(f"WHEN last_sale >= ? THEN {number}" for number in range(len(bounds)))
        database = self._connections.reader()
        narrow, values = narrow_rows(database, counted_accounts(database, account), currency)
        rows = self._all(
            f"{narrow}SELECT CASE WHEN sales = 0 THEN NULL {columns} ELSE {len(bounds)} END AS recency, "  # noqa: S608
            "CASE WHEN sales > ? THEN ? ELSE sales END AS frequency, count(*), sum(sales), sum(revenue) "
            "FROM (SELECT count(sold) AS sales, max(sold) AS last_sale, coalesce(sum(cents), 0) AS revenue "
            "FROM narrow GROUP BY who) AS customers GROUP BY 1, 2 ORDER BY 1, 2",
            (*values, *bounds, cap, cap),
        )
        return [RfmRow(*row) for row in rows]

    def customers_of(self, segment: CustomerSegment, limit: int) -> list[Row]:
        """The customers of a segment: (key, customer id, e-mail, phone, name, sales, last sale, sales and cents in the
        segment's currency), the latest sale first."""
        having, values = segment_having(segment)
        database = self._connections.reader()
        counted = counted_accounts(database, segment.account)
        narrow, before = narrow_rows(database, counted, segment.currency, with_people=True)
        newest = ", ".join(NEWEST.format(column) for column in ("email", "phone", "name"))
        return self._all(
            f"{narrow}SELECT who, max(external_customer_id), {newest}, "  # noqa: S608
            "count(sold), max(sold), count(cents), coalesce(sum(cents), 0) FROM narrow "
            f"GROUP BY who HAVING {having} ORDER BY max(sold) DESC, who LIMIT ?",
            (*before, *values, limit),
        )

    def accepted_by_quarter(self, account: str = "") -> list[tuple[str, str, str, int, int]]:
        """(UTC quarter of an hour as `2026-11-23T12:45`, empty without a date; accepted status; currency; orders;
        cents) of all that was accepted: one pass over the orders for everything that is shown over time. Quarters,
        since days begin at any of them somewhere: those of India half an hour off the whole ones of UTC."""
        counted = counted_accounts(self._connections.reader(), account)
        rows = accepted_rows(counted, f"{_QUARTER} AS quarter, status, currency, {CENTS} AS cents")
        return [
            (str(quarter), str(status), str(currency), int(orders), int(cents))
            for quarter, status, currency, orders, cents in self._all(
                f"SELECT quarter, status, currency, count(*), coalesce(sum(cents), 0) FROM ({rows}) GROUP BY 1, 2, 3"  # noqa: S608
            )
        ]

    def completeness(self) -> Completeness:
        """What is missing in the orders here, whatever their state."""
        row = self._all(
            f"SELECT count(*), {_empty('email')}, {_empty('phone')}, {_empty('external_customer_id')}, "  # noqa: S608
            "coalesce(sum(CASE WHEN item_count = 0 THEN 1 ELSE 0 END), 0), "
            "coalesce(sum(CASE WHEN email = '' AND phone = '' THEN 1 ELSE 0 END), 0) "
            "FROM orders WHERE deleted_at IS NULL"
        )[0]
        return Completeness(*row)

    def _all(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        return self._connections.reader().all(sql, values)


def _empty(column: str) -> str:
    return f"coalesce(sum(CASE WHEN {column} = '' THEN 1 ELSE 0 END), 0)"
