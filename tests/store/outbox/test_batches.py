"""Doubt: which batches are unconfirmed, and what a decision does."""

from __future__ import annotations

from datetime import timedelta

from ordermanager.domain.states import Folder, State
from ordermanager.store.history.query import EventQuery
from ordermanager.store.times import to_text
from tests.store.waiting import waiting


def events(shop):
    return shop.workspace.events.rows(shop.workspace.events.ids(EventQuery(descending=False)))


def test_an_unconfirmed_batch_says_what_happened(shop):
    orders = [shop.order(str(number)) for number in range(3)]
    shop.queue(*orders)
    run_id = shop.run()
    first = shop.claim(run_id, limit=2)
    at = to_text(shop.now)
    shop.answer(first, State.UNCONFIRMED, http_status=502)
    second = shop.claim(run_id)
    shop.answer(second, State.UNCONFIRMED, http_status=None)
    found = shop.workspace.batches.unconfirmed_batches()
    assert [each.batch_id for each in found] == [first.batch_id, second.batch_id]
    assert found[0].order_ids == tuple(orders[:2])
    assert found[0].external_order_ids == ("0", "1")
    assert (found[0].count, found[0].at, found[0].account_name, found[0].http_status) == (2, at, "Main", 502)
    assert str(found[0].reason) == "The server said so"
    assert found[1].http_status is None


def test_sending_again_waits_until_the_server_would_take_the_same_body(shop):
    revision_id = shop.queued("1")
    run_id = shop.run()
    batch = shop.claim(run_id)
    sent_at = shop.now
    shop.answer(batch, State.UNCONFIRMED)
    assert shop.workspace.batches.resolve([revision_id], "send_again", shop.tick()) == 1
    assert shop.workspace.batches.resolve([revision_id], "send_again", shop.tick()) == 0
    due = shop.workspace.outbox.next_due(shop.now)
    assert timedelta(seconds=60) < due - sent_at < timedelta(seconds=62)
    assert shop.claim(run_id) is None
    shop.now = due
    again = shop.claim(run_id)
    shop.answer(again, State.ACCEPTED)
    (event,) = events(shop)
    assert (event.kind, event.times_doubtful, event.batch_id) == ("accepted", 1, again.batch_id)


def test_taking_as_accepted_marks_the_event_as_assumed(shop):
    revision_id = shop.queued("1")
    shop.send_all(State.UNCONFIRMED)
    assert shop.workspace.orders.folder_counts()[Folder.UNCONFIRMED] == 1
    assert shop.workspace.batches.resolve([revision_id, 99], "accepted", shop.tick()) == 1
    (event,) = events(shop)
    assert (event.kind, event.state, event.times_doubtful) == ("assumed", State.ACCEPTED, 0)
    assert shop.workspace.batches.unconfirmed_batches() == []
    counts = shop.workspace.orders.folder_counts()
    assert (counts[Folder.UNCONFIRMED], counts[Folder.SENT]) == (0, 1)


def test_an_older_doubt_stays_when_a_newer_revision_is_accepted(shop):
    order_id = shop.order("1")
    shop.queue(order_id)
    shop.send_all(State.UNCONFIRMED)
    shop.order("1", order_id=order_id, lastName="New")
    shop.queue(order_id)
    shop.send_all()
    assert shop.state(order_id) is State.ACCEPTED
    counts = shop.workspace.orders.folder_counts()
    assert (counts[Folder.UNCONFIRMED], counts[Folder.SENT]) == (1, 1)
    (batch,) = shop.workspace.batches.unconfirmed_batches()
    shop.workspace.batches.resolve(batch.revision_ids, "accepted", shop.tick())
    assert shop.workspace.orders.folder_counts()[Folder.UNCONFIRMED] == 0
    assert shop.state(order_id) is State.ACCEPTED


def test_an_older_doubt_is_not_sent_again_past_a_newer_one_that_stays_in_doubt(shop):
    order_id = shop.order("1")
    shop.queue(order_id)
    shop.send_all(State.UNCONFIRMED)
    shop.order("1", order_id=order_id, lastName="New")
    shop.queue(order_id)
    shop.send_all(State.UNCONFIRMED)
    older, newer = (each.id for each in shop.workspace.revisions.of_order(order_id))
    batches = shop.workspace.batches
    assert batches.resolve([older], "send_again", shop.tick()) == 0
    assert batches.resolve([older, newer], "send_again", shop.tick()) == 2
    claimed = waiting(shop.workspace, shop.tick(100))
    assert (claimed.due, claimed.blocked) == (1, 1)  # the older one first, then the newer


def test_thousands_are_decided_at_once(shop):
    ids = shop.workspace.orders.save_many([shop.item(str(number)) for number in range(1500)], now=shop.now)
    shop.queue(*ids)
    shop.send_all(State.UNCONFIRMED)
    revisions = [
        each for batch in shop.workspace.batches.unconfirmed_batches() for each in batch.revision_ids
    ]
    assert shop.workspace.batches.resolve(revisions, "accepted", shop.tick()) == 1500
