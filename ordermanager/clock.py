"""Time for the sender, passed in so that tests need not wait."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import asyncio


class Clock(Protocol):
    """`monotonic` measures in-process waits, `now` (aware, UTC) is what goes to the disk."""

    def now(self) -> datetime:
        """The wall clock, UTC."""

    def monotonic(self) -> float:
        """Seconds that never run backwards."""

    async def sleep(self, seconds: float | None, wake: asyncio.Event) -> None:
        """Wait `seconds` (None: for ever) or until `wake` is set, whichever comes first."""


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        """The wall clock, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    async def sleep(self, seconds: float | None, wake: asyncio.Event) -> None:
        """Wait in the event loop of the calling thread."""
        import asyncio  # a window that starts needs the clock, but no event loop of this kind

        try:
            async with asyncio.timeout(seconds):
                await wake.wait()
        except TimeoutError:
            return
