"""What a person changed in a recognised mapping, as one value that can be kept and applied to a fresh plan."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.domain.values.dates import read_zone
from ordermanager.importing.mapping.mapping import LINE_TOTAL, FieldSource, Grouping, How, check_field_names
from ordermanager.importing.tables.row_choice import leave_out
from ordermanager.importing.values.column_dates import DayFirst
from ordermanager.importing.values.column_numbers import DecimalMark

if TYPE_CHECKING:
    from ordermanager.importing.mapping.mapping import Mapping
    from ordermanager.importing.plan import Plan


@dataclass(frozen=True, slots=True)
class Adjustments:
    """Everything but single columns and constants, which the options of an import hold themselves.

    `sources` give a field its columns with how they make a value (joined, first word, other words, added up); a source
    without columns: the field is not imported. `status_words` are words of the file → status, the empty word for blank
    cells; `decimal_marks` is by column, `decimals` for those that do not show it. `grouping` SINGLE leaves the items
    out. `left_rows` and `kept_rows` are single rows of this very file: not imported, or imported although they look
    like no order.
    """

    sources: Dict[str, FieldSource] = field(default_factory=dict)
    defaults: Dict[str, str] = field(default_factory=dict)
    status_words: Dict[str, str] = field(default_factory=dict)
    date_order: DayFirst | None = None
    decimal_marks: Dict[int, DecimalMark] = field(default_factory=dict)
    decimals: DecimalMark | None = None
    grouping: Grouping | None = None
    timezone: str = ""
    left_rows: frozenset[int] = frozenset()
    kept_rows: frozenset[int] = frozenset()

    def to_json(self) -> dict[str, Any]:
        """Plain values for JSON; `from_json` takes them back."""
        return {
            "sources": {
                name: [list(source.columns), source.how.value, source.separator, list(source.minus)]
                for name, source in self.sources.items()
            },
            "defaults": dict(self.defaults),
            "status_words": dict(self.status_words),
            "date_order": self.date_order.value if self.date_order else "",
            "decimal_marks": {str(column): mark.value for column, mark in self.decimal_marks.items()},
            "decimals": self.decimals.value if self.decimals else "",
            "grouping": self.grouping.value if self.grouping else "",
            "timezone": self.timezone,
            "left_rows": sorted(self.left_rows),
            "kept_rows": sorted(self.kept_rows),
        }

    @classmethod
    def from_json(cls, given: Dict[str, Any]) -> Adjustments:
        """The same again. Raises ValueError, KeyError or TypeError for anything else."""
        return cls(
            sources={
                name: FieldSource(tuple(columns), How(how), separator, tuple(minus))
                for name, (columns, how, separator, minus) in given.get("sources", {}).items()
            },
            defaults=dict(given.get("defaults", {})),
            status_words=dict(given.get("status_words", {})),
            date_order=DayFirst(given["date_order"]) if given.get("date_order") else None,
            decimal_marks={
                int(column): DecimalMark(mark) for column, mark in given.get("decimal_marks", {}).items()
            },
            decimals=DecimalMark(given["decimals"]) if given.get("decimals") else None,
            grouping=Grouping(given["grouping"]) if given.get("grouping") else None,
            timezone=given.get("timezone", ""),
            left_rows=frozenset(map(int, given.get("left_rows", ()))),
            kept_rows=frozenset(map(int, given.get("kept_rows", ()))),
        )


def adjust(plan: Plan, made: Adjustments) -> None:
    """Change the plan's mapping so. Raises WrongUse for an unknown field, column, status or time zone."""
    mapping, width = plan.mapping, len(plan.table.header)
    check_field_names(
        {name: "" for name in (*made.sources, *made.defaults) if name not in ("items", LINE_TOTAL)}
    )
    for name, source in made.sources.items():
        used = {*source.columns, *source.minus}
        if any(not 0 <= column < width for column in used):
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "{file} has {count} columns; there is no column {column}."),
                file=plan.table.name,
                count=width,
                column=max(used) + 1,
            )
        if name == "status":
            mapping.status_rules = ()
        if source.columns:
            mapping.fields[name] = source
        else:
            mapping.fields.pop(name, None)
    for status in made.status_words.values():
        if status not in set(Status):
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "“{status}” is no status. There are: {known}."),
                status=status,
                known=", ".join(Status),
            )
    if made.timezone:
        read_zone(made.timezone)
        mapping.timezone = made.timezone
    for name, text in made.defaults.items():
        mapping.defaults.pop(name, None)
        if text:
            mapping.defaults[name] = text
    mapping.status_words.update(made.status_words)
    mapping.decimal_marks.update(made.decimal_marks)
    mapping.decimals = made.decimals or mapping.decimals
    mapping.date_order = made.date_order or mapping.date_order
    mapping.kept_rows = made.kept_rows
    leave_out(plan, made.left_rows)
    if made.grouping is not None:
        mapping.grouping = made.grouping
        if made.grouping is Grouping.SINGLE:
            _without_items(mapping)
    elif made.sources and mapping.has_items and mapping.grouping is Grouping.SINGLE:
        mapping.grouping = Grouping.REPEATED
    _show(plan, made)


def _without_items(mapping: Mapping) -> None:
    mapping.item_blocks = ()
    for name in [*mapping.fields]:
        if name in ITEM_FIELD or name in ("items", LINE_TOTAL):
            del mapping.fields[name]


def _show(plan: Plan, made: Adjustments) -> None:
    """The columns as they are used now."""
    fields = {
        column: name for name, source in made.sources.items() for column in (*source.columns, *source.minus)
    }
    used = {column for source in plan.mapping.fields.values() for column in source.columns}
    views = []
    for view in plan.columns:
        if view.index in fields:
            view = replace(view, field=fields[view.index], evidence="person")
        elif view.field in made.sources and view.index not in used:
            view = replace(view, field="", evidence="person")
        views.append(view)
    plan.columns = tuple(views)
