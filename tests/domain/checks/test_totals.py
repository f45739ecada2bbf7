from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.checks.totals import draft_total_parts, rounded
from ordermanager.domain.draft import OrderDraft

if TYPE_CHECKING:
    pass


def test_the_parts_of_a_total(draft: OrderDraft) -> None:
    draft.fields |= {"discount": "5", "taxes": "0.50"}
    draft.items[0]["quantity"] = "2"
    parts = draft_total_parts(draft, CostBasis.UNIT)
    assert parts is not None
    assert (parts.items, parts.shipping, parts.discount, parts.taxes) == (1980, 10, 5, Decimal("0.50"))
    assert parts.expected == Decimal("1985.50")
    by_line = draft_total_parts(draft, CostBasis.LINE)
    assert by_line is not None
    assert by_line.expected == Decimal("995.50")


def test_nothing_is_said_where_a_price_is_missing(draft: OrderDraft) -> None:
    del draft.items[0]["cost"]
    assert draft_total_parts(draft, CostBasis.UNIT) is None


def test_while_writing_an_unreadable_amount_is_waited_for(draft: OrderDraft) -> None:
    draft.items.append({"name": " "})
    assert draft_total_parts(draft, CostBasis.UNIT) is not None
    draft.fields["shipping"] = "1o"
    assert draft_total_parts(draft, CostBasis.UNIT) is None
    assert draft_total_parts(OrderDraft(), CostBasis.UNIT) is None


def test_amounts_in_sentences_have_cents() -> None:
    assert [rounded(Decimal(text)) for text in ("1000", "10.5", "10.500", "0.125", "1E+3")] == [
        "1000.00",
        "10.50",
        "10.50",
        "0.125",
        "1000.00",
    ]
