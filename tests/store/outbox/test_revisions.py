"""Revisions: queueing, superseding, withdrawing, holding; what was sent never changes."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext

import apsw
import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from tests.store.conftest import HELD
from tests.store.waiting import in_states


def test_queueing_makes_an_immutable_revision(shop):
    order_id = shop.order("0007", email="ann@shop.example", phone="380671234567", externalCustomerId="c1")
    body = '{"externalOrderId":"0007","totalCost":10.50,"firstName":"Ірина"}'.encode()
    (revision_id,) = shop.workspace.revisions.queue_many([shop.queue_item(order_id, body)], shop.tick())
    (record,) = shop.workspace.revisions.of_order(order_id)
    assert record == shop.workspace.revisions.get(revision_id)
    assert shop.workspace.revisions.body(revision_id) == body
    assert (record.number, record.state, record.size) == (1, State.QUEUED, len(body))
    assert record.sha256 == hashlib.sha256(body).digest()
    assert (record.email, record.phone, record.external_customer_id) == (
        "ann@shop.example",
        "380671234567",
        "c1",
    )
    row = shop.workspace.orders.get(order_id).row
    assert (row.state, row.revisions) == (State.QUEUED, 1)
    assert shop.workspace.orders.folder_counts()[Folder.OUTBOX] == 1


def test_a_revision_that_is_not_there_is_wrong_use(shop):
    with pytest.raises(WrongUse, match="revision 3"):
        shop.workspace.revisions.get(3)
    with pytest.raises(WrongUse, match="revision 3"):
        shop.workspace.revisions.body(3)


def test_numbers_are_never_used_again(shop):
    order_id = shop.order("1")
    for _ in range(3):
        shop.queue(order_id)
        shop.workspace.revisions.withdraw([order_id], shop.tick())
    shop.queue(order_id)
    revisions = shop.workspace.revisions.of_order(order_id)
    assert [each.number for each in revisions] == [1, 2, 3, 4]
    assert [each.state for each in revisions] == ["withdrawn", "withdrawn", "withdrawn", "queued"]


def test_left_alone_are_orders_deleted_changed_meanwhile_or_waiting_already(shop):
    good, deleted, changed, twice = (shop.order(str(number)) for number in range(4))
    items = [shop.queue_item(each) for each in (deleted, changed, good, twice, twice)]
    shop.workspace.orders.delete([deleted], shop.tick())
    shop.order("2", order_id=changed, lastName="Changed after its body was made")
    first = shop.workspace.revisions.queue_many(items, shop.tick())
    assert [each is not None for each in first] == [False, False, True, True, False]
    again = shop.workspace.revisions.queue_many(items, shop.tick())
    assert again == [None] * 5
    assert in_states(shop.workspace)["queued"] == 2


def test_an_accepted_order_may_be_queued_again_with_the_same_text(shop):
    order_id = shop.order("1")
    shop.queue(order_id)
    shop.send_all()
    assert shop.queue(order_id) != [None]
    assert [each.state for each in shop.workspace.revisions.of_order(order_id)] == [
        State.ACCEPTED,
        State.QUEUED,
    ]
    assert shop.state(order_id) is State.QUEUED


@pytest.mark.parametrize(
    ("second_status", "supersede", "expected"),
    [
        (Status.INITIALIZED, True, State.SUPERSEDED),
        (Status.INITIALIZED, False, State.QUEUED),
        (Status.DELIVERED, True, State.QUEUED),  # another event: both are sent, in order
    ],
)
def test_a_newer_text_supersedes_what_waits_with_the_same_status(shop, second_status, supersede, expected):
    order_id = shop.order("1")
    shop.queue(order_id)
    shop.order("1", order_id=order_id, status=second_status, lastName="New")
    item = shop.queue_item(order_id)
    shop.workspace.revisions.queue_many([item], shop.tick(), supersede=supersede)
    states = [each.state for each in shop.workspace.revisions.of_order(order_id)]
    assert states == [expected, State.QUEUED]
    assert shop.state(order_id) is State.QUEUED


def test_what_is_on_its_way_is_not_superseded_or_withdrawn(shop):
    order_id = shop.order("1")
    shop.queue(order_id)
    batch = shop.claim(shop.run())
    shop.order("1", order_id=order_id, lastName="New")
    shop.queue(order_id)
    states = [each.state for each in shop.workspace.revisions.of_order(order_id)]
    assert states == [State.SENDING, State.QUEUED]
    assert shop.workspace.revisions.withdraw(None, shop.tick()) == [order_id]
    states = [each.state for each in shop.workspace.revisions.of_order(order_id)]
    assert states == [State.SENDING, State.WITHDRAWN]
    shop.answer(batch, State.ACCEPTED)
    assert shop.state(order_id) is State.READY  # with the newer text, which was taken back


def test_withdrawing_some_or_all(shop):
    orders = [shop.order(str(number)) for number in range(4)]
    shop.queue(*orders[:3])
    shop.order("1", order_id=orders[1], lastName="Edited", state="draft")
    withdraw = shop.workspace.revisions.withdraw
    assert withdraw([orders[1], orders[3]], shop.tick()) == [orders[1]]
    assert shop.state(orders[1]) is State.DRAFT
    assert withdraw(None, shop.tick()) == [orders[0], orders[2]]
    assert shop.state(orders[0]) is State.READY
    assert withdraw(None, shop.tick()) == []


def test_hold_and_release_keep_the_place_in_the_queue(shop):
    first, second = shop.queued("1"), shop.queued("2")
    shop.hold()
    assert shop.workspace.revisions.get(first).reason == HELD
    run_id = shop.run()
    assert shop.claim(run_id) is None
    third = shop.queued("3")
    assert shop.workspace.revisions.release_held(shop.tick()) == 2
    assert [each.revision_id for each in shop.claim(run_id).members] == [first, second, third]


def test_counts(shop):
    for number in range(3):
        shop.queued(str(number))
    run_id = shop.run()
    shop.answer(shop.claim(run_id, limit=1), State.REJECTED)
    batch = shop.claim(run_id, limit=1)
    counts = in_states(shop.workspace)
    assert (counts["rejected"], counts["sending"], counts["queued"], shop.workspace.revisions.waiting()) == (
        1,
        1,
        1,
        2,
    )
    shop.answer(batch, State.ACCEPTED)


FORBIDDEN = [
    "UPDATE revision_bodies SET body = x'00'",
    "UPDATE revision_bodies SET sha256 = zeroblob(32)",
    "DELETE FROM revision_bodies",
    "UPDATE revisions SET number = 9",
    "UPDATE revisions SET external_order_id = 'other'",
    "UPDATE revisions SET status = 'DELIVERED'",
    "DELETE FROM revisions",
    "UPDATE attempts SET answer = 'other'",
    "UPDATE attempts SET finished_at = ''",
    "DELETE FROM attempts",
    "UPDATE state_changes SET new = 'accepted'",
    "DELETE FROM state_changes",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_what_was_sent_and_answered_never_changes(shop, statement):
    shop.queued("1")
    shop.send_all(State.REJECTED)
    with pytest.raises(apsw.ConstraintError, match="never"), shop.workspace.write() as database:
        database.run(statement)


@pytest.mark.parametrize("state", [State.ACCEPTED, State.REJECTED, State.UNCONFIRMED])
def test_what_is_taken_back_before_it_goes_a_second_time_is_what_it_was(shop, state):
    """Not ready, or it would go with all that is. With another text it is."""
    same, changed = shop.order("1"), shop.order("2")
    shop.queue(same, changed)
    shop.send_all(state)
    shop.order("2", changed, status="DELIVERED")
    shop.queue(same, changed)
    assert shop.workspace.revisions.withdraw(None, shop.tick()) == [same, changed]
    assert [shop.state(each) for each in (same, changed)] == [state, State.READY]


def test_only_erasing_may_change_it(shop):
    revision_id = shop.queued("1")
    shop.send_all()
    with shop.workspace.write() as database:
        database.run("INSERT INTO erasing VALUES ('now')")
        database.run(
            "UPDATE revision_bodies SET body = x'7b7d', sha256 = ?", (hashlib.sha256(b"{}").digest(),)
        )
        database.run("UPDATE attempts SET answer = ''")
        database.run("DELETE FROM erasing")
    assert shop.workspace.revisions.body(revision_id) == b"{}"


STEPS = {
    "queued": {"sending", "held", "withdrawn", "superseded", "rejected"},
    "sending": {"accepted", "rejected", "unconfirmed", "queued", "held"},
    "held": {"queued", "withdrawn", "superseded"},
    "unconfirmed": {"queued", "accepted", "superseded"},
    "accepted": set(),
    "rejected": set(),
    "superseded": set(),
    "withdrawn": set(),
}


@pytest.mark.parametrize("new", STEPS)
@pytest.mark.parametrize("old", STEPS)
def test_the_database_knows_the_steps(shop, old, new):
    """Straight in the database: the state machine holds even against a bug of ours."""
    revision_id = shop.queued("1")
    run_id = shop.run()
    batch = shop.claim(run_id)
    shop.answer(batch, State.UNCONFIRMED)
    paths = {
        "unconfirmed": [],
        "accepted": ["accepted"],
        "queued": ["queued"],
        "sending": ["queued", "sending"],
        "held": ["queued", "held"],
        "rejected": ["queued", "sending", "rejected"],
        "superseded": ["superseded"],
        "withdrawn": ["queued", "withdrawn"],
    }

    is_allowed = new in STEPS[old] or new == old
    refused = pytest.raises(apsw.ConstraintError, match="no such step")
    with shop.taken_back() as database:
        for step in paths[old]:
            database.run("UPDATE revisions SET state = ? WHERE id = ?", (step, revision_id))
        with nullcontext() if is_allowed else refused:
            database.run("UPDATE revisions SET state = ? WHERE id = ?", (new, revision_id))


def test_the_database_lets_only_one_revision_of_an_order_id_be_on_its_way(shop):
    first, second = shop.queued("same"), shop.queued("same")
    batch = shop.claim(shop.run())
    assert [each.revision_id for each in batch.members] == [first]
    with pytest.raises(apsw.ConstraintError, match="UNIQUE"), shop.workspace.write() as database:
        database.run(
            "UPDATE revisions SET state = 'sending', batch_id = ? WHERE id = ?", (batch.batch_id, second)
        )
    shop.answer(batch, State.ACCEPTED)


def test_the_database_wants_a_batch_for_what_is_sent(shop):
    revision_id = shop.queued("1")
    with pytest.raises(apsw.ConstraintError, match="CHECK"), shop.workspace.write() as database:
        database.run("UPDATE revisions SET state = 'sending' WHERE id = ?", (revision_id,))
