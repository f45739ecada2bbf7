"""Single rows about which a person knows better: left out although they look like orders, or kept although they do
not (`Mapping.kept_rows`, which the grouping asks)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.tables.table import IgnoredRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ordermanager.importing.plan import Plan
    from ordermanager.importing.tables.table import Row

LEFT_OUT = QT_TRANSLATE_NOOP("Sentence", "left out by you: {text}")
_SHOWN = 80


def leave_out(plan: Plan, rows: Collection[int]) -> None:
    """Read the plan's table without these rows (numbers as a spreadsheet shows them); they count as ignored."""
    table = plan.table
    wanted = frozenset(row for row in rows if row > table.header_row)
    if not wanted:
        return
    opened = table.open_rows

    def without() -> Iterator[Row]:
        return (row for row in opened() if row[0] not in wanted)

    texts = {number: _text(cells) for number, cells in plan.head if number in wanted}
    table.open_rows = without
    table.is_chosen_from = True
    table.above += tuple(
        IgnoredRow(row, Sentence(LEFT_OUT, {"text": texts.get(row, "")})) for row in sorted(wanted)
    )
    plan.sample = tuple(row for row in plan.sample if row[0] not in wanted)
    plan.examined = None


def _text(cells: list[str]) -> str:
    return " ".join(text.strip() for text in cells if text.strip())[:_SHOWN]
