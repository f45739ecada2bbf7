"""Nobody there, a busy server, a refused key, a program that died."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from ordermanager.sending.progress import RunState, StopReason
from ordermanager.sending.sender import Limits
from ordermanager.store.times import from_text
from tests.faults import modes
from tests.faults.server import Connection, FaultServer, ok
from tests.faults.shop import FakeClock, Shop, check


def test_offline_it_waits_longer_and_longer_and_goes_on_by_itself(tmp_path: Path) -> None:
    server = FaultServer()
    clock = FakeClock(on_sleep=lambda _: server.start() if len(clock.slept) == 4 else None)
    shop = Shop(tmp_path, server.url, clock)
    shop.fill(5)
    report = shop.send()
    check(shop, server)
    assert (report.accepted, report.stopped) == (5, None)
    assert clock.slept == [1, 2, 4, 8, 16]  # half of 2, 4, 8 …: the dice say one half
    offline = [step for step in shop.seen if step.state is RunState.OFFLINE]
    assert offline
    assert all(step.reason is not None and step.not_before is not None for step in offline)
    shop.close()
    server.stop()


def test_what_did_not_leave_goes_before_what_was_read_ahead_of_it(tmp_path: Path) -> None:
    clock = FakeClock(on_sleep=lambda _: server.is_up or server.start())
    server = FaultServer(clock=clock.monotonic)

    def answer_the_last_for_now(connection: Connection) -> None:
        connection.read()
        server.close_door()
        connection.apply()
        connection.reply_json(200, {})

    server.script = [answer_the_last_for_now]
    with server:
        shop = Shop(tmp_path, server.url, clock)
        shop.fill(6)
        shop.send(limits=Limits(first_batch=2, batch_limit=2))
        check(shop, server)
        assert clock.slept
        assert [list(request.ids) for request in server.ledger.requests] == [
            ["A0", "A1"],
            ["A2", "A3"],
            ["A4", "A5"],
        ]
        shop.close()


def test_a_call_to_look_again_ends_a_wait_for_the_network_and_none_that_the_server_asked_for(
    tmp_path: Path,
) -> None:
    calls = 2

    def call(_: float) -> None:
        nonlocal calls
        if calls and shop.last_sender is not None:
            calls -= 1
            shop.last_sender.wake()
        if not server.is_up:
            server.start()

    clock = FakeClock(on_sleep=call)
    server = FaultServer(partial(modes.status, code=429, Retry_After="30"), clock=clock.monotonic)
    shop = Shop(tmp_path, server.url, clock)
    shop.fill(5)
    shop.send()  # nobody is there yet
    check(shop, server)
    assert clock.slept == [30]
    assert [request.at for request in server.ledger.requests] == [0, 30, 30]
    assert calls == 0
    shop.close()
    server.stop()


def test_the_command_line_gives_up_offline_and_the_orders_wait(tmp_path: Path) -> None:
    shop = Shop(tmp_path, FaultServer().url)
    shop.fill(5)
    report = shop.send(limits=Limits(offline_patience=20))
    assert (report.stop_reason, report.waiting, report.attempts > 1) == (StopReason.OFFLINE, 5, True)
    assert shop.clock.passed <= 20
    assert "Offline" in str(report.stopped)
    shop.close()


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("30", 30, 30), ("0", 1, 1), ("1000000000", 3600, 3600), ("soon", 1, 4), ("-3", 1, 4)],
)
def test_retry_after_is_kept_within_bounds(
    shop: Shop, server: FaultServer, text: str, least: float, most: float
) -> None:
    server.script = [partial(modes.status, code=429, Retry_After=text)]
    shop.fill(5)
    shop.send()
    check(shop, server)
    first, second, *_ = server.ledger.requests
    assert least <= second.at - first.at <= most


def test_the_pause_that_a_server_asks_for_survives_a_restart(shop: Shop, server: FaultServer) -> None:
    server.script = [partial(modes.status, code=429, Retry_After="600")]
    shop.fill(5)
    report = shop.send(limits=Limits(wait_patience=60))
    assert (report.stop_reason, report.waiting) == (StopReason.TOLD_TO_WAIT, 5)
    assert "a pause of 10 min" in str(report.stopped)
    assert shop.send(limits=Limits(wait_patience=60)).attempts == 0  # a second run does not ask again
    assert len(server.ledger.requests) == 1
    report = shop.send(limits=Limits(wait_patience=3600))
    check(shop, server)
    assert report.accepted == 5
    assert server.ledger.requests[1].at >= 600


@pytest.mark.parametrize("answers", [False, True], ids=["nobody there", "busy"])
def test_waits_go_on_growing_after_a_restart_until_all_is_well_again(tmp_path: Path, answers: bool) -> None:
    clock = FakeClock()
    server = FaultServer(default=partial(modes.status, code=503), clock=clock.monotonic)
    shop = Shop(tmp_path, server.url, clock)
    shop.fill(200)
    if answers:
        server.start()
    shop.send(limits=Limits(offline_patience=20, wait_patience=20))
    assert clock.slept == [1, 2, 4, 8]
    shop.close()
    shop = Shop(tmp_path, server.url, clock)  # the program starts anew
    report = shop.send(limits=Limits(offline_patience=40, wait_patience=60))
    assert report.accepted == 0
    assert clock.slept[4:] == (
        [16, 32] if answers else [32]
    )  # what it was told to wait, then as long as was next
    server.default = ok
    if not answers:
        server.start()
    assert shop.send().accepted == 200
    assert shop.workspace.accounts.by_id(shop.account.id).failures == 0
    check(shop, server)
    shop.close()
    server.stop()


@pytest.mark.parametrize("in_flight", [1, 8])
def test_requests_leave_no_faster_than_their_account_allows(
    shop: Shop, server: FaultServer, in_flight: int
) -> None:
    shop.fill(12)
    limits = Limits(first_batch=2, batch_limit=2, pause=20, in_flight=in_flight, wait_patience=0)
    assert shop.send(limits=limits).accepted == 12  # and it tries nobody's patience
    check(shop, server)
    began = [shop.workspace.batches.attempts_of(batch)[0].started_at for batch in range(1, 7)]
    waits = [from_text(later) - from_text(earlier) for earlier, later in pairwise(began)]
    assert waits == [timedelta(seconds=20)] * 5


def test_an_impatient_run_ends_although_the_server_always_asks_for_a_short_pause(
    shop: Shop, server: FaultServer
) -> None:
    server.default = partial(modes.status, code=503, Retry_After="5")
    shop.fill(5)
    report = shop.send(limits=Limits(wait_patience=90))
    check(shop, server)
    assert (report.stop_reason, report.waiting) == (StopReason.TOLD_TO_WAIT, 5)
    assert "a pause of 5 seconds" in str(report.stopped)
    assert shop.clock.passed <= 90


def test_a_single_order_waits_for_a_minute_before_the_same_body_goes_again(
    shop: Shop, server: FaultServer
) -> None:
    server.script = [partial(modes.status, code=503, Retry_After="2")]
    shop.fill(1)
    report = shop.send()
    check(shop, server)
    assert (report.accepted, report.batches) == (1, 2)
    first, second = server.ledger.requests
    assert first.digest == second.digest
    assert second.at - first.at >= 60


def test_a_send_again_in_the_same_minute_waits_for_its_end(shop: Shop, server: FaultServer) -> None:
    server.script = [partial(modes.close_without_reply, applied=False)]
    revisions = shop.fill(2)
    assert shop.send().unconfirmed == 2
    assert shop.workspace.batches.resolve(revisions, "send_again", shop.clock.now()) == 2
    report = shop.send()
    check(shop, server, decided=1)
    assert report.accepted == 2
    assert server.ledger.applied == {"A0": 1, "A1": 1}


def test_a_refused_key_stops_after_one_request_and_says_what_to_do_and_goes_on_when_asked(
    shop: Shop, server: FaultServer
) -> None:
    server.script = [partial(modes.status, code=401)]
    shop.fill(300)
    report = shop.send()
    assert (report.attempts, report.waiting, report.stop_reason) == (1, 300, StopReason.KEY_REFUSED)
    for words in ("90 days", "full access", "profile", "API"):
        assert words in str(report.stopped)
    report = shop.send()
    check(shop, server)
    assert (report.accepted, report.stopped) == (300, None)
    assert not shop.workspace.accounts.get("test").is_stopped


def test_a_redirect_is_never_followed(shop: Shop, server: FaultServer, clock: FakeClock) -> None:
    with FaultServer(clock=clock.monotonic) as elsewhere:
        server.default = partial(modes.status, code=307, Location=elsewhere.url + "/v1/orders")
        shop.fill(3)
        report = shop.send()
        assert (report.stop_reason, elsewhere.ledger.requests) == (StopReason.WRONG_ADDRESS, [])
    check(shop, server)


@pytest.mark.parametrize("code", [401, 403, 404, 307])
def test_what_nobody_has_looked_at_may_go_again_at_once(
    shop: Shop, server: FaultServer, clock: FakeClock, code: int
) -> None:
    """A refused key or a wrong address is no reason to wait the minute in which the same body would be a repetition."""
    server.script = [partial(modes.status, code=code)]
    shop.fill(1)
    assert shop.send().waiting == 1
    report = shop.send()
    assert (report.accepted, report.stopped) == (1, None)
    assert clock.slept == []
    check(shop, server)


def test_what_was_looked_at_waits_for_its_minute(shop: Shop, server: FaultServer, clock: FakeClock) -> None:
    """So that the test above can fail."""
    server.script = [partial(modes.status, code=429)]
    shop.fill(1)
    assert shop.send().accepted == 1
    assert sum(clock.slept) >= 61
    check(shop, server)


def test_a_clock_that_was_wrong_does_not_hold_up_a_send_again(
    shop: Shop, server: FaultServer, clock: FakeClock
) -> None:
    """The request left at what this computer took for half an hour later than it was."""
    clock.shift(timedelta(minutes=30))
    server.script = [partial(modes.close_without_reply, applied=False)]
    revisions = shop.fill(2)
    assert shop.send().unconfirmed == 2
    clock.shift(timedelta(minutes=-30))
    before = clock.passed
    assert shop.workspace.batches.resolve(revisions, "send_again", clock.now()) == 2
    assert shop.send().accepted == 2
    assert 60 <= clock.passed - before <= 130
    check(shop, server, decided=1)
