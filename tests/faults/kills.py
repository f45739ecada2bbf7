"""Senders in processes of their own that are killed at random moments, or compete for one workspace."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from ordermanager.domain.states import State
from tests.faults.server import Connection, FaultServer
from tests.faults.shop import Shop, order
from tests.faults.verdict import Verdict, judge

ROOT = Path(__file__).parents[2]
A_DECADE = 10 * 365 * 86_400.0
"""Well past any minute of waiting, whatever the date is."""


def unhurried(connection: Connection) -> None:
    """Time to be killed in: before the orders are taken, and between that and the answer."""
    connection.read()
    time.sleep(0.01)
    connection.apply()
    time.sleep(0.01)
    connection.reply_json(200, {})


def launch(folder: Path, in_flight: int = 1) -> subprocess.Popen[str]:
    """A sender that says `sending` once it begins, and in the end what it did."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.crash_sender", str(folder), str(in_flight)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def start(folder: Path, in_flight: int) -> subprocess.Popen[str]:
    """The same, once it has begun."""
    process = launch(folder, in_flight)
    assert process.stdout is not None
    assert process.stdout.readline() == "sending\n"
    return process


def kill_while_sending(folder: Path, dice: random.Random, in_flight: int) -> None:
    """SIGKILL, or now and then the SIGTERM of a logout, at a random moment."""
    with start(folder, in_flight) as process:
        time.sleep(dice.uniform(0.0, 0.35))  # a random moment is the point
        process.send_signal(signal.SIGKILL if dice.random() < 0.8 else signal.SIGTERM)


def round_of_kills(folder: Path, dice: random.Random, kills: int, orders: int, in_flight: int) -> Verdict:
    """Kill so many senders one after the other, let the last one finish, look; then send again whatever is in doubt,
    as a user may, and look again. `trials` of the verdict are the kills."""
    names = [f"A{number}" for number in range(orders)]
    with FaultServer(default=unhurried) as server:
        shop = Shop(folder, server.url)
        shop.fill(orders)
        for _ in range(kills):
            kill_while_sending(folder, dice, in_flight)
        with start(folder, in_flight) as process:
            process.communicate(timeout=300)
        assert process.returncode == 0
        verdict = judge(shop, server.ledger, names)
        states = shop.states()
        unsettled = sum(state not in (State.ACCEPTED, State.UNCONFIRMED) for state in states.values())

        again = Counter(name for name, state in states.items() if state is State.UNCONFIRMED)
        doubtful = [record.id for record in shop.revisions() if record.state is State.UNCONFIRMED]
        shop.workspace.batches.resolve(doubtful, "send_again", shop.clock.now())
        shop.clock.passed += A_DECADE
        shop.send()
        after = judge(shop, server.ledger, names, again=again)
        unsettled += sum(state is not State.ACCEPTED for state in shop.states().values())
        shop.close()
    assert server.errors == []
    return replace(
        verdict,
        trials=kills,
        requests=after.requests,
        lost=verdict.lost + after.lost + unsettled,
        doubled=verdict.doubled + after.doubled,
        open_balances=after.open_balances,
        unsound=verdict.unsound + after.unsound,
    )


def two_at_once(folder: Path, seconds: float, orders: int = 200) -> tuple[Verdict, int]:
    """New orders come all the time while two programs try to send them. Also how often one was refused."""
    with FaultServer(default=unhurried) as server:
        shop = Shop(folder, server.url)
        end, count, refused, rounds = time.monotonic() + seconds, 0, 0, 0
        while time.monotonic() < end or not refused:
            assert rounds < 1000
            shop.queue([order(count + more) for more in range(orders)])
            count += orders
            programs = [launch(folder) for _ in range(2)]
            said = [program.communicate(timeout=120)[0] for program in programs]
            refused += sum("busy" in text for text in said)
            rounds += 1
        verdict = judge(shop, server.ledger, [f"A{number}" for number in range(count)])
        left = sum(state is not State.ACCEPTED for state in shop.states().values())
        shop.close()
    assert server.errors == []
    return replace(verdict, trials=rounds, lost=verdict.lost + left), refused
