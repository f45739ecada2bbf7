"""Imports: noting them, and taking them back without losing what was sent or changed."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import State
from ordermanager.store.imports.records import UndoResult
from ordermanager.store.orders.query import OrderQuery
from tests.store.waiting import in_states


def bring(shop, items):
    """An import of these."""
    import_id = shop.workspace.imports.add("orders.csv", "shopify", shop.tick(), {"encoding": "utf-8"})
    ids = shop.workspace.orders.save_many(items, now=shop.now, import_id=import_id)
    shop.workspace.imports.finish(import_id, {"orders": len(items)}, shop.tick())
    return import_id, ids


def test_an_import_is_noted(shop):
    old = shop.order("old")
    import_id, ids = bring(shop, [shop.item("new"), shop.item("old", order_id=old, lastName="X")])
    record = shop.workspace.imports.get(import_id)
    assert (record.source, record.layout, record.counts, record.details) == (
        "orders.csv",
        "shopify",
        {"orders": 2},
        {"encoding": "utf-8"},
    )
    assert record.started_at < record.finished_at
    assert shop.workspace.imports.list() == [record]
    assert list(shop.workspace.imports.orders_of(import_id)) == sorted(ids)
    assert sorted(shop.workspace.orders.ids(OrderQuery(import_id=import_id))) == sorted(ids)
    new = shop.workspace.orders.get(ids[0]).row
    assert (new.origin, new.import_id) == ("import", import_id)
    assert shop.workspace.imports.latest_of(ids) == dict.fromkeys(ids, import_id)
    with pytest.raises(WrongUse, match="import number 7"):
        shop.workspace.imports.get(7)


def test_taking_back_removes_the_new_and_restores_the_old(shop):
    old = shop.order("old", lastName="Before", search="before", totalCost="10.50")
    before = shop.workspace.orders.get(old)
    items = [
        shop.item("new", search="fresh"),
        shop.item("old", order_id=old, lastName="After", totalCost="99", state="draft", attention="yes"),
    ]
    import_id, _ = bring(shop, items)
    assert shop.workspace.orders.get(old).row.attention
    assert shop.workspace.imports.undo(import_id, shop.tick()) == UndoResult(removed=1, restored=1)
    assert list(shop.workspace.orders.ids(OrderQuery())) == [old]
    assert list(shop.workspace.orders.ids(OrderQuery(search="fresh"))) == []
    assert list(shop.workspace.orders.ids(OrderQuery(search="before"))) == [old]
    after = shop.workspace.orders.get(old)
    assert (after.draft, after.findings, after.draft_hash) == (
        before.draft,
        before.findings,
        before.draft_hash,
    )
    assert (after.row.total, after.row.state, after.row.changed_at) == (
        before.row.total,
        State.READY,
        before.row.changed_at,
    )
    assert shop.workspace.imports.get(import_id).undone_at
    assert [change.kind for change in shop.workspace.history.changes(old)] == ["imported", "undone"]
    assert shop.workspace.imports.latest_of([old]) == {}
    with pytest.raises(WrongUse, match="taken back already"):
        shop.workspace.imports.undo(import_id, shop.tick())


def test_what_was_sent_or_changed_since_is_kept(shop):
    names = ("sent", "doubtful", "queued", "edited", "deleted", "untouched")
    import_id, ids = bring(shop, [shop.item(name) for name in names])
    sent, doubtful, queued, edited, deleted, _untouched = ids
    shop.queue(sent)
    shop.send_all()
    shop.queue(doubtful)
    shop.send_all(State.UNCONFIRMED)
    shop.queue(queued)
    shop.order("edited", order_id=edited, lastName="By hand")
    shop.workspace.orders.delete([deleted], shop.tick())
    result = shop.workspace.imports.undo(import_id, shop.tick())
    assert result == UndoResult(removed=2, restored=0, kept_sent=2, kept_edited=1, withdrawn=1)
    assert sorted(shop.workspace.orders.ids(OrderQuery())) == [sent, doubtful, edited]
    assert in_states(shop.workspace)["queued"] == 0


def test_an_order_that_was_sent_before_mirrors_that_again(shop):
    old = shop.order("old", lastName="Sent")
    shop.queue(old)
    shop.send_all()
    import_id, _ = bring(shop, [shop.item("old", order_id=old, lastName="Imported")])
    shop.queue(old)
    assert shop.workspace.imports.undo(import_id, shop.tick()).restored == 1
    assert shop.workspace.orders.get(old).draft.get("lastName") == "Sent"
    assert shop.state(old) is State.ACCEPTED
    assert [each.state for each in shop.workspace.revisions.of_order(old)] == [
        State.ACCEPTED,
        State.WITHDRAWN,
    ]


def test_an_order_that_mirrored_what_was_withdrawn_must_be_looked_at_again(shop):
    old = shop.order("old")
    shop.queue(old)
    import_id, _ = bring(shop, [shop.item("old", order_id=old, lastName="Imported")])
    shop.workspace.revisions.withdraw([old], shop.tick())
    assert shop.workspace.imports.undo(import_id, shop.tick()).restored == 1
    assert shop.state(old) is State.DRAFT


def test_an_update_that_was_sent_is_not_taken_back(shop):
    old = shop.order("old")
    import_id, _ = bring(shop, [shop.item("old", order_id=old, lastName="Imported")])
    shop.queue(old)
    shop.send_all()
    assert shop.workspace.imports.undo(import_id, shop.tick()) == UndoResult(kept_sent=1)
    assert shop.workspace.orders.get(old).draft.get("lastName") == "Imported"


def test_thousands_are_taken_back(shop):
    import_id, _ = bring(shop, [shop.item(str(number)) for number in range(1201)])
    assert shop.workspace.imports.undo(import_id, shop.tick()).removed == 1201
    assert len(shop.workspace.orders.ids(OrderQuery())) == 0
