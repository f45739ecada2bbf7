"""A user who pauses, stops, gives up, queues and takes back while orders are being sent."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from ordermanager.domain.states import Folder, State
from ordermanager.sending.progress import Progress, RunReport, RunState, StopReason
from ordermanager.sending.sender import Limits
from ordermanager.store.errors import SenderBusy
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.outbox.sender_lock import SenderLock
from ordermanager.store.records import AccountRecord
from tests.faults import modes
from tests.faults.server import Connection, FaultServer, ok
from tests.faults.shop import FakeClock, Shop, check, order
from tests.store.waiting import in_states


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
    assert in_states(shop.workspace)["accepted"] == 100
    sender.resume()
    gate.answer.release()
    thread.join(20)
    check(shop, server)
    assert reports[0].accepted == 300


class PressingClock(FakeClock):
    """Somebody presses Pause as the sender asks for the time, which it does on its way to a request."""

    def __init__(self) -> None:
        super().__init__()
        self.press: Callable[[], None] = lambda: None
        self.pressed_at = 0

    def now(self) -> datetime:
        self.pressed_at -= 1
        if self.pressed_at == 0:
            self.press()
        return super().now()


@pytest.mark.parametrize(("call", "attempts"), [(1, 1), (2, 1), (3, 1), (4, 2)])
def test_whenever_pause_is_pressed_nothing_leaves_that_has_not_left(
    tmp_path: Path, call: int, attempts: int
) -> None:
    """Least of all what has been claimed at the fourth call; it goes back to the queue until the run goes on."""
    clock = PressingClock()
    is_paused = []

    def arrives(connection: Connection) -> None:
        assert is_paused == [True, False]
        ok(connection)

    def press() -> None:
        is_paused.append(True)
        sender.pause()

    def go_on(progress: Progress) -> None:
        if progress.state is RunState.PAUSED:
            is_paused.append(False)
            sender.resume()

    with FaultServer(default=arrives, clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        shop.fill(5)
        sender = shop.sender()
        shop.tell = go_on
        clock.press, clock.pressed_at = press, call
        report = sender.run()
        check(shop, server)
        assert (report.accepted, report.attempts, len(server.ledger.requests)) == (5, attempts, 1)
        shop.close()
    assert server.errors == []


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


def test_what_was_in_flight_when_the_program_died_is_unconfirmed_and_not_sent_again(
    shop: Shop, server: FaultServer
) -> None:
    shop.fill(5)
    run = shop.workspace.runs.start(shop.account.id, shop.clock.now())
    claimed = shop.workspace.outbox.claim(
        shop.account.id, run.id, 3, 10**6, shop.clock.now(), shop.clock.now()
    )
    assert claimed is not None
    shop.send()
    check(shop, server)
    assert server.ledger.applied == {"A3": 1, "A4": 1}
    assert [shop.states()[f"A{number}"] for number in range(3)] == [State.UNCONFIRMED] * 3


def test_orders_queued_and_taken_back_while_a_run_goes_on_are_in_its_balance(
    shop: Shop, server: FaultServer
) -> None:
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


@pytest.mark.parametrize("wait", [0.0, 0.5])
def test_what_is_taken_back_or_changed_after_it_was_read_ahead_is_not_sent_as_it_was(
    shop: Shop, server: FaultServer, wait: float
) -> None:
    """The next batch is read while a request is on its way: by now (0.5 s) or perhaps just then."""

    def meanwhile(connection: Connection) -> None:
        names = connection.read()
        time.sleep(wait)
        first = int(names[-1][1:]) + 1  # of the next batch
        shop.workspace.revisions.withdraw([first + 1], shop.clock.now())  # ids of orders count from 1
        changed = order(first + 1, totalCost="777")
        shop.change(first + 2, changed)
        shop.workspace.release_thread()
        connection.apply()
        connection.reply_json(200, {})

    server.script = [ok, meanwhile]
    shop.fill(60)
    report = shop.send(limits=Limits(first_batch=10, batch_limit=10))
    check(shop, server)
    assert (report.accepted, report.stopped) == (59, None)
    assert "A20" not in server.ledger.applied
    assert server.ledger.applied["A21"] == 1
    assert server.ledger.orders["A21"]["totalCost"] == 777


def change_back(shop: Shop, order_id: int) -> None:
    """What Ctrl+Z does."""
    for draft in (order(0, phone="380671112233"), order(0)):
        shop.save(order_id, draft)


def change_back_and_delete(shop: Shop, order_id: int) -> None:
    change_back(shop, order_id)
    shop.workspace.orders.delete([order_id], shop.clock.now())


def queue_and_change_back(shop: Shop, order_id: int) -> None:
    shop.change(order_id, order(0, phone="380671112233"))
    shop.save(order_id, order(0))
    shop.workspace.revisions.withdraw([order_id], shop.clock.now())


@pytest.mark.parametrize("deed", [change_back, change_back_and_delete, queue_and_change_back])
def test_an_order_that_is_changed_and_changed_back_while_it_is_on_its_way_has_its_answer(
    shop: Shop, server: FaultServer, deed: Callable[[Shop, int], None]
) -> None:
    server.default = gate = Gate()
    ids = shop.workspace.orders.ids
    shop.fill(3)
    thread, _, reports = in_thread(shop)
    assert gate.arrived.acquire(timeout=20)
    order_id = min(ids(OrderQuery()))
    deed(shop, order_id)
    gate.answer.release()
    thread.join(20)
    shop.workspace.orders.restore([order_id], shop.clock.now())
    assert set(server.ledger.applied.values()) == {1}
    assert shop.workspace.check().problems == ()
    assert reports[0].accepted == len(ids(OrderQuery(folder=Folder.SENT))) == 3


def test_an_account_that_leads_elsewhere_gets_no_further_batch(
    shop: Shop, server: FaultServer, tmp_path: Path
) -> None:
    """Its address was changed, by the command line beside the window for instance."""
    other = FaultServer()
    other.start()
    server.default = gate = Gate()
    shop.fill(300)
    thread, _, reports = in_thread(shop)
    assert gate.arrived.acquire(timeout=20)
    shop.workspace.accounts.update(replace(shop.account, base_url=other.url))
    gate.answer.release()
    thread.join(20)
    (report,) = reports
    assert (report.stop_reason, report.accepted, report.waiting) == (StopReason.ACCOUNT_CHANGED, 100, 200)
    assert "was changed while" in str(report.stopped)
    check(shop, server)
    assert other.ledger.requests == []
    shop.account = shop.workspace.accounts.by_id(shop.account.id)
    assert shop.send().accepted == 200  # once more, and now there
    assert len(other.ledger.applied) == 200
    other.stop()


def test_a_removed_account_gets_no_further_batch(shop: Shop, server: FaultServer) -> None:
    server.default = gate = Gate()
    shop.fill(300)
    thread, _, reports = in_thread(shop)
    assert gate.arrived.acquire(timeout=20)
    shop.workspace.accounts.remove("test", shop.clock.now())
    gate.answer.release()
    thread.join(20)
    check(shop, server)
    assert (reports[0].stop_reason, reports[0].accepted) == (StopReason.ACCOUNT_CHANGED, 100)


def test_another_key_ends_even_a_wait(tmp_path: Path) -> None:
    clock = FakeClock(on_sleep=lambda _: sender.account_changed())
    shop = Shop(tmp_path, FaultServer().url, clock)
    shop.fill(5)
    sender = shop.sender()
    report = sender.run()
    assert (report.stop_reason, report.waiting, clock.slept) == (StopReason.ACCOUNT_CHANGED, 5, [])
    shop.close()


def test_a_body_is_no_news_to_the_same_server_because_the_account_was_added_anew(
    shop: Shop, server: FaultServer
) -> None:
    server.script = [partial(modes.status, code=503, Retry_After="1")]
    shop.fill(5)
    report = shop.send(limits=Limits(wait_patience=0))
    assert report.waiting == 5
    shop.workspace.accounts.remove("test", shop.clock.now())
    shop.account = shop.workspace.accounts.add(
        AccountRecord(name="anew", base_url=server.url), shop.clock.now()
    )
    assert shop.send().accepted == 5
    check(shop, server)  # no two equal bodies within a minute
