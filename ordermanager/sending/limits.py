"""What bounds a run, and what it needs of a client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ordermanager.api.exchange import Exchange


MOST_IN_FLIGHT = 8
"""More at once would be no quicker for anyone, and so many batches come into doubt when the line breaks."""


class OrdersClient(Protocol):
    """What the sender needs of api.YespoClient."""

    async def post_orders(self, body: bytes) -> Exchange:
        """Send one request; never raises for a fault of the network."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Orders, bytes and seconds. A patience of None waits for ever (the window), a number gives up (the command line).

    `first_batch`: orders in the first request, unless the account remembers a better number. `batch_limit`: the API
    takes 1000 (yespo-api.md 2.5). `max_bytes`: no limit is known, so a moderate one. `deadline`: when a request must be
    over; longer than the client's own. `in_flight`: so many requests may be on their way at once, up to MOST_IN_FLIGHT.
    `pause`: seconds from the beginning of one request to that of the next.
    """

    first_batch: int = 100
    batch_limit: int = 1000
    max_bytes: int = 5_000_000
    offline_patience: float | None = None
    wait_patience: float | None = None
    deadline: float = 150.0
    in_flight: int = 1
    pause: float = 0.0

    def __post_init__(self) -> None:
        in_bounds = (
            1 <= self.batch_limit <= 1000 and 1 <= self.in_flight <= MOST_IN_FLIGHT and self.pause >= 0
        )
        if not in_bounds or self.first_batch < 1 or self.max_bytes < 1:
            raise ValueError(f"no such limits: {self}")
