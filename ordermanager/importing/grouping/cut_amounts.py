"""Amounts with a decimal comma that a program wrote without quotation marks between commas: `12,50` stands in two
cells, and all behind it one too far to the right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.mapping.mapping import LINE_TOTAL

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ordermanager.importing.mapping.mapping import Mapping

_AMOUNTS = ("totalCost", "shipping", "discount", "taxes", "cost", LINE_TOTAL)


def columns_of_amounts(mapping: Mapping) -> frozenset[int]:
    """The columns with money."""
    found: set[int] = set()
    for fields in (mapping.fields, *mapping.item_blocks):
        for name in _AMOUNTS:
            if (source := fields.get(name)) is not None:
                found.update(source.columns, source.minus)
    return frozenset(found)


def put_together(cells: Sequence[str], width: int, amounts: Collection[int]) -> list[str] | None:
    """The row as wide as the header, where that many amounts are cut in two as it is too wide; else None."""
    whole: list[str] = []
    rest = iter(range(len(cells)))
    for place in rest:
        text, behind = cells[place].strip(), "".join(cells[place + 1 : place + 2]).strip()
        if len(whole) in amounts and text.lstrip("-").isdecimal() and len(behind) == 2 and behind.isdecimal():
            whole.append(f"{text},{behind}")
            next(rest)
        else:
            whole.append(cells[place])
    return whole if len(whole) == width else None
