"""What can be asked of the sandbox, and deleted: the reading side of the API, and pages that only the sandbox
has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.sandbox.data import SandboxData
    from ordermanager.sandbox.ledger import Ledger

_SEARCH = ("email", "sms", "firstname", "lastname", "externalCustomerId")
_LONGEST_RANGE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to be: `document` goes out as JSON, `raw` (JSON text already) in its place if it is there."""

    status: int
    document: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: str | None = None


def problem(status: int, message: str) -> Reply:
    """A refusal in the form that the API's own have."""
    return Reply(status, {"status": status, "message": message})


NOT_FOUND = problem(404, "Not found")


class LookingDesk:
    """Answers GET and DELETE."""

    def __init__(self, data: SandboxData, ledger: Ledger) -> None:
        self._data = data
        self._ledger = ledger

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        """Answer a GET for `path`, which begins with /v1 or /sandbox."""
        if path == "/v1/account/info":
            info = {"userEmail": "sandbox@example.com", "organisationName": "Sandbox (training)", "orgId": 1}
            return Reply(200, info)
        if path in ("/v1/version", "/v2/version"):
            return Reply(200, {"version": "sandbox", "protocolVersion": "1.0"})
        if path == "/v1/contacts":
            return self._contacts(query)
        if path.startswith("/v1/contact/"):
            number = path.removeprefix("/v1/contact/")
            card = self._data.people.cards.get(int(number)) if re.fullmatch(r"[0-9]{1,18}", number) else None
            return (
                Reply(200, card) if card else problem(404, f"Contact with id='{number[:40]}' was not found")
            )
        return self._sandbox_page(path, query)

    def _contacts(self, query: Mapping[str, str]) -> Reply:
        wanted = {name: query[name] for name in _SEARCH if query.get(name)}
        if "externalCustomerId" in wanted and len(wanted) > 1:
            return problem(400, "externalCustomerId cannot be combined with other search parameters")
        start, most = query.get("startindex", "1"), query.get("maxrows", "500")
        if not (start.isascii() and start.isdigit() and most.isascii() and most.isdigit() and int(start) > 0):
            return problem(400, "startindex and maxrows must be positive numbers")
        found = self._data.search(wanted)
        page = found[int(start) - 1 : int(start) - 1 + int(most)]
        return Reply(200, page, {"TotalCount": str(len(found))})

    def _sandbox_page(self, path: str, query: Mapping[str, str]) -> Reply:
        if path.startswith("/sandbox/orders/"):
            order = self._data.order(unquote(path.removeprefix("/sandbox/orders/")))
            return Reply(200, order) if order else NOT_FOUND
        if path == "/sandbox/orders":
            keys = ",".join(text.decode("utf-8", "replace") for text in self._data.bodies().values())
            return Reply(200, raw=f'{{"orders":[{keys}]}}')
        if path == "/sandbox/events":
            most = query.get("limit", "100")
            limit = min(int(most), 1_000_000) if most.isascii() and most.isdigit() and len(most) < 10 else 100
            return Reply(200, self._data.events(query.get("eventKey") or None, limit))
        if path == "/sandbox/requests":
            return Reply(200, [record.as_json() for record in self._ledger.requests])
        if path == "/sandbox/summary":
            return Reply(200, self._data.totals())
        return NOT_FOUND

    def delete(self, query: Mapping[str, str]) -> Reply:
        """DELETE /v1/orders: one order, or the orders of at most 24 hours. The real one does it later, this
        one now."""
        key, since, until = query.get("externalOrderId"), query.get("from"), query.get("to")
        if key:
            return Reply(200, {"sandboxDeleted": self._data.delete(key=key)})
        if not (since and until):
            return problem(400, "Incorrect input data: externalOrderId, or both from and to are required")
        start, end = _utc(since), _utc(until)
        if start is None or end is None:
            return problem(400, "Incorrect input data: the date format is yyyy-MM-dd'T'HH:mm:ss")
        if start >= end:
            return problem(400, "Incorrect input data: from must be before to")
        if end - start > _LONGEST_RANGE:
            return problem(400, "Incorrect input data: the range cannot exceed 24 hours")
        return Reply(200, {"sandboxDeleted": self._data.delete(since=start, until=end)})


def _utc(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
