"""Which days the moving ones are, on any day and in any zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.values.moving_days import MovingDays

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.mark.parametrize(
    ("moving", "today", "first", "last"),
    [
        ("today", "2026-11-29", "2026-11-29", "2026-11-29"),
        ("yesterday", "2027-01-01", "2026-12-31", "2026-12-31"),
        ("7d", "2026-03-03", "2026-02-25", "2026-03-03"),
        ("30d", "2026-03-01", "2026-01-31", "2026-03-01"),
        ("month", "2026-11-29", "2026-11-01", "2026-11-29"),
        ("month", "2026-11-01", "2026-11-01", "2026-11-01"),
        ("last-month", "2026-03-31", "2026-02-01", "2026-02-28"),
        ("last-month", "2027-01-15", "2026-12-01", "2026-12-31"),
    ],
)
def test_days(moving: str, today: str, first: str, last: str) -> None:
    days = MovingDays(moving).days(date.fromisoformat(today))
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_day_begins_at_midnight_of_the_zone_and_may_have_another_length() -> None:
    evening = datetime(2026, 10, 24, 21, 30, tzinfo=UTC)  # half past midnight in Kyiv, on the day of 25 hours
    begin, end = (moment.astimezone(UTC) for moment in MovingDays.TODAY.bounds(evening, KYIV))
    assert begin == datetime(2026, 10, 24, 21, tzinfo=UTC)
    assert end - begin == timedelta(hours=25)


@given(
    st.sampled_from(list(MovingDays)),
    st.integers(946_684_800, 4_102_444_800),
)
def test_bounds_hold_whole_days_that_are_not_over_yet_or_end_before_today(
    moving: MovingDays, seconds: int
) -> None:
    now = datetime.fromtimestamp(seconds, UTC)
    begin, end = moving.bounds(now, KYIV)
    assert begin < end
    assert begin.time() == end.time() == datetime.min.time()
    is_of_the_past = moving in (MovingDays.YESTERDAY, MovingDays.LAST_MONTH)
    assert (end > now) is not is_of_the_past
