"""The outbox: what is claimed and in which order, outcomes, crashes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.store.history.query import EventQuery
from ordermanager.store.outbox.claims import Choice
from ordermanager.store.outbox.records import AttemptResult, Fate, MemberOutcome, Outcomes
from ordermanager.store.records import AccountChange, AccountRecord
from ordermanager.store.times import to_text
from tests.store.waiting import WaitingCounts, in_states, waiting

FRAME = len(b'{"orders":[]}')


def claimed(batch):
    return [] if batch is None else [each.external_order_id for each in batch.members]


def test_the_oldest_first_with_exact_bodies(shop):
    items = [shop.queue_item(shop.order(name), b'{"externalOrderId":"%b"}' % name.encode()) for name in "312"]
    shop.workspace.revisions.queue_many(items, shop.tick())
    run_id = shop.run()
    batch = shop.claim(run_id, limit=2)
    assert claimed(batch) == ["3", "1"]
    assert batch.bodies == b'{"externalOrderId":"3"},{"externalOrderId":"1"}'
    assert in_states(shop.workspace)["sending"] == 2
    assert shop.state(batch.members[0].order_id) is State.SENDING
    (attempt,) = shop.workspace.batches.attempts_of(batch.batch_id)
    assert (attempt.id, attempt.finished_at) == (batch.attempt_id, "")
    assert attempt.deadline > attempt.started_at
    other = shop.claim(run_id)
    assert claimed(other) == ["2"]
    assert shop.claim(run_id) is None
    shop.answer(batch, State.ACCEPTED)
    shop.answer(other, State.ACCEPTED)


def test_what_is_claimed_is_committed(shop):
    """Another connection sees it at once: the rows are there before the first byte leaves."""
    from ordermanager.store.workspace import Workspace

    shop.queued("1")
    batch = shop.claim(shop.run())
    other = Workspace.create_or_open(shop.workspace.folder, read_only=True)
    assert in_states(other)["sending"] == 1
    other.close()
    shop.answer(batch, State.ACCEPTED)


def test_a_claim_that_is_taken_back_leaves_nothing(shop):
    shop.queued("1")
    run_id = shop.run()
    with shop.taken_back():
        assert shop.claim(run_id) is not None
    assert in_states(shop.workspace)["queued"] == 1
    assert shop.workspace.runs.get(run_id).balance.batches == 0


def test_a_batch_has_a_size_but_never_less_than_one_order(shop):
    bodies = [b"x" * size for size in (100, 50, 50, 500, 10)]
    for number, body in enumerate(bodies):
        shop.workspace.revisions.queue_many([shop.queue_item(shop.order(str(number)), body)], shop.tick())
    run_id = shop.run()
    exact = FRAME + 101 + 51 + 51
    batches = [shop.claim(run_id, max_bytes=exact - 1), shop.claim(run_id, max_bytes=exact - 1)]
    assert [claimed(batch) for batch in batches] == [["0", "1"], ["2"]]
    batches.append(shop.claim(run_id, max_bytes=exact))
    assert claimed(batches[-1]) == ["3"]  # too large for any batch: the server must say so
    batches.append(shop.claim(run_id, max_bytes=exact))
    assert claimed(batches[-1]) == ["4"]
    for batch in batches:
        shop.answer(batch, State.ACCEPTED)


def test_one_order_id_is_never_twice_in_a_batch_nor_on_its_way_nor_overtaken(shop):
    first, second, third = (
        shop.queued("same", status) for status in (Status.INITIALIZED, Status.IN_PROGRESS, Status.DELIVERED)
    )
    other = shop.queued("other")
    run_id = shop.run()
    batch = shop.claim(run_id)
    assert [each.revision_id for each in batch.members] == [first, other]
    assert shop.claim(run_id) is None
    later = shop.now + timedelta(seconds=90)
    shop.answer(batch, State.QUEUED, later)
    assert shop.claim(run_id) is None  # the second waits for the first, though it could go itself
    assert shop.workspace.outbox.next_due(shop.now) == later
    shop.now = later
    batch = shop.claim(run_id, limit=1)
    assert [each.revision_id for each in batch.members] == [first]
    shop.answer(batch, State.UNCONFIRMED)
    batch = shop.claim(run_id)  # doubt about the first does not stop the second
    assert [each.revision_id for each in batch.members] == [second, other]
    shop.answer(batch, State.ACCEPTED)
    batch = shop.claim(run_id)
    assert [each.revision_id for each in batch.members] == [third]
    shop.answer(batch, State.ACCEPTED)


def test_a_held_older_revision_blocks_a_newer_one(shop):
    shop.queued("same", Status.INITIALIZED)
    shop.hold()
    shop.queued("same", Status.DELIVERED)
    assert shop.claim(shop.run()) is None
    assert shop.workspace.outbox.next_due(shop.now) is None
    assert waiting(shop.workspace, shop.now) == WaitingCounts(due=0, later=0, blocked=1, held=1, sending=0)
    assert shop.workspace.outbox.has_queued()
    assert not shop.workspace.outbox.has_queued(that_could_go=True)


def test_only_some_statuses_or_some_revisions(shop):
    cart = shop.queued("cart", Status.ABANDONED_SHOPPING_CART)
    rest = [shop.queued(str(number)) for number in range(3)]
    run_id = shop.run()
    assert shop.claim(run_id, revision_ids=[]) is None
    batch = shop.claim(run_id, revision_ids=[rest[2], rest[0], 999])
    assert [each.revision_id for each in batch.members] == [rest[0], rest[2]]
    shop.answer(batch, State.ACCEPTED)
    batch = shop.claim(run_id, wanted=Choice([Status.INITIALIZED, Status.DELIVERED]))
    assert [each.revision_id for each in batch.members] == [rest[1]]
    shop.answer(batch, State.ACCEPTED)
    batch = shop.claim(run_id, wanted=Choice([Status.ABANDONED_SHOPPING_CART]))
    assert [each.revision_id for each in batch.members] == [cart]
    shop.answer(batch, State.ACCEPTED)


def test_waiting_and_next_due(shop):
    outbox = shop.workspace.outbox
    assert outbox.next_due(shop.now) is None
    assert not outbox.has_queued()
    shop.queued("1")
    assert outbox.next_due(shop.now) == shop.now
    assert outbox.has_queued(that_could_go=True)
    run_id = shop.run()
    batch = shop.claim(run_id)
    assert outbox.next_due(shop.now) is None
    assert waiting(shop.workspace, shop.now) == WaitingCounts(due=0, later=0, blocked=0, held=0, sending=1)
    later = shop.now + timedelta(seconds=90)
    shop.answer(batch, State.QUEUED, later)
    assert waiting(shop.workspace, shop.now) == WaitingCounts(due=0, later=1, blocked=0, held=0, sending=0)
    assert outbox.next_due(shop.now) == later
    assert outbox.has_queued(that_could_go=True)
    shop.queued("1", Status.DELIVERED)
    shop.queued("2")
    found = waiting(shop.workspace, shop.now)
    assert found == WaitingCounts(due=1, later=1, blocked=1, held=0, sending=0)
    assert found.due + found.later + found.blocked == 3


def test_an_outcome_is_stored_for_each_order(shop):
    names = {"a": State.ACCEPTED, "r": State.REJECTED, "u": State.UNCONFIRMED, "q": State.QUEUED}
    orders = {name: shop.order(name, email=f"{name}@x.example") for name in names}
    shop.queue(*orders.values())
    batch = shop.claim(shop.run())
    reason = Sentence("The server said {text}", {"text": "no such currency"})
    later = shop.now + timedelta(seconds=61)
    outcomes = [
        MemberOutcome(
            each.revision_id,
            names[each.external_order_id],
            reason,
            later if names[each.external_order_id] is State.QUEUED else None,
        )
        for each in batch.members
    ]
    fates = Outcomes(
        Fate(State.ACCEPTED, reason), tuple(each for each in outcomes if each.state is not State.ACCEPTED)
    )
    result = AttemptResult("complete", 200, "reset", "by peer", {"date": "today"}, "y" * 5000, 1.25)
    change = AccountChange(Sentence("Stopped"), later, 250)
    at = shop.tick()
    shop.workspace.outbox.record_outcome(batch.batch_id, batch.attempt_id, result, fates, change, now=at)
    assert {name: shop.state(order_id) for name, order_id in orders.items()} == names
    (rejected,) = shop.workspace.revisions.of_order(orders["r"])
    assert rejected.reason == reason
    (again,) = shop.workspace.revisions.of_order(orders["q"])
    assert again.not_before == to_text(later)
    (attempt,) = shop.workspace.batches.attempts_of(batch.batch_id)
    assert (attempt.http_status, attempt.error, attempt.error_text, attempt.elapsed) == (
        200,
        "reset",
        "by peer",
        1.25,
    )
    assert (attempt.headers, attempt.answer, attempt.finished_at) == (
        {"date": "today"},
        "y" * 2000,
        to_text(at),
    )
    account = shop.workspace.accounts.get("main")
    assert account.is_stopped
    assert (account.not_before, account.batch_size) == (to_text(later), 250)
    events = shop.workspace.events.rows(shop.workspace.events.ids(EventQuery()))
    assert {event.event_key: event.kind for event in events} == {
        "a": "accepted",
        "r": "rejected",
        "u": "unconfirmed",
    }


def test_outcomes_that_do_not_fit_the_batch_are_refused_whole(shop):
    for name in "ab":
        shop.queued(name)
    batch = shop.claim(shop.run())
    first = MemberOutcome(batch.members[0].revision_id, State.REJECTED)
    stranger, other_state = (
        MemberOutcome(999, State.REJECTED),
        MemberOutcome(first.revision_id, State.WITHDRAWN),
    )
    wrong = [
        Outcomes(Fate(State.ACCEPTED), (first, first)),
        Outcomes(Fate(State.ACCEPTED), (first, stranger)),
        Outcomes(Fate(State.ACCEPTED), (other_state,)),
        Outcomes(Fate(State.WITHDRAWN), (first,)),
        Outcomes(Fate(State.SENDING)),
    ]
    for outcomes in wrong:
        with pytest.raises(ValueError, match="outcome"):
            shop.workspace.outbox.record_outcome(
                batch.batch_id, batch.attempt_id, AttemptResult("complete", 200), outcomes, now=shop.tick()
            )
    assert in_states(shop.workspace)["sending"] == 2
    shop.answer(batch, State.ACCEPTED)
    with pytest.raises(ValueError, match="changed under"):
        shop.answer(batch, State.ACCEPTED)


def test_orders_found_guilty_by_halving_are_rejected_from_the_queue(shop):
    """Each was refused alone and put back until it was known that the request as such was right."""
    guilty, back, never_sent = shop.queued("guilty"), shop.queued("back"), shop.queued("never sent")
    run_id = shop.run()
    batch = shop.claim(run_id, limit=2)
    shop.answer(batch, State.QUEUED)
    shop.workspace.revisions.withdraw([batch.members[1].order_id], shop.tick())
    reason = Sentence("Refused")
    outcomes = [MemberOutcome(each, State.REJECTED, reason) for each in (guilty, back, never_sent)]
    assert shop.workspace.outbox.reject(outcomes, now=shop.tick()) == 1
    states = [shop.workspace.revisions.get(each).state for each in (guilty, back, never_sent)]
    assert states == [State.REJECTED, State.WITHDRAWN, State.QUEUED]
    assert shop.workspace.revisions.get(guilty).reason == reason
    (event,) = shop.workspace.events.rows(shop.workspace.events.ids(EventQuery()))
    assert (event.kind, event.revision_id) == ("rejected", guilty)
    assert shop.workspace.runs.get(run_id).balance == shop.workspace.runs.recompute(run_id)


def test_an_identical_request_is_recognised(shop):
    shop.queued("1")
    shop.queued("2")
    run_id = shop.run()
    batch = shop.claim(run_id)
    assert batch.last_identical_at == ""
    sent_at = to_text(shop.now)
    shop.answer(batch, State.QUEUED)
    half = shop.claim(run_id, limit=1)
    assert half.last_identical_at == ""
    shop.answer(half, State.QUEUED)
    again = shop.claim(run_id)
    assert again.last_identical_at == sent_at
    shop.answer(again, State.ACCEPTED)


def test_an_identical_request_is_recognised_through_another_account_at_the_same_address(shop):
    """The account was added anew, say; the server at another address knows nothing of it."""
    shop.queued("1")
    shop.workspace.accounts.add(AccountRecord("Elsewhere", "https://other.invalid/api"), shop.now)
    found, left_at = [], []
    for account in ("Main", "Elsewhere", "Anew"):
        run_id = shop.run(account)
        batch = shop.claim(run_id, account=account)
        left_at.append(to_text(shop.now))
        found.append(batch.last_identical_at)
        shop.answer(batch, State.QUEUED)
        shop.workspace.runs.finish(run_id, None, shop.tick())
    assert found == ["", "", left_at[0]]


def test_after_a_crash_what_was_on_its_way_is_unconfirmed(shop):
    sent, waiting = shop.order("sent"), shop.order("waiting")
    shop.queue(sent, waiting)
    run_id = shop.run()
    batch = shop.claim(run_id, limit=1)
    at = shop.tick()
    assert shop.workspace.outbox.recover(at) == 1
    assert shop.workspace.outbox.recover(at) == 0
    assert [shop.state(sent), shop.state(waiting)] == [State.UNCONFIRMED, State.QUEUED]
    (attempt,) = shop.workspace.batches.attempts_of(batch.batch_id)
    assert (attempt.error, attempt.finished_at) == ("died", to_text(at))
    run = shop.workspace.runs.get(run_id)
    assert run.finished_at == to_text(at)
    assert (run.balance.total, run.balance.unconfirmed, run.balance.waiting, run.balance.closes) == (
        2,
        1,
        1,
        True,
    )
    assert shop.workspace.runs.recompute(run_id) == run.balance
    assert shop.workspace.orders.folder_counts()[Folder.UNCONFIRMED] == 1
    assert claimed(shop.claim(shop.run())) == ["waiting"]
    shop.workspace.outbox.recover(shop.tick())


@pytest.mark.slow
def test_claiming_from_a_long_queue_does_not_read_it_all(shop):
    """The plan, not the time: the queue is walked in its order and each row asks one index about older ones."""
    from ordermanager.store.outbox.claims import CLAIMABLE

    plan = [
        row[3]
        for row in shop.workspace.reader().all(
            f"EXPLAIN QUERY PLAN {CLAIMABLE} ORDER BY r.id LIMIT 5", ("", "")
        )
    ]
    assert "USING INDEX revisions_queued" in plan[0]
    assert not any("TEMP B-TREE" in line for line in plan)
    assert [line for line in plan if " o " in line] == [
        "SEARCH o USING INDEX revisions_key (external_order_id=? AND id<?)",
        "SEARCH o USING COVERING INDEX revisions_one_sending (external_order_id=? AND rowid>?)",
    ]
