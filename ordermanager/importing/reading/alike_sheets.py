"""Sheets of one workbook with the same headers (a sheet a month), read one after the other. Runs in the reader's
child.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ordermanager.importing.reading.child_output import Output
from ordermanager.importing.tables.header_row import known_headers
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ordermanager.importing.reading.calamine_book import Book


def alike_sheets(book: Book, sheet: str, candidates: Sequence[str]) -> dict[str, int]:
    """The candidates with the very headers of `sheet`, itself among them, in the order of the workbook; for each how
    many rows stand above its header.
    """
    place, wanted = _header(book.head(sheet))
    if len(wanted) < 2:
        return {sheet: place}
    found = {name: _header(book.head(name)) for name in candidates}
    return {name: above for name, (above, titles) in found.items() if titles == wanted}


def send_alike(book: Book, sheets: Mapping[str, int], output: Output) -> None:
    """Every row of these sheets. Rows are counted on; what stands above the header of a later sheet is blank."""
    parts: list[tuple[str, int]] = []
    for name, above in sheets.items():
        is_first = not parts
        parts.append((name, output.sent + 1))
        book.send(name, _Onward(output, 0 if is_first else above))
    output.say(parts=parts)


class _Onward(Output):
    """Passes on what a later sheet has, its first `above` rows as blank ones."""

    def __init__(self, output: Output, above: int) -> None:  # it writes nothing by itself
        self._output = output
        self._above = above

    def say(self, **values: object) -> None:
        """A line of JSON."""
        self._output.say(**values)

    def rows(self, rows: Iterable[list[str]]) -> None:
        """The next rows."""
        found = iter(rows)
        blank: Iterator[list[str]] = ([] for _ in islice(found, self._above))
        self._above = 0
        self._output.rows(chain(blank, found))


def _header(rows: Sequence[list[str]]) -> tuple[int, tuple[str, ...]]:
    """How many rows stand above the row with most known headers, and its titles made comparable."""
    known = [known_headers(cells) for cells in rows]
    place = known.index(max(known)) if known else 0
    keys = [header_key(text) for text in rows[place]] if rows else []
    while keys and not keys[-1]:
        keys.pop()
    return place, tuple(keys)
