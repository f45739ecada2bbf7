"""Cells as Excel and LibreOffice copy them: tabs between, a line for each row, quotes around what has such signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.importing.tables.header_row import known_headers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A quote opens a cell only where another closes it right before the next cell; else it is a sign like any other (5").
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_END = re.compile(r"\r\n|\r|\n")
_LEAST_HEADERS = 2
_BREAKS = frozenset("\t\r\n")


def pasted_cells(text: str) -> list[list[str]]:
    """The rows of a copied area; all have the same number of cells. Blank rows at the end are no rows."""
    rows = list(_rows(text.removeprefix("\ufeff").replace("\0", "")))
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def cells_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as `pasted_cells` and spreadsheets read them: cells with tabs, line breaks or quotes stand in quotes."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    if cell.startswith('"') or not _BREAKS.isdisjoint(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def is_json(text: str) -> bool:
    """Whether a pasted text begins as JSON does."""
    return text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


def is_order_table(text: str) -> bool:
    """Whether a pasted text is orders of its own: JSON, or a table whose first line names fields of orders."""
    if is_json(text):
        return True
    head = text.lstrip("\ufeff \t\r\n")
    first, *rest = _END.split(head.rstrip(), 1)
    return any(_names_fields(first, separator) for separator in ("\t;,|" if rest else "\t"))


def _names_fields(line: str, separator: str) -> bool:
    cells = [cell.strip(' "') for cell in line.split(separator)]
    given = [cell for cell in cells if cell]
    known = known_headers(given)
    return known >= _LEAST_HEADERS and 2 * known >= len(given)


def _rows(text: str) -> Iterator[list[str]]:
    place, row = 0, []
    while place < len(text):
        match = _QUOTED.match(text, place)
        if match:
            row.append(match[1].replace('""', '"'))
        else:
            match = _PLAIN.match(text, place)
            assert match is not None  # it matches nothing at all, if there is nothing
            row.append(match[0])
        place = match.end()
        if place < len(text) and text[place] == "\t":
            place += 1
            if place == len(text):
                row.append("")
            continue
        end = _END.match(text, place)
        place = end.end() if end else place
        yield row
        row = []
    if row:
        yield row
