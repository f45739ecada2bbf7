"""Programs killed while they send, and programs that send at once: a few here, the soak has hundreds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ordermanager.domain.states import State
from tests.faults.kills import launch, round_of_kills, two_at_once, unhurried
from tests.faults.server import FaultServer
from tests.faults.shop import Shop, audit

ORDERS = 600
KILLS = 8
LARGEST_BATCH = 25


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "in_flight"), [(1, 1), (2, 3)])
def test_killed_at_random_moments_nothing_is_lost_and_nothing_silently_doubled(
    tmp_path: Path, seed: int, in_flight: int
) -> None:
    verdict = round_of_kills(tmp_path, random.Random(seed), KILLS, ORDERS * in_flight, in_flight)
    assert verdict.is_clean, verdict
    assert verdict.unconfirmed, "no kill hit a request in flight, so this shows nothing"
    assert verdict.unconfirmed <= KILLS * LARGEST_BATCH * in_flight


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


@pytest.mark.slow
def test_two_programs_that_try_to_send_again_and_again(tmp_path: Path) -> None:
    verdict, refused = two_at_once(tmp_path, seconds=2)
    assert verdict.is_clean, verdict
    assert refused, "they were never at work at once, so this shows nothing"
