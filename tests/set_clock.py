"""A clock that shows the time that it was set to."""

from __future__ import annotations

from datetime import UTC, datetime

from ordermanager.clock import SystemClock


class SetClock(SystemClock):
    """`time` may be set to another moment."""

    def __init__(self, time: datetime = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)) -> None:
        self.time = time

    def now(self) -> datetime:
        return self.time
