"""Whole runs against a server that is well."""

from __future__ import annotations

import hashlib
import json

from ordermanager.domain.body import order_json, request_body
from ordermanager.domain.checks.checks import check_draft
from ordermanager.domain.states import State
from ordermanager.domain.summary import summarise
from ordermanager.sending.progress import RunState
from ordermanager.sending.sender import Limits
from ordermanager.store.outbox.records import QueueItem
from tests.faults.server import FaultServer
from tests.faults.shop import RULES, Shop, check, order


def test_2500_orders_arrive_field_by_field_once_each_in_requests_of_at_most_1000(
    shop: Shop, server: FaultServer
) -> None:
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


def test_two_versions_of_one_order_go_in_turn_and_both_raise_their_event(
    shop: Shop, server: FaultServer
) -> None:
    first = shop.queue([order(1), order(2)])
    draft = order(1, status="DELIVERED")
    (order_id,) = {record.order_id for record in shop.revisions() if record.id == first[0]}
    checked = check_draft(draft, RULES, shop.clock.now())
    assert checked.order is not None

    shop.workspace.orders.save(
        draft, summarise(draft, checked, RULES), State.READY, order_id=order_id, now=shop.clock.now()
    )
    item = QueueItem(order_id, order_json(checked.order).encode(), "DELIVERED", "A1")
    assert shop.workspace.revisions.queue_many([item], shop.clock.now()) != [None]
    report = shop.send()
    assert (report.total, report.accepted) == (3, 3)
    assert server.ledger.events == {
        ("A1", "INITIALIZED"): 1,
        ("A1", "DELIVERED"): 1,
        ("A2", "INITIALIZED"): 1,
    }
    assert server.ledger.orders["A1"]["status"] == "DELIVERED"
    assert [request.ids for request in server.ledger.requests] == [["A1", "A2"], ["A1"]]


def test_progress_counts_up_to_the_total_and_ends_with_stopped(shop: Shop, server: FaultServer) -> None:
    shop.fill(300)
    shop.send()
    last = shop.seen[-1]
    assert (last.state, last.total, last.done, last.waiting) == (RunState.STOPPED, 300, 300, 0)
    assert all(step.total == step.done + step.waiting for step in shop.seen)
    assert [step.done for step in shop.seen] == sorted(step.done for step in shop.seen)
