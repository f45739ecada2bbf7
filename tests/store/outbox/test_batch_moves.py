"""Outcomes of whole batches, what may be sent again, and what a run's figures are checked against."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.store.outbox.records import AttemptResult, Fate, Forecast, MemberOutcome, Outcomes
from tests.store.waiting import in_states, waiting


def test_members_that_fare_differently_each_get_their_own(shop):
    orders = [shop.order(str(number)) for number in range(6)]
    shop.queue(*orders)
    run_id = shop.run()
    batch = shop.claim(run_id)
    no, other = Sentence("The server said {text}", {"text": "no"}), Sentence("Other words")
    states = [
        State.ACCEPTED,
        State.REJECTED,
        State.ACCEPTED,
        State.REJECTED,
        State.UNCONFIRMED,
        State.ACCEPTED,
    ]
    reasons = [None, no, None, other, other, None]
    outcomes = [
        MemberOutcome(member.revision_id, state, reason)
        for member, state, reason in zip(batch.members, states, reasons, strict=True)
    ]
    fates = Outcomes(
        Fate(State.ACCEPTED), tuple(each for each in outcomes if each.state is not State.ACCEPTED)
    )
    shop.workspace.outbox.record_outcome(
        batch.batch_id, batch.attempt_id, AttemptResult("complete", 200), fates, now=shop.tick()
    )
    assert [shop.state(order) for order in orders] == states
    found = [shop.workspace.revisions.get(member.revision_id) for member in batch.members]
    assert [each.reason for each in found] == reasons
    balance = shop.workspace.runs.get(run_id).balance
    assert (balance.accepted, balance.rejected, balance.unconfirmed, balance.waiting) == (3, 2, 1, 0)
    assert shop.workspace.runs.recompute(run_id) == balance
    assert shop.workspace.runs.events_of(run_id) == [("orderINITIALIZED", 3)]
    assert [line.state for line in shop.workspace.runs.lines_of(run_id)] == [str(state) for state in states]


def test_an_order_that_follows_a_newer_revision_is_left_alone(shop):
    order = shop.order("1")
    shop.queue(order)
    run_id = shop.run()
    batch = shop.claim(run_id)
    shop.order("1", order, status="DELIVERED")
    shop.queue(order)
    shop.answer(batch, State.ACCEPTED)
    assert shop.state(order) is State.QUEUED
    assert in_states(shop.workspace)["accepted"] == 1


def test_revisions_side_by_side_may_be_of_orders_that_are_not(shop):
    orders = [shop.order(str(number)) for number in range(40)]
    chosen = [orders[at] for at in (39, 0, 20)]
    shop.queue(*chosen)
    batch = shop.claim(shop.run())
    assert list(batch.revision_ids) == list(range(batch.revision_ids[0], batch.revision_ids[0] + 3))
    shop.answer(batch, State.ACCEPTED)
    assert {order for order in orders if shop.state(order) is State.ACCEPTED} == set(chosen)
    assert shop.workspace.check().problems == ()


def test_a_batch_whose_members_changed_is_not_recorded(shop):
    shop.queued("1")
    shop.queued("2")
    batch = shop.claim(shop.run())
    with shop.taken_back() as database:
        database.run("UPDATE revisions SET state = 'held' WHERE id = ?", (batch.members[1].revision_id,))
        with pytest.raises(ValueError, match="changed under"):
            shop.answer(batch, State.ACCEPTED)
    assert in_states(shop.workspace)["sending"] == 2


def test_only_the_newest_is_a_choice(shop):
    order = shop.order("1")
    shop.queue(order)
    shop.order("1", order, status="DELIVERED")
    item = shop.queue_item(order)
    shop.workspace.revisions.queue_many([item], shop.tick())
    assert in_states(shop.workspace)["queued"] == 2
    shop.order("1", order, status="CANCELLED")
    shop.workspace.revisions.queue_many([shop.queue_item(order)], shop.tick(), only_newest=True)
    counts = in_states(shop.workspace)
    assert (counts["queued"], counts["superseded"]) == (1, 2)


def test_an_older_text_does_not_come_after_a_newer_one(shop):
    order = shop.order("1")
    (first,) = shop.queue(order)
    run_id = shop.run()
    shop.answer(shop.claim(run_id), State.UNCONFIRMED)
    shop.order("1", order, status="DELIVERED")
    shop.queue(order)
    shop.answer(shop.claim(run_id), State.ACCEPTED)
    (doubt,) = shop.workspace.batches.unconfirmed_batches()
    assert (doubt.count, doubt.overtaken) == (1, 1)
    assert shop.workspace.batches.resolve([first], "send_again", shop.tick()) == 0
    assert shop.workspace.batches.resolve([first], "accepted", shop.tick()) == 1


def test_the_policy_sends_again_after_its_minutes_and_not_for_ever(shop):
    account = shop.workspace.accounts.by_id(shop.account())
    order = shop.order("1")
    shop.queue(order)
    run_id = shop.run()
    repeat = shop.workspace.batches.repeat_by_policy
    shop.answer(shop.claim(run_id), State.UNCONFIRMED)
    assert repeat(shop.now + timedelta(days=1)) == 0  # the policy is to ask
    shop.workspace.accounts.update(
        type(account)(
            account.name, account.base_url, repeat_policy="send_again", repeat_after=20, id=account.id
        )
    )
    assert repeat(shop.now + timedelta(minutes=19)) == 0
    rounds = 1
    while rounds < 5 and repeat(shop.tick(21 * 60)):
        rounds += 1
        shop.answer(shop.claim(run_id), State.UNCONFIRMED)
    assert rounds == 3
    assert shop.state(order) is State.UNCONFIRMED
    by = shop.workspace.reader().all("SELECT DISTINCT by FROM revision_steps WHERE old = 'unconfirmed'")
    assert by == [("program",)]


def test_the_forecast_counts_events_and_what_is_delicate(shop):
    shop.queued("1", email="a@example.com")
    shop.queued("2", Status.DELIVERED, date="2025-01-01T00:00:00Z", phone="380671111111")
    again = shop.order("3", email="c@example.com")
    shop.queue(again)
    shop.send_all()
    assert shop.workspace.outbox.forecast(shop.now) == Forecast({}, 0, 0, 0)
    shop.queue(again)
    nobody = shop.order("4")
    shop.queue(nobody)
    old_before = shop.now - timedelta(days=31)
    found = shop.workspace.outbox.forecast(old_before)
    assert found == Forecast({"INITIALIZED": 2}, repeated=1, old=0, unreachable=1)
    shop.queued("5", Status.DELIVERED, date="2025-01-01T00:00:00Z", email="e@example.com")
    only = shop.workspace.outbox.forecast(old_before, [Status.DELIVERED])
    assert only == Forecast({"DELIVERED": 1}, repeated=0, old=1, unreachable=0)


def test_what_was_held_and_released_may_come_twice(shop):
    shop.queued("1", email="a@example.com")
    shop.hold()
    shop.workspace.revisions.release_held(shop.tick())
    assert shop.workspace.outbox.forecast(shop.now).repeated == 1


def test_all_runs_are_counted_anew_in_one_pass(shop):
    for state in (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED, State.ACCEPTED):
        shop.queued(f"{state}-{shop.now:%H%M%S}-a")
        shop.queued(f"{state}-{shop.now:%H%M%S}-b")
        shop.send_all(state)
        doubts = [each.revision_ids for each in shop.workspace.batches.unconfirmed_batches()]
        for ids in doubts[:1]:
            shop.workspace.batches.resolve(ids[:1], "send_again", shop.tick(100))
    late = shop.order("late")
    shop.queue(late)
    run_id = shop.run()
    batch = shop.claim(run_id, limit=1)
    shop.workspace.revisions.withdraw(None, shop.tick())
    shop.queued("while it runs")
    shop.answer(batch, State.ACCEPTED)
    runs = shop.workspace.runs
    counted = runs.recompute_all()
    assert len(counted) == 5
    assert counted == {record.id: runs.recompute(record.id) for record in runs.list()}
    assert counted == {record.id: record.balance for record in runs.list()}
    assert all(balance.closes for balance in counted.values())


def test_writes_are_flushed_through_the_disks_own_memory(workspace):
    """macOS only obeys this one; elsewhere it is remembered and changes nothing."""
    pragmas = ("synchronous", "fullfsync", "checkpoint_fullfsync")
    assert [workspace.reader().value(f"PRAGMA {name}") for name in pragmas] == [2, 1, 1]


def test_a_wait_that_a_wrong_clock_wrote_down_keeps_nothing_back(shop):
    shop.queued("1")
    run_id = shop.run()
    shop.answer(shop.claim(run_id), State.QUEUED, shop.now + timedelta(days=365))
    assert waiting(shop.workspace, shop.now).due == 1
    assert shop.workspace.outbox.next_due(shop.now) == shop.now
    assert shop.claim(run_id) is not None
