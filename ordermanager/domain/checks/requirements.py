"""The three lists of what an order must have (yespo-api.md 1.3); a fourth would be one more entry."""

from __future__ import annotations

from dataclasses import dataclass

from ordermanager.domain.checks.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Requirements:
    """`one_of` are the identifiers of which one must be given; `one_of_code` is the finding if none is."""

    order: frozenset[str]
    one_of: tuple[str, ...]
    one_of_code: str
    item: frozenset[str]
    sends_items: bool
    needs_items: bool


_S5_ORDER = frozenset(("externalOrderId", "externalCustomerId", "totalCost", "status", "date"))
_S5_ITEM = frozenset(("externalItemId", "name", "quantity", "cost", "url", "imageUrl"))

REQUIREMENTS: dict[RuleSet, Requirements] = {
    RuleSet.FULL: Requirements(
        order=_S5_ORDER,
        one_of=("email", "phone"),
        one_of_code="identifier.required",
        item=_S5_ITEM,
        sends_items=True,
        needs_items=True,
    ),
    RuleSet.NO_ITEMS: Requirements(
        order=_S5_ORDER,
        one_of=("email", "phone"),
        one_of_code="identifier.required",
        item=frozenset(),
        sends_items=False,
        needs_items=False,
    ),
    RuleSet.MINIMUM: Requirements(
        order=frozenset(("externalOrderId", "totalCost", "status", "date", "currency")),
        one_of=("externalCustomerId", "email", "phone"),
        one_of_code="identifier.required_any",
        item=frozenset(("externalItemId", "quantity")),
        sends_items=True,
        needs_items=False,
    ),
}
