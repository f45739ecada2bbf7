"""What orders say about a shop: RFM, average checks, revenue over time.

The platform counts only DELIVERED orders for RFM, revenue and the segment conditions *average check*, *order count* and
*last order date* (yespo-api.md 1.7, 4.4, 4.5), and revenue only in one currency; so do we.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from zoneinfo import ZoneInfo

Lacking = Literal["", "email", "phone", "customer", "items", "contact"]
"""What an order may have nothing in; `contact`: neither e-mail nor phone, so that no message can reach its customer."""

RECENCY_DAYS = (14, 30, 60, 90, 180, 365)
"""Upper bounds of the recency columns in days since the last sale, "from two weeks to over a year" (docs.yespo.io, RFM
Analysis); the last column is what lies further back. The platform's bounds in between are not published."""

FREQUENCY_CAP = 6
"""Customers with so many sales or more share the last row."""

_SHOWN_EMPTY = 400
"""Days. A period up to so long is shown whole, with what it has no orders in."""

NEVER = len(RECENCY_DAYS) + 1
"""The recency of a customer without a sale."""


@dataclass(frozen=True, slots=True)
class CustomerSegment:
    """Customers by what the platform makes segments of (yespo-api.md 4.5): number of sales, date of the last one (UTC
    texts, `until` excluded), average check in `currency`, counting the sales of `account` (empty: of all that are no
    sandbox). What is None or empty lets everybody pass."""

    least_sales: int = 0
    most_sales: int | None = None
    since: str = ""
    until: str = ""
    least_average: Decimal | None = None
    most_average: Decimal | None = None
    currency: str = ""
    account: str = ""

    @property
    def has_sales(self) -> bool:
        """Whether everybody in it has bought something."""
        return bool(
            self.least_sales
            or self.since
            or self.until
            or self.least_average is not None
            or self.most_average is not None
        )


def cell_segment(recency: int, frequency: int, bounds: Sequence[str]) -> CustomerSegment:
    """The customers of one cell of the RFM table. `bounds`: `recency_bounds` as UTC texts, newest first."""
    if recency == NEVER or frequency == 0:
        return CustomerSegment(most_sales=0)
    return CustomerSegment(
        least_sales=frequency,
        most_sales=None if frequency >= FREQUENCY_CAP else frequency,
        since=bounds[recency] if recency < len(bounds) else "",
        until=bounds[recency - 1] if 0 < recency <= len(bounds) else "",
    )


class Mood(StrEnum):
    """How a cell of the RFM table is coloured by the platform: gray, red or green; in between neither."""

    NO_SALES = "no_sales"
    AT_RISK = "at_risk"
    LOYAL = "loyal"
    PASSING = "passing"


class Step(StrEnum):
    """How long one bar of a chart over time is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def begin(self, day: date) -> date:
        """The first day of the step that `day` is in; weeks begin on Monday."""
        if self is Step.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Step.MONTH else day

    def next(self, begin: date) -> date:
        """The first day of the following step."""
        if self is Step.MONTH:
            return (begin.replace(day=28) + timedelta(days=4)).replace(day=1)
        return begin + timedelta(days=7 if self is Step.WEEK else 1)


@dataclass(frozen=True, slots=True)
class RfmCell:
    """Customers whose last sale is in column `recency` and who have `frequency` sales.

    `recency`: index into RECENCY_DAYS, one more for longer ago, NEVER without a sale. `frequency`: FREQUENCY_CAP stands
    for so many or more. `revenue`: of the chosen currency only.
    """

    recency: int
    frequency: int
    customers: int
    sales: int
    revenue: Decimal

    @property
    def mood(self) -> Mood:
        """The colour of the cell."""
        return mood(self.recency, self.frequency)


def mood(recency: int, frequency: int) -> Mood:
    """Green: bought within two months and more than once. Red: bought, but nothing for half a year and more, or several
    times and nothing for three months. Gray: no sale. The platform names the colours but not their bounds."""
    if frequency == 0 or recency == NEVER:
        return Mood.NO_SALES
    if frequency > 1 and recency <= RECENCY_DAYS.index(60):
        return Mood.LOYAL
    if recency > RECENCY_DAYS.index(180) or (frequency > 1 and recency > RECENCY_DAYS.index(90)):
        return Mood.AT_RISK
    return Mood.PASSING


def recency_bounds(now: datetime) -> tuple[datetime, ...]:
    """The moments that divide the recency columns, newest first: a last sale at or after the first of them is in column
    0."""
    return tuple(now - timedelta(days=days) for days in RECENCY_DAYS)


@dataclass(frozen=True, slots=True)
class Bar:
    """What fell into one step: `begin` is its first day in the shop's time zone."""

    begin: date
    sales: int
    revenue: Decimal


Days = tuple[date, date] | None
"""The first and the last day, both included, that something over time shows; None: all there is."""


def bars(
    hours: Mapping[datetime, tuple[int, Decimal]], step: Step, zone: ZoneInfo, days: Days = None
) -> list[Bar]:
    """Sales by hour (UTC) added up by day, week or month of the shop's time zone, without gaps."""
    sales: Counter[date] = Counter()
    revenue: dict[date, Decimal] = {}
    for hour, (number, amount) in hours.items():
        day = hour.astimezone(zone).date()
        if days is None or days[0] <= day <= days[1]:
            begin = step.begin(day)
            sales[begin] += number
            revenue[begin] = revenue.get(begin, Decimal(0)) + amount
    return [
        Bar(begin, sales[begin], revenue.get(begin, Decimal(0)))
        for begin in _begins(sales.keys(), step, days)
    ]


def _begins(found: Collection[date], step: Step, days: Days) -> Iterator[date]:
    """Of every step of the days; where all is shown, from the first that has something to the last. Of days that
    reach far beyond what there is, no more than what there is."""
    if not found:
        return
    begin, last = min(found), max(found)
    if days is not None and (days[1] - days[0]).days <= _SHOWN_EMPTY:
        begin, last = step.begin(days[0]), days[1]
    while begin <= last:
        yield begin
        begin = step.next(begin)


@dataclass(frozen=True, slots=True)
class StatusBar:
    """How many orders of each status have their date in one step."""

    begin: date
    orders: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.orders.values())


def status_bars(
    hours: Mapping[tuple[datetime, str], int], step: Step, zone: ZoneInfo, days: Days = None
) -> list[StatusBar]:
    """Orders by (UTC hour, status) added up by day, week or month of the shop's time zone, without gaps."""
    found: dict[date, Counter[str]] = {}
    for (hour, status), number in hours.items():
        day = hour.astimezone(zone).date()
        if days is None or days[0] <= day <= days[1]:
            found.setdefault(step.begin(day), Counter())[status] += number
    return [StatusBar(begin, dict(found.get(begin, ()))) for begin in _begins(found.keys(), step, days)]


def step_bounds(begin: date, step: Step, zone: ZoneInfo, days: Days = None) -> tuple[datetime, datetime]:
    """When a step begins and when the next one does, as moments; of one that these days cut, only what they leave."""
    first, after = begin, step.next(begin)
    if days is not None:
        first, after = max(first, days[0]), min(after, days[1] + timedelta(days=1))
    return datetime.combine(first, time(), zone), datetime.combine(after, time(), zone)


def average_check(revenue: Decimal, sales: int) -> Decimal | None:
    """Revenue by sale, to the cent; None without sales."""
    return None if not sales else (revenue / sales).quantize(Decimal("0.01"))
