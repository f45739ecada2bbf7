"""Checks an order as it was entered: what is missing, what cannot be read, what does not go together.

The only way from a draft to an Order. What the other orders of the workspace say about it is in identity.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.checked import Checked
from ordermanager.domain.checks.field_checks import FieldReader
from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.checks.requirements import REQUIREMENTS, Requirements
from ordermanager.domain.checks.rules import CheckRules, CostBasis
from ordermanager.domain.checks.totals import add_up, is_sum_of, rounded
from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS
from ordermanager.domain.statuses import Status
from ordermanager.domain.values.currencies import contradicting_sign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from ordermanager.domain.draft import OrderDraft

__all__ = ["Checked", "check_draft", "in_form_order"]

_ORDER_PLACE = {field.name: place for place, field in enumerate(ORDER_FIELDS)}
_ITEM_PLACE = {field.name: place for place, field in enumerate(ITEM_FIELDS)}


def check_draft(draft: OrderDraft, rules: CheckRules, now: datetime) -> Checked:
    """Read every field and compare what belongs together. `now` is aware; nothing in the draft is changed.

    An unknown time zone in `rules` raises WrongUse; nothing that can stand in a draft raises anything.
    """
    needed = REQUIREMENTS[rules.rule_set]
    reader = FieldReader(rules, now)
    findings = reader.findings
    values = reader.order(draft.fields, needed.order)
    items: list[dict[str, Any]] = []
    if needed.sends_items:
        items = reader.items(draft.items, needed.item)
        if not items:
            findings.extend(about_items(needed, values))
    if draft.additional_info:
        info = reader.additional_info(draft.additional_info)
        if info:
            values["additional_info"] = info
    if "email" not in values and "phone" not in values:
        findings.append(about_customer(draft, needed))
    if "currency" not in values and "currency" not in needed.order and not draft.get("currency"):
        findings.append(Finding("currency", Severity.WARNING, "currency.missing"))
    findings.extend(about_currency(draft.get("totalCost"), values.get("currency")))
    if items:
        values["items"] = items
        findings.extend(about_total(values, items, rules.cost_basis))
    if not findings:
        return Checked((), values)
    has_errors = any(finding.severity is Severity.ERROR for finding in findings)
    return Checked(in_form_order(findings), values, has_errors)


def in_form_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings as their fields stand in the form: the order's own, the items', then the whole order's."""
    return tuple(sorted(findings, key=_place)) if len(findings) > 1 else tuple(findings)


def _place(finding: Finding) -> tuple[int, int, int]:
    path = finding.field
    if path.startswith("items["):
        index, _, name = path[6:].partition("].")
        return 1, int(index), _ITEM_PLACE.get(name, len(_ITEM_PLACE))
    if path == "items":
        return 1, -1, 0
    return (0, _ORDER_PLACE[path], 0) if path in _ORDER_PLACE else (2, 0, 0)


def about_items(needed: Requirements, values: Mapping[str, Any]) -> list[Finding]:
    """An order without items; a cart without items is let through, for it may be all that the shop knows."""
    if values.get("status") is Status.ABANDONED_SHOPPING_CART:
        return [Finding("items", Severity.WARNING, "cart.empty")]
    return [Finding("items", Severity.ERROR, "items.required")] if needed.needs_items else []


def about_customer(draft: OrderDraft, needed: Requirements) -> Finding:
    """Without e-mail and phone: whether the order can find its customer at all."""
    if not any(draft.get(name) for name in needed.one_of):
        return Finding("email", Severity.ERROR, needed.one_of_code)
    return Finding("email", Severity.WARNING, "contact.unreachable")


def about_currency(total: str, currency: str | None) -> list[Finding]:
    """Where the total is written with the sign of another currency: it would be sent as so much of this one."""
    if not currency or (total[:1].isdigit() and total[-1:].isdigit()):
        return []
    sign = contradicting_sign(total, currency)
    shown = {"sign": sign, "currency": currency}
    return [Finding("currency", Severity.WARNING, "currency.contradicted", shown)] if sign else []


def about_total(
    values: Mapping[str, Any], items: Sequence[Mapping[str, Any]], basis: CostBasis
) -> list[Finding]:
    """Whether the total is the sum of its parts; nothing is said where a price or quantity is not known."""
    total: Decimal | None = values.get("total_cost")
    others = values.get("shipping"), values.get("discount"), values.get("taxes")
    if total is None or is_sum_of(total, items, basis, *others) is not False:
        return []
    lines = [(item["quantity"], item["cost"]) for item in items]
    parts = add_up(lines, basis, *others)
    code = "total.mismatch"
    other = CostBasis.LINE if basis is CostBasis.UNIT else CostBasis.UNIT
    if add_up(lines, other, *others).agrees_with(total):
        code = "total.mismatch_line" if other is CostBasis.LINE else "total.mismatch_unit"
    shown = {"expected": rounded(parts.expected), "actual": rounded(total)}
    return [Finding("totalCost", Severity.WARNING, code, shown)]
