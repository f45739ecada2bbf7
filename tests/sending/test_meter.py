"""Progress: how fast, how often, how long still."""

from __future__ import annotations

import asyncio

from ordermanager.domain.sentences import Sentence
from ordermanager.sending.meter import Meter, Rate
from ordermanager.sending.progress import Progress, RunReport, RunState
from ordermanager.store.errors import WorkspaceFull
from ordermanager.store.outbox.records import Balance
from tests.faults.shop import FakeClock


def test_the_rate_is_smoothed_over_the_last_seconds_of_work() -> None:
    rate = Rate()
    assert rate.value == 0
    for _ in range(20):
        rate.add(1.0, 50)
    assert rate.value == 50
    for _ in range(20):
        rate.add(1.0, 200)
    assert rate.value == 200


def meter(clock: FakeClock) -> tuple[Meter, list[Progress]]:
    seen: list[Progress] = []
    return Meter(lambda: Balance(1000, 90, 5, 5, 900, 1, 1), seen.append, clock), seen


def test_it_tells_at_most_ten_times_a_second_unless_the_state_changes() -> None:
    clock = FakeClock()
    mine, seen = meter(clock)
    for _ in range(1000):
        mine.show(RunState.SENDING)
        clock.passed += 0.01
    assert 90 <= len(seen) <= 101
    mine.show(RunState.OFFLINE, Sentence("no network"))
    assert (seen[-1].state, str(seen[-1].reason)) == (RunState.OFFLINE, "no network")


def test_time_left_follows_from_rate_and_what_waits() -> None:
    mine, seen = meter(FakeClock())
    mine.show(RunState.SENDING)
    assert (seen[-1].rate, seen[-1].seconds_left) == (0, None)
    mine.settled(2.0, 100)
    mine.show(RunState.SENDING, always=True)
    assert (seen[-1].rate, seen[-1].seconds_left, seen[-1].done) == (50, 18, 100)
    mine.show(RunState.WAITING)
    assert seen[-1].seconds_left is None


def test_it_tells_the_last_figures_while_the_workspace_cannot_be_read() -> None:
    figures = [Balance(3, 1, 0, 0, 2, 1, 1)]

    def balance() -> Balance:
        if figures:
            return figures.pop()
        raise WorkspaceFull("full")

    seen: list[Progress] = []
    mine = Meter(balance, seen.append, FakeClock())
    mine.show(RunState.WAITING)
    assert seen[0].accepted == 1


def test_a_report_as_json() -> None:
    report = RunReport(5, 3, 1, 0, 1, 2, 2, 1.23456, Sentence("Stopped after {n}.", {"n": 4}))
    assert report.closes
    assert report.as_json() == {
        "total": 5,
        "accepted": 3,
        "rejected": 1,
        "unconfirmed": 0,
        "waiting": 1,
        "batches": 2,
        "attempts": 2,
        "seconds": 1.235,
        "stopped": "Stopped after 4.",
    }
    assert not RunReport(5, 3, 1, 0, 0, 2, 2, 1.0).closes


def test_the_real_clock_sleeps_until_its_time_or_until_it_is_woken() -> None:
    from ordermanager.clock import SystemClock

    async def both() -> tuple[float, float]:
        clock, wake = SystemClock(), asyncio.Event()
        start = clock.monotonic()
        await clock.sleep(0.05, wake)
        middle = clock.monotonic()
        wake.set()
        await clock.sleep(None, wake)
        return middle - start, clock.monotonic() - middle

    slept, woken = asyncio.run(both())
    assert slept >= 0.049
    assert woken < 5
    assert SystemClock().now().tzinfo is not None
