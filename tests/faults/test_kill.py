"""kill -9 at random moments of a send: no order lost, none silently sent twice, the database whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ordermanager.domain.states import State
from tests.faults.server import Connection, FaultServer
from tests.faults.shop import Shop, audit

ROOT = Path(__file__).parents[2]
ORDERS = 600
KILLS = 8


def unhurried(connection: Connection) -> None:
    """Time to be killed in: before the orders are taken, and between that and the answer."""
    connection.read()
    time.sleep(0.01)
    connection.apply()
    time.sleep(0.01)
    connection.reply_json(200, {})


def launch(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.crash_sender", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def start(folder: Path) -> subprocess.Popen[str]:
    process = launch(folder)
    assert process.stdout is not None
    assert process.stdout.readline() == "sending\n"
    return process


def kill_while_sending(folder: Path, dice: random.Random) -> None:
    with start(folder) as process:
        time.sleep(dice.uniform(0.0, 0.35))  # a random moment is the point
        process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_at_random_moments_nothing_is_lost_and_nothing_silently_doubled(
    tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    with FaultServer(default=unhurried) as server:
        shop = Shop(tmp_path, server.url)
        revisions = shop.fill(ORDERS)
        for _ in range(KILLS):
            kill_while_sending(tmp_path, dice)
        with start(tmp_path) as process:
            process.communicate(timeout=60)
        assert process.returncode == 0

        audit(shop, server.ledger)
        states = shop.states()
        assert len(states) == ORDERS
        assert set(states.values()) <= {State.ACCEPTED, State.UNCONFIRMED}
        doubtful = [record.id for record in shop.revisions() if record.state is State.UNCONFIRMED]
        assert len(doubtful) <= (KILLS + 1) * 25
        assert all(record.balance.closes for record in shop.workspace.runs.list())
        assert len(shop.workspace.runs.list()) > 1

        assert doubtful, "no kill hit a request in flight, so this shows nothing"
        twice_sent = {f"A{revisions.index(revision)}" for revision in doubtful}
        shop.workspace.batches.resolve(doubtful, "send_again", shop.clock.now())
        shop.clock.passed += 10 * 365 * 86_400  # well past the minute of waiting, whatever the date is
        shop.send()
        audit(shop, server.ledger, decided=1)
        assert set(shop.states().values()) == {State.ACCEPTED}
        assert set(server.ledger.applied) == set(shop.states())
        assert {name for name, times in server.ledger.applied.items() if times > 1} <= twice_sent
        shop.close()
    assert server.errors == []


@pytest.mark.slow
def test_of_three_programs_that_send_at_once_one_does(tmp_path: Path) -> None:
    with FaultServer(default=unhurried) as server:
        shop = Shop(tmp_path, server.url)
        shop.fill(ORDERS)
        programs = [launch(tmp_path) for _ in range(3)]
        said = [program.communicate(timeout=60)[0] for program in programs]
        audit(shop, server.ledger)
        assert set(shop.states().values()) == {State.ACCEPTED}
        assert sum(f"'accepted': {ORDERS}" in text for text in said) == 1
        late = "'total': 0"  # one that came when all was sent
        assert sum("busy" in text or late in text for text in said) == 2
        shop.close()
