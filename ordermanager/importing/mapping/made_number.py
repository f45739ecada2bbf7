"""Order numbers for files that have none (answers to a form, bank statements), or in which orders of several shops
have the same: a pattern such as `{Timestamp}-{phone}` makes one of what the row has. It comes as a column behind the
last, so that every later stage finds it like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.grouping.fill import reader, tidy_code
from ordermanager.importing.mapping.mapping import FieldSource
from ordermanager.importing.mapping.templates import Template
from ordermanager.importing.tables.row_kinds import is_total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ordermanager.importing.plan import Plan
    from ordermanager.importing.tables.table import Row

NUMBER = "externalOrderId"


def make_numbers(plan: Plan) -> None:
    """Add the column where a pattern for the order number was given that has anything to fill in. Rows of one order in
    the file are rows of one order still, as far as the pattern names nothing that differs in them.
    """
    table, mapping = plan.table, plan.mapping
    text = mapping.constants.get(NUMBER, "")
    source = mapping.fields.get(NUMBER)
    own = source.columns[0] if source and any(table.header[column] for column in source.columns) else None
    if (
        not text
        or table.format.is_json
        or (own is not None and Template(NUMBER, text, table.header).is_constant)
    ):
        return
    opened, place = table.open_rows, max(table.width, len(table.header))
    header_row, make = table.header_row, _maker(plan, text)

    def with_numbers(rows: Iterable[Row]) -> Iterator[Row]:
        numbers = _Numbers(make, own, table.header[own] if own is not None else "")
        for number, cells in rows:
            if number <= header_row or not any(map(str.strip, cells)):
                yield number, cells
            else:
                whole = [*cells, *[""] * (place - len(cells))]
                yield number, [*whole[:place], numbers.of(whole), *whole[place:]]

    plan.sample = tuple(with_numbers(plan.sample))
    table.open_rows = lambda: with_numbers(opened())
    title = table.header[own] if own is not None else ""
    table.header = (*table.header, *[""] * (place - len(table.header)), title)
    table.made, table.width = 1, place + 1
    mapping.number_source = source if own is not None else None
    mapping.fields[NUMBER] = FieldSource((place,))
    mapping.has_made_number = True
    plan.examined = None


class _Numbers:
    """The numbers of one pass over the rows. `own` is the column of the file's own ones, `title` its header."""

    def __init__(self, make: Callable[[list[str]], str], own: int | None, title: str) -> None:
        self._make = make
        self._own = own
        self._title = title
        self._before = ("", "")

    def of(self, cells: list[str]) -> str:
        """That of a row; of one without an own number none, for it belongs to the row above or is no order."""
        if self._own is None:
            return self._make(cells)
        text = tidy_code(cells[self._own])
        if not text or is_total(text) or text == self._title:
            return text
        made = self._make(cells)
        if not made:  # what the pattern names stands in the order's first row only
            return self._before[1] if text == self._before[0] else text
        self._before = text, made
        return made


def _maker(plan: Plan, text: str) -> Callable[[list[str]], str]:
    template = Template(NUMBER, text, plan.table.header)
    fields = plan.mapping.fields
    readers = {name: reader(fields[name]) for name in template.order_fields if name in fields}
    strip_id = plan.mapping.strip_id

    def made(cells: list[str]) -> str:
        order = {name: read(cells) for name, read in readers.items()}
        if NUMBER in order:
            text = tidy_code(order[NUMBER])
            order[NUMBER] = text.lstrip(strip_id) if strip_id else text
        return template.fill(order, {}, cells)

    return made
