"""The long selection: `python3 packaging/dev.py soak [MINUTES]` (10 unless told). Prints what it did and what it found.

Every fault, every power cut and every refusal of the disk in a recorded run, 200 kills, two programs at once for a
minute; what is left of the time goes into the search with the state machine. Exit code 1 where anything was lost,
doubled, or left open.
"""

from __future__ import annotations

import logging
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.disk import Trouble
from tests.faults.kills import round_of_kills, two_at_once
from tests.faults.modes import MODES
from tests.faults.power import record, survive_cut, survive_trouble
from tests.faults.server import FaultServer
from tests.faults.shop import FakeClock, Shop
from tests.faults.test_state_machine import Sending
from tests.faults.verdict import Verdict, judge

KILLS = 200
KILLS_PER_ROUND = 20
ORDERS_PER_ROUND = 3000
ORDERS_PER_RECORDED_RUN = 40
IN_FLIGHT = (1, 3, 8)
SHARE_OF_CUTS = 0.2
LONGEST_TOGETHER = 60.0
LEAST_SEARCH = 30.0
EXAMPLES_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; `what` counts the trials."""

    name: str
    what: str
    verdict: Verdict
    note: str = ""


def every_fault(folder: Path) -> Line:
    """Each fault on the first request, before and after the orders are applied."""
    total = Verdict()
    for mode in MODES:
        clock = FakeClock()
        with FaultServer(mode.fault, clock=clock.monotonic) as server:
            shop = Shop(folder / mode.name, server.url, clock)
            shop.fill(20)
            shop.send(total=0.4 if mode.name.startswith(("hang", "drip", "endless")) else 10.0)
            total += judge(shop, server.ledger, [f"A{number}" for number in range(20)])
            shop.close()
        assert server.errors == []
    return Line("faults of the server", "faults", total)


def every_power_cut(folder: Path, seconds: float) -> Line:
    """At every step of the run, with other dice each time, as long as there is time; at least once."""
    run = record(folder / "shop", ORDERS_PER_RECORDED_RUN)
    end, seed, total = time.monotonic() + seconds, 0, Verdict()
    while seed == 0 or time.monotonic() < end:
        dice = random.Random(seed)
        seed += 1
        for at in range(run.began, len(run.disk.steps) + 1):
            total += survive_cut(run, at, dice)
            if seed > 1 and time.monotonic() > end:
                break
    steps = len(run.disk.steps) - run.began
    return Line("power cut at every step", "cuts", total, f"{steps} steps of the disk, {seed} times")


def every_refusal(folder: Path) -> Iterator[Line]:
    """From the first write of a run to the last."""
    kinds = [
        ("disk full from a write on", apsw.FullError, False, 10**9),
        ("disk full for three writes", apsw.FullError, False, 3),
        ("disk broken from a write on", apsw.IOError, False, 10**9),
        ("disk does not sync any more", apsw.IOError, True, 10**9),
        ("disk does not sync once", apsw.IOError, True, 1),
    ]
    for name, error, of_syncs, lasting in kinds:
        total, first, was_met = Verdict(), 0, True
        while was_met:
            first += 1
            at_once = 1 if first % 2 else 3
            verdict, was_met = survive_trouble(folder, 20, Trouble(first, error, of_syncs, lasting), at_once)
            total += verdict
        yield Line(name, "points", total)


def many_kills(folder: Path) -> Line:
    """Two hundred."""
    dice, total = random.Random(2), Verdict()
    for number in range(KILLS // KILLS_PER_ROUND):
        in_flight = IN_FLIGHT[number % len(IN_FLIGHT)]
        total += round_of_kills(folder / str(number), dice, KILLS_PER_ROUND, ORDERS_PER_ROUND, in_flight)
    return Line("kill -9 (one in five: SIGTERM)", "kills", total, "with 1, 3 and 8 requests on their way")


def together(folder: Path, seconds: float) -> Line:
    """Two programs and one workspace."""
    verdict, refused = two_at_once(folder / "shop", seconds, orders=400)
    return Line("two programs send at once", "starts", verdict, f"one of the two was refused {refused} times")


def search(seconds: float) -> Line:
    """With the state machine; it judges after every step, and raises."""
    end = time.monotonic() + seconds
    Sending.figures.clear()
    while time.monotonic() < end:
        run_state_machine_as_test(
            Sending,
            settings=settings(
                max_examples=EXAMPLES_AT_ONCE,
                stateful_step_count=25,
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    done = Sending.figures
    verdict = Verdict(trials=done["examples"], orders=done["orders"], requests=done["requests"])
    return Line("state machine", "examples", verdict, f"{done['steps']} steps, each compared with the model")


def main() -> int:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    logging.getLogger("ordermanager").setLevel(logging.CRITICAL)  # the table says it shorter
    began = time.monotonic()
    parts: list[Callable[[Path], Iterator[Line]]] = [
        lambda folder: iter([every_fault(folder)]),
        lambda folder: iter([many_kills(folder)]),
        lambda folder: iter([together(folder, min(LONGEST_TOGETHER, minutes * 12))]),
        every_refusal,
        lambda folder: iter([every_power_cut(folder, minutes * 60 * SHARE_OF_CUTS)]),
        lambda _: iter([search(max(LEAST_SEARCH, began + minutes * 60 - time.monotonic()))]),
    ]
    print(
        _row("", "trials", "requests", "orders", "in doubt", "lost", "doubled", "open", "unsound", "seconds")
    )
    total, broken = Verdict(), 0
    for part in parts:
        with tempfile.TemporaryDirectory() as folder:
            since = time.monotonic()
            try:
                for line in part(Path(folder)):
                    _show(line, time.monotonic() - since)
                    total += line.verdict
                    since = time.monotonic()
            except Exception:
                broken += 1
                print(f"FAILED: {traceback.format_exc()}", flush=True)
    _show(Line("all", "", total), time.monotonic() - began)
    well = total.is_clean and not broken
    print("Open: balances that do not close. Unsound: what `doctor` would complain of.")
    print(
        "Nothing lost, nothing silently doubled, every balance closed."
        if well
        else f"NOT WELL; {broken} parts failed."
    )
    return 0 if well else 1


def _show(line: Line, seconds: float) -> None:
    v = line.verdict
    numbers = (v.requests, v.orders, v.unconfirmed, v.lost, v.doubled, v.open_balances, v.unsound)
    print(_row(line.name, f"{v.trials} {line.what}", *numbers, f"{seconds:.0f}"), line.note, flush=True)


def _row(name: object, trials: object, *numbers: object) -> str:
    return f"{name:<32}{trials:>16}" + "".join(f"{number:>10}" for number in numbers)


if __name__ == "__main__":
    raise SystemExit(main())
