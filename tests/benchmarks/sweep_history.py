"""Every filter, search and sort of the Event history in each other's company: how soon its first rows are there.

`python -m tests.benchmarks.sweep_history [how many of the worst to print] [part of a title]`. Judge by CPU time on a
busy machine.
"""

from __future__ import annotations

import itertools
import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.store.history.sorts import EVENT_SORTS
from ordermanager.store.workspace import Workspace
from tests.benchmarks.long_history import long_history

EVENTS = 1_000_000
Query = TypeVar("Query")
FIRST = 64
GOAL, TRIES = 0.1, 3
FILTERS = {
    "all": EventFilters(),
    "refused": EventFilters(kinds=frozenset({"rejected"})),
    "accepted": EventFilters(kinds=frozenset({"accepted"})),
    "delivered": EventFilters(statuses=frozenset({"DELIVERED"})),
    "carts": EventFilters(statuses=frozenset({"ABANDONED_SHOPPING_CART"})),
    "an account": EventFilters(account="Shop"),
    "an early month": EventFilters(begin="2024-03-01", end="2024-04-01"),
    "a later month": EventFilters(begin="2025-01-01", end="2025-02-01"),
    "a month and delivered": EventFilters(
        begin="2025-01-01", end="2025-02-01", statuses=frozenset({"DELIVERED"})
    ),
    "a month and an account": EventFilters(account="Shop", begin="2025-01-01", end="2025-02-01"),
    "a year": EventFilters(begin="2025-01-01", end="2026-01-01"),
    "before": EventFilters(end="2024-06-01"),
    "a run": EventFilters(run_id=7),
    "a key has 1": EventFilters(texts=(("event_key", "1"),)),
    "a contact has son61": EventFilters(texts=(("contact", "son61"),)),
    "a contact has 0061728": EventFilters(texts=(("contact", "0061728"),)),
    "a phone has 4 and an account": EventFilters(account="Shop", texts=(("phone", "4"),)),
}
SEARCHES = (
    "", "b", "B-", "B-0", "B-01", "B-09", "B-012", "person", "person4", "person6", "person61", "067", "067 006",
    "38067", "+38 (067) 006", "shevchenko", "olena shev", "olena B-01", "example", "nobody", "B-0123456",
    "person61728@example.com",
)  # fmt: skip


def queries() -> Iterator[tuple[str, EventQuery]]:
    for (name, filters), text, sort, descending in itertools.product(
        FILTERS.items(), SEARCHES, EVENT_SORTS, (True, False)
    ):
        title = f"{name} | {text or '-'} | {sort} {'down' if descending else 'up'}"
        yield (
            title,
            EventQuery(search=text, filters=filters, sort=sort, descending=descending, limit=FIRST),
        )


def report(questions: Iterable[tuple[str, Query]], ids: Callable[[Query], Sized]) -> None:
    """Asks all whose title has what the second argument says. What seems to be slow is asked again, and its best time
    counts, since other programs take the processor's memory away."""
    worst = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    measured = []
    for title, query in questions:
        if only not in title:
            continue
        cpu = seconds = math.inf
        for _ in range(TRIES):
            start, before = time.perf_counter(), time.process_time()
            found = len(ids(query))
            times = time.process_time() - before, time.perf_counter() - start
            cpu, seconds = min((cpu, seconds), times)
            if cpu < GOAL * 0.8:
                break
        measured.append((cpu, seconds, found, title))
    measured.sort(reverse=True)
    over = sum(cpu > GOAL for cpu, *_ in measured)
    print(f"{len(measured)} questions, {over} over 100 ms of CPU (load {os.getloadavg()[0]:.1f}); the worst:")
    for cpu, seconds, found, title in measured[:worst]:
        print(f"{cpu * 1000:6.0f} ms CPU {seconds * 1000:6.0f} ms  {found:3} rows  {title}")


def main() -> None:
    workspace = Workspace.create_or_open(long_history(EVENTS), read_only=True)
    report(queries(), workspace.events.ids)
    workspace.close()


if __name__ == "__main__":
    main()
