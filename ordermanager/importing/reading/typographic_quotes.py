"""Cells in typographic quotation marks, “Order ID”,“Total” or «Сума»;«Дата»: those of word processors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ordermanager.importing.reading.text_lines import Piece

_PAIRS = ("“”", "„“", "„”", "«»", "””", "»«")
_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 20


def typographic_marks(lines: Sequence[str], delimiter: str | None) -> str:
    """The quotation marks around the cells of a text that begins with these lines, and what parts its cells; empty
    where cells have no such ones. `delimiter` is the one that a person named.
    """
    whole = [line for line in lines if line.strip()][:_LOOKED_AT]
    for pair in _PAIRS if whole else ():
        opening, closing = pair[0], pair[1]
        for mark in (delimiter,) if delimiter else _DELIMITERS:
            between = f"{closing}{mark}{opening}"
            if between in whole[0] and sum(between in line for line in whole) * 2 > len(whole):
                return opening + closing + mark
    return ""


def straightener(marks: str) -> Callable[[str], str] | None:
    """What makes straight quotation marks of those that `typographic_marks` has found; None where there are none."""
    if not marks:
        return None
    opening, closing, mark = marks[0], marks[1], re.escape(marks[2:])
    begin, end = rf"(?:(?<=\n)|(?<=\r)|(?<={mark})|\A)", rf"(?=\s*(?:{mark}|\r|\n|\Z))"
    around = re.compile(f"{begin}{opening}|{closing}{end}")
    inside = re.compile(rf'(?<![\n\r{mark}])(?<!\A)"(?!\s*(?:{mark}|\r|\n|\Z))')
    return lambda text: around.sub('"', inside.sub('""', text))


def straight_pieces(pieces: Iterator[Piece], straightened: Callable[[str], str] | None) -> Iterator[Piece]:
    """The pieces of a text with straight quotation marks around their cells."""
    if straightened is None:
        return pieces
    return (straightened(piece) if isinstance(piece, str) else map(straightened, piece) for piece in pieces)
