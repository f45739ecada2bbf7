"""Likely duplicates found among the orders of a workspace, and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.services.orders.duplicates import Likeness, best_to_keep, merged_draft, why_not
from tests.services.conftest import make_draft

if TYPE_CHECKING:
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services


def save(services: Services, number: str, **fields: str) -> int:
    return services.orders.save(make_draft(number, **fields)).order_id


def found(services: Services) -> list[tuple[list[str], set[Likeness]]]:
    groups = services.duplicates.find().groups
    return [
        ([r.row.external_order_id for r in services.duplicates.records(group)], set(group.reasons))
        for group in groups
    ]


def test_one_id_written_differently(services: Services) -> None:
    for number, (name, day) in enumerate([("#1001", "20"), ("1001", "21"), ("01001", "22"), ("1002", "23")]):
        save(
            services,
            name,
            externalCustomerId=f"C{number}",
            email=f"e{number}@x.example",
            date=f"2026-11-{day}",
        )
    assert found(services) == [(["#1001", "1001", "01001"], {Likeness.SAME_ID})]


def test_orders_of_two_shops_are_not_one(services: Services) -> None:
    save(services, "1001", storeId="1", date="2026-11-20")
    save(services, "#1001", storeId="2", date="2026-11-21", email="other@shop.example")
    assert found(services) == []


@pytest.mark.parametrize("shared", ["externalCustomerId", "email", "phone"])
def test_the_same_sale_twice(services: Services, shared: str) -> None:
    same = {"externalCustomerId": "C", "email": "c@shop.example", "phone": "0671234567"}[shared]
    first = save(services, "W-1", **{shared: same}, date="2026-11-20T01:00:00+02:00")
    save(services, "S-9", **{shared: same}, date="2026-11-20T23:00:00+02:00", totalCost="20.5")
    save(services, "S-10", **{shared: same}, date="2026-11-21T00:30:00+02:00")
    other = make_draft("S-11", **{shared: same}, date="2026-11-20T12:00:00+02:00")
    other.items[0]["quantity"] = "3"
    services.orders.save(other)
    assert found(services) == [(["W-1", "S-9"], {Likeness.SAME_SALE})]
    assert services.duplicates.find().groups[0].order_ids[0] == first


def test_groups_that_overlap_are_one(services: Services) -> None:
    same = {"externalCustomerId": "C", "email": "c@shop.example"}
    save(services, "7", **same)
    save(services, "#7", externalCustomerId="D", email="d@shop.example")
    save(services, "X", **same)
    assert found(services) == [(["7", "#7", "X"], {Likeness.SAME_ID, Likeness.SAME_SALE})]


def test_it_can_be_stopped(services: Services) -> None:
    save(services, "7")
    save(services, "#7")
    stopped = services.duplicates.find(is_cancelled=lambda: True)
    assert (stopped.groups, stopped.is_all) == ((), False)


def test_deleted_orders_do_not_count(services: Services) -> None:
    first, _ = save(services, "7"), save(services, "#7")
    services.orders.delete([first])
    assert found(services) == []


def pair(services: Services) -> tuple[int, int, OrderDraft]:
    first, second = save(services, "7", paymentMethod="Card"), save(services, "#7", phone="0671234567")
    (group,) = services.duplicates.find().groups
    records = services.duplicates.records(group)
    kept = best_to_keep(records)
    others = [record for record in records if record.id != kept.id]
    assert [kept.id, others[0].id] == [first, second]
    return first, second, merged_draft(kept, others)


def test_merging_keeps_what_only_one_knows_and_is_taken_back(services: Services) -> None:
    first, second, wanted = pair(services)
    assert (wanted.get("externalOrderId"), wanted.get("phone")) == ("7", "0671234567")
    merged = services.duplicates.merge(first, wanted, [second])
    assert services.orders.get(first).draft.get("phone") == "0671234567"
    assert services.orders.counts()[Folder.ALL] == 1
    assert not services.orders.get(first).findings
    assert services.duplicates.take_back(merged)
    assert services.orders.get(first).draft.get("phone") == ""
    assert services.orders.counts()[Folder.ALL] == 2
    assert services._workspace.check().is_well


def test_an_order_that_was_edited_since_keeps_its_text(services: Services) -> None:
    first, second, wanted = pair(services)
    merged = services.duplicates.merge(first, wanted, [second])
    services.orders.change_field([first], "paymentMethod", "Cash")
    assert not services.duplicates.take_back(merged)
    assert services.orders.get(first).draft.get("paymentMethod") == "Cash"
    assert services.orders.counts()[Folder.ALL] == 2


def test_what_was_sent_stays_in_the_history(shop: Services) -> None:
    fresh = save(shop, "#7", phone="0671234567", paymentMethod="Card", deliveryMethod="Post")
    sent = save(shop, "7")
    shop.outbox.queue([sent])
    shop.sending.send()
    (group,) = shop.duplicates.find().groups
    records = shop.duplicates.records(group)
    assert best_to_keep(records).id == sent, "though the other one has more filled in"
    before = [line.order_text for line in shop.history.lines("7")]
    merged = shop.duplicates.merge(fresh, shop.orders.get(fresh).draft, [sent])
    assert [line.order_text for line in shop.history.lines("7")] == before
    assert shop.duplicates.take_back(merged)
    assert shop.orders.get(sent).state is State.ACCEPTED
    wanted = merged_draft(*((r := shop.duplicates.records(group))[1], [r[0]]))
    shop.duplicates.merge(sent, wanted, [fresh])
    detail = shop.orders.get(sent)
    assert (detail.state, detail.revision) == (State.READY, 1), "edited since it was sent, as by hand"
    assert [line.order_text for line in shop.history.lines("7")] == before


def test_what_waits_in_the_outbox_is_not_merged(services: Services) -> None:
    first, second, wanted = pair(services)
    services.outbox.queue([second])
    with pytest.raises(WrongUse, match="outbox"):
        services.duplicates.merge(first, wanted, [second])
    assert services.orders.counts()[Folder.ALL] == 2
    (record,) = services.orders.records([second])
    assert "#7" in str(why_not(record))


def test_orders_that_were_changed_since_they_were_shown_are_not_merged(services: Services) -> None:
    """What a script had written into the one that stays was written over."""
    first, second, wanted = pair(services)
    shown = services.orders.records([first, second])
    services.orders.change_field([first], "paymentMethod", "Cash")
    with pytest.raises(WrongUse, match="7 was changed meanwhile"):
        services.duplicates.merge(first, wanted, [second], shown)
    assert services.orders.get(first).draft.get("paymentMethod") == "Cash"
    shown = services.orders.records([first, second])
    services.duplicates.merge(first, wanted, [second], shown)


def test_gone_orders_are_not_merged(services: Services) -> None:
    first, second, wanted = pair(services)
    services.orders.delete([second])
    with pytest.raises(WrongUse, match="not here"):
        services.duplicates.merge(first, wanted, [second])


def test_half_a_letter_in_an_item_is_no_obstacle(services: Services) -> None:
    for number in ("A", "B"):
        draft = make_draft(number, externalCustomerId="C", email="c@shop.example")
        draft.items[0]["name"] = "half \ud83d"
        services.orders.save(draft)
    assert found(services) == [(["A", "B"], {Likeness.SAME_SALE})]


def test_what_is_ruled_out_is_not_shown_again_unless_another_joins(services: Services) -> None:
    save(services, "7", email="a@shop.example", externalCustomerId="A", date="2026-11-20")
    save(services, "#7", email="b@shop.example", externalCustomerId="B", date="2026-11-21")
    services.duplicates.rule_out(services.duplicates.find().groups[0])
    ruled_out = services.duplicates.find()
    assert (ruled_out.groups, ruled_out.ruled_out, ruled_out.is_all) == ((), 1, True)
    save(services, "07", email="c@shop.example", externalCustomerId="C", date="2026-11-22")
    assert len(services.duplicates.find().groups) == 1
    services.orders.delete(services.orders.find(["07"]))
    services.duplicates.rule_in()
    assert len(services.duplicates.find().groups) == 1
