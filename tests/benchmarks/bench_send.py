"""100,000 queued orders to a server that answers at once, against a bare httpx loop posting ready-made bodies.

Both open a fresh connection for each request, as the sender does (design.md 5).
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
from ordermanager.store import OrderQuery
from tests.benchmarks.measure import Comparison, compare, seconds
from tests.benchmarks.samples import write_orders_csv

ORDERS = 100_000
BATCH = 1000


@contextmanager
def instant_server() -> Iterator[str]:
    """The address of a server in a process of its own, so that it does not share our interpreter."""
    script = Path(__file__).with_name("instant_server.py")
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
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
                    f"{url}/v1/orders", content=body, headers={"Content-Type": "application/json"}
                )
                response.raise_for_status()

    asyncio.run(post())


def run() -> Iterator[Comparison]:
    with tempfile.TemporaryDirectory() as folder, instant_server() as url:
        source = Path(folder) / "orders.csv"
        write_orders_csv(source, ORDERS)
        services = Services.open(Path(folder) / "workspace")
        try:
            services.accounts.add("bench", url, key="key")
            services.importing.run(services.importing.prepare(source))
            sample = services.orders.json_preview(1).encode()
            bodies = [b'{"orders":[' + b",".join([sample] * BATCH) + b"]}"] * (ORDERS // BATCH)

            services.outbox.queue(None)

            def ours() -> float:
                took = seconds(lambda: services.sending.send("bench"))
                services.outbox.send_again(services.orders.list_ids(OrderQuery(folder=Folder.SENT)))
                return took

            yield compare(
                "sending 100,000 orders",
                ours,
                lambda: seconds(lambda: post_bodies(url, bodies)),
                "a bare httpx loop",
                goal=1.25,
            )
        finally:
            services.close()
