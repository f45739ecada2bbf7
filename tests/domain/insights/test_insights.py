"""Sums over time against a computation of their own, hour by hour."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.insights.insights import Step, bars, status_bars, step_bounds

ZONES = st.sampled_from(["UTC", "Europe/Kyiv", "America/New_York", "Pacific/Auckland"]).map(ZoneInfo)
HOURS = st.integers(0, 24 * 800).map(lambda hour: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hour))
SALES = st.dictionaries(HOURS, st.tuples(st.integers(1, 9), st.decimals(0, 10_000, places=2)), max_size=30)


def step_of(moment: datetime, zone: ZoneInfo, step: Step) -> str:
    """Which day, week or month a moment is in, as text."""
    local = moment.astimezone(zone)
    week = local.isocalendar()
    return {
        Step.DAY: f"{local:%Y-%m-%d}",
        Step.WEEK: f"{week.year}-{week.week}",
        Step.MONTH: f"{local:%Y-%m}",
    }[step]


def name_of(begin: date, step: Step) -> str:
    return step_of(datetime(begin.year, begin.month, begin.day, 12, tzinfo=UTC), ZoneInfo("UTC"), step)


@given(hours=SALES, zone=ZONES, step=st.sampled_from(list(Step)))
def test_revenue_over_time(hours: dict[datetime, tuple[int, Decimal]], zone: ZoneInfo, step: Step) -> None:
    sales: Counter[str] = Counter()
    revenue: dict[str, Decimal] = {}
    for hour, (number, amount) in hours.items():
        name = step_of(hour, zone, step)
        sales[name] += number
        revenue[name] = revenue.get(name, Decimal(0)) + amount
    found = bars(hours, step, zone)
    assert {name_of(bar.begin, step): bar.sales for bar in found if bar.sales} == dict(sales)
    assert {name_of(bar.begin, step): bar.revenue for bar in found if bar.sales} == revenue
    assert [bar.begin for bar in found] == sorted({bar.begin for bar in found})
    for bar, following in pairwise(found):
        assert step.next(bar.begin) == following.begin  # no gaps


@given(hours=SALES, zone=ZONES, step=st.sampled_from(list(Step)))
def test_the_bounds_of_a_bar_hold_exactly_its_hours(
    hours: dict[datetime, tuple[int, Decimal]], zone: ZoneInfo, step: Step
) -> None:
    for bar in bars(hours, step, zone):
        begin, end = step_bounds(bar.begin, step, zone)
        inside = sum(number for hour, (number, _) in hours.items() if begin <= hour < end)
        assert inside == bar.sales


@given(
    hours=st.dictionaries(
        st.tuples(HOURS, st.sampled_from(["DELIVERED", "CANCELLED"])), st.integers(1, 9), max_size=30
    ),
    zone=ZONES,
    step=st.sampled_from(list(Step)),
)
def test_statuses_over_time(hours: dict[tuple[datetime, str], int], zone: ZoneInfo, step: Step) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    for (hour, status), number in hours.items():
        expected[step_of(hour, zone, step), status] += number
    found = status_bars(hours, step, zone)
    counted = {(name_of(bar.begin, step), status): n for bar in found for status, n in bar.orders.items()}
    assert counted == dict(expected)


@pytest.mark.parametrize(
    ("day", "step", "begin"),
    [
        (date(2026, 11, 29), Step.WEEK, date(2026, 11, 23)),
        (date(2024, 2, 29), Step.MONTH, date(2024, 2, 1)),
        (date(2024, 12, 31), Step.DAY, date(2024, 12, 31)),
    ],
)
def test_a_week_begins_on_monday(day: date, step: Step, begin: date) -> None:
    assert step.begin(day) == begin
