from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.store.orders.query import OrderQuery


def codes(findings) -> set[str]:
    return {finding.code for finding in findings}


def test_a_new_order_is_dated_now_with_the_offset_of_the_shop(services):
    services.settings.update(timezone="Asia/Tokyo", currency="USD")
    draft = services.orders.new_draft()
    moment = datetime.fromisoformat(draft.get("date"))
    assert moment.utcoffset().total_seconds() == 9 * 3600
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 60
    assert (draft.get("currency"), draft.get("status")) == ("USD", "INITIALIZED")


def test_an_order_is_kept_right_or_wrong(services, draft):
    good = services.orders.save(draft("1"))
    bad = services.orders.save(draft("2", status="SHIPPED"))
    assert (good.state, good.findings) == (State.READY, ())
    assert bad.state is State.DRAFT
    assert codes(bad.findings) == {"status.unknown"}
    assert services.orders.get(bad.order_id).draft.get("status") == "SHIPPED"
    counts = services.orders.counts()
    assert (counts[Folder.READY], counts[Folder.DRAFTS], counts[Folder.ATTENTION]) == (1, 1, 0)


def test_saving_again_changes_the_same_order_and_says_so(services, draft, changes):
    first = services.orders.save(draft("1", status="SHIPPED"))
    second = services.orders.save(draft("1"), first.order_id)
    assert second.order_id == first.order_id
    assert second.state is State.READY
    assert [change.order_ids for change in changes] == [frozenset({first.order_id})] * 2
    assert services.orders.count(OrderQuery()) == 1


def test_the_other_orders_of_the_workspace_speak_up(services, draft):
    kept = services.orders.save(draft("1", externalCustomerId="C", email="one@shop.example"))
    other = draft("1", externalCustomerId="C", email="two@shop.example")
    assert codes(services.orders.check(other).findings) == {"order_id.duplicate", "customer.other_email"}
    assert not services.orders.check(other).has_errors
    assert services.orders.check(other, kept.order_id).findings == ()


def test_an_unknown_number_is_wrong_use(services, draft):
    for ask in (services.orders.get, services.orders.duplicate, services.orders.json_preview):
        with pytest.raises(WrongUse):
            ask(999)
    with pytest.raises(WrongUse):
        services.orders.save(draft("1"), 999)
    with pytest.raises(WrongUse, match="No order here has the ID nope"):
        services.orders.find(["nope"])


def test_deleting_and_bringing_back(services, draft):
    kept = services.orders.save(draft("1")).order_id
    assert services.orders.delete([kept]) == 1
    assert services.orders.count(OrderQuery()) == 0
    assert services.orders.restore([kept]) == 1
    assert services.orders.counts()[Folder.READY] == 1


def test_a_duplicate_has_everything_but_the_id_and_the_date(services, draft):
    kept = services.orders.save(draft("1")).order_id
    copy = services.orders.duplicate(kept)
    assert copy.get("externalOrderId") == ""
    assert copy.get("date") > "2026-11-20T10:00:00+02:00"
    assert copy.items == draft("1").items


def test_the_preview_is_the_exact_json_and_of_a_broken_order_what_there_is(services, draft):
    good = services.orders.save(draft("1", totalCost="10.50")).order_id
    assert '"totalCost":10.50,' in services.orders.json_preview(good)
    broken = draft("2", date="yesterday", totalCost="1 234,50")
    broken.items[0]["quantity"] = "two"
    text = services.orders.json_preview(broken)
    assert '"date":"yesterday"' in text
    assert '"totalCost":1234.50,' in text
    assert '"quantity":"two"' in text
    assert '"cost":20.50' in text


def test_one_field_of_many_orders(services, draft):
    ids = [services.orders.save(draft(str(number), status="SHIPPED")).order_id for number in range(3)]
    assert services.orders.change_field(ids, "status", "DELIVERED").changed == 3
    assert services.orders.change_field(ids, "status", "DELIVERED").changed == 0
    assert services.orders.counts()[Folder.READY] == 3
    for name in ("additionalInfo", "items", "shoeSize"):
        with pytest.raises(WrongUse, match="is not a field that can be set"):
            services.orders.change_field(ids, name, "x")


def test_the_rule_set_of_the_workspace_decides_what_is_an_error(services, draft):
    bare = draft("1", externalCustomerId="")
    assert services.orders.check(bare).has_errors
    services.settings.update(rule_set=RuleSet.MINIMUM)
    assert not services.orders.check(bare).has_errors


def test_the_default_account_decides_whether_a_cost_is_per_unit(services, draft):
    order = draft("1")
    order.items[0]["quantity"] = "2"
    assert codes(services.orders.check(order).findings) == {"total.mismatch_line"}
    services.accounts.add("Line", "https://shop.example/api", cost_basis="line")
    assert services.orders.check(order).findings == ()


def test_suggestions_come_from_the_orders_here(services, draft):
    services.orders.save(draft("1", externalCustomerId="K-77", firstName="Olha"))
    assert [found.external_customer_id for found in services.orders.complete_customer("K-7")] == ["K-77"]
    assert [found.external_item_id for found in services.orders.complete_product("Kett")] == ["i1"]


def test_a_change_of_many_is_checked_cancelled_and_taken_back(services, draft):
    ids = [services.orders.save(draft(str(n), status="INITIALIZED")).order_id for n in range(1, 251)]
    told: list[int] = []
    change = services.orders.change_field(ids, "status", "DELIVERED", told.append)
    assert change.changed == 250
    assert told == [100, 200, 250]
    assert services.orders.change_field(ids, "status", "DELIVERED").changed == 0
    services.orders.change_field(ids[:1], "status", "CANCELLED")
    assert services.orders.undo_change(change) == 249
    statuses = [row.status for row in services.orders.rows(ids)]
    assert statuses == ["CANCELLED", *["INITIALIZED"] * 249]
    some = services.orders.change_field(
        ids, "status", "IN_PROGRESS", is_cancelled=iter((False, True)).__next__
    )
    assert some.changed == 100


def test_a_template_takes_the_order_s_own_fields_and_plain_text_stays_as_it_is(services, draft):
    first = services.orders.save(draft("1", email="one@shop.example")).order_id
    second = services.orders.save(draft("2", email="", phone="0671234567")).order_id
    ids = [first, second]
    change = services.orders.change_field(ids, "externalCustomerId", "{email|phone}", is_template=True)
    texts = [services.orders.get(one).draft.get("externalCustomerId") for one in ids]
    assert texts == ["one@shop.example", "0671234567"]
    assert services.orders.undo_change(change) == 2
    services.orders.change_field(ids, "externalCustomerId", "{email}")
    assert services.orders.get(first).draft.get("externalCustomerId") == "{email}"
    with pytest.raises(WrongUse):
        services.orders.change_field(ids, "additionalInfo", "x")
