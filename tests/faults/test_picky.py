"""A server that refuses whole requests: 400 is isolated by halving, 413 by sending less."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from ordermanager.domain.states import State
from ordermanager.sending.progress import StopReason
from ordermanager.sending.sender import Limits
from tests.faults import modes
from tests.faults.server import Connection, FaultServer
from tests.faults.shop import Shop, check, order


@pytest.mark.parametrize(
    "bad", [[0], [999], [500, 501], list(range(50, 1000, 100))], ids=["first", "last", "two", "ten"]
)
def test_400_is_isolated_by_halving(shop: Shop, server: FaultServer, bad: list[int]) -> None:
    names = frozenset(f"A{number}" for number in bad)
    server.default = partial(modes.picky, bad=names)
    shop.fill(1000)
    report = shop.send()
    check(shop, server)
    states = shop.states()
    assert {name for name, state in states.items() if state is State.REJECTED} == names
    assert (report.accepted, report.rejected, report.stopped) == (1000 - len(bad), len(bad), None)
    assert len(server.ledger.requests) <= 20 + 21 * len(bad)
    (reason,) = {str(record.reason) for record in shop.revisions() if record.state is State.REJECTED}
    assert "invalid e-mail" in reason


def test_no_other_order_leaves_while_the_bad_ones_are_looked_for(shop: Shop, server: FaultServer) -> None:
    server.default = partial(modes.picky, bad=frozenset(["A3"]))
    shop.fill(30)
    shop.send(limits=Limits(first_batch=10, batch_limit=10, in_flight=8))
    check(shop, server)
    sent = [list(request.ids) for request in server.ledger.requests]
    asked = sent[: sent.index(["A3"]) + 1]
    assert len(asked) > 3
    assert {name for names in asked for name in names} == {f"A{number}" for number in range(10)}


@pytest.mark.parametrize("bad", [10, 30])
def test_many_bad_orders_of_one_full_request_are_found_in_smaller_and_smaller_ones(
    shop: Shop, server: FaultServer, bad: int
) -> None:
    names = frozenset(f"A{number}" for number in range(5, 1000, 1000 // bad))
    server.default = partial(modes.picky, bad=names)
    shop.fill(1000)
    report = shop.send(limits=Limits(first_batch=1000, offline_patience=600, wait_patience=7200))
    check(shop, server)
    assert {name for name, state in shop.states().items() if state is State.REJECTED} == names
    assert (report.accepted, report.stopped) == (1000 - len(names), None)
    assert len(server.ledger.requests) <= 20 + 21 * bad


def test_the_oldest_orders_being_bad_does_not_keep_the_others_from_going(
    shop: Shop, server: FaultServer
) -> None:
    names = frozenset(f"A{number}" for number in range(20))
    server.default = partial(modes.picky, bad=names)
    shop.fill(300)
    report = shop.send()
    check(shop, server)
    assert {name for name, state in shop.states().items() if state is State.REJECTED} == names
    assert (report.accepted, report.stopped) == (280, None)


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
    fault = partial(modes.picky, bad=frozenset(["A3"]))
    busy = partial(modes.status, code=503, Retry_After="1")
    server.default = fault
    server.script = [fault, busy, busy, fault, busy, busy]
    shop.fill(8)
    report = shop.send()
    check(shop, server)
    assert (report.accepted, report.rejected) == (7, 1)
    assert shop.states()["A3"] is State.REJECTED


def test_a_break_while_halving_leaves_only_that_half_in_doubt(shop: Shop, server: FaultServer) -> None:
    fault = partial(modes.picky, bad=frozenset(["A7"]))
    server.default = fault
    server.script = [fault, partial(modes.close_without_reply, applied=True)]
    shop.fill(8)
    report = shop.send()
    check(shop, server)
    assert (report.unconfirmed, report.accepted, report.rejected) == (4, 3, 1)


def test_an_order_taken_back_while_halving_goes_on(shop: Shop, server: FaultServer) -> None:
    fault = partial(modes.picky, bad=frozenset(["A0"]))

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


def test_half_a_group_taken_back_while_halving_does_not_repeat_the_rest(
    shop: Shop, server: FaultServer
) -> None:
    fault = partial(modes.picky, bad=frozenset(["A2"]))

    def withdraw_then_fault(connection: Connection) -> None:
        (order_id,) = {record.order_id for record in shop.revisions() if record.external_order_id == "A3"}
        shop.workspace.revisions.withdraw([order_id], shop.clock.now())
        shop.workspace.release_thread()
        fault(connection)

    server.script = [fault, withdraw_then_fault]
    server.default = fault
    shop.fill(4)
    report = shop.send()
    check(shop, server)
    assert (report.total, report.accepted, report.rejected, report.batches) == (3, 2, 1, 3)
    assert [request.ids for request in server.ledger.requests][1:] == [["A0", "A1"], ["A2"]]


def too_large(connection: Connection, most: int) -> None:
    connection.read()
    if connection.request.size > most:
        connection.reply_json(413, {"message": "too large"})
    else:
        connection.apply()
        connection.reply_json(200, {})


def test_413_halves_and_learns_and_a_single_order_that_is_too_large_is_rejected(
    shop: Shop, server: FaultServer
) -> None:
    server.default = partial(too_large, most=20_000)
    shop.queue([order(number) for number in range(200)] + [order(500, deliveryAddress="вул. " * 10_000)])
    report = shop.send(limits=Limits(first_batch=1000, wait_patience=600))
    check(shop, server)
    assert (report.accepted, report.rejected, report.stopped) == (200, 1, None)
    assert shop.states()["A500"] is State.REJECTED
    assert len(server.ledger.requests) < 60
