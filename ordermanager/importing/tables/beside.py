"""Tables that stand beside each other in one sheet, with blank columns between: the one with the orders is read, the
others are named, and a person may choose one of them, or all columns as one table.

Blank columns alone part nothing, for many a table has some. What does: headers of its own, an order number of its own,
or rows that end where those of the orders do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence, WrongUse
from ordermanager.importing.errors import column_letter
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.reading.xlsx_stream import column_number
from ordermanager.importing.tables.header_row import find_header, is_number, known_headers, titles
from ordermanager.importing.tables.other_tables import few_titles, leave_out_row
from ordermanager.importing.tables.row_kinds import is_total
from ordermanager.importing.tables.table import ALL_SHEETS, MAX_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.importing.tables.table import Row, Table

ALL_COLUMNS = ALL_SHEETS
"""Chosen instead of a table: whatever stands beside each other is one."""

BESIDE = QT_TRANSLATE_NOOP(
    "Sentence",
    "Another table stands in columns {columns} ({titles}), beside the orders in {ours}, and is not imported here. To "
    "import it, or all columns as one table, choose so.",
)
CHOSEN = QT_TRANSLATE_NOOP("Sentence", "Only the table in columns {ours} is read, as you chose.")
OF_TABLE_BESIDE = QT_TRANSLATE_NOOP("Sentence", "belongs to the table in columns {columns}")

_CONTACT = frozenset(("email", "phone", "firstName"))
_RANGE = re.compile(r"([A-Z]{1,3})[:–-]([A-Z]{1,3})").fullmatch

Span = tuple[int, int]
"""The first column and the one behind the last."""


class _Block(NamedTuple):
    """What stands between blank columns. `header` is its row, `fields` what its headers are known for."""

    span: Span
    header: int
    titles: tuple[str, ...]
    known: int
    fields: frozenset[str]
    rows: frozenset[int]


def read_beside(table: Table, head: Sequence[Row], chosen: str | None) -> list[Row]:
    """The first rows as those of one table: the chosen one, or the one with the orders where others stand beside it.
    All later rows are read so, too. Raises WrongUse for columns that nobody can mean.
    """
    spans = _spans(head)
    if chosen is None and len(spans) < 2:
        return list(head)
    blocks = [_block(head, span) for span in spans]
    main = max(blocks, key=lambda block: block.known, default=None)
    others = [] if main is None else [block for block in blocks if _is_another(block, main, head)]
    if main is not None and others:
        ours = tuple(block.span for block in blocks if block not in others)
        table.parts = (_named(ours), *(_named([block.span]) for block in others))
        if chosen is None:
            for block in others:
                values = {"columns": _named([block.span]), "ours": _named(ours)}
                table.note(Sentence(BESIDE, {**values, "titles": few_titles([*filter(None, block.titles)])}))
            chosen = _named(ours)
    if chosen is None or chosen.upper() == ALL_COLUMNS:
        return list(head)
    table.part = chosen
    if not others or chosen != table.parts[0]:
        table.note(Sentence(CHOSEN, {"ours": chosen}))
    return read_part(table, head)


def read_part(table: Table, head: Sequence[Row] = ()) -> list[Row]:
    """Read the columns of `table.part` alone, from now on and in these rows."""
    keep = spans_of(table.part)
    opened = table.open_rows
    others = ", ".join(part for part in table.parts if part != table.part)

    def rows() -> Iterator[Row]:
        for row in opened():
            kept = row[0], _only(row[1], keep)
            if row[0] > table.header_row and any(row[1]) and not any(map(str.strip, kept[1])):
                leave_out_row(row[0], Sentence(OF_TABLE_BESIDE, {"columns": others}), table)
            else:
                yield kept

    table.open_rows = rows
    return [(number, _only(cells, keep)) for number, cells in head]


def spans_of(text: str) -> tuple[Span, ...]:
    """The columns that a text such as `A:F` or `A:F,M:P` means. Raises WrongUse where it means none."""
    found = [_RANGE(part.strip()) for part in text.upper().split(",")]
    spans = [(column_number(each[1]), column_number(each[2]) + 1) for each in found if each]
    if len(spans) < len(found) or any(not first < end <= MAX_COLUMNS for first, end in spans):
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{columns}” names no columns. Say the first and the last one of the table, as A:F.",
            ),
            columns=text,
        )
    return tuple(sorted(spans))


def _named(spans: Iterable[Span]) -> str:
    return ",".join(f"{column_letter(first)}:{column_letter(end - 1)}" for first, end in spans)


def _only(cells: list[str], keep: Sequence[Span]) -> list[str]:
    """The cells in these columns, the others blank; none behind the last one."""
    kept: list[str] = []
    for first, end in keep:
        kept += [""] * (first - len(kept))
        kept += cells[first:end]
    return kept


def _spans(head: Sequence[Row]) -> list[Span]:
    """Where the columns stand between which all of these rows are blank."""
    width = max((len(cells) for _, cells in head), default=0)
    blank = list(range(width))
    for _, cells in head:
        if blank:
            count = len(cells)
            blank = [at for at in blank if at >= count or not cells[at] or cells[at].isspace()]
    spans, first = [], 0
    for at in (*blank, width):
        if at > first:
            spans.append((first, at))
        first = at + 1
    return spans


def _block(head: Sequence[Row], span: Span) -> _Block:
    own = [(number, cells[slice(*span)]) for number, cells in head]
    header = find_header(own)
    cells = titles(next((cells for number, cells in own if number == header), []))
    rows = frozenset(
        number
        for number, cells in own
        if number > header and (filled := [*filter(None, map(str.strip, cells))]) and not is_total(filled[0])
    )
    return _Block(span, header, cells, known_headers(cells), _fields(cells), rows)


def _fields(header: Sequence[str]) -> frozenset[str]:
    names = aliases()
    found: set[str] = set()
    for key in map(names.key_of, header):
        if key in names.first_last or key in names.last_first:
            found.add("firstName")
        elif name := names.sure.get(key) or names.exact.get(key):
            found.add(name)
        elif key in names.maybe:
            found.update(names.maybe[key])
    return frozenset(found)


def _is_another(block: _Block, main: _Block, head: Sequence[Row]) -> bool:
    """Whether a block is a table of its own. In doubt it is not."""
    if block is main or main.known < 2 or block.span[1] - block.span[0] < 2 or not block.rows:
        return False
    if block.header == main.header and "externalOrderId" in block.fields & main.fields:
        return True
    beside = next((cells[slice(*block.span)] for number, cells in head if number == main.header), [])
    filled = [text for text in map(str.strip, beside) if text]
    if any(is_number(text) or "@" in text for text in filled):
        return True
    if not filled:
        return block.known > 1 and abs(block.header - main.header) > 1
    return block.header == main.header and _ends_elsewhere(block, main)


def _ends_elsewhere(block: _Block, main: _Block) -> bool:
    """Whether rows of one are at their end where those of the other go on, and none is blank before."""
    ours, others = sorted(main.rows), sorted(block.rows)
    every = sorted(main.rows | block.rows)
    if every[: len(ours)] != ours or every[: len(others)] != others or abs(len(ours) - len(others)) < 2:
        return False
    speaks_of_more = bool(block.fields & (main.fields | ITEM_FIELD.keys() | _CONTACT))
    if len(others) < len(ours):
        return len(others) > 1 and block.known > 1 and speaks_of_more
    has_items = bool(main.fields & ITEM_FIELD.keys())
    return len(ours) > 2 or has_items or "quantity" not in block.fields


__all__ = ["ALL_COLUMNS", "read_beside", "read_part", "spans_of"]
