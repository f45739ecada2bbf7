"""What holds for whole columns and is found out before the first order: day or month first, point or comma."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD, Kind
from ordermanager.importing.mapping.mapping import LINE_TOTAL, FieldSource, How, Mapping
from ordermanager.importing.values.column_dates import DateColumn, DayFirst
from ordermanager.importing.values.column_numbers import DecimalMark, NumberColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.importing.tables.table import Row

_NUMBERS = (Kind.MONEY, Kind.QUANTITY)


@dataclass(slots=True)
class Evidence:
    """What some rows show of each column with dates or amounts."""

    dates: DateColumn = field(default_factory=DateColumn)
    numbers: dict[int, NumberColumn] = field(default_factory=dict)

    @property
    def doubtful_numbers(self) -> bool:
        """Whether any column has amounts such as 1,234 or 1.234 and nothing that decides them."""
        return any(
            column.leaves_doubt and self.mark(index) in (DecimalMark.UNKNOWN, DecimalMark.BOTH)
            for index, column in self.numbers.items()
        )

    @property
    def leaves_doubt(self) -> bool:
        """Whether more rows may decide what these leave open."""
        return self.dates.doubtful or self.doubtful_numbers

    def look_at(self, mapping: Mapping, rows: Iterable[Row]) -> None:
        """Count these rows too."""
        dates = mapping.fields.get("date", FieldSource(())).columns
        numbers = tuple((column, found.look_at) for column, found in self.numbers.items())
        look = self.dates.look_at
        for _, cells in rows:
            for column in dates:
                if column < len(cells):
                    look((cells[column],))
            for column, look_at_number in numbers:
                if column < len(cells):
                    look_at_number((cells[column],))

    def mark(self, column: int) -> DecimalMark:
        """The decision for a column: its own, or the file's where its own amounts show nothing."""
        own = self.numbers[column].mark if column in self.numbers else DecimalMark.NO_MATTER
        if own in (DecimalMark.POINT, DecimalMark.COMMA, DecimalMark.BOTH):
            return own
        marks = {other.mark for other in self.numbers.values()} & {DecimalMark.POINT, DecimalMark.COMMA}
        return marks.pop() if len(marks) == 1 else own


@dataclass(frozen=True, slots=True)
class Decisions:
    """The order of day and month, and the decimal mark of each column with amounts."""

    date_order: DayFirst = DayFirst.NO_MATTER
    marks: dict[int, DecimalMark] = field(default_factory=dict)


def is_number(name: str) -> bool:
    """Whether a field's texts are amounts or quantities."""
    kind = ORDER_FIELD.get(name) or ITEM_FIELD.get(name)
    return name == LINE_TOTAL or (kind is not None and kind.kind in _NUMBERS)


def number_columns(mapping: Mapping) -> tuple[int, ...]:
    """The columns that hold amounts or quantities, each once."""

    def found() -> Iterator[int]:
        for fields in (mapping.fields, *mapping.item_blocks):
            for name, source in fields.items():
                if is_number(name) and source.how in (How.FIRST, How.SUM):
                    yield from (*source.columns, *source.minus)

    return tuple(dict.fromkeys(found()))


def quantity_columns(mapping: Mapping) -> frozenset[int]:
    """Those of them that hold quantities."""
    sources = [fields.get("quantity") for fields in (mapping.fields, *mapping.item_blocks)]
    return frozenset(column for source in sources if source for column in source.columns)


def look_at(mapping: Mapping, rows: Iterable[Row]) -> Evidence:
    """The evidence of these rows."""
    quantities = quantity_columns(mapping)
    evidence = Evidence(
        numbers={
            column: NumberColumn(of_money=column not in quantities) for column in number_columns(mapping)
        }
    )
    evidence.look_at(mapping, rows)
    return evidence


def said_mark(mapping: Mapping, column: int, evidence: Evidence) -> DecimalMark:
    """A column's mark: what a person said of it, what it shows, and what was said of all that show nothing."""
    if said := mapping.decimal_marks.get(column):
        return said
    found = evidence.mark(column)
    is_open = found in (DecimalMark.UNKNOWN, DecimalMark.BOTH)
    return mapping.decimals if is_open and mapping.decimals is not None else found


def decide(mapping: Mapping, evidence: Evidence) -> Decisions:
    """What a person said wins over the evidence."""
    marks = {column: said_mark(mapping, column, evidence) for column in evidence.numbers}
    order = evidence.dates.order
    if order is DayFirst.UNKNOWN and mapping.date_hint:
        order = mapping.date_hint
    return Decisions(mapping.date_order or order, marks)
