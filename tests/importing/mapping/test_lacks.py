"""What a whole file lacks is said once, with ways to fill it that work."""

from __future__ import annotations

import datetime as dt

import pytest

from ordermanager.domain.checks.checks import check_draft
from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.checks.rules import CheckRules, RuleSet
from ordermanager.importing.mapping.lacks import ChoiceKind, Lack
from ordermanager.importing.plan import Plan
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from ordermanager.resources import resource

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


def shopify() -> Plan:
    return prepare(resource("samples/shopify_orders.csv"))


def lack(plan: Plan, field: str) -> Lack:
    return next(one for one in plan.lacks() if one.field == field)


def codes(plan: Plan, rules: CheckRules | None = None) -> set[str]:
    found = (check_draft(order.draft, rules or CheckRules(), NOW) for order in drafts(plan))
    return {f"{one.field}:{one.code}" for checked in found for one in checked.findings}


def test_shopify_lacks_three_fields_each_with_a_ready_way_or_a_pattern() -> None:
    plan = shopify()
    assert [one.field for one in plan.lacks() if one.required] == ["externalCustomerId", "url", "imageUrl"]
    derive = lack(plan, "externalCustomerId").choices[0]
    assert (derive.kind, derive.text, derive.ready) == (ChoiceKind.DERIVE, "{email|phone}", True)
    assert "@" in derive.example
    link = lack(plan, "url").choices[0]
    assert (link.kind, link.ready) == (ChoiceKind.TEMPLATE, False)


def test_taking_the_choices_makes_the_orders_ready() -> None:
    plan = shopify()
    for one in plan.lacks():
        choice = one.choices[0]
        plan.mapping.constants[one.field] = choice.text.replace("…", "shop.example")
    assert plan.lacks() == ()
    assert not {code for code in codes(plan) if code.endswith(":required") and "[" in code}


def test_the_rule_set_that_is_offered_does_without_the_field() -> None:
    plan = shopify()
    assert {choice.text for choice in lack(plan, "url").choices if choice.kind is ChoiceKind.RULES} == {
        "minimum",
        "no-items",
    }
    assert [one for one in plan.lacks(RuleSet.MINIMUM) if one.required] == []
    assert not {code for code in codes(plan, CheckRules(RuleSet.MINIMUM)) if code.endswith(":required")}


def test_every_field_that_can_be_lacking_has_a_reason_and_a_choice() -> None:
    plan = prepare(Source.from_text("Order ID,Comment,SKU\n1,x,T1\n"))
    found = {one.field: one for one in plan.lacks()}
    assert set(found) >= {"totalCost", "status", "date", "currency", "email", "name", "quantity", "cost"}
    for one in found.values():
        assert str(one.why)
        assert one.choices
    assert not found["currency"].required
    assert [choice.text for choice in found["status"].choices][:5] == [
        "INITIALIZED",
        "IN_PROGRESS",
        "DELIVERED",
        "CANCELLED",
        "ABANDONED_SHOPPING_CART",
    ]
    assert next(choice.text for choice in found["quantity"].choices) == "1"


def test_a_file_without_any_item_lacks_them_once() -> None:
    """What all items are given completes no order that has none."""
    plan = prepare(Source.from_text("Order ID,Comment\n1,x\n"))
    found = {one.field: one for one in plan.lacks()}
    assert not {"externalItemId", "name", "quantity", "cost", "url", "imageUrl"} & found.keys()
    assert [(choice.kind, choice.text) for choice in found["items"].choices] == [
        (ChoiceKind.RULES, "minimum"), (ChoiceKind.RULES, "no-items"),
    ]  # fmt: skip
    assert found["items"].covers(Finding("items", Severity.ERROR, "items.required"))
    assert "items" not in {one.field for one in plan.lacks(RuleSet.NO_ITEMS)}


def test_the_total_of_the_items_is_offered_with_what_it_comes_to() -> None:
    plan = prepare(Source.from_text("Order ID,Product,SKU,Qty,Price\n1,Tea,T1,2,10\n1,Mug,M1,1,7\n"))
    choice = lack(plan, "totalCost").choices[0]
    assert (choice.text, choice.example) == ("{items}", "27")


def test_json_lacks_nothing() -> None:
    assert prepare(resource("samples/orders_api.json")).lacks() == ()


@pytest.mark.parametrize("rule_set", list(RuleSet))
def test_a_complete_file_lacks_nothing(rule_set: RuleSet) -> None:
    assert prepare(resource("samples/orders_full.csv")).lacks(rule_set) == ()
