"""Corrections, against the sandbox: a new status foretold, and orders that the account is asked to delete."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.sentences import KnownError, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.sending.corrections import LONGEST, _parts


@pytest.fixture
def sent(shop, draft):
    """Three orders of three days that the sandbox has, and one that never left."""
    days = ("2026-11-20T10:00:00+02:00", "2026-11-21T10:00:00+02:00", "2026-11-23T10:00:00+02:00")
    for number, day in enumerate(days, 1):
        shop.orders.save(draft(str(number), date=day))
    shop.outbox.queue()
    assert shop.sending.send().accepted == 3
    shop.orders.save(draft("4"))
    return shop


def kinds(shop, order_id):
    (number,) = shop.orders.find([order_id])
    return [entry.kind for entry in shop.history.timeline(number) if entry.kind.startswith("deletion")]


def test_orders_are_deleted_there_by_their_ids_and_it_is_written_down(sent, sandbox):
    plan = sent.corrections.plan_orders(sent.orders.find(["1", "2", "4"]))
    assert (plan.requests, plan.orders, plan.not_sent) == (2, 2, 1)
    done = sent.corrections.delete(plan)
    assert (done.asked, done.refused, done.unknown, done.left, done.stopped) == (2, 0, 0, 0, None)
    assert set(sandbox.ledger.orders) == {"3"}
    assert kinds(sent, "1") == ["deletion_asked"]
    assert kinds(sent, "3") == []
    rows = sent.corrections.deletions()
    assert [(row.external_order_id, row.state, row.account_name) for row in rows] == [
        ("2", "asked", "Sandbox"),
        ("1", "asked", "Sandbox"),
    ]
    assert sent.orders.rows(sent.orders.find(["1"]))[0].state == "accepted"  # nothing changes here


def test_only_what_is_there_or_may_be_is_asked_for(sent, sandbox, draft):
    """Queued and never sent, taken back, and refused are not; in doubt is, and so is what waits to be sent again."""
    for number, fields in (("queued", {}), ("back", {}), ("refused", {"currency": ""}), ("doubt", {})):
        sent.orders.save(draft(number, **fields))
    find = sent.orders.find
    sent.outbox.queue(find(["back"]))
    sent.outbox.withdraw(find(["back"]))
    sent.outbox.queue(find(["refused"]))
    assert sent.sending.send().rejected == 1
    sent.outbox.queue(find(["doubt"]))
    sandbox.fail("drop-after:1")
    assert sent.sending.send().unconfirmed == 1
    sent.outbox.queue(find(["queued"]))
    (first,) = find(["1"])
    sent.orders.save(draft("1", status="DELIVERED"), first)
    sent.outbox.queue([first])
    plan = sent.corrections.plan_orders(find(["1", "2", "queued", "back", "refused", "doubt"]))
    assert plan.external_order_ids == ("1", "2", "doubt")
    assert (plan.requests, plan.orders, plan.not_sent, plan.waiting) == (3, 3, 3, 1)
    assert plan.accounts == ("Sandbox",)


def test_an_order_is_asked_for_by_the_id_that_it_was_sent_under(sent, draft):
    (first,) = sent.orders.find(["1"])
    sent.orders.save(draft("1-renamed"), first)
    assert sent.corrections.plan_orders([first]).external_order_ids == ("1",)


def test_typed_ids_also_of_orders_that_are_deleted_or_renamed_here(sent, sandbox, draft):
    (first, second) = sent.orders.find(["1", "2"])
    sent.orders.delete([first])
    sent.orders.save(draft("2-renamed"), second)
    plan = sent.corrections.plan_ids(["1", "2", " 3 ", "3", "", "4", "other"])
    assert plan.external_order_ids == ("3", "1", "2")
    assert (plan.requests, plan.orders, plan.not_sent, plan.unknown) == (3, 3, 1, ("other",))
    assert plan.accounts == ("Sandbox",)
    assert sent.corrections.plan_ids(["2-renamed"]).external_order_ids == ("2",)
    assert sent.corrections.plan_ids(["other"]).requests == 0
    assert sent.corrections.plan_ids(["other"], unknown_too=True).external_order_ids == ("other",)
    assert sent.corrections.delete(plan).asked == 3
    assert not sandbox.ledger.orders
    assert sent.history.timeline(first)[-1].kind == "deletion_asked"


def test_an_id_that_is_used_again_stands_for_what_was_sent_under_it(sent, draft):
    sent.orders.delete(sent.orders.find(["1"]))
    sent.orders.save(draft("1"))
    plan = sent.corrections.plan_ids(["1"])
    assert (plan.external_order_ids, plan.orders, plan.not_sent) == (("1",), 1, 0)


def test_the_account_that_the_orders_went_to_is_asked(sent, sandbox, draft):
    with SandboxServer() as other:
        sent.accounts.add("Other", other.url, default=True)
        plan = sent.corrections.plan_orders(sent.orders.find(["1"]))
        assert plan.account == "Sandbox"
        assert sent.corrections.delete(plan).asked == 1
        assert set(sandbox.ledger.orders) == {"2", "3"}
        assert not other.ledger.requests
        sent.outbox.queue(sent.orders.find(["4"]))
        assert sent.sending.send().accepted == 1
        both = sent.corrections.plan_orders(sent.orders.find(["2", "4"]))
        assert both.accounts == ("Sandbox", "Other")
        assert both.account is None
        sent.corrections.delete(both)
        assert (set(sandbox.ledger.orders), set(other.ledger.orders)) == ({"2", "3"}, set())
        assert {row.account_name for row in sent.corrections.deletions()[:2]} == {"Other"}


def test_a_period_names_what_was_accepted_whatever_became_of_it_since(sent, draft):
    (first, second) = sent.orders.find(["1", "2"])
    sent.orders.save(draft("1", date="2026-11-20T10:00:00+02:00", status="DELIVERED"), first)
    sent.orders.save(draft("2", date="2026-11-21T10:00:00+02:00", status="CANCELLED"), second)
    sent.outbox.queue([second])
    begin, end = datetime(2026, 11, 19, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC)
    assert sent.corrections.plan_period(begin, end).orders == 2
    # What the account has is dated as it was sent, and not as the order says by now.
    sent.orders.save(draft("1", date="2026-10-01T10:00:00+02:00"), first)
    sent.orders.save(draft("4", date="2026-11-20T10:00:00+02:00"), *sent.orders.find(["4"]))
    assert sent.corrections.plan_period(begin, end).orders == 2
    with SandboxServer() as other:
        sent.accounts.add("Other", other.url)
        assert sent.corrections.plan_period(begin, end, "Other").orders == 0
        sent.corrections.delete(sent.corrections.plan_period(begin, end, "Other"), "Other")
    assert [kinds(sent, number) for number in "1234"] == [[], [], [], []]  # the other one has none of them
    sent.corrections.delete(sent.corrections.plan_period(begin, end))
    assert kinds(sent, "1") == ["deletion_asked"]
    assert kinds(sent, "4") == []  # nothing of it was ever sent
    sent.orders.save(draft("3", date="2026-11-20T10:00:00+02:00"), *sent.orders.find(["3"]))
    assert kinds(sent, "3") == []  # its date lay elsewhere then


def test_a_long_period_is_asked_for_in_days(sent, sandbox):
    begin, end = datetime(2026, 11, 19, 22, tzinfo=UTC), datetime(2026, 11, 22, 10, tzinfo=UTC)
    plan = sent.corrections.plan_period(begin, end)
    assert (plan.requests, plan.orders) == (3, 2)
    told = []
    assert sent.corrections.delete(plan, on_progress=told.append).asked == 3
    assert told == [1, 2, 3]
    assert set(sandbox.ledger.orders) == {"3"}
    assert kinds(sent, "1") == ["deletion_asked"]
    assert kinds(sent, "2") == ["deletion_asked"]
    assert kinds(sent, "3") == []


@given(
    hours=st.integers(0, 90_000),
    seconds=st.integers(1, 86_400 * 40),
)
def test_the_pieces_of_a_period_are_all_of_it(hours, seconds):
    begin = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    parts = list(_parts(begin, begin + timedelta(seconds=seconds)))
    assert parts[0][0] == begin
    assert parts[-1][1] == begin + timedelta(seconds=seconds)
    assert all(timedelta(0) < end - start <= LONGEST for start, end in parts)
    assert all(first[1] == second[0] for first, second in pairwise(parts))


def test_what_makes_no_sense_is_refused_before_anything_is_asked(sent, sandbox):
    now = datetime(2026, 11, 20, tzinfo=UTC)
    for until in (now, now - timedelta(days=1), now + timedelta(days=2000)):
        with pytest.raises(WrongUse):
            sent.corrections.plan_period(now, until)
    assert not [record for record in sandbox.ledger.requests if record.method == "DELETE"]


def test_a_refused_key_stops_it_and_says_so(sent, sandbox):
    sent.accounts.set_key("Sandbox", "bad-key")
    done = sent.corrections.delete(sent.corrections.plan_orders(sent.orders.find(["1", "2"])))
    assert (done.asked, done.refused, done.left) == (0, 1, 1)
    assert "key" in str(done.stopped)
    assert kinds(sent, "1") == ["deletion_refused"]
    assert kinds(sent, "2") == []
    assert len(sandbox.ledger.orders) == 3


def test_without_a_network_nothing_is_claimed(sent, sandbox):
    plan = sent.corrections.plan_orders(sent.orders.find(["1"]))
    sandbox.stop()
    done = sent.corrections.delete(plan)
    assert (done.asked, done.refused) == (0, 1)
    assert done.stopped is not None


def test_it_can_be_stopped_between_two_requests(sent, sandbox):
    plan = sent.corrections.plan_orders(sent.orders.find(["1", "2", "3"]))
    seen = []
    done = sent.corrections.delete(plan, on_progress=seen.append, is_cancelled=lambda: len(seen) == 1)
    assert (done.asked, done.left) == (1, 2)
    assert set(sandbox.ledger.orders) == {"2", "3"}


def test_without_an_account_nothing_is_asked(services, draft):
    order = services.orders.save(draft("1")).order_id
    with pytest.raises(KnownError):
        services.corrections.delete(services.corrections.plan_orders([order]))


def test_what_a_new_status_raises_is_said_before(sent, draft):
    old = sent.orders.save(draft("5", date="2025-01-01T10:00:00+02:00", status="DELIVERED")).order_id
    silent = sent.orders.save(draft("6", email="", date="2025-01-01T10:00:00+02:00")).order_id
    ids = [*sent.orders.find(["1", "2"]), old, silent]
    plan = sent.corrections.plan_status(ids, Status.DELIVERED)
    assert (plan.event_name, plan.orders, plan.unchanged, plan.unreachable, plan.old) == (
        "orderDELIVERED",
        3,
        1,
        1,
        1,
    )
