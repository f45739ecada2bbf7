"""From which day to which, and what of it a chart shows."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.insights.insights import Step, bars, status_bars, step_bounds
from ordermanager.domain.insights.periods import Period, PeriodKind

KYIV = ZoneInfo("Europe/Kyiv")
TODAY = date(2026, 11, 28)
FIRST = datetime(2025, 1, 1, tzinfo=UTC)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("text", "today", "days"),
    [
        ("30d", TODAY, (date(2026, 10, 30), TODAY)),
        ("3m", TODAY, (date(2026, 9, 1), TODAY)),
        ("3m", date(2026, 2, 3), (date(2025, 12, 1), date(2026, 2, 3))),
        ("12m", TODAY, (date(2025, 12, 1), TODAY)),
        ("12m", date(2026, 12, 31), (date(2026, 1, 1), date(2026, 12, 31))),
        ("all", TODAY, None),
        ("2026-01-05..2026-02-03", TODAY, (date(2026, 1, 5), date(2026, 2, 3))),
        ("2026-02-03..2026-01-05", TODAY, (date(2026, 1, 5), date(2026, 2, 3))),
    ],
)
def test_the_days_of_a_period(text: str, today: date, days: tuple[date, date] | None) -> None:
    assert Period.read(text).days(today) == days


@pytest.mark.parametrize("text", ["", "own", "4m", "2026-01-05", "2026-13-01..2026-01-01", "a..b"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what datetime says is of no matter
        Period.read(text)


@given(kind=st.sampled_from(list(PeriodKind)), days=st.tuples(DAYS, DAYS))
def test_a_period_is_read_back(kind: PeriodKind, days: tuple[date, date]) -> None:
    period = Period(kind, min(days), max(days)) if kind is PeriodKind.OWN else Period(kind)
    assert Period.read(str(period)) == period


@given(
    moments=st.lists(
        st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
    ),
    days=st.none() | st.tuples(st.dates(date(2025, 1, 1), TODAY), st.integers(0, 800)),
    step=st.sampled_from(Step),
)
def test_bars_hold_what_their_bounds_hold_and_nothing_else(
    moments: list[datetime], days: tuple[date, int] | None, step: Step
) -> None:
    """The bounds are what a click on a bar asks for."""
    hours = Counter(moment.replace(minute=0, second=0, microsecond=0) for moment in moments)
    shown = None if days is None else (days[0], days[0] + timedelta(days=days[1]))
    found = bars({hour: (number, Decimal(number)) for hour, number in hours.items()}, step, KYIV, shown)
    for bar in found:
        begin, end = step_bounds(bar.begin, step, KYIV, shown)
        assert bar.sales == sum(number for hour, number in hours.items() if begin <= hour < end)
    inside = {
        hour: number
        for hour, number in hours.items()
        if shown is None or shown[0] <= hour.astimezone(KYIV).date() <= shown[1]
    }
    assert sum(bar.sales for bar in found) == sum(inside.values())
    of_statuses = status_bars(
        {(hour, "DELIVERED"): number for hour, number in hours.items()}, step, KYIV, shown
    )
    assert [(bar.begin, bar.total) for bar in of_statuses] == [(bar.begin, bar.sales) for bar in found]
    begins = [bar.begin for bar in found]
    assert begins == sorted(set(begins))
    assert all(step.next(one) == other for one, other in itertools.pairwise(begins))


def test_a_short_period_is_shown_whole() -> None:
    sale = {datetime(2026, 11, 10, 12, tzinfo=UTC): (1, Decimal(5))}
    found = bars(sale, Step.DAY, KYIV, Period(PeriodKind.DAYS_30).days(TODAY))
    assert (found[0].begin, found[-1].begin, len(found)) == (date(2026, 10, 30), TODAY, 30)
    assert bars(sale, Step.DAY, KYIV, (date(2026, 11, 11), TODAY)) == []
