"""Where the fields stand in the form. A field that is not named here goes to the end of its group, half a row wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.fields import ORDER_FIELDS, Field, Group, Kind
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.domain.checks.findings import Finding

ALL, HALF, THIRD = 6, 3, 2

_ROWS: dict[Group, tuple[tuple[tuple[str, int], ...], ...]] = {
    Group.ORDER: (
        (("externalOrderId", HALF), ("date", HALF)),
        (("status", ALL),),
    ),
    Group.CUSTOMER: (
        (("email", HALF), ("phone", HALF)),
        (("firstName", HALF), ("lastName", HALF)),
        (("externalCustomerId", ALL),),
    ),
    Group.MONEY: (
        (("shipping", THIRD), ("discount", THIRD), ("taxes", THIRD)),
        (("totalCost", HALF), ("currency", HALF)),
    ),
    Group.DELIVERY: (
        (("deliveryMethod", HALF), ("paymentMethod", HALF)),
        (("deliveryAddress", ALL),),
    ),
    Group.MORE: (
        (("statusDescription", ALL),),
        (("restoreUrl", ALL),),
        (("storeId", HALF), ("source", HALF)),
        (("additionalInfo", ALL),),
    ),
}
_TITLES: dict[Group, str] = {
    Group.ORDER: QT_TRANSLATE_NOOP("FormGroup", "Order"),
    Group.CUSTOMER: QT_TRANSLATE_NOOP("FormGroup", "Customer"),
    Group.ITEM: QT_TRANSLATE_NOOP("FormGroup", "Items"),
    Group.MONEY: QT_TRANSLATE_NOOP("FormGroup", "Amounts"),
    Group.DELIVERY: QT_TRANSLATE_NOOP("FormGroup", "Delivery and payment"),
    Group.MORE: QT_TRANSLATE_NOOP("FormGroup", "More"),
}
SECTIONS = (Group.ORDER, Group.CUSTOMER, Group.ITEM, Group.MONEY, Group.DELIVERY, Group.MORE)
"""From top to bottom, as an order is told: what, who, which goods, how much, how, the rest."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field's place in its section's grid."""

    field: Field
    row: int
    column: int
    span: int


def group_title(group: Group) -> str:
    """The heading of a section."""
    return QCoreApplication.translate("FormGroup", _TITLES[group])


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as their fields stand in the form, from the top; those of the whole order first."""
    names = [""]
    for group in SECTIONS:
        names += ["items"] if group is Group.ITEM else [cell.field.name for cell in cells(group)]
    places = {name: place for place, name in enumerate(names)}
    return sorted(
        findings, key=lambda finding: places.get(finding.field.partition("[")[0].partition(".")[0], 0)
    )


def first_error(findings: Iterable[Finding]) -> Finding | None:
    """What one meets first of what keeps an order from being sent."""
    return next(
        (found for found in in_reading_order(findings) if found.severity is Severity.ERROR),
        None,
    )


def cells(group: Group) -> list[Cell]:
    """The places of all fields of a group."""
    fields = {field.name: field for field in ORDER_FIELDS if field.group is group}
    placed: list[Cell] = []
    rows = _ROWS.get(group, ())
    for number, row in enumerate(rows):
        column = 0
        for name, span in row:
            placed.append(Cell(fields.pop(name), number, column, span))
            column += span
    for number, field in enumerate(fields.values()):
        span = ALL if field.kind is Kind.PAIRS else HALF
        placed.append(Cell(field, len(rows) + number // 2, HALF * (number % 2) if span == HALF else 0, span))
    return placed
