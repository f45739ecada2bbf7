from __future__ import annotations

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.services.sending.outbox import _Queueing


def test_queueing_makes_the_exact_body(services, draft):
    order = services.orders.save(draft("1", totalCost="20.500")).order_id
    assert services.outbox.queue().queued == 1
    (revision,) = services.history.revisions(order)
    assert services.history.body(revision.id) == services.orders.json_preview(order)
    assert '"totalCost":20.500,' in services.history.body(revision.id)
    assert services.orders.get(order).state is State.QUEUED


def test_orders_with_errors_stay_and_are_named(services, draft):
    good = services.orders.save(draft("1")).order_id
    bad = services.orders.save(draft("2", status="SHIPPED")).order_id
    done = services.outbox.queue([good, bad, good])
    assert (done.queued, done.not_ready_count, done.skipped) == (1, 1, 0)
    assert done.not_ready[0].order_id == bad
    assert [finding.code for finding in done.not_ready[0].findings] == ["status.unknown"]


def test_what_waits_already_is_not_queued_twice(services, draft):
    order = services.orders.save(draft("1")).order_id
    assert services.outbox.queue([order]).queued == 1
    again = services.outbox.queue([order])
    assert (again.queued, again.skipped) == (0, 1)
    assert len(services.history.revisions(order)) == 1


def test_a_ready_order_that_other_rules_forbid_is_looked_at_again(services, draft):
    services.settings.update(rule_set=RuleSet.MINIMUM)
    order = services.orders.save(draft("1", externalCustomerId="")).order_id
    services.settings.update(rule_set=RuleSet.FULL)
    done = services.outbox.queue()
    assert (done.queued, done.not_ready_count) == (0, 1)
    assert services.orders.get(order).state is State.DRAFT
    assert services.orders.rows([order])[0].errors == 1


def test_an_edit_while_orders_are_queued_keeps_its_own_findings(services, draft):
    services.settings.update(rule_set=RuleSet.MINIMUM)
    order = services.orders.save(draft("1", externalCustomerId="")).order_id
    services.settings.update(rule_set=RuleSet.FULL)
    work = _Queueing(services.outbox._context)
    for read in services.outbox._checked([order], frozenset({State.READY})):
        work.take(*read)
    saved = services.orders.save(draft("1", externalCustomerId="C-1"), order)
    assert saved.state is State.READY
    work.flush()
    assert services.orders.get(order).state is State.READY
    assert services.orders.get(order).findings == ()
    assert services.orders.rows([order])[0].errors == 0


def test_taking_back(services, draft):
    orders = [services.orders.save(draft(str(number))).order_id for number in range(3)]
    services.outbox.queue()
    assert services.outbox.withdraw(orders[:1]) == 1
    assert services.outbox.withdraw() == 2
    assert services.orders.counts()[Folder.READY] == 3
    assert services.outbox.queue().queued == 3
    assert [revision.number for revision in services.history.revisions(orders[0])] == [2, 1]


def test_the_preview_says_which_events_will_be_raised(services, draft):
    services.orders.save(draft("1", status="DELIVERED"))
    services.orders.save(draft("2", status="DELIVERED", date="2026-01-05T10:00:00+02:00"))
    bad = services.orders.save(draft("4", status="SHIPPED")).order_id
    services.settings.update(rule_set=RuleSet.MINIMUM)
    services.orders.save(draft("3", email="", externalCustomerId="C"))
    preview = services.outbox.preview()
    assert {event.event_name: event.orders for event in preview.events} == {
        "orderINITIALIZED": 1,
        "orderDELIVERED": 2,
    }
    assert (preview.total, preview.unreachable, preview.old) == (3, 1, 1)
    assert services.outbox.preview([bad]).not_ready == 1
    assert preview.events[0].status is Status.INITIALIZED


def test_an_unconfirmed_batch_waits_for_one_decision(shop, sandbox, draft, changes):
    for number in range(3):
        shop.orders.save(draft(str(number)))
    shop.outbox.queue()
    sandbox.fail("drop-after:1")
    report = shop.sending.send()
    assert (report.unconfirmed, report.accepted, report.closes) == (3, 0, True)
    (batch,) = shop.outbox.unconfirmed()
    assert (batch.orders, batch.account) == (3, "Sandbox")
    assert sorted(batch.external_order_ids) == ["0", "1", "2"]
    assert str(batch.what_happened)
    changes.clear()
    assert shop.outbox.resolve("accepted", batch.order_ids[:1]) == 1
    assert changes[0].order_ids == frozenset(batch.order_ids[:1])
    assert shop.outbox.resolve_batch(batch.batch_id, "send_again") == 2
    assert shop.outbox.resolve("send_again") == 0
    assert shop.outbox.waiting() == 2
    assert shop.outbox.unconfirmed() == []


def test_sending_again_makes_a_new_revision_of_the_same_text(shop, draft):
    order = shop.orders.save(draft("1")).order_id
    shop.outbox.queue()
    assert shop.sending.send().accepted == 1
    assert shop.outbox.queue([order]).skipped == 1
    assert shop.outbox.send_again([order]).queued == 1
    first, second = sorted(shop.history.revisions(order), key=lambda revision: revision.number)
    assert shop.history.body(first.id) == shop.history.body(second.id)


@pytest.mark.parametrize("ids", [[], None])
def test_nothing_to_do_is_nothing_done(services, ids, changes):
    assert services.outbox.queue(ids).queued == 0
    assert services.outbox.withdraw(ids) == 0
    assert changes == []
