"""The sender: takes what is due from the outbox and sends it, batch by batch, until nothing is due or something stops it.

Knows no Qt. `run()` blocks its thread and owns an asyncio loop; every other method may be called from any thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ordermanager.sending.clock import Clock, SystemClock
from ordermanager.sending.progress import Progress, RunReport

if TYPE_CHECKING:
    from ordermanager.api.client import Exchange
    from ordermanager.domain.statuses import Status
    from ordermanager.store import AccountRecord, Workspace


class OrdersClient(Protocol):
    """What the sender needs of api.YespoClient."""

    async def post_orders(self, body: bytes) -> Exchange:
        """Send one request; never raises for a fault of the network."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a run. Times in seconds; a patience of None waits for ever (the window), a number gives up (the command line)."""

    first_batch: int = 100
    batch_limit: int = 1000
    max_bytes: int = 5_000_000
    offline_patience: float | None = None
    wait_patience: float | None = None
    deadline: float = 150.0


class Sender:
    """Sends the outbox to one account. `run()` takes the workspace's SenderLock itself (raises SenderBusy if another holds it).

    With `stay` it waits for more instead of returning when the outbox is empty: call `wake()` after something was queued.
    """

    def __init__(
        self,
        workspace: Workspace,
        account: AccountRecord,
        make_client: Callable[[], OrdersClient],
        *,
        clock: Clock | None = None,
        on_progress: Callable[[Progress], None] = lambda _: None,
        limits: Limits | None = None,
        statuses: frozenset[Status] | None = None,
        stay: bool = False,
    ) -> None: ...

    def run(self) -> RunReport:
        """Send until nothing is due or something stops it; the report of the last run. Raises KnownError."""

    def wake(self) -> None:
        """Something was queued, or a wait should be tried again now."""

    def pause(self) -> None:
        """Finish the batch in flight, then hold still until `resume()`."""

    def resume(self) -> None:
        """Go on after `pause()`."""

    def stop(self) -> None:
        """Finish the batch in flight (up to its deadline), then return from `run()`."""

    def abandon(self) -> None:
        """Stop without waiting for the answer in flight: its orders become unconfirmed."""
