"""Pasted cells over orders of the workspace: what would change, what is left alone, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordermanager.domain.states import State
from ordermanager.store.orders.query import OrderQuery
from tests.services.conftest import make_draft

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.orders.pasting import PastePlan

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
    services.orders.change_field([ids[0]], "status", "CANCELLED")
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


def new_dates(found: PastePlan) -> list[str]:
    return [each.new for line in found.lines for each in line.changes]


def test_a_column_says_whether_its_dates_begin_with_the_day(services: Services, ids: list[int]) -> None:
    rows = [["11/12/2025"], ["23/11/2025"], ["1/2/25 10:30"]]
    found = plan(services, ids, rows, ["date"])
    assert new_dates(found) == ["2025-12-11", "2025-11-23", "2025-02-01 10:30"]
    assert not found.questions
    american = plan(services, ids, [["11/12/2025"], ["11/23/2025"], ["1/2/25"]], ["date"])
    assert new_dates(american) == ["2025-11-12", "2025-11-23", "2025-01-02"]


def test_dates_that_only_a_person_can_read_are_asked_about(services: Services, ids: list[int]) -> None:
    rows = [["11/12/2025"], ["10/11/2025"], ["2025-11-01"]]
    found = plan(services, ids, rows, ["date"])
    assert new_dates(found) == ["11/12/2025", "10/11/2025", "2025-11-01"]
    assert found.with_errors == 2
    (question,) = found.questions
    assert (question.title, question.chosen) == ("date", "")
    for option, expected in zip(question.options, ("2025-12-11", "2025-11-12"), strict=True):
        answered = services.pasting.plan(ids, rows, ["date"], {}, answers={"date": option.value})
        assert answered is not None
        assert new_dates(answered)[0] == option.example == expected
        assert not answered.with_errors
        assert [each.chosen for each in answered.questions] == [option.value], "it may be answered otherwise"


def test_a_spreadsheet_s_day_numbers_are_dates_and_its_commas_decimals(
    services: Services, ids: list[int]
) -> None:
    assert new_dates(plan(services, ids[:2], [["45985.5"], ["45986"]], ["date"])) == [
        "2025-11-24 12:00:00",
        "2025-11-25",
    ]
    assert new_dates(plan(services, ids[:2], [["1,234"], ["7.5"]], ["totalCost"])) == ["1234", "7.5"]
    assert new_dates(plan(services, ids[:2], [["1,234"], ["7,5"]], ["totalCost"])) == ["1.234", "7,5"]
    (question,) = plan(services, ids[:1], [["1,234"]], ["totalCost"]).questions
    assert [option.example for option in question.options] == ["1234", "1.234"]


_PERSON = st.tuples(
    st.sampled_from(["O-1", "O-2", "O-3"]),
    st.sampled_from(["C-1", "C-2", ""]),
    st.sampled_from(["a@shop.example", "b@shop.example", "A@shop.example", ""]),
    st.sampled_from(["380671234567", "380501234567", ""]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(_PERSON, min_size=2, max_size=5), after=st.data())
def test_what_others_will_say_is_what_they_say_when_it_is_done(
    services: Services, before: list[tuple[str, ...]], after: st.DataObject
) -> None:
    names = ["externalOrderId", "externalCustomerId", "email", "phone"]
    services.orders.delete(services.orders.list_ids(OrderQuery()))
    ids = []
    for values in before:
        draft = make_draft("-")
        draft.fields.update(zip(names, values, strict=True))
        ids.append(services.orders.save(draft).order_id)
    pasted = ids[: after.draw(st.integers(1, len(ids)))]
    rows = [list(after.draw(_PERSON)) for _ in pasted]
    found = plan(services, pasted, rows, names)
    were = {each: {(f.field, f.code) for f in services.orders.records([each])[0].findings} for each in pasted}
    services.pasting.apply(found)
    for line in found.lines:
        if not line.changes:
            continue
        now = {(f.field, f.code) for f in services.orders.get(line.order_id).findings}
        assert {(f.field, f.code) for f in line.arising} == now - were[line.order_id]
