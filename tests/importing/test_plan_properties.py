"""Whatever a table holds, everything that a plan tells can be asked, and a profile of it does the same again."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.profiles import profile_from_json, profile_of
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts, examine, sample_orders
from ordermanager.importing.tables.table import ReadOptions
from ordermanager.importing.values.questions import answer

READ = ReadOptions(delimiter=";", header_row=1)
TITLES = [
    "Order ID",
    *sorted(aliases().sure)[::7],
    *sorted(aliases().items)[:3],
    "Item 1 name",
    "Item 2 name",
    "Нотатка",
]
CELLS = [
    "", "1", "7", "#7", "1,234", "1.234,50", "12.50 грн", "5%", "03/04/2026", "2026-11-23", "30.02.2025", "new", "Odd",
    "a@example.com", "0671234567", "Tea x2, Mug x1", "Ann Lee", "https://shop.example/1.jpg", "разом", "UAH",
]  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> str:
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=8, unique=True))
    cell = st.sampled_from(CELLS) | st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=12
    )
    rows = draw(st.lists(st.lists(cell, min_size=len(titles), max_size=len(titles)), min_size=1, max_size=8))
    rows[0][0] = "A-1"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["Order ID", *titles[1:]], *rows])
    return out.getvalue()


@settings(max_examples=150, deadline=None)
@given(tables())
def test_a_plan_answers_whatever_the_table_holds(text: str) -> None:
    plan = prepare(Source.from_text(text), layout="generic-orders", read_options=READ)
    for rule_set in RuleSet:
        for lack in plan.lacks(rule_set):
            assert str(lack.why)
            for choice in lack.choices:
                assert str(choice.label)
    assert examine(plan)
    for question in plan.questions:
        answer(plan.mapping, question, question.options[0].value)
    assert [question.chosen for question in plan.questions if not question.chosen] == []
    sample_orders(plan)
    found = [(order.draft, order.rows) for order in drafts(plan)]
    assert sum(one.count for one in plan.counts.statuses) <= len(found)
    for choice in plan.grouping_choices:
        assert str(choice.label)
    assert plan.problem or str(plan.grouping)

    profile = profile_from_json(
        profile_of("p", plan.mapping, plan.table.header, "generic-orders").to_json(), "p"
    )
    again = prepare(Source.from_text(text), profile=profile, read_options=READ)
    assert json.loads(profile.to_json())["fields"].keys() == plan.mapping.fields.keys()
    assert [(order.draft, order.rows) for order in drafts(again)] == found
