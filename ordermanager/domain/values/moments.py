"""A time within a sentence. By itself, because few sentences have one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """A time within a Sentence: `at` (aware), said in the time zone `zone` (IANA) and in each language's own form."""

    at: datetime
    zone: str

    def __str__(self) -> str:
        return f"{self.at.astimezone(ZoneInfo(self.zone)):%Y-%m-%d %H:%M}"
