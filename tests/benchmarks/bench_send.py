"""100,000 queued orders to a server that answers at once, against a bare httpx loop posting ready-made bodies; and what
several requests at once bring where the server takes its time.

The connection policy is the same: a fresh connection for every request (design.md 5), which the bare loop's client
also gives up after each answer, `Connection: close` included. A second program (least.py) says what is left of a bare
loop where each order has a row that is on the disk before and after its request, which no program can do without that
must neither lose an order nor send it twice.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.store.orders.query import OrderQuery
from tests.benchmarks.measure import Comparison, compare, in_turn, seconds
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


@contextmanager
def least_program(url: str, body: bytes) -> Iterator[Callable[[str], float]]:
    """Asks least.py, in a process of its own, how many seconds `bare` or `rows` takes."""
    script = Path(__file__).with_name("least.py")
    with subprocess.Popen(
        [sys.executable, str(script), url, str(ORDERS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        tell, answers = process.stdin, process.stdout

        def ask(what: str) -> float:
            tell.write(what.encode() + b"\n")
            tell.flush()
            return float(answers.readline())

        tell.write(b"%d\n" % len(body) + body)
        yield ask
        tell.close()


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
        with least_program(url, b'{"orders":[' + b",".join([sample] * BATCH) + b"]}") as ask:
            bare, rows, ours = in_turn(lambda: ask("bare"), lambda: ask("rows"), lambda: send_all(services))
        yield Comparison("sending 100,000 orders", ours, bare, "a bare httpx loop", goal=1.25)
        least = "the least that keeps a row for each order (two steps, each on the disk)"
        yield Comparison(f"  {least}", rows, bare, "a bare httpx loop", goal=None)
        yield Comparison("  sending 100,000 orders", ours, rows, "that least", goal=None)
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
