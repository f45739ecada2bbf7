"""Order numbers for files that have none (answers to a form, bank statements): a pattern such as `{Timestamp}-{phone}`
makes one of what the row has. It comes as a column behind the last, so that every later stage finds it like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.grouping.fill import reader
from ordermanager.importing.mapping.mapping import FieldSource
from ordermanager.importing.mapping.templates import Template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.importing.plan import Plan
    from ordermanager.importing.tables.table import Row

NUMBER = "externalOrderId"


def make_numbers(plan: Plan) -> None:
    """Add the column where a pattern for the order number was given and no column of the file is one."""
    table, mapping = plan.table, plan.mapping
    text = mapping.constants.get(NUMBER, "")
    source = mapping.fields.get(NUMBER)
    is_in_the_file = source is not None and any(table.header[column] for column in source.columns)
    if not text or table.format.is_json or is_in_the_file:
        return
    made = _maker(plan, text)
    opened, place = table.open_rows, max(table.width, len(table.header))
    header_row = table.header_row

    def with_number(row: Row) -> Row:
        number, cells = row
        if number <= header_row or not any(map(str.strip, cells)):
            return row
        whole = [*cells, *[""] * (place - len(cells))]
        return number, [*whole[:place], made(whole), *whole[place:]]

    def rows() -> Iterator[Row]:
        return map(with_number, opened())

    table.open_rows = rows
    table.header = (*table.header, *[""] * (place + 1 - len(table.header)))
    table.made, table.width = 1, place + 1
    mapping.fields[NUMBER] = FieldSource((place,))
    mapping.has_made_number = True
    plan.sample = tuple(map(with_number, plan.sample))
    plan.examined = None


def _maker(plan: Plan, text: str) -> Callable[[list[str]], str]:
    template = Template(NUMBER, text, plan.table.header)
    fields = plan.mapping.fields
    readers = {name: reader(fields[name]) for name in template.order_fields if name in fields}

    def made(cells: list[str]) -> str:
        order = {name: read(cells) for name, read in readers.items()}
        return template.fill(order, {}, cells)

    return made
