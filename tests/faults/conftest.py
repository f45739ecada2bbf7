"""A shop, a fault server and a clock for both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.server import FaultServer
from tests.faults.shop import FakeClock, Shop


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def server(clock: FakeClock) -> Iterator[FaultServer]:
    server = FaultServer(clock=clock.monotonic)
    with server:
        yield server
    assert server.errors == []


@pytest.fixture
def shop(tmp_path: Path, server: FaultServer, clock: FakeClock) -> Iterator[Shop]:
    shop = Shop(tmp_path, server.url, clock)
    yield shop
    shop.close()
