"""Files whose first row is data already: their columns are called A, B, C … as a spreadsheet calls them, and only the
cells can say what they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import column_letter
from ordermanager.importing.mapping.evidence import FITS, has_decimals, is_date, is_email, is_time, share
from ordermanager.importing.tables.header_row import is_separator_line, looks_like_an_order, rows_above

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from ordermanager.importing.mapping.mapping import FieldSource
    from ordermanager.importing.recognised import ColumnView
    from ordermanager.importing.tables.table import Row, Table

NO_HEADER = -1
"""The number of the header's row where a person says that there is none."""

_LONGEST_NUMBER = 40
_CONFIDENCE = 0.6

TAKEN_FOR_AN_ORDER = QT_TRANSLATE_NOOP(
    "Sentence",
    "Row {row} looks like an order ({text}), so this file is read as one without headers: its columns are called A, B, "
    "C … If that row is the header, say so.",
)


def begins_with_an_order(head: Sequence[Row], found: int, header: Sequence[str]) -> bool:
    """Whether the row `found` as the header is the first one and has an e-mail, a date or a phone in it."""
    filled = (row for row in head if any(map(str.strip, row[1])) and not is_separator_line(row))
    first = next((number for number, _ in filled), 0)
    return found == first and looks_like_an_order(header)


def are_letters(header: Sequence[str]) -> bool:
    """Whether the headers are only the letters of their columns."""
    return all(title == column_letter(index) for index, title in enumerate(header))


def call_columns_by_letters(table: Table, head: Sequence[Row]) -> None:
    """Every row is data; a line that names the separator is none."""
    is_separator = bool(head) and is_separator_line(head[0])
    table.header_row = 1 if is_separator else NO_HEADER
    table.above = rows_above(head, 2) if is_separator else ()
    table.width = max((len(cells) for number, cells in head if number > table.header_row), default=0)
    table.header = tuple(map(column_letter, range(table.width)))


def said_of(table: Table, head: Sequence[Row]) -> Sentence:
    """What is said of a file that was taken for one without headers unasked."""
    number, cells = next(row for row in head if row[0] > table.header_row and any(map(str.strip, row[1])))
    text = ", ".join(filter(None, map(str.strip, cells)))[:80]
    return Sentence(TAKEN_FOR_AN_ORDER, {"row": number, "text": text})


def with_order_number(views: Sequence[ColumnView], sample: Sequence[Row]) -> tuple[ColumnView, ...]:
    """The columns with the one that may be the order number suggested: the first whose cells are all filled with short
    texts of digits that are no amounts, dates, phones or e-mails. Nothing in a cell says that for certain.
    """
    if any(view.field == "externalOrderId" for view in views):
        return tuple(views)
    for view in views:
        cells = [row[view.index].strip() if view.index < len(row) else "" for _, row in sample]
        if (
            not view.field
            and cells
            and all(map(_may_be_a_number, cells))
            and len(set(cells)) * 4 >= len(cells)
        ):
            made = replace(view, suggestion="externalOrderId", confidence=_CONFIDENCE)
            return tuple(made if each is view else each for each in views)
    return tuple(views)


def _may_be_a_number(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_NUMBER
        and any(map(str.isdigit, text))
        and len(text.split()) < 3
        and not (has_decimals(text) or is_date(text) or is_time(text) or is_email(text))
    )


def fits(fields: Dict[str, FieldSource], sample: Sequence[Row]) -> bool:
    """Whether the cells of a file without headers are what the fields of an earlier one say. All such files of so many
    columns have the same headers, so these alone prove nothing.
    """
    for name, source in fields.items():
        looks = is_date if name == "date" else FITS.get(name)
        for column in source.columns if looks else ():
            cells = [row[column] for _, row in sample if column < len(row)]
            if looks is not None and any(map(str.strip, cells)) and share(cells, looks) < 0.5:
                return False
    return True
