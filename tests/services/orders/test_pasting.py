"""Pasted cells over orders of the workspace: what would change, what is left alone, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.domain.states import State
from tests.services.conftest import make_draft

if TYPE_CHECKING:
    from ordermanager.services.app import Services

FIELDS = ["externalOrderId", "status", "totalCost"]


@pytest.fixture
def ids(services: Services) -> list[int]:
    return [services.orders.save(make_draft(f"P-{number}")).order_id for number in range(3)]


def plan(services: Services, ids: list[int], rows: list[list[str]], fields: list[str], **more: bool):  # type: ignore[no-untyped-def]
    found = services.pasting.plan(ids, rows, fields, {"Delivered": "DELIVERED"}, **more)
    assert found is not None
    return found


def test_rows_go_to_orders_one_by_one_and_back(services: Services, ids: list[int]) -> None:
    rows = [["P-0", "delivered", "20.50"], ["P-1", "New", "30"], ["P-2", "IN_PROGRESS", "20.5"]]
    found = plan(services, ids, rows, FIELDS)
    shown = [[(each.field, each.old, each.new) for each in line.changes] for line in found.lines]
    assert shown == [
        [("status", "INITIALIZED", "DELIVERED")],
        [("totalCost", "20.50", "30")],
        [("status", "INITIALIZED", "IN_PROGRESS")],
    ]
    assert [finding.code for finding in found.lines[1].arising] == ["total.mismatch"]
    assert services.orders.get(ids[1]).draft.get("totalCost") == "20.50", "nothing is stored by looking"
    changes = services.pasting.apply(found)
    assert len(changes.orders) == 3
    assert services.orders.get(ids[0]).draft.get("status") == "DELIVERED"
    assert services.texts.turn(changes, back=True) == 3
    assert services.orders.get(ids[1]).draft.get("totalCost") == "20.50"
    assert services.texts.turn(changes, back=False) == 3


def test_one_row_goes_to_every_order(services: Services, ids: list[int]) -> None:
    found = plan(services, ids, [["", "x@shop.example"]], ["", "email"])
    assert found.changed == 3
    services.pasting.apply(found)
    assert {services.orders.get(each).draft.get("email") for each in ids} == {"x@shop.example"}


def test_errors_are_said_before_they_are_there(services: Services, ids: list[int]) -> None:
    found = plan(services, ids, [["much"]], ["totalCost"])
    assert found.with_errors == 3
    assert found.lines[0].arising[0].code == "money.unreadable"


def test_the_same_id_twice_is_said(services: Services, ids: list[int]) -> None:
    found = plan(services, ids[:2], [["N-1"]], ["externalOrderId"])
    assert [[f.code for f in line.arising] for line in found.lines] == [["order_id.duplicate"]] * 2


def test_what_is_in_the_outbox_or_was_sent_is_left_alone(shop: Services) -> None:
    ids = [shop.orders.save(make_draft(f"S-{number}")).order_id for number in range(3)]
    shop.outbox.queue([ids[0]])
    shop.sending.send()
    shop.outbox.queue([ids[1]])
    assert [shop.orders.get(each).state for each in ids] == [State.ACCEPTED, State.QUEUED, State.READY]
    found = plan(shop, ids, [["DELIVERED"]], ["status"])
    assert [bool(line.changes) for line in found.lines] == [False, False, True]
    assert [line.is_sent for line in found.lines] == [True, False, False]
    assert "outbox" in str(found.lines[1].reason)
    assert found.sent == 1
    shop.pasting.apply(found)
    assert shop.orders.get(ids[0]).draft.get("status") == "INITIALIZED"
    again = plan(shop, ids, [["DELIVERED"]], ["status"], with_sent=True)
    assert [bool(line.changes) for line in again.lines] == [True, False, False]
    shop.pasting.apply(again)
    detail = shop.orders.get(ids[0])
    assert (detail.draft.get("status"), detail.state, detail.revision) == ("DELIVERED", State.READY, 1)


def test_what_changed_after_the_look_stays(services: Services, ids: list[int]) -> None:
    found = plan(services, ids, [["DELIVERED"]], ["status"])
    services.orders.set_field([ids[0]], "status", "CANCELLED")
    services.orders.delete([ids[1]])
    changes = services.pasting.apply(found)
    assert [order_id for order_id, _ in changes.orders] == [ids[2]]
    assert services.orders.get(ids[0]).draft.get("status") == "CANCELLED"


def test_a_look_that_nobody_waits_for_ends(services: Services, ids: list[int]) -> None:
    assert services.pasting.plan(ids, [["x"]], ["email"], {}, is_cancelled=lambda: True) is None


def test_an_empty_cell_empties_the_field(services: Services, ids: list[int]) -> None:
    found = plan(services, ids[:1], [[""]], ["currency"])
    services.pasting.apply(found)
    assert services.orders.get(ids[0]).draft.get("currency") == ""
