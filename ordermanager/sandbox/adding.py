"""POST /v1/orders of the sandbox: limits, repeats, per-order checks, upsert, events (yespo-api.md 2.3,
2.4)."""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ordermanager.sandbox.reading import MOST_ORDERS, MalformedRequest, fault_of, read_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.sandbox.data import SandboxData


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one request: the status and JSON to answer, and the figures for the ledger."""

    status: int
    answer: dict[str, Any] = field(default_factory=dict)
    sha256: str = ""
    count: int = 0
    applied: int = 0
    failed: int = 0


class OrderDesk:
    """Takes requests of orders. `repeat_window` and `clock` are seconds; a window of 0 lets repeats pass."""

    def __init__(
        self, data: SandboxData, repeat_window: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._data = data
        self._window = repeat_window
        self._clock = clock
        self._lock = threading.Lock()
        self._recent: dict[str, float] = {}

    def add(self, body: bytes) -> Added:
        """Apply the request, or say why not. Nothing is applied with any status but 200."""
        digest = hashlib.sha256(body).hexdigest()
        try:
            orders = read_request(body)
        except MalformedRequest as error:
            return Added(400, {"status": 400, "message": str(error)}, digest)
        if len(orders) > MOST_ORDERS:
            message = f"Too many orders: {len(orders)}, at most {MOST_ORDERS} are allowed in one request"
            return Added(400, {"status": 400, "message": message}, digest, len(orders))
        if self._is_repeated(digest):
            return Added(
                409, {"status": 409, "message": "Repeated request within 1 minute"}, digest, len(orders)
            )
        good, failed = [], []
        for order in orders:
            if message := fault_of(order):
                failed.append({"externalOrderId": order.value.get("externalOrderId"), "message": message})
            else:
                good.append(order)
        self._data.apply(good, datetime.now(UTC))
        return Added(200, {"failedOrders": failed}, digest, len(orders), len(good), len(failed))

    def _is_repeated(self, digest: str) -> bool:
        if self._window <= 0:
            return False
        now = self._clock()
        with self._lock:
            self._recent = {key: at for key, at in self._recent.items() if now - at < self._window}
            if digest in self._recent:
                return True
            self._recent[digest] = now
            return False
