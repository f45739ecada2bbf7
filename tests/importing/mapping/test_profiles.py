"""Profiles and adjustments: what a person decided is kept whole and does the same to the next file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ordermanager.domain.sentences import KnownError, WrongUse
from ordermanager.importing.mapping.adjust import Adjustments, adjust
from ordermanager.importing.mapping.mapping import FieldSource, Grouping, How
from ordermanager.importing.mapping.profiles import profile_from_json, profile_of
from ordermanager.importing.plan import Plan
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts, sample_orders
from ordermanager.importing.tables.headers import header_set
from ordermanager.importing.values.column_dates import DayFirst
from ordermanager.importing.values.column_numbers import DecimalMark
from tests.importing.files import read

TABLE = (
    "Nr;Day;Town;Street;Who;Sum;State;Thing;Pieces\n"
    "1;03/04/2026;Kyiv;Main 1;Ann Lee;1,234;brewing;Tea;2\n"
    "1;03/04/2026;Kyiv;Main 1;Ann Lee;1,000;brewing;Mug;1\n"
)
MADE = Adjustments(
    sources={
        "externalOrderId": FieldSource((0,)),
        "date": FieldSource((1,)),
        "deliveryAddress": FieldSource((2, 3), How.JOIN, ", "),
        "firstName": FieldSource((4,), How.FIRST_WORD),
        "lastName": FieldSource((4,), How.OTHER_WORDS),
        "totalCost": FieldSource((5,)),
        "status": FieldSource((6,)),
        "name": FieldSource((7,)),
        "quantity": FieldSource((8,)),
    },
    defaults={"currency": "EUR"},
    status_words={"Brewing": "IN_PROGRESS"},
    date_order=DayFirst.MONTH,
    decimal_marks={5: DecimalMark.POINT},
    decimals=DecimalMark.COMMA,
    grouping=Grouping.ADDED,
    timezone="Europe/Warsaw",
)
FIELDS = {
    "externalOrderId": "1",
    "date": "2026-03-04T00:00:00+01:00",
    "deliveryAddress": "Kyiv, Main 1",
    "firstName": "Ann",
    "lastName": "Lee",
    "totalCost": "2234",
    "currency": "EUR",
    "status": "IN_PROGRESS",
}


def adjusted() -> Plan:
    plan = prepare(Source.from_text(TABLE))
    adjust(plan, MADE)
    return plan


def test_adjustments_change_everything_at_once() -> None:
    plan = adjusted()
    (order,) = drafts(plan)
    assert order.draft.fields == FIELDS
    assert order.draft.items == [{"name": "Tea", "quantity": "2"}, {"name": "Mug", "quantity": "1"}]
    assert {view.evidence for view in plan.columns if view.field} == {"person"}
    assert [question.chosen for question in plan.questions] == ["month", "point"]
    assert sample_orders(plan)[0].draft.fields == FIELDS


def test_adjustments_survive_json() -> None:
    kept = json.loads(json.dumps(MADE.to_json()))
    assert Adjustments.from_json(kept) == MADE
    assert Adjustments.from_json({}) == Adjustments()


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        (Adjustments(sources={"colour": FieldSource((0,))}), "not a field"),
        (Adjustments(sources={"email": FieldSource((9,))}), "9 columns; there is no column 10"),
        (Adjustments(status_words={"x": "DONE"}), "no status"),
        (Adjustments(timezone="Kyiv"), "no time zone"),
    ],
)
def test_adjustments_that_make_no_sense(wrong: Adjustments, match: str) -> None:
    with pytest.raises(WrongUse, match=match):
        adjust(prepare(Source.from_text(TABLE)), wrong)


def test_a_profile_keeps_all_of_it_for_columns_in_another_order(tmp_path: Path) -> None:
    plan = adjusted()
    text = profile_of("mine", plan.mapping, plan.table.header, version=3).to_json()
    profile = profile_from_json(text, "mine.json")
    assert profile == profile_of("mine", plan.mapping, plan.table.header, version=3)
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    turned = "\n".join(";".join(reversed(line.split(";"))) for line in TABLE.splitlines())
    again, (order,) = read(turned + "\n", profile=path)
    assert order.draft.fields == FIELDS
    assert header_set(profile.headers) == header_set(again.table.header)


def test_a_profile_keeps_numbered_items() -> None:
    text = "Order ID;Total;Item 1 name;Item 1 quantity;Item 2 name;Item 2 quantity\n1;5;Tea;1;Mug;2\n"
    plan = prepare(Source.from_text(text))
    assert plan.mapping.grouping is Grouping.NUMBERED
    profile = profile_from_json(profile_of("p", plan.mapping, plan.table.header).to_json())
    _, (order,) = read(text, profile=profile)
    assert [item["name"] for item in order.draft.items] == ["Tea", "Mug"]


def test_a_profile_of_a_shop_keeps_the_layouts_status_rules_beside_taught_words() -> None:
    header = "Name,Financial Status,Fulfillment Status,Lineitem quantity,Lineitem name,Lineitem price\n"
    plan = prepare(Source.from_text(header + "#1,paid,awaiting pickup,1,Tea,5\n"))
    plan.mapping.status_words["awaiting pickup"] = "IN_PROGRESS"
    assert [one.status for one in plan.statuses] == ["IN_PROGRESS"]
    profile = profile_of("p", plan.mapping, plan.table.header, "shopify")
    _, found = read(header + "#1,paid,awaiting pickup,1,Tea,5\n#2,refunded,,1,Tea,5\n", profile=profile)
    assert [order.draft.fields["status"] for order in found] == ["IN_PROGRESS", "CANCELLED"]


def test_the_key_of_a_header_set() -> None:
    assert header_set(["Order #", "E-mail", ""]) == header_set(["EMAIL", "order no"])
    assert header_set(["Order #"]) != header_set(["Order #", "E-mail"])


@pytest.mark.parametrize(
    "change",
    [
        {"status_words": {"x": "DONE"}},
        {"date_order": "year"},
        {"items": [1]},
        {"fields": {"email": {"how": []}}},
    ],
)
def test_a_profile_with_a_part_that_means_nothing_is_none(change: dict[str, object]) -> None:
    given = {"name": "p", "headers": ["a"], "fields": {}, **change}
    with pytest.raises(KnownError, match="not an import profile"):
        profile_from_json(json.dumps(given), "p.json")


def test_columns_of_one_name_are_told_apart_when_they_are_kept() -> None:
    text = "Order ID,Name,Name,Email\n1,Olena,Koval,a@example.com\n"
    plan = prepare(Source.from_text(text))
    plan.mapping.fields["firstName"] = FieldSource((1,))
    plan.mapping.fields["lastName"] = FieldSource((2,))
    kept = profile_from_json(profile_of("p", plan.mapping, plan.table.header).to_json())
    again = prepare(Source.from_text(text), profile=kept)
    (order,) = drafts(again)
    assert (order.draft.get("firstName"), order.draft.get("lastName")) == ("Olena", "Koval")
