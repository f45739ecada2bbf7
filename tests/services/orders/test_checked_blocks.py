"""Many orders changed at once are stored as they would be one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordermanager.domain.checks.rules import RuleSet
from tests.services.conftest import make_draft

if TYPE_CHECKING:
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services

TEXTS = st.sampled_from(
    ("", " ", "A-1", "A-2", "a@shop.example", "b@shop.example", "A@Shop.example", "0671112233", "380671112233", "x",
     "20,50", "-1", "2026-11-20", "2026-11-20T10:00:00+02:00", "DELIVERED", "<b>", "Олена")
)  # fmt: skip
FIELDS = st.sampled_from(
    (
        "externalOrderId",
        "externalCustomerId",
        "email",
        "phone",
        "totalCost",
        "date",
        "status",
        "currency",
        "firstName",
    )
)
CHANGES = st.lists(st.dictionaries(FIELDS, TEXTS, max_size=4), min_size=1, max_size=4)


def stored(services: Services, order_ids: list[int]) -> list[tuple[object, ...]]:
    return [
        (
            record.state, record.draft_hash, record.row.attention, record.row.errors, record.row.warnings,
            record.row.first_finding, record.row.total, record.row.name, record.row.email, record.row.phone,
            [(each.field, each.severity, each.code, each.proposal) for each in record.findings],
        )
        for record in services.orders.records(order_ids)
    ]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_changed_together_as_one_by_one(services: Services, changes: list[dict[str, str]]) -> None:
    """One by one, and then all once more, because the first of them did not know the last."""
    ids = [services.orders.save(make_draft(f"A-{number}")).order_id for number in range(len(changes))]
    before = [record.draft for record in services.orders.records(ids)]

    def change(order_id: int, draft: OrderDraft) -> bool:
        draft.fields.update(changes[ids.index(order_id)])
        return True

    assert list(services.orders.change_drafts(ids, change)) == ids
    together = stored(services, ids)
    for order_id, draft in zip(ids, before, strict=True):
        services.orders.save(draft, order_id)
    for _ in range(2):
        for order_id, draft, more in zip(ids, before, changes, strict=True):
            again = draft.copy()
            again.fields.update(more)
            services.orders.save(again, order_id)
    assert stored(services, ids) == together
    services.orders.delete(ids)


def test_each_order_is_checked_by_its_own_rules(services: Services) -> None:
    services.settings.update(rule_set=RuleSet.NO_ITEMS.value)
    ids = []
    for number in range(3):
        draft = make_draft(f"R-{number}")
        if number == 1:
            draft.items = []
        ids.append(services.orders.save(draft).order_id)
    services.settings.update(rule_set=RuleSet.FULL.value)
    services.orders.change_field(ids, "currency", "EUR")
    errors = [record.row.errors for record in services.orders.records(ids)]
    assert [bool(each) for each in errors] == [False, True, False]
    assert services.checking.check_again(ids).changed == 0


def test_two_orders_that_come_to_have_one_id_both_say_so(services: Services) -> None:
    ids = [services.orders.save(make_draft(f"T-{number}")).order_id for number in range(2)]
    services.orders.change_field(ids, "externalOrderId", "SAME")
    for record in services.orders.records(ids):
        assert "order_id.duplicate" in [each.code for each in record.findings]


@pytest.mark.parametrize("field", ["email", "externalCustomerId"])
def test_who_a_customer_is_is_compared_with_orders_that_were_not_changed(
    services: Services, field: str
) -> None:
    services.orders.save(make_draft("W-0", externalCustomerId="C-9", email="known@shop.example"))
    ids = [
        services.orders.save(make_draft(f"W-{number}", externalCustomerId=f"C-{number}")).order_id
        for number in (1, 2)
    ]
    services.orders.change_field(
        ids, field, {"email": "known@shop.example", "externalCustomerId": "C-9"}[field]
    )
    one_by_one = [[each.code for each in services.orders.get(each_id).findings] for each_id in ids]
    assert [[each.code for each in record.findings] for record in services.orders.records(ids)] == one_by_one
    assert all(one_by_one)
