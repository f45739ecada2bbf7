"""How long to wait and how much to send at once: pure rules, all times in seconds."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

BACKOFF_BASE = 2.0
BACKOFF_CAP = 300.0
SHORTEST_WAIT = 1.0
LONGEST_WAIT = 3600.0
"""design.md 5: Retry-After is clamped to 1 s … 1 h; without one full jitter, base 2 s, cap 5 min."""

REPEAT_AFTER = 61.0
"""An identical body within a minute draws 409 (yespo-api.md 2.3, 2.5); a second more because clocks differ."""


def backoff(failures: int, random: Callable[[], float]) -> float:
    """Full jitter: anything between nothing and 2, 4, 8 … 300 seconds after the first, second, third … failure.

    `random` gives numbers in [0, 1). The shortest wait is a second, so that no storm of requests is possible.
    """
    ceiling = min(BACKOFF_CAP, BACKOFF_BASE * 2.0 ** min(max(failures, 1) - 1, 30))
    return max(SHORTEST_WAIT, ceiling * random())


def server_wait(retry_after: float | None, failures: int, random: Callable[[], float]) -> float:
    """How long to leave a server alone that asked for it: as it said, within bounds, else by `backoff`."""
    if retry_after is None:
        return backoff(failures, random)
    return min(max(retry_after, SHORTEST_WAIT), LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class BatchSize:
    """How many orders, and how many bytes, the next request may carry.

    A small batch bounds the damage of a doubt, a large one is quicker: doubled after each clean full batch, halved
    after a doubt (design.md 5). Bytes only shrink: the server's limit does not grow.
    """

    count: int
    limit: int
    max_bytes: int

    def after_clean(self, members: int) -> BatchSize:
        """A whole batch of `members` was answered for; one that was not full says nothing about larger ones."""
        return self if members < self.count else replace(self, count=min(self.limit, self.count * 2))

    def after_doubt(self) -> BatchSize:
        """Nobody knows what became of a batch."""
        return replace(self, count=max(1, self.count // 2))

    def after_too_large(self, members: int, size: int) -> BatchSize:
        """The server refused a request of `members` orders and `size` bytes as too large."""
        return replace(
            self,
            count=max(1, min(self.count, members // 2)),
            max_bytes=max(1, min(self.max_bytes, size // 2)),
        )

    def after_refused(self, members: int) -> BatchSize:
        """A whole batch of `members` goes back to the queue: the next must differ from it, so it is smaller."""
        return replace(self, count=max(1, min(self.count, members // 2)))


@dataclass(slots=True)
class Repeats:
    """When which body last left, so that none leaves twice within REPEAT_AFTER, however the wall clock jumps.

    A body is known by its revisions, which never change. What earlier runs sent is on the disk: `wait` is given it.
    """

    _left_at: OrderedDict[tuple[int, ...], float] = field(default_factory=OrderedDict)
    _ahead: dict[tuple[int, ...], float] = field(default_factory=dict)

    def note(self, members: tuple[int, ...], now: float) -> None:
        """This body leaves now (monotonic seconds)."""
        while self._left_at and now - next(iter(self._left_at.values())) >= REPEAT_AFTER:
            self._left_at.popitem(last=False)
        self._left_at[members] = now
        self._left_at.move_to_end(members)

    def wait(self, members: tuple[int, ...], now: float, stored_age: float | None = None) -> float:
        """Seconds until this body may leave again; 0 where it may leave now.

        `stored_age`: how many seconds ago the workspace says that it left. From the future (the clock has been put back
        since) it counts as the moment when that is first seen, lest it wait until the clock has caught up.
        """
        left_at = self._left_at.get(members)
        here = 0.0 if left_at is None else left_at + REPEAT_AFTER - now
        if stored_age is not None and stored_age < 0:
            stored = self._ahead.setdefault(members, now) + REPEAT_AFTER - now
        else:
            stored = 0.0 if stored_age is None else REPEAT_AFTER - stored_age
        return max(0.0, here, stored)
