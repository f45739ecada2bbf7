"""Files in which the rows of one order do not stand together."""

from __future__ import annotations

import json
import tempfile
from bisect import bisect
from collections.abc import Callable
from itertools import chain, groupby
from typing import IO, TYPE_CHECKING, Protocol, TypeVar

from ordermanager.importing.mapping.glued import watched
from ordermanager.importing.tables.other_tables import rows_below

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ordermanager.importing.recognised import Recognised
    from ordermanager.importing.tables.table import Row


class Replacing(Protocol):
    """An order, or some, that may be the whole of what was taken in part (`ImportedOrder.replaces`)."""

    replaces: bool


LeaveOut = Callable[["Row", int], bool]
"""Whether a row is left out that says the same as an earlier one, of this number."""

Made = TypeVar("Made", bound=Replacing)

_BYTES_AT_ONCE = 8 << 20
"""Of a file whose rows are not in order so many bytes are regrouped in memory at a time; a list of short texts takes
several times as much.
"""

_MOST_FILES = 250
_ORDERS_AT_ONCE = 5_000


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


def regrouped(
    plan: Recognised, order_id: Callable[[list[str]], str], leave_out: LeaveOut
) -> Iterator[Iterator[Row]]:
    """All rows with those of one order together: in one pass over the file each row goes to one of some temporary
    files by its order's id, and each of these is then put in order in memory.
    """
    headers: list[int] = []
    parts = min(1 + _size(plan) // _BYTES_AT_ONCE, _MOST_FILES)
    if parts == 1:
        yield _together(_with_ids(plan, order_id, headers), headers, leave_out)
        return
    files: list[IO[str]] = [
        tempfile.TemporaryFile("w+", encoding="ascii", newline="\n")  # noqa: SIM115 - closed below
        for _ in range(parts)
    ]
    try:
        for key, row in _with_ids(plan, order_id, headers):
            json.dump((key, row), files[hash(key) % parts])
            files[hash(key) % parts].write("\n")
        for file in files:
            file.seek(0)
            rows = ((key, (number, cells)) for key, (number, cells) in map(json.loads, file))
            yield _together(rows, headers, leave_out)
    finally:
        for file in files:
            file.close()


def whole_orders(
    plan: Recognised,
    order_id: Callable[[list[str]], str],
    make: Callable[[Iterable[Row]], Iterator[Made]],
    ids: Collection[int],
    leave_out: LeaveOut,
) -> Iterator[Made]:
    """The orders whose rows stood apart, whole, from other passes over the file. `ids` are hashes of their ids, so
    many at a time that memory stays small: few files have more than a handful.
    """
    passes = 1 + len(ids) // _ORDERS_AT_ONCE
    for part in range(passes):
        headers: list[int] = []
        wanted = (
            (key, row)
            for key, row in _with_ids(plan, order_id, headers)
            if (mark := hash(key)) in ids and mark % passes == part
        )
        for whole in make(_together(wanted, headers, leave_out)):
            whole.replaces = True
            yield whole


def _with_ids(
    plan: Recognised, order_id: Callable[[list[str]], str], headers: list[int]
) -> Iterator[tuple[str, Row]]:
    """Every row with its order's id; a row without one stays with the order above it. `headers` gets the rows in which
    the header stands again.
    """
    width, key = plan.table.width, ""
    title = plan.table.header[plan.mapping.fields["externalOrderId"].columns[0]]
    for row in watched(plan, rows_below(plan.table)):
        cells = row[1]
        key = order_id(cells if len(cells) >= width else [*cells, *[""] * (width - len(cells))]) or key
        if key == title:
            headers.append(row[0])
        yield key, row


def _together(rows: Iterable[tuple[str, Row]], headers: Sequence[int], leave_out: LeaveOut) -> Iterator[Row]:
    groups: dict[str, list[Row]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    if not headers:
        return chain.from_iterable(groups.values())
    return chain.from_iterable(_once(rows, headers, leave_out) for rows in groups.values())


def _once(rows: list[Row], headers: Sequence[int], leave_out: LeaveOut) -> list[Row]:
    """The rows of an order without those that say all of it once more below another header: exports that were put
    together have the orders of both in them twice.
    """
    filled = [row for row in rows if any(row[1])]
    parts = [list(part) for _, part in groupby(filled, lambda row: bisect(headers, row[0]))]
    said = [[cells for _, cells in part] for part in parts]
    is_header = filled != [] and filled[0][0] in headers
    if len(parts) < 2 or is_header or any(part != said[0] for part in said):
        return rows
    places = [number for number, _ in parts[0]]
    later = (each for part in parts[1:] for each in zip(part, places, strict=True))
    again = {row[0] for row, first in later if leave_out(row, first)}
    return [row for row in rows if row[0] not in again]


def _size(plan: Recognised) -> int:
    """Bytes of the rows as text; a workbook is packed."""
    return plan.source.size * (1 if plan.table.delimiter else 8)
