"""What all connections to a sandbox share: its data, its faults, how fast it may be asked."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from ordermanager.sandbox.adding import OrderDesk
from ordermanager.sandbox.ledger import Ledger
from ordermanager.sandbox.looking import LookingDesk, Reply, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.sandbox.data import SandboxData
    from ordermanager.sandbox.faults import Faults


class SandboxState:
    """What all connections share."""

    def __init__(
        self,
        data: SandboxData,
        faults: Faults,
        *,
        latency_ms: int,
        repeat_window_seconds: float,
        requests_per_second: int | None,
        clock: Callable[[], float],
    ) -> None:
        self.faults = faults
        self.ledger = Ledger(data)
        self.desk = OrderDesk(data, repeat_window_seconds, clock)
        self.look = LookingDesk(data, self.ledger)
        self._latency = latency_ms / 1000
        self._per_second = requests_per_second
        self._clock = clock
        self._times: deque[float] = deque()
        self._lock = threading.Lock()
        self._stopping = threading.Event()

    def pause(self) -> None:
        """Take the time that a server far away would take."""
        if self._latency > 0:
            self._stopping.wait(self._latency)

    def wait_for_end(self) -> None:
        """Never answer."""
        self._stopping.wait()

    def end(self) -> None:
        """Let everything that waits go on."""
        self._stopping.set()

    def too_fast(self) -> Reply | None:
        """A refusal where a second has seen more requests than allowed."""
        if self._per_second is None:
            return None
        with self._lock:
            now = self._clock()
            while self._times and now - self._times[0] >= 1:
                self._times.popleft()
            if len(self._times) >= self._per_second:
                refusal = problem(429, f"More than {self._per_second} requests per 1 second")
                return Reply(refusal.status, refusal.document, {"Retry-After": "1"})
            self._times.append(now)
            return None
