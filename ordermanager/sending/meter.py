"""Counts what a run has done, how fast, and tells it at a pace that a person can follow."""

from __future__ import annotations

import contextlib
from collections import deque
from typing import TYPE_CHECKING

from ordermanager.sending.progress import Progress, RunState
from ordermanager.store.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ordermanager.clock import Clock
    from ordermanager.domain.sentences import Sentence
    from ordermanager.store.outbox.records import Balance

SHORTEST_PAUSE = 0.1
"""Seconds between two notices of the same state: at most ten a second."""

WINDOW = 10.0
"""Seconds of work over which the rate is smoothed."""


class Rate:
    """Orders a second over the last seconds of work; waiting and pausing are not work."""

    def __init__(self) -> None:
        self._steps: deque[tuple[float, int]] = deque()  # seconds that a batch took, orders that it settled

    def add(self, seconds: float, orders: int) -> None:
        """A batch of `orders` took so long."""
        self._steps.append((max(seconds, 1e-6), orders))
        while len(self._steps) > 1 and sum(step for step, _ in self._steps) - self._steps[0][0] > WINDOW:
            self._steps.popleft()

    @property
    def value(self) -> float:
        """Orders a second; 0 before the first batch."""
        seconds = sum(step for step, _ in self._steps)
        return sum(orders for _, orders in self._steps) / seconds if seconds else 0.0


class Meter:
    """Asks the workspace for the run's balance and passes it on as Progress, with rate and time left."""

    def __init__(
        self, balance: Callable[[], Balance], tell: Callable[[Progress], None], clock: Clock
    ) -> None:
        self._balance = balance
        self._last = balance()
        self._tell = tell
        self._clock = clock
        self._rate = Rate()
        self._told_at = float("-inf")
        self._told_state: RunState | None = None

    def settled(self, seconds: float, orders: int) -> None:
        """A batch took so many seconds and settled so many orders."""
        self._rate.add(seconds, orders)

    def show(
        self,
        state: RunState,
        reason: Sentence | None = None,
        not_before: datetime | None = None,
        *,
        always: bool = False,
    ) -> None:
        """Tell, unless the same state was told less than a tenth of a second ago."""
        now = self._clock.monotonic()
        if not always and state is self._told_state and now - self._told_at < SHORTEST_PAUSE:
            return
        self._told_at, self._told_state = now, state
        self._tell(self._progress(state, reason, not_before))

    def _progress(self, state: RunState, reason: Sentence | None, not_before: datetime | None) -> Progress:
        # it may be what the notice is about; then the last figures stand
        with contextlib.suppress(WorkspaceError):
            self._last = self._balance()
        balance = self._last
        rate = self._rate.value
        return Progress(
            total=balance.total,
            done=balance.accepted + balance.rejected + balance.unconfirmed,
            accepted=balance.accepted,
            rejected=balance.rejected,
            unconfirmed=balance.unconfirmed,
            waiting=balance.waiting,
            batches=balance.batches,
            attempts=balance.attempts,
            rate=rate,
            seconds_left=balance.waiting / rate if rate and state is RunState.SENDING else None,
            state=state,
            reason=reason,
            not_before=not_before,
        )
