"""Days that move on with the calendar: a list of today's orders is tomorrow one of tomorrow's."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo


class MovingDays(StrEnum):
    """By the names under which lists keep them."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    DAYS_7 = "7d"
    DAYS_30 = "30d"
    MONTH = "month"
    LAST_MONTH = "last-month"

    def days(self, today: date) -> tuple[date, date]:
        """The first and the last day, both included: of the days that are counted (`7d`) and of this month today is the
        last."""
        month = today.replace(day=1)
        match self:
            case MovingDays.TODAY:
                return today, today
            case MovingDays.YESTERDAY:
                return today - timedelta(days=1), today - timedelta(days=1)
            case MovingDays.DAYS_7:
                return today - timedelta(days=6), today
            case MovingDays.DAYS_30:
                return today - timedelta(days=29), today
            case MovingDays.MONTH:
                return month, today
        last = month - timedelta(days=1)
        return last.replace(day=1), last

    def bounds(self, now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
        """The begin of the first day and the end (excluded) of the last, where it is `now`."""
        return whole_days(*self.days(now.astimezone(zone).date()), zone)


def whole_days(first: date, last: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """The begin of the first day and the end (excluded) of the last, in a time zone."""
    return datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)
