"""Said once for a file: in which time zone the times are read that name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.values.dates import read_date
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from ordermanager.importing.plan import Plan

_NOTE = QT_TRANSLATE_NOOP("Sentence", "Times without a time zone are read as those of {zone}.")

_LOOKED_AT = 50


def zone_note(plan: Plan, zone: str) -> Sentence | None:
    """The sentence, where the first dates of a table have a time of day and no time zone."""
    from ordermanager.importing.grouping.fill import reader

    source = plan.mapping.fields.get("date")
    if source is None or not source.columns:
        return None
    read, width = reader(source), plan.table.width
    for _, cells in plan.sample[:_LOOKED_AT]:
        if _lacks_zone(read([*cells, *[""] * (width - len(cells))])):
            return Sentence(_NOTE, {"zone": zone})
    return None


def _lacks_zone(text: str) -> bool:
    if ":" not in text:
        return False
    try:
        return read_date(text, "UTC") != read_date(text, "Asia/Tokyo")
    except Unreadable:
        return False
