"""A sandbox, and plain requests to it without our own client."""

from __future__ import annotations

import base64
import http.client
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest

from ordermanager.sandbox.server import SandboxServer


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Shop:
    """Speaks HTTP to a sandbox over a connection of its own per request."""

    def __init__(self, server: SandboxServer, key: str = "key") -> None:
        self.server = server
        self.key = key

    def ask(
        self, method: str, path: str, body: bytes | None = None, key: str | None = None, **headers: str
    ) -> Reply:
        token = base64.b64encode(f"anyone:{self.key if key is None else key}".encode()).decode()
        sent = {"Authorization": f"Basic {token}", "Content-Type": "application/json", **headers}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        try:
            connection.request(method, quote(path, safe="/?&=%:"), body=body, headers=sent)
            answer = connection.getresponse()
            return Reply(
                answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
            )
        finally:
            connection.close()

    def get(self, path: str) -> Reply:
        return self.ask("GET", path)

    def post(self, *orders: Any, **options: Any) -> Reply:
        return self.post_text(json.dumps({"orders": orders}), **options)

    def post_text(self, text: str | bytes, **options: Any) -> Reply:
        return self.ask("POST", "/api/v1/orders", text.encode() if isinstance(text, str) else text, **options)


def order(key: Any = "1001", **changes: Any) -> dict[str, Any]:
    """A good order; a change to None leaves the field out."""
    values = {
        "externalOrderId": key,
        "externalCustomerId": f"C-{key}",
        "totalCost": 10.50,
        "status": "INITIALIZED",
        "date": "2026-11-23T10:00:00+02:00",
        "currency": "UAH",
        "email": f"p{key}@example.com",
        "phone": "380670000001",
        "items": [{"externalItemId": "i", "name": "Thing", "quantity": 1, "cost": 10.5}],
    }
    return {name: value for name, value in {**values, **changes}.items() if value is not None}


@pytest.fixture
def make_order():
    return order


@pytest.fixture
def shop(sandbox):
    return Shop(sandbox)


@pytest.fixture
def start():
    """`start(**options)` gives a Shop for a sandbox with these options."""
    servers = []

    def begin(**options: Any) -> Shop:
        server = SandboxServer(**options)
        server.start()
        servers.append(server)
        return Shop(server)

    yield begin
    for server in servers:
        server.stop()
