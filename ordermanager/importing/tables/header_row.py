"""Where the table begins: titles, notes and blank rows above the header are found and named, never dropped
silently.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.layouts import built_in
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.tables.table import LOOKED_AT, IgnoredRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.tables.table import Row

BLANK_ROW = QT_TRANSLATE_NOOP("Sentence", "blank row")
ABOVE_HEADER = QT_TRANSLATE_NOOP("Sentence", "above the header: {text}")
SEPARATOR_LINE = QT_TRANSLATE_NOOP("Sentence", "names the separator")

_NUMBER = re.compile(r"[\s\d.,:/+'%₴$€£-]+")


@cache
def _layout_keys() -> frozenset[str]:
    return frozenset(
        header_key(title)
        for layout in built_in().values()
        for rule in (*layout.fields.values(),)
        for title in rule.titles
    ) | frozenset(header_key(title) for layout in built_in().values() for title in layout.fingerprint)


def known_headers(cells: Sequence[str]) -> int:
    """How many different cells of a row are headers that we know."""
    known, names = _layout_keys(), aliases()
    titles = {header_key(cell) for cell in cells if cell and len(cell) < 80}
    return sum(1 for title in titles if title and (title in known or names.knows(title)))


def is_number(text: str) -> bool:
    """Whether a text is digits, signs and currency alone, which no header is."""
    return _NUMBER.fullmatch(text) is not None


def find_header(rows: Sequence[Row]) -> int:
    """The number of the header's row among a table's first rows; 0 where there is no row with text at all."""
    rows = [row for row in rows[:LOOKED_AT] if not is_separator_line(row)]
    best, score = 0, 1
    for number, cells in rows:
        known = known_headers(cells)
        if known > score or (known == score == 1 and not best):
            best, score = number, known
    if best and score > 1:
        return best
    return (
        _by_shape(rows) or best or next((number for number, cells in rows if any(map(str.strip, cells))), 0)
    )


def is_separator_line(row: Row) -> bool:
    """Whether it is the first line that tells Excel the separator."""
    number, cells = row
    return number == 1 and bool(cells) and cells[0].strip().lower().startswith("sep=")


def _by_shape(rows: Sequence[Row]) -> int:
    """The first row as wide as most, all of whose cells are different words: the header of a table that we do
    not know.
    """
    widths = Counter(width for _, cells in rows if (width := sum(1 for cell in cells if cell.strip())) > 1)
    if not widths:
        return 0
    usual = max(widths, key=lambda width: (widths[width], width))
    for number, cells in rows:
        texts = [cell.strip() for cell in cells if cell.strip()]
        if (
            len(texts) >= max(2, usual * 0.6)
            and len(set(texts)) == len(texts)
            and not any(is_number(text) or "@" in text for text in texts)
        ):
            return number
    return 0


def rows_above(rows: Sequence[Row], header_row: int) -> tuple[IgnoredRow, ...]:
    """The rows over the header, each with the reason why it is not imported."""
    found = []
    for number, cells in rows:
        if number >= header_row:
            break
        text = " ".join(cell.strip() for cell in cells if cell.strip())
        if not text:
            reason = Sentence(BLANK_ROW)
        elif is_separator_line((number, cells)):
            reason = Sentence(SEPARATOR_LINE)
        else:
            reason = Sentence(ABOVE_HEADER, {"text": text[:80]})
        found.append(IgnoredRow(number, reason))
    return tuple(found)


_VALUE = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@]+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T].*)?|\+?\d[\d ()-]{8,}"
).fullmatch


def looks_like_an_order(header: Sequence[str]) -> bool:
    """Whether what was taken for headers has an e-mail, a date or a phone in it: a file without headers loses its first
    order to them.
    """
    return known_headers(header) < 2 and any(map(_VALUE, map(str.strip, header)))


def titles(cells: Sequence[str]) -> tuple[str, ...]:
    """The header's texts without blanks around them; blank columns at the end are cut off, blank ones inside
    stay.
    """
    texts = [" ".join(cell.split()) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
