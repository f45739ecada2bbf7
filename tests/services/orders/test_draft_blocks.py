"""Drafts that are checked a column at a time are the very orders that are checked one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.checks.rules import CheckRules
from ordermanager.domain.draft import OrderDraft
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.services.imports.checks import take
from ordermanager.services.orders import draft_blocks
from ordermanager.services.orders.draft_blocks import DraftBlocks
from ordermanager.services.orders.ready_orders import ready
from tests.services.orders.test_quick_orders import ANYTHING, NOW, RULES, TEXTS

if TYPE_CHECKING:
    from ordermanager.services.orders.ready_orders import ReadyOrder

ITEM = "items."
HALF = "\ud83d"  # of a character, as JSON may bring it
NOTE = Finding("email", Severity.WARNING, "import.rows_disagree", {"row": 2})
NAMES = ("comment", "utm_source", "%s", " comment", "", "Ünï", HALF)


def texts(names: list[str], *, blank: bool) -> st.SearchStrategy[dict[str, str]]:
    """Some of these fields, with texts that a file could have."""
    return st.fixed_dictionaries(
        {},
        optional={
            name.removeprefix(ITEM): st.sampled_from([each for each in TEXTS[name] if blank or each.strip()])
            for name in names
        },
    )


@st.composite
def orders(draw: st.DrawFn) -> list[ImportedOrder]:
    blank = draw(st.booleans())
    own = [name for name in TEXTS if not name.startswith((ITEM, "additionalInfo"))]
    of_items = [name for name in TEXTS if name.startswith(ITEM)]
    names = NAMES if blank else ("comment", "utm_source", "%s")
    info = st.dictionaries(
        st.sampled_from(names), st.one_of(ANYTHING, st.sampled_from((HALF, " x ", "Σίσυφος")))
    )
    drafts = st.builds(
        OrderDraft,
        texts(draw(st.lists(st.sampled_from(own), unique=True)), blank=blank),
        st.lists(texts(of_items, blank=blank), max_size=3),
        info,
    )
    notes = st.sampled_from(((), (), (), (NOTE,)))
    rows = st.sampled_from(((2,), (3, 4), ()))
    emptied = st.sampled_from(((), (), ("email",)))
    return draw(st.lists(st.builds(ImportedOrder, drafts, rows, notes, emptied=emptied), max_size=6))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(orders(), RULES, st.integers(1, 4))
def test_a_column_at_a_time_is_the_same_as_one_by_one(
    given_orders: list[ImportedOrder], rules: CheckRules, size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draft_blocks, "AT_ONCE", size)
        found = list(DraftBlocks(rules, NOW).orders(given_orders))
    expected = [ready(take(order, rules, NOW), rules) for order in given_orders]
    for one, other in zip(expected, found, strict=True):
        assert one == other
        assert [type(value) for value in one.summary] == [type(value) for value in other.summary]


def test_usual_drafts_are_read_a_column_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above would compare a thing with itself."""

    def never(*_: object) -> ReadyOrder:
        raise AssertionError

    monkeypatch.setattr(draft_blocks, "take", never)
    draft = OrderDraft(
        {"externalOrderId": "A-1", "email": "a@example.com"},
        [{"name": "Tea"}],
        {"comment": "ring", "utm": "x"},
    )
    other = OrderDraft({"phone": "0671234567"}, [], {"utm": " y "})
    found = list(
        DraftBlocks(CheckRules(), NOW).orders([ImportedOrder(draft, (2,)), ImportedOrder(other, (3,))])
    )
    assert [order.external_id for order in found] == ["A-1", ""]
    assert found[0].words.endswith("tea ring x")
