"""A batch that is read ahead of its claim: nothing is written, and it is claimed only while it is what comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.store.errors import WorkspaceDamaged
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.outbox.claims import PreparedBatch
from ordermanager.store.outbox.records import ClaimedBatch
from ordermanager.store.workspace import Workspace
from tests.store.conftest import Shop
from tests.store.waiting import in_states


@pytest.fixture
def other(shop: Shop) -> Shop:
    """The same workspace through another connection."""
    workspace = Workspace.create_or_open(shop.workspace.folder)
    yield Shop(workspace)
    workspace.close()


def prepare(shop: Shop, limit: int = 3) -> PreparedBatch | None:
    outbox = shop.workspace.outbox
    return outbox.prepare(limit, 10_000_000, shop.tick(), version=outbox.others_version())


def claim(shop: Shop, prepared: PreparedBatch, run_id: int) -> ClaimedBatch | None:
    now = shop.tick()
    deadline = now + timedelta(seconds=120)
    return shop.workspace.outbox.claim_prepared(prepared, shop.account(), run_id, now, deadline)


def names(batch: ClaimedBatch | None) -> list[str]:
    return [] if batch is None else [member.external_order_id for member in batch.members]


def test_what_was_prepared_is_what_would_have_been_claimed(shop: Shop) -> None:
    shop.queue(*(shop.order(str(number)) for number in range(5)))
    run_id = shop.run()
    prepared = prepare(shop)
    assert in_states(shop.workspace)["sending"] == 0
    assert shop.workspace.runs.get(run_id).balance.batches == 0
    batch = claim(shop, prepared, run_id)
    assert names(batch) == ["0", "1", "2"]
    assert batch.bodies == b",".join(shop.workspace.batches.bodies_of(batch.batch_id))
    assert in_states(shop.workspace)["sending"] == 3
    shop.answer(batch, State.ACCEPTED)
    assert shop.workspace.check().problems == ()


def test_nothing_due_prepares_nothing(shop: Shop) -> None:
    assert prepare(shop) is None


def test_an_outcome_written_meanwhile_changes_nothing(shop: Shop) -> None:
    shop.queue(*(shop.order(str(number)) for number in range(6)))
    run_id = shop.run()
    first = shop.claim(run_id, limit=3)
    prepared = prepare(shop)
    shop.answer(first, State.ACCEPTED)
    assert names(claim(shop, prepared, run_id)) == ["3", "4", "5"]


def withdraw(other: Shop) -> None:
    other.workspace.revisions.withdraw([2], other.tick())


def edit_and_queue(other: Shop) -> None:
    other.order("1", 2, email="new@x.example")
    other.queue(2)


@pytest.mark.parametrize("change", [withdraw, edit_and_queue])
def test_what_another_program_took_away_is_not_claimed(
    shop: Shop, other: Shop, change: Callable[[Shop], None]
) -> None:
    shop.queue(*(shop.order(str(number)) for number in range(5)))
    run_id = shop.run()
    prepared = prepare(shop)
    change(other)
    assert claim(shop, prepared, run_id) is None
    assert in_states(shop.workspace)["sending"] == 0
    assert shop.workspace.runs.get(run_id).balance.batches == 0


def test_what_this_very_thread_took_away_is_not_claimed_and_nor_is_the_rest(shop: Shop) -> None:
    """It knows nothing of it from the version, which only others change; so it is seen when they are marked."""
    orders = [shop.order(str(number)) for number in range(3)]
    shop.queue(*orders)
    run_id = shop.run()
    prepared = prepare(shop)
    shop.workspace.revisions.withdraw([orders[1]], shop.tick())
    with pytest.raises(ValueError, match="under the sender's hands"):
        claim(shop, prepared, run_id)
    assert in_states(shop.workspace)["sending"] == 0
    assert shop.workspace.runs.get(run_id).balance.batches == 0
    assert names(shop.claim(run_id)) == ["0", "2"]
    shop.workspace.outbox.recover(shop.tick())


def test_a_body_that_is_not_what_was_queued_does_not_leave(shop: Shop) -> None:
    shop.queued("good")
    revision = shop.queued("bad")
    whole = shop.workspace.revisions.body(revision)
    run_id = shop.run()
    for body in (b"{}", whole):
        with shop.workspace.write() as database:
            database.run("INSERT INTO erasing VALUES ('now')")
            database.run("UPDATE revision_bodies SET body = ? WHERE revision_id = ?", (body, revision))
            database.run("DELETE FROM erasing")
        if body != whole:
            with pytest.raises(WorkspaceDamaged, match=f"revision {revision} is damaged"):
                shop.claim(run_id)
            assert in_states(shop.workspace)["sending"] == 0
    assert names(shop.claim(run_id)) == ["good", "bad"]
    shop.workspace.outbox.recover(shop.tick())


def test_what_another_program_added_at_the_end_does_not_matter(shop: Shop, other: Shop) -> None:
    shop.queue(*(shop.order(str(number)) for number in range(3)))
    run_id = shop.run()
    prepared = prepare(shop)
    other.queued("later")
    assert names(claim(shop, prepared, run_id)) == ["0", "1", "2"]


def test_a_newer_revision_does_not_overtake_one_that_goes_again(shop: Shop, other: Shop) -> None:
    order = shop.order("1")
    (first,) = shop.queue(order)
    shop.send_all(State.UNCONFIRMED)
    shop.order("1", order, status=Status.DELIVERED)
    shop.queue(order)
    run_id = shop.run()
    prepared = prepare(shop)
    assert other.workspace.batches.resolve([first], "send_again", shop.tick()) == 1
    assert claim(shop, prepared, run_id) is None


def test_members_that_do_not_lie_side_by_side(shop: Shop) -> None:
    orders = [shop.order(str(number)) for number in range(6)]
    shop.queue(*orders)
    shop.workspace.revisions.withdraw([orders[1], orders[3]], shop.tick())
    run_id = shop.run()
    batch = claim(shop, prepare(shop), run_id)
    assert names(batch) == ["0", "2", "4"]
    shop.answer(batch, State.ACCEPTED)
    states = [State.ACCEPTED, State.READY, State.ACCEPTED, State.READY, State.ACCEPTED, State.QUEUED]
    assert [shop.state(order) for order in orders] == states
    assert shop.workspace.check().problems == ()


def test_lists_tell_what_is_on_its_way_from_what_waits(shop: Shop) -> None:
    orders = [shop.order(str(number)) for number in range(4)]
    shop.queue(*orders)
    batch = shop.claim(shop.run(), limit=2)

    def found(*states: State) -> set[int]:
        return set(shop.workspace.orders.ids(OrderQuery(filters=OrderFilters(states=frozenset(states)))))

    assert (
        found(State.SENDING)
        == set(orders[:2])
        == set(shop.workspace.orders.ids(OrderQuery(state=State.SENDING)))
    )
    assert (
        found(State.QUEUED)
        == set(orders[2:])
        == set(shop.workspace.orders.ids(OrderQuery(state=State.QUEUED)))
    )
    assert found(State.QUEUED, State.SENDING) == set(orders)
    assert set(shop.workspace.orders.ids(OrderQuery(folder=Folder.OUTBOX))) == set(orders)
    assert shop.workspace.orders.folder_counts()[Folder.OUTBOX] == 4
    assert [row.state for row in shop.workspace.orders.rows(orders)] == [State.SENDING] * 2 + [
        State.QUEUED
    ] * 2
    shop.answer(batch, State.ACCEPTED)
    assert found(State.SENDING) == set()


def prepare_next(shop: Shop, *before: PreparedBatch, limit: int = 2) -> PreparedBatch | None:
    outbox = shop.workspace.outbox
    version, besides = outbox.others_version(), [each.span for each in before]
    return outbox.prepare(limit, 10_000_000, shop.tick(), version=version, besides=besides)


def test_several_are_prepared_one_after_the_other(shop: Shop) -> None:
    shop.queue(*(shop.order(str(number)) for number in range(5)))
    run_id = shop.run()
    first = prepare_next(shop)
    second = prepare_next(shop, first)
    third = prepare_next(shop, first, second)
    assert prepare_next(shop, first, second, third) is None
    claimed = [names(claim(shop, each, run_id)) for each in (first, second, third)]
    assert claimed == [["0", "1"], ["2", "3"], ["4"]]


def test_what_waits_for_an_order_in_a_prepared_batch_is_in_none_behind_it(shop: Shop) -> None:
    """Whichever of the two comes first: nothing overtakes, and nothing of it is on its way together."""
    order = shop.order("1")
    (older,) = shop.queue(order)
    shop.queued("2")
    shop.order("1", order, status=Status.DELIVERED)
    (newer,) = shop.queue(order)
    shop.queued("3")
    run_id = shop.run()
    first = prepare_next(shop)
    second = prepare_next(shop, first)
    assert older in first.bodies.revision_ids
    assert newer not in second.bodies.revision_ids
    one, two = claim(shop, first, run_id), claim(shop, second, run_id)
    assert (names(one), names(two)) == (["1", "2"], ["3"])
    shop.answer(one, State.ACCEPTED)
    shop.answer(two, State.ACCEPTED)
    assert prepare_next(shop).bodies.revision_ids == (newer,)


def test_each_prepared_batch_is_looked_at_anew_where_another_program_wrote(shop: Shop, other: Shop) -> None:
    shop.queue(*(shop.order(str(number)) for number in range(6)))
    run_id = shop.run()
    first = prepare_next(shop)
    second = prepare_next(shop, first)
    third = prepare_next(shop, first, second)
    other.workspace.revisions.withdraw([4], other.tick())
    assert names(claim(shop, first, run_id)) == ["0", "1"]
    assert claim(shop, second, run_id) is None
    assert claim(shop, third, run_id) is None
    assert names(shop.claim(run_id)) == ["2", "4", "5"]


@pytest.mark.parametrize(("limit", "expected"), [(3, 3), (1001, 1001)])
def test_the_members_of_a_batch_are_known_without_a_row_for_each(
    shop: Shop, limit: int, expected: int
) -> None:
    items = [shop.item(str(number)) for number in range(expected)]
    shop.queue(*shop.workspace.orders.save_many(items, now=shop.tick(), origin="hand"))
    batch = shop.claim(shop.run(), limit=limit)
    database = shop.workspace.reader()
    rows = database.value("SELECT count(*) FROM batch_members")
    assert rows == (0 if expected <= 1000 else expected)
    shown = database.all(
        "SELECT revision_id FROM batch_revisions WHERE batch_id = ? ORDER BY revision_id", (batch.batch_id,)
    )
    assert tuple(row[0] for row in shown) == batch.revision_ids
    shop.answer(batch, State.ACCEPTED)
    assert shop.workspace.check().problems == ()
