"""The rows of an imported file whose orders have errors, as a file to correct and import again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.formulas import unguarded
from ordermanager.services.import_stream import has_guards, streamed
from ordermanager.services.order_table import ORDER_COLUMNS, order_object, order_rows
from ordermanager.services.tables import Column, replacing, write_json_list, write_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ordermanager.importing.plan import Plan
    from ordermanager.services.importing import PreparedImport

ERROR = "error"


def write_rejected(path: Path, prepared: PreparedImport, errors: Mapping[int, str]) -> int:
    """Read the file again and write the rows in `errors` (row → what is wrong) with all their columns and `error`."""
    plan = prepared.plan
    if path.suffix.lower() == ".json":
        with replacing(path) as temporary:
            return write_json_list(temporary, '{"orders":[', _json_orders(plan, errors), "]}")
    if plan.table.format.is_json:
        return write_table(path, [*ORDER_COLUMNS, Column(ERROR)], _order_rows(plan, errors))
    titles = [
        title for title in plan.table.header if title != ERROR
    ]  # a rejected file of ours has it already
    return write_table(path, [*map(Column, titles), Column(ERROR)], _table_rows(plan, errors))


def _table_rows(plan: Plan, errors: Mapping[int, str]) -> Iterator[list[str]]:
    kept = [index for index, title in enumerate(plan.table.header) if title != ERROR]
    text_of = unguarded if has_guards(plan) else str  # writing guards them again
    for number, cells in plan.table.rows() if errors else ():
        if number in errors:
            yield [*(text_of(cells[index]) if index < len(cells) else "" for index in kept), errors[number]]


def _json_orders(plan: Plan, errors: Mapping[int, str]) -> Iterator[str]:
    with streamed(plan) as orders:
        for order in orders:
            if order.rows and order.rows[0] in errors:
                yield order_object(order.draft, error=errors[order.rows[0]])


def _order_rows(plan: Plan, errors: Mapping[int, str]) -> Iterator[list[str]]:
    with streamed(plan) as orders:
        for order in orders:
            if order.rows and order.rows[0] in errors:
                for row in order_rows(order.draft):
                    yield [*row, errors[order.rows[0]]]
