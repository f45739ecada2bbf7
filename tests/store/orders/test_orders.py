"""Orders: saving, what they mirror, finding them again, deleting."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.store.database.encoding import draft_hash
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.times import to_text
from tests.store.waiting import in_states


def test_a_saved_order_comes_back_as_it_was(shop):
    item = shop.item(
        "0007", email="ann@shop.example", phone="380671234567", firstName="Анна", totalCost="10.50"
    )
    item.draft.items.append({"externalItemId": "A-1", "name": "Сорочка", "quantity": "2", "cost": ""})
    item.draft.additional_info["note"] = "  двері зелені \ud800"
    finding = Finding("items[0].cost", Severity.ERROR, "required", {"value": "x"}, "5")
    order_id = shop.workspace.orders.save(
        item.draft,
        item.summary,
        State.DRAFT,
        now=shop.now,
        findings=(finding,),
        attention=True,
        origin="paste",
    )
    record = shop.workspace.orders.get(order_id)
    assert record.draft == item.draft
    assert record.findings == (finding,)
    assert record.draft_hash == draft_hash(item.draft)
    row = record.row
    assert (row.external_order_id, row.name, row.total) == ("0007", "Анна", Decimal("10.50"))
    assert str(row.total) == "10.50"
    assert (row.state, row.attention, row.origin, row.revisions) == ("draft", True, "paste", 0)
    assert row.created_at == row.changed_at == "2026-11-23T12:00:00.000000Z"
    assert shop.workspace.orders.rows([order_id]) == [row]


def test_totals_keep_their_digits_and_sort_as_numbers(shop):
    totals = ["100", "9.50", "-3", "1E+3", "", "9.5"]
    for number, total in enumerate(totals):
        shop.order(str(number), totalCost=total)
    rows = shop.workspace.orders.rows(shop.workspace.orders.ids(OrderQuery(sort="total", descending=False)))
    assert [row.total and str(row.total) for row in rows] == [None, "-3", "9.50", "9.5", "100", "1000"]


def test_unknown_order_is_wrong_use(shop):
    with pytest.raises(WrongUse, match="order number 5"):
        shop.workspace.orders.get(5)
    with pytest.raises(WrongUse, match="order number 5"):
        shop.order("x", order_id=5)


def test_ids_count_on_after_a_write_that_was_taken_back(shop):
    first = shop.order("1")
    with shop.taken_back():
        assert shop.order("2") == first + 1
    second = shop.order("2")
    assert second == first + 1


def test_saving_the_same_text_changes_nothing_but_the_findings(shop):
    order_id = shop.order("1")
    shop.queue(order_id)
    shop.send_all()
    before = shop.workspace.orders.get(order_id).row
    shop.order("1", order_id=order_id, lastName="   ")
    after = shop.workspace.orders.get(order_id).row
    assert (after.state, after.changed_at) == (State.ACCEPTED, before.changed_at)
    assert shop.workspace.history.changes(order_id) == []


def test_an_edited_order_stands_for_itself_until_its_text_is_the_old_one_again(shop):
    order_id = shop.order("1", lastName="Old")
    shop.queue(order_id)
    shop.send_all()
    shop.order("1", order_id=order_id, lastName="New", state="draft")
    row = shop.workspace.orders.get(order_id).row
    assert (row.state, row.revisions) == (State.DRAFT, 1)
    shop.order("1", order_id=order_id, lastName="Old")
    row = shop.workspace.orders.get(order_id).row
    assert row.state is State.ACCEPTED
    changes = shop.workspace.history.changes(order_id)
    assert [(change.kind, change.before.get("lastName"), change.fields) for change in changes] == [
        ("edited", "Old", ("lastName",)),
        ("edited", "New", ("lastName",)),
    ]


def test_what_happens_to_a_revision_does_not_touch_an_order_edited_since(shop):
    order_id = shop.order("1", lastName="Old")
    shop.queue(order_id)
    shop.order("1", order_id=order_id, lastName="New")
    shop.send_all()
    assert shop.state(order_id) is State.READY
    assert shop.workspace.revisions.of_order(order_id)[0].state is State.ACCEPTED


def test_many_are_saved_in_order_new_and_old_mixed(shop):
    old = shop.order("old")
    items = [shop.item("a"), shop.item("old", order_id=old, lastName="Changed"), shop.item("b")]
    a, same, b = shop.workspace.orders.save_many(items, now=shop.tick())
    assert same == old
    names = [row.external_order_id for row in shop.workspace.orders.rows([b, a, old, 999])]
    assert names == ["b", "a", "old"]
    assert shop.workspace.orders.get(old).draft.get("lastName") == "Changed"


def test_an_order_twice_in_one_chunk_takes_both_texts_in_order(shop):
    order_id = shop.order("1", lastName="One")
    items = [shop.item("1", order_id=order_id, lastName=name) for name in ("Two", "Three")]
    shop.workspace.orders.save_many(items, now=shop.tick())
    changes = shop.workspace.history.changes(order_id)
    assert [change.before.get("lastName") for change in changes] == ["One", "Two"]
    assert shop.workspace.orders.get(order_id).draft.get("lastName") == "Three"


def test_thousands_in_one_call(shop):
    items = [shop.item(f"N-{number}") for number in range(6001)]
    ids = shop.workspace.orders.save_many(items, now=shop.now)
    assert len(set(ids)) == 6001
    assert shop.workspace.orders.folder_counts()[Folder.READY] == 6001
    assert shop.workspace.orders.get(ids[-1]).row.external_order_id == "N-6000"


def test_orders_are_found_by_the_very_external_id(shop):
    plain, padded, upper = shop.order("7"), shop.order("0007"), shop.order("a-7")
    found = shop.workspace.orders.find_by_external_id(["7", "0007", "A-7", "8"])
    assert {key: value.id for key, value in found.items()} == {"7": plain, "0007": padded}
    newest = shop.order("7")
    assert shop.workspace.orders.find_by_external_id({"7"})["7"].id == newest
    assert shop.workspace.orders.duplicates_of("7") == [plain, newest]
    assert shop.workspace.orders.duplicates_of("7", except_id=newest) == [plain]
    shop.workspace.orders.delete([plain, newest], shop.now)
    assert shop.workspace.orders.find_by_external_id({"7"}) == {}
    assert shop.workspace.orders.find_by_external_id({"a-7"})["a-7"].id == upper


def test_draft_hash_tells_an_unchanged_order(shop):
    order_id = shop.order("1", lastName="A")
    key = shop.workspace.orders.find_by_external_id(["1"])["1"]
    assert key.id == order_id
    same = OrderDraft(
        {"totalCost": "10.50", "status": "INITIALIZED", "lastName": "A", "externalOrderId": "1", "x": " "},
        [{"name": ""}],
    )
    assert key.draft_hash == draft_hash(same)
    assert key.draft_hash != draft_hash(shop.item("1", lastName="B").draft)


def test_identities_that_share_something(shop):
    shop.order("1", externalCustomerId="c1", email="Ann@shop.example", phone="380671111111")
    mine = shop.order("2", externalCustomerId="c1", email="ann@shop.example", phone="380672222222")
    shop.order("3", externalCustomerId="c3", email="bob@shop.example", phone="380671111111")
    shop.order("4", externalCustomerId="c4", email="eve@shop.example", phone="380674444444")
    shop.order("5")
    orders = shop.workspace.orders
    mine_is = Identity("c1", "ann@shop.example", "380672222222")
    assert set(orders.identities(mine_is, except_id=mine)) == {
        Identity("c1", "ann@shop.example", "380671111111")
    }
    assert orders.identities(Identity(phone="380671111111")) == [
        Identity("c1", "ann@shop.example", "380671111111"),
        Identity("c3", "bob@shop.example", "380671111111"),
    ]
    assert orders.identities(Identity()) == []
    many = orders.identities_many([Identity("c4"), Identity(email="bob@shop.example")])
    assert {each.external_customer_id for each in many} == {"c3", "c4"}


def test_deleting_hides_withdraws_and_can_be_undone(shop):
    kept, gone = shop.order("kept"), shop.order("gone", search="needle")
    shop.queue(gone)
    assert shop.workspace.orders.delete([gone, 999], shop.tick()) == 1
    assert shop.workspace.orders.delete([gone], shop.tick()) == 0
    assert list(shop.workspace.orders.ids(OrderQuery())) == [kept]
    assert list(shop.workspace.orders.ids(OrderQuery(search="needle"))) == []
    assert shop.workspace.orders.folder_counts()[Folder.ALL] == 1
    assert shop.workspace.revisions.waiting() == 0
    assert shop.workspace.orders.get(gone).row.deleted_at
    assert shop.workspace.orders.restore([gone], shop.tick()) == 1
    assert list(shop.workspace.orders.ids(OrderQuery(search="needle"))) == [gone]
    assert shop.state(gone) is State.READY
    assert [change.kind for change in shop.workspace.history.changes(gone)] == ["deleted", "restored"]


def test_an_order_that_is_deleted_while_on_its_way_still_gets_its_outcome(shop):
    order_id = shop.order("1")
    shop.queue(order_id)
    batch = shop.claim(shop.run())
    shop.workspace.orders.delete([order_id], shop.tick())
    shop.answer(batch, State.ACCEPTED)
    assert shop.state(order_id) is State.ACCEPTED
    assert shop.workspace.orders.folder_counts()[Folder.SENT] == 0
    shop.workspace.orders.restore([order_id], shop.tick())
    assert shop.workspace.orders.folder_counts()[Folder.SENT] == 1


def checked_again(shop, order_id, name, finding):
    """What a check would have found in the order as it is made by `shop.item`."""
    item = shop.item(name, state="draft")
    return SaveItem(item.draft, item.summary, State.DRAFT, (finding,), False, order_id)


def test_checking_again_changes_findings_and_state_but_no_text(shop):
    draft, sent = shop.order("1"), shop.order("2")
    shop.queue(sent)
    finding = Finding("email", Severity.ERROR, "required", {})
    items = [
        checked_again(shop, order_id, name, finding)
        for order_id, name in ((draft, "1"), (sent, "2"), (999, "3"))
    ]
    assert shop.workspace.orders.keep_checked(items, to_text(shop.tick())).changed == 2
    assert [shop.state(draft), shop.state(sent)] == [State.DRAFT, State.QUEUED]
    record = shop.workspace.orders.get(draft)
    assert record.findings == (finding,)
    assert record.row.errors == 1
    assert record.row.changed_at == record.row.created_at


def test_words_that_stand_there_twice_are_no_reason_to_write_an_order_again(shop):
    item = shop.item("1", state="draft")
    earlier, now = (
        replace(item, summary=replace(item.summary, search_text=text)) for text in ("b a b", "b a")
    )
    order = shop.workspace.orders.save_many([earlier], now=shop.now)[0]
    same, other = (
        replace(each, order_id=order)
        for each in (now, replace(item, summary=replace(item.summary, search_text="b")))
    )
    assert shop.workspace.orders.keep_checked([same], to_text(shop.tick())).changed == 0
    assert shop.workspace.orders.keep_checked([other], to_text(shop.tick())).changed == 1


def test_an_edit_between_reading_and_storing_findings_wins(shop):
    order = shop.order("1")
    old = checked_again(shop, order, "1", Finding("email", Severity.ERROR, "required", {}))
    edited = shop.item("1", firstName="Other")
    shop.workspace.orders.save(edited.draft, edited.summary, State.READY, order_id=order, now=shop.tick())
    assert shop.workspace.orders.keep_checked([old], to_text(shop.tick())).changed == 0
    assert shop.state(order) is State.READY
    assert shop.workspace.orders.get(order).findings == ()


def test_iterate_reads_everything_a_page_at_a_time(shop):
    items = [shop.item(f"{number:04}") for number in range(1201)]
    shop.workspace.orders.save_many(items, now=shop.now)
    query = OrderQuery(sort="external_order_id", descending=False)
    names = [record.row.external_order_id for record in shop.workspace.orders.iterate(query)]
    assert names == [f"{number:04}" for number in range(1201)]


def test_one_transaction_around_several_calls(shop):
    item = shop.item("1")
    with shop.taken_back():
        order_id = shop.workspace.orders.save(item.draft, item.summary, State.READY, now=shop.now)
        shop.queue(order_id)
        assert in_states(shop.workspace)["queued"] == 1
    assert list(shop.workspace.orders.ids(OrderQuery())) == []
    assert in_states(shop.workspace)["queued"] == 0
    assert shop.workspace.orders.folder_counts()[Folder.ALL] == 0


def test_a_text_that_utf8_cannot_hold_is_kept_in_the_draft(shop):
    item = shop.item("\ud83d1", lastName="\udc00")
    (order_id,) = shop.workspace.orders.save_many(
        [SaveItem(item.draft, item.summary, State.READY)], now=shop.now
    )
    record = shop.workspace.orders.get(order_id)
    assert record.draft.fields["externalOrderId"] == "\ud83d1"
    assert record.row.external_order_id == "?1"
    assert shop.workspace.orders.find_by_external_id(["\ud83d1"])["?1"].id == order_id
