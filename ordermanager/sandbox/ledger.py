"""What the sandbox has received and applied, for tests and for the sandbox's own pages."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.sandbox.data import SandboxData


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request as it came. `status` is None where it was not answered; `applied` orders were taken,
    `failed` named."""

    at: datetime
    method: str
    path: str
    size: int = 0
    count: int = 0
    sha256: str = ""
    status: int | None = None
    applied: int = 0
    failed: int = 0

    def as_json(self) -> dict[str, Any]:
        """The record with camelCase names."""
        return {
            "at": self.at.isoformat(),
            "method": self.method,
            "path": self.path,
            "size": self.size,
            "count": self.count,
            "sha256": self.sha256,
            "status": self.status,
            "applied": self.applied,
            "failed": self.failed,
        }


class Ledger:
    """Reads the sandbox's data as it is at the moment of asking."""

    def __init__(self, data: SandboxData) -> None:
        self._data = data
        self._lock = threading.Lock()
        self._requests: list[RequestRecord] = []

    @property
    def orders(self) -> dict[str, bytes]:
        """The newest JSON of each order by its externalOrderId, byte for byte as it came."""
        return self._data.bodies()

    @property
    def events(self) -> dict[tuple[str, str], int]:
        """How many events each (externalOrderId, status) has raised: 1 is right, 2 is a customer who was
        written to twice."""
        return self._data.event_counts()

    @property
    def requests(self) -> list[RequestRecord]:
        """Every request since the start of this server, oldest first."""
        with self._lock:
            return list(self._requests)

    @property
    def order_requests(self) -> list[RequestRecord]:
        """The requests to add orders among them."""
        return [record for record in self.requests if record.method == "POST"]

    def note(self, record: RequestRecord) -> None:
        """Add a request; called before its answer goes out, so that who has the answer finds the record."""
        with self._lock:
            self._requests.append(record)
