"""The findings of an import that its result names: the first of the orders' own, and few of what the whole file lacks,
which is said once for the file and must not push out what one order in ten thousand has.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ordermanager.services.imports.results import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.mapping.lacks import Lack
    from ordermanager.services.orders.ready_orders import ReadyOrder

MOST_PROBLEMS = 10_000
"""So many of the orders' own are named; the count is always whole."""

MOST_OF_A_LACK = 100
"""So many orders are named for each field that no column of the file fills."""


class Problems:
    """Grows with an import. `count` are all of the orders' own problems and those of the file that are named."""

    def __init__(self, lacks: Sequence[Lack]) -> None:
        self.count = 0
        self._lacks = lacks
        self._found: list[Problem] = []
        self._of_lacks: Counter[str] = Counter()
        self._own = 0
        self._known: dict[tuple[str, str], str] = {}

    @property
    def found(self) -> tuple[Problem, ...]:
        """Those that are named."""
        return tuple(self._found)

    def note(self, order: ReadyOrder) -> None:
        """Take up what is to be said of an order."""
        for finding in order.remarks:
            if lack := self._lack_of(finding):
                if self._of_lacks[lack] >= MOST_OF_A_LACK:
                    continue
                self._of_lacks[lack] += 1
            elif self._own >= MOST_PROBLEMS:
                self.count += 1
                continue
            else:
                self._own += 1
            self.count += 1
            row, value = _place(order.rows, order.draft, finding)
            self._found.append(Problem(row, order.external_id, finding, value))

    def forget(self, external_id: str) -> None:
        """Parts of this order were taken up before all of it was known: they say nothing of the whole."""
        kept = [problem for problem in self._found if problem.order != external_id]
        self.count -= len(self._found) - len(kept)
        self._found = kept

    def _lack_of(self, finding: Finding) -> str:
        """The field that the whole file lacks and that this finding is about, or an empty text."""
        key = finding.field, finding.code
        known = self._known.get(key)
        if known is None:
            known = next((lack.field for lack in self._lacks if lack.covers(finding)), "")
            self._known[key] = known
        return known


def _place(rows: tuple[int, ...], draft: OrderDraft, finding: Finding) -> tuple[int, str]:
    """The row of the file where a finding is, and the text that it is about."""
    rows = rows or (0,)
    path = finding.field
    if path.startswith("items[") and "]" in path:
        number, _, name = path[6:].partition("]")
        index = int(number)
        row = rows[index] if len(rows) == len(draft.items) and index < len(rows) else rows[0]
        items = draft.items
        return row, items[index].get(name.removeprefix("."), "") if index < len(items) else ""
    return rows[0], draft.fields.get(path, "")
