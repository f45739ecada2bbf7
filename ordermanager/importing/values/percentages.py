"""Columns that are named like an amount but hold percentages: never taken for money, and that is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.importing.recognised import Recognised

_AMOUNTS = frozenset(("totalCost", "shipping", "discount", "taxes", "cost", "lineTotal"))


_IN_TITLE = re.compile(r"(?:^|[^\d\s])\s*%").search


def says_percent(title: str) -> bool:
    """Whether a header says so: `Discount, %`, but not `VAT 20%`, below which the amounts of it stand."""
    return "%" in title and _IN_TITLE(title) is not None


def percent_columns(plan: Recognised) -> Iterable[str]:
    """The titles of columns that are not imported because most of their cells are percentages, or their header says
    so.
    """
    names = aliases()
    for column in plan.columns:
        key = header_key(column.title)
        meant = {names.sure.get(key, ""), names.exact.get(key, ""), *names.maybe.get(key, ())}
        if column.field or meant.isdisjoint(_AMOUNTS):
            continue
        cells = [
            text for _, row in plan.sample if column.index < len(row) and (text := row[column.index].strip())
        ]
        are_percent = says_percent(column.title) or sum(text.endswith("%") for text in cells) * 2 > len(cells)
        if cells and are_percent:
            yield column.title
