"""The long selection: `python3 packaging/dev.py soak [KILLS] [EXAMPLES]`. Prints what it did and what it found.

Every power cut of a recorded run, every full disk, many kills, two programs at once for a minute, and a long search
with the state machine. Exit code 1 where anything was lost, doubled, or left open.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ordermanager.domain.states import State
from tests.faults.power import record, survive_cut, survive_full_disk
from tests.faults.server import FaultServer
from tests.faults.shop import Shop, audit, order
from tests.faults.test_kill import ROOT, kill_while_sending, launch, start, unhurried

ORDERS_PER_CUT_RUN = 40
ORDERS_PER_KILL_ROUND = 1500
KILLS_PER_ROUND = 20
TOGETHER_SECONDS = 60.0


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    examples = int(sys.argv[2]) if len(sys.argv) > 2 else 1500
    failures = 0
    parts: list[tuple[str, Callable[[Path], str]]] = [
        ("power cut at every step of a run", every_power_cut),
        ("disk full from every write of a run", every_full_disk),
        (f"{kills} kills", lambda folder: many_kills(folder, kills)),
        ("two programs sending at once", two_programs),
        (f"state machine, {examples} examples", lambda _: search(examples)),
    ]
    for name, part in parts:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            try:
                said = part(Path(folder))
            except AssertionError as problem:
                failures += 1
                said = f"FAILED: {problem}"
        print(f"{name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)
    print(
        "nothing lost, nothing silently doubled, every balance closed"
        if not failures
        else f"{failures} failed"
    )
    return 1 if failures else 0


def every_power_cut(folder: Path) -> str:
    run = record(folder / "shop", ORDERS_PER_CUT_RUN)
    dice = random.Random(1)
    steps = range(run.began, len(run.disk.steps) + 1)
    for at in steps:
        survive_cut(run, at, dice)
    return f"{len(steps)} cuts, 0 lost, 0 doubled, 0 balances open, database intact after each"


def every_full_disk(folder: Path) -> str:
    full_from = 1
    while survive_full_disk(folder, 20, full_from):
        full_from += 1
    return f"{full_from - 1} places, 0 lost, 0 doubled, 0 balances open"


def many_kills(folder: Path, kills: int) -> str:
    dice = random.Random(2)
    doubtful = sent = 0
    for round_number in range(-(-kills // KILLS_PER_ROUND)):
        home = folder / str(round_number)
        with FaultServer(default=unhurried) as server:
            shop = Shop(home, server.url)
            shop.fill(ORDERS_PER_KILL_ROUND)
            for _ in range(min(KILLS_PER_ROUND, kills - round_number * KILLS_PER_ROUND)):
                kill_while_sending(home, dice)
            with start(home) as process:
                process.communicate(timeout=300)
            assert process.returncode == 0
            audit(shop, server.ledger)
            states = list(shop.states().values())
            assert len(states) == ORDERS_PER_KILL_ROUND
            assert set(states) <= {State.ACCEPTED, State.UNCONFIRMED}
            assert all(each.balance.closes for each in shop.workspace.runs.list())
            doubtful += states.count(State.UNCONFIRMED)
            sent += len(states)
            shop.close()
        assert server.errors == []
    return f"{sent} orders, 0 lost, 0 silently doubled, {doubtful} unconfirmed and shown, 0 balances open"


def two_programs(folder: Path) -> str:
    """New orders come all the time while two programs try to send them."""
    with FaultServer(default=unhurried) as server:
        shop = Shop(folder / "shop", server.url)
        end, number = time.monotonic() + TOGETHER_SECONDS, 0
        refused = 0
        while time.monotonic() < end:
            shop.queue([order(number + more) for more in range(200)])
            number += 200
            programs = [launch(folder / "shop") for _ in range(2)]
            refused += sum("busy" in program.communicate(timeout=120)[0] for program in programs)
        audit(shop, server.ledger)
        states = shop.states()
        assert len(states) == number
        assert set(states.values()) == {State.ACCEPTED}
        shop.close()
    return f"{number} orders accepted once each; the second program was refused {refused} times"


def search(examples: int) -> str:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "tests/faults/test_state_machine.py",
        ],
        cwd=ROOT,
        env={**os.environ, "ORDERMANAGER_SOAK_EXAMPLES": str(examples)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    return "no sequence of steps loses or doubles an event"


if __name__ == "__main__":
    raise SystemExit(main())
