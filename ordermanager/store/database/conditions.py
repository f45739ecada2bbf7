"""SQL conditions that lists of several kinds share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal


def one_of(column: str, wanted: Collection[object], values: list[object]) -> str:
    """The condition that a column has one of these texts, which are added to `values`."""
    values.extend(sorted(str(value) for value in wanted))
    return f"{column} IN ({','.join('?' * len(wanted))})"


def within(column: str, least: Decimal | None, most: Decimal | None, values: list[object]) -> list[str]:
    """The conditions that a number lies between these, both included (None: no bound), which are added to `values`."""
    bounds = {">=": least, "<=": most}
    values.extend(float(bound) for bound in bounds.values() if bound is not None)
    return [f"{column} {sign} ?" for sign, bound in bounds.items() if bound is not None]
