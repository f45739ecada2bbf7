"""100,000 queued orders to a server that answers at once, against a bare httpx loop posting ready-made bodies; and what
several requests at once bring where the server takes its time.

The connection policy is the same: a fresh connection for every request (design.md 5), which the bare loop's client
also gives up after each answer, `Connection: close` included.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.store.orders.query import OrderQuery
from tests.benchmarks.measure import Comparison, compare, seconds
from tests.benchmarks.samples import write_orders_csv
from tests.benchmarks.stages import watched

ORDERS = 100_000
BATCH = 1000
SLOW_ORDERS = 80_000
LATENCY = 0.2


@contextmanager
def instant_server(latency: float = 0.0) -> Iterator[str]:
    """The address of a server in a process of its own, so that it does not share our interpreter. `latency`: seconds
    that it thinks before each answer."""
    script = Path(__file__).with_name("instant_server.py")
    with subprocess.Popen(
        [sys.executable, str(script), str(latency)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/api"
        process.stdin.close()


def post_bodies(url: str, bodies: list[bytes]) -> None:
    """The bare loop: one request after the other, nothing recorded."""

    async def post() -> None:
        limits = httpx.Limits(max_keepalive_connections=0)
        headers = {"Content-Type": "application/json"}
        async with httpx.AsyncClient(
            limits=limits, trust_env=False, auth=("user", "key"), headers=headers
        ) as client:
            for body in bodies:
                response = await client.post(
                    f"{url}/v1/orders", content=body, headers={"Connection": "close"}
                )
                response.raise_for_status()

    asyncio.run(post())


@contextmanager
def shop(folder: Path, url: str, orders: int) -> Iterator[Services]:
    """A workspace with so many orders in its outbox and an account at `url`."""
    source = folder / "orders.csv"
    write_orders_csv(source, orders)
    services = Services.open(folder / "workspace")
    try:
        services.accounts.add("bench", url, key="key")
        services.importing.run(services.importing.prepare(source))
        services.outbox.queue(None)
        yield services
    finally:
        services.close()


def send_all(services: Services) -> float:
    """Seconds of one run; then everything is queued again."""
    took = seconds(lambda: services.sending.send("bench"))
    services.outbox.send_again(services.orders.list_ids(OrderQuery(folder=Folder.SENT)))
    return took


def run() -> Iterator[Comparison | str]:
    yield from against_a_bare_loop()
    yield from several_at_once()


def against_a_bare_loop() -> Iterator[Comparison | str]:
    with (
        tempfile.TemporaryDirectory() as folder,
        instant_server() as url,
        shop(Path(folder), url, ORDERS) as services,
    ):
        sample = services.orders.json_preview(1).encode()
        bodies = [b'{"orders":[' + b",".join([sample] * BATCH) + b"]}"] * (ORDERS // BATCH)
        yield compare(
            "sending 100,000 orders",
            lambda: send_all(services),
            lambda: seconds(lambda: post_bodies(url, bodies)),
            "a bare httpx loop",
            goal=1.25,
        )
        with watched() as stages:
            services.sending.send("bench")
        yield from stages.lines(ORDERS // BATCH)


def several_at_once() -> Iterator[Comparison]:
    """How much longer one request at a time takes than eight; at least six times is the goal."""
    with (
        tempfile.TemporaryDirectory() as folder,
        instant_server(LATENCY) as url,
        shop(Path(folder), url, SLOW_ORDERS) as services,
    ):

        def with_in_flight(number: int) -> float:
            services.accounts.update("bench", in_flight=number)
            return send_all(services)

        with_in_flight(1)  # from now on the account remembers full batches
        yield compare(
            f"one request at a time, {LATENCY * 1000:.0f} ms latency (more is better, goal: at least 6)",
            lambda: with_in_flight(1),
            lambda: with_in_flight(8),
            "eight at once",
            runs=2,
        )
