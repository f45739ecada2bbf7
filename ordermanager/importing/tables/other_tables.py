"""Several tables in one sheet: the one that was chosen ends where another begins; the others are named, so
that a person can take them by the row of their header.
"""

from __future__ import annotations

from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.reading.letters import watched
from ordermanager.importing.tables.header_again import ColumnOrder
from ordermanager.importing.tables.header_row import is_number, known_headers
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.tables.table import IgnoredRow

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from ordermanager.importing.tables.table import Row, Table

OTHER_TABLE = QT_TRANSLATE_NOOP(
    "Sentence",
    "Another table begins in row {row} ({titles}) and is not imported here. To import it, say that the header "
    "is in row {row}.",
)
OF_OTHER_TABLE = QT_TRANSLATE_NOOP("Sentence", "belongs to the table that begins in row {row}")

MOST_TITLES = 3
"""Rows of one cell between a blank row and the header of another table."""

MOST_NAMED = 10_000
"""So many rows of other tables are named; all are counted."""

_AT_ONCE = 256
"""Rows that are looked at together."""


def rows_below(table: Table) -> Iterator[Row]:
    """Every row below the header up to the next table, blank ones too, from the start; never the header itself. Raises
    ReadError where the file breaks off.
    """
    rows = table.open_rows()
    for row in rows if table.header_row >= 0 else ():
        if row[0] >= table.header_row:  # once: after the header no row costs a comparison
            break
    return rows_of_one_table(rows if table.delimiter else watched(rows, table), table)


def rows_of_one_table(rows: Iterable[Row], table: Table) -> Iterator[Row]:
    """The rows below a header up to the next table's header; what comes then is noted in `table`. Columns come as in
    the first header, also below one that has them in another order.

    Only a row behind a blank one is looked at (a title may stand between), so that rows cost nothing.
    """
    table.left_out.clear()
    table.left_out_count = 0
    header = frozenset(map(header_key, filter(None, table.header)))
    held: list[Row] = []  # a blank row and what may be the title of another table
    order = ColumnOrder(table)
    firsts, is_other = order.first_texts, False
    rows = iter(rows)
    while some := list(islice(rows, _AT_ONCE)):
        if not (held or is_other) and _are_plain(some, firsts):
            yield from some
            continue
        one_by_one = iter(some)
        for row in one_by_one:
            cells = row[1]
            if cells and cells[0] in firsts:
                order.look_at(row[0], cells)
                is_other = bool(order.places)
            if is_other:
                row = row[0], (cells := order.put(cells))
            if held:
                filled = [text for text in map(str.strip, cells) if text]
                if len(filled) > 1 and _is_header(filled, header):
                    yield held[0]
                    _leave_out(held[1:], row, chain(one_by_one, rows), table)
                    return
                if len(filled) == 1 and len(held) <= MOST_TITLES:
                    held.append(row)
                    continue
                yield from held
                held = [] if filled else [row]
            elif not cells or not (cells[0] or any(cells)):
                held = [row]
            else:
                yield row
                continue
            if not held:
                yield row
    yield from held


def _are_plain(rows: Sequence[Row], firsts: Container[str]) -> bool:
    """Whether none of these rows is blank or begins as the header does."""
    cells = list(map(itemgetter(1), rows))
    return all(map(any, cells)) and not any(map(firsts.__contains__, map(itemgetter(0), cells)))


def _is_header(filled: Sequence[str], ours: frozenset[str]) -> bool:
    """Whether a row is the header of a table with other columns. In doubt it is not: orders are never lost."""
    known = known_headers(filled)
    if known < 2 or known * 2 < len(filled):
        return False
    if len(set(filled)) < len(filled) or any(is_number(text) or "@" in text for text in filled):
        return False
    keys = frozenset(map(header_key, filled))
    return len(keys & ours) * 2 < len(keys)


def _leave_out(titles_above: Iterable[Row], header: Row, rows: Iterable[Row], table: Table) -> None:
    first, titles = header[0], [text for text in map(str.strip, header[1]) if text]
    table.note(Sentence(OTHER_TABLE, {"row": first, "titles": few_titles(titles)}))
    for number, _ in titles_above:
        _name(number, first, table)
    _name(first, first, table)
    keys = frozenset(map(header_key, titles))
    behind_blank = False
    for number, cells in rows:
        filled = [text for text in map(str.strip, cells) if text]
        if not filled:
            behind_blank = True
        elif behind_blank and len(filled) > 1:
            behind_blank = False
            if _is_header(filled, keys):
                first, keys = number, frozenset(map(header_key, filled))
                table.note(Sentence(OTHER_TABLE, {"row": first, "titles": few_titles(filled)}))
        _name(number, first, table)


def _name(number: int, first: int, table: Table) -> None:
    leave_out_row(number, Sentence(OF_OTHER_TABLE, {"row": first}), table)


def leave_out_row(number: int, reason: Sentence, table: Table) -> None:
    """Note a row of another table."""
    table.left_out_count += 1
    if len(table.left_out) < MOST_NAMED:
        table.left_out.append(IgnoredRow(number, reason))


def few_titles(titles: Sequence[str]) -> str:
    """The first titles of a table, to name it."""
    return ", ".join(title[:40] for title in titles[:4]) + (" …" if len(titles) > 4 else "")
