"""Whole runs against a server in trouble: offline, busy, picky, refusing; and a user who pauses, stops and gives up."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from ordermanager.domain.body import order_json, request_body
from ordermanager.domain.checks import check_draft
from ordermanager.domain.states import State
from ordermanager.sending.progress import Progress, RunReport, RunState, StopReason
from ordermanager.sending.sender import Limits
from ordermanager.store import SenderBusy, SenderLock
from tests.faults import modes
from tests.faults.server import Connection, FaultServer, ok
from tests.faults.shop import RULES, FakeClock, Shop, audit, audit_repeats, order


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def server(clock: FakeClock) -> Iterator[FaultServer]:
    server = FaultServer(clock=clock.monotonic)
    with server:
        yield server
    assert server.errors == []


@pytest.fixture
def shop(tmp_path: Path, server: FaultServer, clock: FakeClock) -> Iterator[Shop]:
    shop = Shop(tmp_path, server.url, clock)
    yield shop
    shop.close()


def check(shop: Shop, server: FaultServer, *, decided: int = 0) -> None:
    audit(shop, server.ledger, decided=decided)
    audit_repeats(server.ledger)


# -- the ordinary day -----------------------------------------------------------------------------------------------


def test_2500_orders_arrive_field_by_field_once_each_in_requests_of_at_most_1000(shop: Shop, server: FaultServer) -> None:
    shop.fill(2500)
    report = shop.send()
    check(shop, server)
    assert (report.total, report.accepted, report.stopped) == (2500, 2500, None)
    sizes = [len(request.ids) for request in server.ledger.requests]
    assert sizes == [100, 200, 400, 800, 1000]
    assert set(server.ledger.applied.values()) == {1}
    for number in (0, 1, 999, 2499):
        checked = check_draft(order(number), RULES, shop.clock.now())
        assert checked.order is not None
        assert server.ledger.orders[f"A{number}"] == json.loads(order_json(checked.order))


def test_what_is_stored_is_byte_for_byte_what_arrived(shop: Shop, server: FaultServer) -> None:
    import hashlib

    revisions = shop.fill(7)
    shop.send()
    body = request_body([shop.workspace.revisions.body(revision) for revision in revisions])
    (request,) = server.ledger.requests
    assert request.digest == hashlib.sha256(body).hexdigest()
    assert request.path == "/api/v1/orders"


def test_an_empty_outbox_sends_nothing_and_makes_no_run(shop: Shop, server: FaultServer) -> None:
    report = shop.send()
    assert report.as_json()["total"] == 0
    assert (report.run_id, server.ledger.requests) == (None, [])


def test_the_next_run_begins_with_the_batch_size_that_was_good(shop: Shop, server: FaultServer) -> None:
    shop.fill(700)
    shop.send()
    shop.queue([order(number) for number in range(1000, 1900)])
    shop.send()
    assert [len(request.ids) for request in server.ledger.requests] == [100, 200, 400, 800, 100]


def test_limits_bound_a_batch_by_count_and_by_bytes(shop: Shop, server: FaultServer) -> None:
    shop.fill(100)
    shop.send(limits=Limits(first_batch=50, batch_limit=40, max_bytes=10_000))
    check(shop, server)
    assert all(len(request.ids) <= 40 for request in server.ledger.requests)
    assert all(request.size <= 11_000 for request in server.ledger.requests)
    assert len(server.ledger.applied) == 100


def test_two_versions_of_one_order_go_in_turn_and_both_raise_their_event(shop: Shop, server: FaultServer) -> None:
    first = shop.queue([order(1), order(2)])
    draft = order(1, status="DELIVERED")
    (order_id,) = {record.order_id for record in shop.revisions() if record.id == first[0]}
    checked = check_draft(draft, RULES, shop.clock.now())
    assert checked.order is not None
    from ordermanager.domain.summary import summarise
    from ordermanager.store import QueueItem

    shop.workspace.orders.save(draft, summarise(draft, checked, RULES), State.READY, order_id=order_id, now=shop.clock.now())
    item = QueueItem(order_id, order_json(checked.order).encode(), "DELIVERED", "A1")
    assert shop.workspace.revisions.queue(item, shop.clock.now()) is not None
    report = shop.send()
    assert (report.total, report.accepted) == (3, 3)
    assert server.ledger.events == {("A1", "INITIALIZED"): 1, ("A1", "DELIVERED"): 1, ("A2", "INITIALIZED"): 1}
    assert server.ledger.orders["A1"]["status"] == "DELIVERED"
    assert [request.ids for request in server.ledger.requests] == [["A1", "A2"], ["A1"]]


def test_progress_counts_up_to_the_total_and_ends_with_stopped(shop: Shop, server: FaultServer) -> None:
    shop.fill(300)
    shop.send()
    last = shop.seen[-1]
    assert (last.state, last.total, last.done, last.waiting) == (RunState.STOPPED, 300, 300, 0)
    assert all(step.total == step.done + step.waiting for step in shop.seen)
    assert [step.done for step in shop.seen] == sorted(step.done for step in shop.seen)


# -- nobody there ---------------------------------------------------------------------------------------------------


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


def test_the_command_line_gives_up_offline_and_the_orders_wait(tmp_path: Path) -> None:
    shop = Shop(tmp_path, FaultServer().url)
    shop.fill(5)
    report = shop.send(limits=Limits(offline_patience=20))
    assert (report.stop_reason, report.waiting, report.attempts > 1) == (StopReason.OFFLINE, 5, True)
    assert shop.clock.passed <= 20
    assert "Offline" in str(report.stopped)
    shop.close()


# -- a busy server --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "least", "most"), [("30", 30, 30), ("0", 1, 1), ("1000000000", 3600, 3600), ("soon", 1, 4), ("-3", 1, 4)]
)
def test_retry_after_is_kept_within_bounds(shop: Shop, server: FaultServer, text: str, least: float, most: float) -> None:
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
    assert shop.send(limits=Limits(wait_patience=60)).attempts == 0  # a second run does not ask again
    assert len(server.ledger.requests) == 1
    report = shop.send(limits=Limits(wait_patience=3600))
    check(shop, server)
    assert report.accepted == 5
    assert server.ledger.requests[1].at >= 600


def test_an_impatient_run_ends_although_the_server_always_asks_for_a_short_pause(shop: Shop, server: FaultServer) -> None:
    server.default = partial(modes.status, code=503, Retry_After="5")
    shop.fill(5)
    report = shop.send(limits=Limits(wait_patience=90))
    check(shop, server)
    assert (report.stop_reason, report.waiting) == (StopReason.TOLD_TO_WAIT, 5)
    assert shop.clock.passed <= 90


def test_a_single_order_waits_for_a_minute_before_the_same_body_goes_again(shop: Shop, server: FaultServer) -> None:
    server.script = [partial(modes.status, code=503, Retry_After="2")]
    shop.fill(1)
    report = shop.send()
    check(shop, server)
    assert report.accepted == 1
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


# -- a picky server -------------------------------------------------------------------------------------------------


def picky(connection: Connection, bad: frozenset[str]) -> None:
    """400 for every request that holds a bad order."""
    ids = connection.read()
    if bad.intersection(ids):
        connection.reply_json(400, {"message": "Bad Request: invalid e-mail"})
    else:
        connection.apply()
        connection.reply_json(200, {})


@pytest.mark.parametrize("bad", [[0], [999], [500, 501], list(range(50, 1000, 100))], ids=["first", "last", "two", "ten"])
def test_400_is_isolated_by_halving(shop: Shop, server: FaultServer, bad: list[int]) -> None:
    names = frozenset(f"A{number}" for number in bad)
    server.default = partial(picky, bad=names)
    shop.fill(1000)
    report = shop.send()
    check(shop, server)
    states = shop.states()
    assert {name for name, state in states.items() if state is State.REJECTED} == names
    assert (report.accepted, report.rejected, report.stopped) == (1000 - len(bad), len(bad), None)
    assert len(server.ledger.requests) <= 20 + 21 * len(bad)
    (reason,) = {str(record.reason) for record in shop.revisions() if record.state is State.REJECTED}
    assert "invalid e-mail" in reason


def test_400_for_everything_stops_soon_and_blames_nobody(shop: Shop, server: FaultServer) -> None:
    server.default = partial(modes.status, code=400)
    shop.fill(1000)
    report = shop.send()
    check(shop, server)
    assert (report.stop_reason, report.waiting, report.rejected) == (StopReason.REQUEST_WRONG, 1000, 0)
    assert len(server.ledger.requests) <= 12
    assert shop.workspace.accounts.get("test").is_stopped
    assert "said no" in str(report.stopped)


def test_a_single_order_refused_with_400_is_rejected(shop: Shop, server: FaultServer) -> None:
    server.default = partial(modes.status, code=400)
    shop.fill(1)
    report = shop.send()
    check(shop, server)
    assert (report.rejected, report.stopped) == (1, None)


def test_a_busy_answer_while_halving_does_not_repeat_a_body(shop: Shop, server: FaultServer) -> None:
    fault = partial(picky, bad=frozenset(["A3"]))
    busy = partial(modes.status, code=503, Retry_After="1")
    server.default = fault
    server.script = [fault, busy, busy, fault, busy, busy]
    shop.fill(8)
    report = shop.send()
    check(shop, server)
    assert (report.accepted, report.rejected) == (7, 1)
    assert shop.states()["A3"] is State.REJECTED


def test_a_break_while_halving_leaves_only_that_half_in_doubt(shop: Shop, server: FaultServer) -> None:
    fault = partial(picky, bad=frozenset(["A7"]))
    server.default = fault
    server.script = [fault, partial(modes.close_without_reply, applied=True)]
    shop.fill(8)
    report = shop.send()
    check(shop, server)
    assert (report.unconfirmed, report.accepted, report.rejected) == (4, 3, 1)


def test_an_order_taken_back_while_halving_goes_on(shop: Shop, server: FaultServer) -> None:
    fault = partial(picky, bad=frozenset(["A0"]))

    def refuse_and_withdraw(connection: Connection) -> None:
        ids = connection.read()
        assert len(ids) == 8
        orders = {record.external_order_id: record.order_id for record in shop.revisions()}
        withdrawn.set()
        withdrawable.extend(orders[name] for name in ("A4", "A5", "A6", "A7"))
        connection.reply_json(400, {"message": "no"})

    withdrawn = threading.Event()
    withdrawable: list[int] = []

    def fault_then_withdraw(connection: Connection) -> None:
        shop.workspace.revisions.withdraw(withdrawable, shop.clock.now())
        shop.workspace.release_thread()
        fault(connection)

    server.script = [refuse_and_withdraw, fault_then_withdraw]
    server.default = fault
    shop.fill(8)
    report = shop.send()
    check(shop, server)
    assert (report.total, report.accepted, report.rejected) == (4, 3, 1)


def too_large(connection: Connection, most: int) -> None:
    connection.read()
    if connection.request.size > most:
        connection.reply_json(413, {"message": "too large"})
    else:
        connection.apply()
        connection.reply_json(200, {})


def test_413_halves_and_learns_and_a_single_order_that_is_too_large_is_rejected(shop: Shop, server: FaultServer) -> None:
    server.default = partial(too_large, most=20_000)
    shop.queue([order(number) for number in range(200)] + [order(500, deliveryAddress="вул. " * 10_000)])
    report = shop.send(limits=Limits(first_batch=1000, wait_patience=600))
    check(shop, server)
    assert (report.accepted, report.rejected, report.stopped) == (200, 1, None)
    assert shop.states()["A500"] is State.REJECTED
    assert len(server.ledger.requests) < 60


# -- a refused key and what follows ---------------------------------------------------------------------------------


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


# -- the user -------------------------------------------------------------------------------------------------------


def in_thread(shop: Shop, **options: object) -> tuple[threading.Thread, object, list[RunReport]]:
    sender = shop.sender(**options)  # type: ignore[arg-type]
    reports: list[RunReport] = []

    def work() -> None:
        reports.append(sender.run())
        shop.workspace.release_thread()

    thread = threading.Thread(target=work)
    thread.start()
    return thread, sender, reports


class Gate:
    """A server that answers only when it is told to."""

    def __init__(self) -> None:
        self.arrived = threading.Semaphore(0)
        self.answer = threading.Semaphore(0)

    def __call__(self, connection: Connection) -> None:
        connection.read()
        connection.apply()
        self.arrived.release()
        assert self.answer.acquire(timeout=20)
        connection.reply_json(200, {})


def test_stop_finishes_the_batch_in_flight_and_no_other(shop: Shop, server: FaultServer) -> None:
    server.default = gate = Gate()
    shop.fill(300)
    thread, sender, reports = in_thread(shop)
    assert gate.arrived.acquire(timeout=20)
    sender.stop()
    gate.answer.release()
    thread.join(20)
    check(shop, server)
    (report,) = reports
    assert (report.stop_reason, report.accepted, report.waiting) == (StopReason.USER, 100, 200)


def test_pause_is_lossless_and_resume_goes_on(shop: Shop, server: FaultServer) -> None:
    server.default = gate = Gate()
    shop.fill(300)
    paused = threading.Event()

    def tell(progress: Progress) -> None:
        if progress.state is RunState.PAUSED:
            paused.set()

    shop.tell = tell
    thread, sender, reports = in_thread(shop)
    assert gate.arrived.acquire(timeout=20)
    sender.pause()
    gate.answer.release()
    assert paused.wait(20)
    assert len(server.ledger.requests) == 1
    assert shop.workspace.revisions.counts().accepted == 100
    sender.resume()
    gate.answer.release()
    thread.join(20)
    check(shop, server)
    assert reports[0].accepted == 300


def test_abandon_gives_the_batch_in_flight_up_as_unconfirmed(shop: Shop, server: FaultServer) -> None:
    server.default = gate = Gate()
    shop.fill(300)
    thread, sender, reports = in_thread(shop)
    assert gate.arrived.acquire(timeout=20)
    sender.abandon()
    thread.join(5)
    assert not thread.is_alive()
    check(shop, server)
    (report,) = reports
    assert (report.unconfirmed, report.waiting, report.stop_reason) == (100, 200, StopReason.USER)
    gate.answer.release()


def test_stop_ends_a_wait_at_once(tmp_path: Path) -> None:
    clock = FakeClock(on_sleep=lambda _: sender.stop())
    shop = Shop(tmp_path, FaultServer().url, clock)
    shop.fill(5)
    sender = shop.sender()
    report = sender.run()
    assert (report.stop_reason, report.waiting, clock.slept) == (StopReason.USER, 5, [])
    shop.close()


def test_a_sender_that_stays_sends_what_is_queued_later(shop: Shop, server: FaultServer) -> None:
    idle = threading.Semaphore(0)
    shop.fill(5)

    def tell(progress: Progress) -> None:
        if progress.state is RunState.IDLE:
            idle.release()

    shop.tell = tell
    thread, sender, reports = in_thread(shop, stay=True)
    assert idle.acquire(timeout=20)
    shop.queue([order(number) for number in range(100, 107)])
    sender.wake()
    assert idle.acquire(timeout=20)
    sender.stop()
    thread.join(20)
    check(shop, server)
    assert len(server.ledger.applied) == 12
    assert (reports[0].total, reports[0].accepted) == (7, 7)
    assert [record.balance.total for record in shop.workspace.runs.list()] == [7, 5]


def test_a_second_sender_is_refused(shop: Shop, server: FaultServer, tmp_path: Path) -> None:
    shop.fill(1)
    with SenderLock(tmp_path), pytest.raises(SenderBusy):
        shop.send()
    assert server.ledger.requests == []


def test_what_was_in_flight_when_the_program_died_is_unconfirmed_and_not_sent_again(shop: Shop, server: FaultServer) -> None:
    shop.fill(5)
    run = shop.workspace.runs.start(shop.account.id, shop.clock.now())
    claimed = shop.workspace.outbox.claim(shop.account.id, run.id, 3, 10**6, shop.clock.now(), shop.clock.now())
    assert claimed is not None
    shop.send()
    check(shop, server)
    assert server.ledger.applied == {"A3": 1, "A4": 1}
    assert [shop.states()[f"A{number}"] for number in range(3)] == [State.UNCONFIRMED] * 3


def test_orders_queued_and_taken_back_while_a_run_goes_on_are_in_its_balance(shop: Shop, server: FaultServer) -> None:
    def more(connection: Connection) -> None:
        shop.queue([order(number) for number in range(1000, 1010)])
        (order_id,) = {record.order_id for record in shop.revisions() if record.external_order_id == "A1009"}
        shop.workspace.revisions.withdraw([order_id], shop.clock.now())
        shop.workspace.release_thread()
        ok(connection)

    server.script = [more]
    shop.fill(5)
    report = shop.send()
    check(shop, server)
    assert (report.total, report.accepted) == (14, 14)
