"""An order's story, in the order in which it happened."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import State
from tests.store.conftest import HELD


def test_the_whole_story(shop):
    order_id = shop.order("1", lastName="A")
    import_id = shop.workspace.imports.add("more.csv", "", shop.tick())
    item = shop.item("1", order_id=order_id, lastName="B", email="b@x.example")
    shop.workspace.orders.save_many([item], now=shop.tick(), import_id=import_id)
    shop.queue(order_id)
    shop.workspace.revisions.withdraw([order_id], shop.tick())
    shop.queue(order_id)
    shop.hold()
    shop.workspace.revisions.release_held(shop.tick())
    run_id = shop.run()
    shop.answer(shop.claim(run_id), State.QUEUED, http_status=503)
    shop.answer(shop.claim(run_id), State.UNCONFIRMED, http_status=None)
    (batch,) = shop.workspace.batches.unconfirmed_batches()
    shop.workspace.batches.resolve(batch.revision_ids, "accepted", shop.tick())
    shop.order("1", order_id=order_id, lastName="C", email="b@x.example")
    story = shop.workspace.history.timeline(order_id)
    assert [(entry.kind, entry.by, entry.revision_number) for entry in story] == [
        ("created", "person", 0),
        ("imported", "person", 0),
        ("queued", "person", 1),
        ("withdrawn", "person", 1),
        ("queued", "person", 2),
        ("held", "program", 2),
        ("released", "person", 2),
        ("sent", "program", 2),
        ("again", "server", 2),
        ("sent", "program", 2),
        ("unconfirmed", "server", 2),
        ("assumed", "person", 2),
        ("edited", "person", 0),
    ]
    assert [entry.at for entry in story] == sorted(entry.at for entry in story)
    assert story[1].source == "more.csv"
    assert set(story[1].fields) == {"lastName", "email"}
    assert story[5].reason == HELD
    assert (story[7].http_status, story[7].account_name, story[9].http_status) == (503, "Main", None)
    assert story[11].event_name == "orderINITIALIZED"
    assert story[12].fields == ("lastName",)


def test_imported_orders_name_their_file(shop):
    import_id = shop.workspace.imports.add("first.csv", "", shop.tick())
    (order_id,) = shop.workspace.orders.save_many([shop.item("1")], now=shop.now, import_id=import_id)
    (entry,) = shop.workspace.history.timeline(order_id)
    assert (entry.kind, entry.source) == ("imported", "first.csv")


def test_changes_of_items_and_additional_info(shop):
    item = shop.item("1")
    order_id = shop.workspace.orders.save_many([item], now=shop.tick())[0]
    changed = shop.item("1", order_id=order_id)
    changed.draft.items.append({"externalItemId": "x"})
    changed.draft.additional_info["note"] = "y"
    shop.workspace.orders.save_many([changed], now=shop.tick())
    (change,) = shop.workspace.history.changes(order_id)
    assert change.fields == ("items", "additionalInfo")
    assert change.before == item.draft


def test_an_order_that_is_not_there(shop):
    with pytest.raises(WrongUse):
        shop.workspace.history.timeline(4)
    with pytest.raises(WrongUse):
        shop.workspace.history.changes(4)
