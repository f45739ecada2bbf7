"""From which day to which something over time is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_BETWEEN = ".."
_MONTHS_OF_A_YEAR = 12


class PeriodKind(StrEnum):
    """A period that moves on with the days; OWN: from one day to another."""

    DAYS_30 = "30d"
    MONTHS_3 = "3m"
    MONTHS_12 = "12m"
    ALL = "all"
    OWN = "own"


_MONTHS: Mapping[PeriodKind, int] = {PeriodKind.MONTHS_3: 3, PeriodKind.MONTHS_12: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` (both included) are those of OWN alone."""

    kind: PeriodKind = PeriodKind.ALL
    first: date = date.min
    last: date = date.max

    def days(self, today: date) -> tuple[date, date] | None:
        """The first and the last day, both included, in a shop where it is `today`; None: all there is. Months are
        whole ones, the present one among them: 12 months are 12 bars of a month each."""
        if self.kind is PeriodKind.ALL:
            return None
        if self.kind is PeriodKind.OWN:
            return self.first, self.last
        if self.kind is PeriodKind.DAYS_30:
            return today - timedelta(days=29), today
        years, month = divmod(
            today.year * _MONTHS_OF_A_YEAR + today.month - _MONTHS[self.kind], _MONTHS_OF_A_YEAR
        )
        return date(years, month + 1, 1), today

    def __str__(self) -> str:
        """`30d`, `3m`, `12m`, `all` or `2026-01-01..2026-02-15`."""
        return f"{self.first}{_BETWEEN}{self.last}" if self.kind is PeriodKind.OWN else str(self.kind)

    @classmethod
    def read(cls, text: str) -> Period:
        """What `str` gave. Raises ValueError for anything else."""
        if _BETWEEN not in text:
            kind = PeriodKind(text)
            if kind is PeriodKind.OWN:
                raise ValueError(text)
            return cls(kind)
        first, last = map(date.fromisoformat, text.split(_BETWEEN, 1))
        return cls(PeriodKind.OWN, min(first, last), max(first, last))


ALL_TIME = Period()
