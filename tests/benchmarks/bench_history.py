"""The event history at 1,000,000 events: from the question to rows on the screen; and a JSON pane with five megabytes.

The workspace is made once (two minutes) and kept in the temporary folder. `ORDERMANAGER_BENCH_EVENTS` sets another
number of events.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QTimer

from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.ui.app import make_application
from ordermanager.ui.history import HistoryPage
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.json_view import JsonView
from tests.benchmarks.long_history import first_words, long_history

EVENTS = int(os.environ.get("ORDERMANAGER_BENCH_EVENTS", "1000000"))
RUNS = 5
JSON_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of each run."""

    name: str
    runs: tuple[float, ...]
    goal: float

    def __str__(self) -> str:
        median = statistics.median(self.runs)
        mark = "" if median <= self.goal else "  OVER"
        goal, worst = self.goal * 1000, max(self.runs) * 1000
        return f"{self.name}: {median * 1000:.0f} ms (goal ≤ {goal:.0f}), worst {worst:.0f}{mark}"


def run() -> Iterator[Measured]:
    app = make_application()
    services = Services.open(long_history(EVENTS), key_store=KeyStore.in_memory(), read_only=True)
    jobs = Jobs(app)
    page = HistoryPage(services, jobs)
    page.resize(1200, 800)
    page.show()

    def first_rows(query: EventQuery) -> float:
        """Until the first rows are painted; then waits until the rest is there, which does not count."""
        jobs.wait_idle(120_000)
        loop = QEventLoop()
        page.model.replaced.connect(loop.quit)
        page.model.counted.connect(loop.quit)
        start = time.perf_counter()
        page.show_query(query)
        QTimer.singleShot(60_000, loop.quit)
        loop.exec()
        page.table.viewport().repaint()
        seconds = time.perf_counter() - start
        page.model.replaced.disconnect(loop.quit)
        page.model.counted.disconnect(loop.quit)
        jobs.wait_idle(120_000)
        return seconds

    def measure(name: str, query: EventQuery, goal: float = 0.1) -> Measured:
        other = EventQuery(search="B-0500000")
        runs = []
        for _ in range(RUNS):
            first_rows(other)
            runs.append(first_rows(query))
        return Measured(f"{EVENTS:,} events, {name}", tuple(runs), goal)

    yield measure("opening", EventQuery())
    for column in ("event_key", "email", "kind", "name", "account", "batch"):
        yield measure(f"sorted by {column}", EventQuery(sort=column, descending=False))
    for name, filters in (
        ("only refused ones (1 in 1000)", EventFilters(kinds=frozenset({"rejected"}))),
        ("a rare event (1 in 10,000)", EventFilters(statuses=frozenset({"ABANDONED_SHOPPING_CART"}))),
        ("one account, one month", EventFilters(account="Shop", begin="2025-01-01", end="2025-02-01")),
        ("one run of 10,000", EventFilters(run_id=7)),
        (
            "an amount and a currency that all have",
            EventFilters(least=Decimal(10), currencies=frozenset({"UAH"})),
        ),
        ("an amount that none has", EventFilters(least=Decimal(11))),
    ):
        yield measure(name, EventQuery(filters=filters))
    for column, part in (
        ("phone", "0061728"),
        ("event_key", "b-0123456"),
        ("email", "son61728@"),
        ("contact", "SON61728@"),
        ("contact", "061728"),
        ("phone", "7"),
    ):
        yield measure(f"{column} contains {part}", EventQuery(filters=EventFilters(texts=((column, part),))))
    month = EventFilters(begin="2025-01-01", end="2025-02-01")
    for column in ("event_key", "email"):
        yield measure(f"one month by {column}", EventQuery(sort=column, descending=False, filters=month))
        open_end = EventFilters(begin="2025-08-15")
        yield measure(f"since a day by {column}", EventQuery(sort=column, descending=False, filters=open_end))
    for name, text in first_words():
        yield measure(f"searching {name}", EventQuery(search=text))
    yield from _json(jobs)
    jobs.shut_down()
    services.close()


def _json(jobs: Jobs) -> Iterator[Measured]:
    view = JsonView(jobs=jobs)
    view.resize(900, 700)
    view.show()
    item = '{"externalItemId":"A-1","name":"Tea","cost":1.00,"quantity":1}'
    order = f'{{"externalOrderId":"1","totalCost":10.50,"email":"olena@example.com","items":[{",".join([item] * 10)}]}}'
    text = '{"orders":[' + ",".join([order] * (JSON_BYTES // len(order))) + "]}"
    opened, gaps = [], []
    for _ in range(RUNS):
        view.set_json("{}")
        ticks: list[float] = []
        seconds = _open(view, text, ticks)
        opened.append(seconds)
        gaps.append(max(after - before for before, after in pairwise(ticks)))
    size = f"a JSON pane with {len(text) / 1e6:.1f} MB"
    yield Measured(f"{size}: open", tuple(opened), 0.15)
    yield Measured(f"{size}: longest time the window did not answer while all of it came", tuple(gaps), 0.15)


def _open(view: JsonView, text: str, ticks: list[float]) -> float:
    """Seconds until the first lines are painted; returns when everything, the tree too, is there."""
    watch = QTimer()
    watch.timeout.connect(lambda: ticks.append(time.perf_counter()))
    watch.start(1)
    trees: list[bool] = []
    counted = view.read.connect(lambda: trees.append(True))
    start = time.perf_counter()
    _until(lambda: view.set_json(text), view.shown)
    view.repaint()
    seconds = time.perf_counter() - start
    done = QEventLoop()
    poll = QTimer()
    poll.timeout.connect(lambda: done.quit() if trees and view._text_view.is_complete else None)
    poll.start(20)
    done.exec()
    view.read.disconnect(counted)
    return seconds


def _until(work: Callable[[], object], signal: object) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]
    work()
    loop.exec()
    signal.disconnect(loop.quit)  # type: ignore[attr-defined]
