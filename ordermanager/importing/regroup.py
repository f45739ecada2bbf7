"""Files in which the rows of one order do not stand together."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.importing.grouping import Grouper
    from ordermanager.importing.plan import ImportedOrder, Plan
    from ordermanager.importing.table import Row

_BYTES_AT_ONCE = 32 << 20
"""Of a file whose rows are not in order so many bytes are regrouped in memory at a time."""


def scattered(sample: Iterable[Row], id_column: int) -> bool:
    """Whether rows of one order do not stand together in the sample."""
    seen: set[str] = set()
    before = ""
    for _, cells in sample:
        key = cells[id_column].strip() if id_column < len(cells) else ""
        if key and key != before:
            if key in seen:
                return True
            seen.add(key)
            before = key
    return False


def regrouped(plan: Plan, id_column: int, wanted: set[str] | None = None) -> Iterator[Iterator[Row]]:
    """All rows with those of one order together, a part of the ids at a time so that memory does not grow
    with the file.
    """
    parts = 1 + plan.source.size // _BYTES_AT_ONCE
    for part in range(parts):
        groups: dict[str, list[Row]] = {}
        key = ""
        for row in plan.table.rows():
            found = row[1][id_column].strip() if id_column < len(row[1]) else ""
            key = found or key  # a row without an id stays with the order above it
            if hash(key) % parts == part and (wanted is None or key in wanted):
                groups.setdefault(key, []).append(row)
        yield chain.from_iterable(groups.values())


def whole_orders(plan: Plan, grouper: Grouper, id_column: int, ids: set[str]) -> Iterator[ImportedOrder]:
    """The orders whose rows stood apart, whole, from another pass over the file."""
    for rows in regrouped(plan, id_column, ids):
        for whole in grouper.orders(rows):
            whole.replaces = True
            plan.counts.orders -= 1
            yield whole
