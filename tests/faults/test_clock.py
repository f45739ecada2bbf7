"""A wall clock that jumps, a computer that sleeps, a network that comes and goes (faults.md F38-F40)."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from ordermanager.domain.states import State
from ordermanager.sending.sender import Limits
from ordermanager.store.times import to_text
from tests.faults import modes
from tests.faults.server import Connection, FaultServer, ok
from tests.faults.shop import FakeClock, Shop, check, order

JUMPS = [
    timedelta(days=1),
    timedelta(days=-1),
    timedelta(days=-3650),
    timedelta(hours=1),
    timedelta(seconds=-90),
]
HOUR = 3600.0


@pytest.fixture
def patient() -> Limits:
    return Limits(first_batch=10, offline_patience=2 * HOUR, wait_patience=2 * HOUR)


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_the_clock_jumps_while_the_server_wants_a_pause(
    tmp_path: Path, patient: Limits, jump: timedelta
) -> None:
    clock = FakeClock(on_sleep=lambda _: clock.shift(jump))
    with FaultServer(partial(modes.status, code=429, Retry_After="30"), clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        shop.fill(5)
        report = shop.send(limits=patient)
        check(shop, server)
        assert (report.accepted, report.stopped) == (5, None)
        first, second, *_ = server.ledger.requests
        assert 30 <= second.at - first.at <= 31  # neither earlier nor much later, whatever the wall says
        shop.close()


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_the_clock_jumps_while_an_identical_body_must_wait(
    tmp_path: Path, patient: Limits, jump: timedelta
) -> None:
    clock = FakeClock(on_sleep=lambda _: clock.shift(jump) if not clock.slept else None)
    with FaultServer(partial(modes.status, code=503, Retry_After="2"), clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        shop.fill(1)
        report = shop.send(limits=patient)
        check(shop, server)  # the server's clock is the true one: no body twice within a minute
        assert report.accepted == 1
        assert clock.passed <= HOUR
        shop.close()


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_the_clock_is_put_right_between_two_runs(tmp_path: Path, patient: Limits, jump: timedelta) -> None:
    """What was written by a wrong clock must not hold anything back for long."""
    clock = FakeClock()
    with FaultServer(partial(modes.close_without_reply, applied=False), clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        revisions = shop.fill(3)
        assert shop.send(limits=patient).unconfirmed == 3
        shop.workspace.batches.resolve(revisions, "send_again", clock.now())
        clock.passed += 61  # a minute in truth, so that only our own clock is in the way
        clock.shift(jump)
        report = shop.send(limits=patient)
        check(shop, server, decided=1)
        assert report.accepted == 3
        assert clock.passed <= HOUR + 150
        shop.close()


def test_the_pause_of_an_account_from_a_wrong_clock_is_an_hour_at_most(tmp_path: Path) -> None:
    clock = FakeClock()
    with FaultServer(partial(modes.status, code=429, Retry_After="600"), clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        shop.fill(5)
        shop.send(limits=Limits(wait_patience=60))
        clock.shift(timedelta(days=-3650))
        report = shop.send(limits=Limits(wait_patience=2 * HOUR))
        check(shop, server)
        assert report.accepted == 5
        assert 600 <= clock.passed <= HOUR + 61
        shop.close()


def test_a_stored_moment_that_no_server_can_have_asked_for_holds_up_an_hour_at_most(tmp_path: Path) -> None:
    """The clock was years ahead when it was written down, and right again when the last answer was."""
    clock = FakeClock()
    with FaultServer(clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        shop.fill(5)
        ahead = to_text(clock.now() + timedelta(days=3650))
        with shop.workspace.write():
            shop.workspace.reader().run("UPDATE accounts SET not_before = ?", (ahead,))
        assert shop.send(limits=Limits(wait_patience=2 * HOUR)).accepted == 5
        check(shop, server)
        assert clock.passed == HOUR
        shop.close()


def test_a_computer_that_sleeps_with_a_request_on_its_way(tmp_path: Path, patient: Limits) -> None:
    """It wakes an hour later, and the server has long hung up."""
    clock = FakeClock()

    def asleep(connection: Connection) -> None:
        connection.read()
        connection.apply()
        clock.passed += HOUR

    with FaultServer(ok, asleep, clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        shop.queue([order(number) for number in range(60)])
        report = shop.send(limits=patient)
        check(shop, server)
        assert (report.unconfirmed, report.accepted, report.stopped) == (20, 40, None)
        assert set(shop.states().values()) == {State.ACCEPTED, State.UNCONFIRMED}
        at = [request.at for request in server.ledger.requests]
        assert all(later - earlier < 2 * HOUR for earlier, later in pairwise(at))
        assert len(server.ledger.requests) <= 6  # no burst
        shop.close()


def test_a_network_that_comes_and_goes(tmp_path: Path) -> None:
    """Up for one request, down for a while, and again; nothing is in doubt, since nothing had left."""
    server = FaultServer()
    clock = FakeClock(
        on_sleep=lambda _: server.start() if not server.is_up and len(clock.slept) % 3 == 2 else None
    )
    server.clock = clock.monotonic

    def last_for_now(connection: Connection) -> None:
        ok(connection)
        server.close_door()

    server.default = last_for_now
    shop = Shop(tmp_path, server.url, clock)
    shop.fill(200)
    report = shop.send(
        limits=Limits(first_batch=20, batch_limit=20, offline_patience=HOUR, wait_patience=HOUR)
    )
    check(shop, server)
    assert (report.accepted, report.stopped) == (200, None)
    assert len(server.ledger.requests) == 10
    shop.close()
    server.stop()
    assert server.errors == []
