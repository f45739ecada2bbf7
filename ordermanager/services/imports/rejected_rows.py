"""The rows of an imported file whose orders have errors, as a file to correct and import again."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from ordermanager.domain.formulas import guarded, unguarded
from ordermanager.importing.tables.other_tables import rows_below
from ordermanager.importing.tables.table import Format
from ordermanager.services.files.tables import Column, check_target, replacing, write_json_list, write_table
from ordermanager.services.imports.stream import has_guards, streamed
from ordermanager.services.orders.order_table import ORDER_COLUMNS, order_object, order_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ordermanager.importing.plan import Plan
    from ordermanager.services.imports.prepared import PreparedImport
    from ordermanager.store.imports.scratch import Remembered

    Errors = Mapping[int, str] | Remembered
    """Row of the file -> what is wrong with its order."""

ERROR = "error"
UTF_8 = "utf-8-sig"
_PLAIN_MARKS = str.maketrans({"“": '"', "”": '"', "…": "...", "’": "'"})


def write_rejected(path: Path, prepared: PreparedImport, errors: Errors) -> int:
    """Read the file again and write the rows in `errors` (row → what is wrong) with all their columns and `error`."""
    plan = prepared.plan
    if path.suffix.lower() == ".json":
        with replacing(path) as temporary:
            return write_json_list(temporary, '{"orders":[', _json_orders(plan, errors), "]}")
    if plan.table.format.is_json:
        return write_table(path, [*ORDER_COLUMNS, Column(ERROR)], _order_rows(plan, errors))
    header = plan.table.header[: len(plan.table.header) - plan.table.made]
    titles = [title for title in header if title != ERROR]  # a rejected file of ours has it already
    if path.suffix.lower() == ".csv" and plan.table.format is Format.CSV:
        return _write_like_source(path, plan, titles, errors)
    return write_table(path, [*map(Column, titles), Column(ERROR)], _table_rows(plan, errors))


def _write_like_source(path: Path, plan: Plan, titles: Sequence[str], errors: Errors) -> int:
    """In the source's own encoding and with its delimiter; in UTF-8 where the encoding lacks a letter (a row in
    another encoding), for nothing of a row may change.
    """
    check_target(path)
    given = plan.table.encoding or UTF_8
    for encoding in dict.fromkeys((_with_mark(given), UTF_8)):
        try:
            with replacing(path) as temporary:
                return _write_csv(temporary, encoding, plan, titles, errors)
        except (UnicodeEncodeError, LookupError):
            if encoding == UTF_8:
                raise
    raise AssertionError("UTF-8 has every letter")


def _write_csv(path: Path, encoding: str, plan: Plan, titles: Sequence[str], errors: Errors) -> int:
    count = 0
    # half of a pair of surrogates is no letter in any encoding
    lost = "replace" if encoding == UTF_8 else "strict"
    with path.open("w", encoding=encoding, errors=lost, newline="") as stream:
        writer = csv.writer(stream, delimiter=plan.table.delimiter or ",", quoting=csv.QUOTE_ALL)
        writer.writerow([guarded(title) for title in (*titles, ERROR)])
        for *cells, error in _table_rows(plan, errors):
            writer.writerow([*map(guarded, cells), guarded(_writable(error, encoding))])
            count += 1
    return count


def _with_mark(encoding: str) -> str:
    """With a byte order mark where the encoding has one, so that the file is known for what it is."""
    name = encoding.lower().replace("_", "-")
    return {"utf-8": UTF_8, "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(name, encoding)


def _writable(error: str, encoding: str) -> str:
    """Our own sentence in an encoding that may lack its quotation marks."""
    try:
        error.encode(encoding)
    except UnicodeEncodeError:
        return error.translate(_PLAIN_MARKS).encode(encoding, "replace").decode(encoding)
    return error


def _table_rows(plan: Plan, errors: Errors) -> Iterator[list[str]]:
    header = plan.table.header[: len(plan.table.header) - plan.table.made]
    kept = [index for index, title in enumerate(header) if title != ERROR]
    text_of = unguarded if has_guards(plan) else str  # writing guards them again
    for number, cells in rows_below(plan.table) if errors else ():
        if number in errors:
            yield [*(text_of(cells[index]) if index < len(cells) else "" for index in kept), errors[number]]


def _json_orders(plan: Plan, errors: Errors) -> Iterator[str]:
    with streamed(plan) as orders:
        for order in orders:
            if order.rows and order.rows[0] in errors:
                yield order_object(order.draft, error=errors[order.rows[0]])


def _order_rows(plan: Plan, errors: Errors) -> Iterator[list[str]]:
    with streamed(plan) as orders:
        for order in orders:
            if order.rows and order.rows[0] in errors:
                for row in order_rows(order.draft):
                    yield [*row, errors[order.rows[0]]]
