"""Whether a column writes the day or the month first, decided over all its rows; then every date becomes
unambiguous.

Only dates such as 03/04/2026 need it. Everything else (ISO, 23.11.2026, month names, offsets)
`domain.read_date` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.values.dates import date_text, read_date
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOUBTFUL = re.compile(
    r"\s*([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])(.*)", re.DOTALL
).fullmatch
_YEARS_APART = 2
_SERIAL = re.compile(r"[34][0-9]{4}(?:\.[0-9]+)?").fullmatch
_UNIX = re.compile(r"1[0-9]{9}(?:[0-9]{3})?").fullmatch


def is_iso(text: str) -> bool:
    """Whether a date begins with its year, the form that needs nothing done."""
    return text[4:5] == "-" and text[:4].isdigit()


class DayFirst(Enum):
    """What a column's dates show: the order is known, both orders occur, or every date fits both."""

    NO_MATTER = "no matter"  # no date of the doubtful kind
    DAY = "day"
    MONTH = "month"
    YEAR = "year-first"  # 26/11/20 is in 2026
    BOTH = "both"  # contradictory: some only fit one order, some only the other
    UNKNOWN = "unknown"  # every one fits both


@dataclass(slots=True)
class DateColumn:
    """The evidence of one column: how many dates fit both orders, only day first, only month first. `firsts` and
    `thirds` are the different numbers before and behind the middle of dates whose year has two digits.
    """

    either: int = 0
    day_only: int = 0
    month_only: int = 0
    example: str = ""
    example_of_day: str = ""
    firsts: set[int] = field(default_factory=set)
    thirds: set[int] = field(default_factory=set)
    has_whole_years: bool = False

    def look_at(self, texts: Iterable[str]) -> None:
        """Count these cells too."""
        for text in texts:
            if is_iso(text):
                continue
            match = _DOUBTFUL(text)
            if match:
                self._count(int(match[1]), int(match[3]), text)
                if len(match[4]) == 4:
                    self.has_whole_years = True
                else:
                    self.firsts.add(int(match[1]))
                    self.thirds.add(int(match[4]))

    def _count(self, first: int, second: int, text: str) -> None:
        if first > 12 >= second:
            self.day_only += 1
            self.example_of_day = self.example_of_day or text.strip()
        elif second > 12 >= first:
            self.month_only += 1
        elif first <= 12 and second <= 12 and first != second:
            self.either += 1
            self.example = self.example or text.strip()

    @property
    def doubtful(self) -> bool:
        """Whether any date needs the decision."""
        return bool(self.either or self.day_only or self.month_only)

    @property
    def may_begin_with_years(self) -> bool:
        """Whether every date can be read with its year first (26/11/20 in 2026), as ISO's short form has it, and hardly
        otherwise: the first numbers are the same one or two, none of them a year to come.
        """
        if self.has_whole_years or self.month_only or not self.day_only or len(self.firsts) > 2:
            return False
        this_year = datetime.now(UTC).year % 100
        return max(self.firsts) <= this_year and min(self.thirds) >= 1 and max(self.thirds) <= 31

    @property
    def is_year_open(self) -> bool:
        """Whether only a person knows: read day first, these would be orders of years ago."""
        return (
            self.may_begin_with_years
            and len(self.thirds) <= 2
            and min(self.firsts) - max(self.thirds) >= _YEARS_APART
        )

    @property
    def order(self) -> DayFirst:
        """The decision."""
        if self.is_year_open:
            return DayFirst.UNKNOWN
        if self.may_begin_with_years and len(self.thirds) > 2:
            return DayFirst.YEAR
        if self.day_only and self.month_only:
            return DayFirst.BOTH
        if self.day_only:
            return DayFirst.DAY
        if self.month_only:
            return DayFirst.MONTH
        return DayFirst.UNKNOWN if self.either else DayFirst.NO_MATTER

    def sentence(self, column: str) -> Sentence | None:
        """What a person is told of a column whose dates leave doubt."""
        values = {
            "column": column,
            "example": self.example,
            "either": self.either,
            "day": self.day_only,
            "month": self.month_only,
        }
        if self.is_year_open:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Column “{column}”: dates such as {example} may begin with the day or with the year. Say which.",
                ),
                {"column": column, "example": self.example_of_day},
            )
        if self.order is DayFirst.UNKNOWN:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Column “{column}”: {either} dates such as {example} may be day first or month first. "
                    "Say which.",
                ),
                values,
            )
        if self.order is DayFirst.BOTH:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Column “{column}” mixes dates: {day} fit only day first, {month} only month first, "
                    "{either} both. "
                    "Those that fit both are left to you.",
                ),
                values,
            )
        return None


def unambiguous(text: str, order: DayFirst) -> str:
    """The date in ISO where the column's order is known and it is of the doubtful kind; else the text as it
    is.
    """
    if order not in (DayFirst.DAY, DayFirst.MONTH, DayFirst.YEAR):
        return text
    match = _DOUBTFUL(text)
    if not match:
        return text
    first, second = int(match[1]), int(match[3])
    if order is DayFirst.YEAR and len(match[4]) == 2:
        day = int(match[4])
        return (
            f"20{first:02}-{second:02}-{day:02}{match[5]}" if 1 <= second <= 12 and 1 <= day <= 31 else text
        )
    day, month = (second, first) if order is DayFirst.MONTH else (first, second)
    year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
    return f"{year}-{month:02}-{day:02}{match[5]}" if 1 <= month <= 12 and day <= 31 else text


def with_zone(text: str, zone: str) -> str:
    """The date with the offset that this zone (IANA) has then, where it has none of its own; what cannot be
    read stays as it is.
    """
    try:
        return date_text(read_date(text, zone))
    except Unreadable:
        return text


def number_to_date(text: str) -> str:
    """A spreadsheet's day number or a Unix time as ISO text; anything else as it is. Only for columns that
    are dates.
    """
    from datetime import timedelta

    if _SERIAL(text):
        moment = datetime(1899, 12, 30) + timedelta(seconds=round(float(text) * 86400))  # noqa: DTZ001 - local by nature
        return moment.isoformat(" ").removesuffix(" 00:00:00")
    if _UNIX(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    return text
