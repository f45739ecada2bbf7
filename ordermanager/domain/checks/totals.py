"""What an order's total should be, and what it is made of (yespo-api.md 1.1 `totalCost`, 1.5)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.values.money import read_money
from ordermanager.domain.values.quantities import read_quantity
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ordermanager.domain.draft import OrderDraft

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class TotalParts:
    """The amounts that a total is made of, in the order's currency."""

    items: Decimal
    shipping: Decimal
    discount: Decimal
    taxes: Decimal

    @property
    def expected(self) -> Decimal:
        """Items + shipping - discount + taxes."""
        return self.items + self.shipping - self.discount + self.taxes

    def agrees_with(self, total: Decimal) -> bool:
        """Whether `total` is what is expected, within a cent, be it that the prices contain the taxes."""
        return abs(total - self.expected) <= CENT or self.contains_taxes(total)

    def contains_taxes(self, total: Decimal) -> bool:
        """Whether `total` is right only because the taxes are in the prices, as where VAT is shown within them."""
        without = self.expected - self.taxes
        return bool(self.taxes) and abs(total - self.expected) > CENT and abs(total - without) <= CENT


def add_up(
    lines: Iterable[tuple[Decimal, Decimal]],
    basis: CostBasis,
    shipping: Decimal | None,
    discount: Decimal | None,
    taxes: Decimal | None,
) -> TotalParts:
    """The parts for lines of (quantity, cost); `basis` says whether a cost is per piece or per line."""
    per_unit = basis is CostBasis.UNIT
    items = sum((quantity * cost if per_unit else cost for quantity, cost in lines), ZERO)
    return TotalParts(items, shipping or ZERO, discount or ZERO, taxes or ZERO)


def is_sum_of(
    total: Decimal, items: Iterable[Mapping[str, Any]], basis: CostBasis, *others: Decimal | None
) -> bool | None:
    """Whether a total agrees with its parts, for items that were read (`quantity`, `cost`) and shipping, discount and
    taxes; None where an item lacks one of the two. The same as `add_up`, for an import's every order: taxes may be in
    the prices already.
    """
    try:
        if basis is CostBasis.UNIT:
            expected = sum([item["quantity"] * item["cost"] for item in items], ZERO)
        else:
            expected = sum([item["cost"] for item in items if item["quantity"]], ZERO)
    except KeyError:
        return None
    shipping, discount, taxes = others
    if shipping is not None:
        expected += shipping
    if discount is not None:
        expected -= discount
    if expected == total or abs(total - expected) <= CENT:
        return True
    return taxes is not None and abs(total - expected - taxes) <= CENT


def draft_total_parts(draft: OrderDraft, basis: CostBasis) -> TotalParts | None:
    """The parts while the order is being written; None while an amount in it is missing or cannot be read."""
    items = draft.without_empty().items
    if not items:
        return None
    try:
        lines = [(read_quantity(item["quantity"]), read_money(item["cost"])) for item in items]
        others = [
            read_money(text) if (text := draft.get(name)) else None
            for name in ("shipping", "discount", "taxes")
        ]
    except (Unreadable, KeyError):
        return None
    return add_up(lines, basis, *others)


def rounded(amount: Decimal) -> str:
    """An amount in a sentence: at least two decimals (`1000.00`), more only where they are not zero."""
    exact = amount.quantize(CENT)
    return format(exact if exact == amount else amount, "f")
