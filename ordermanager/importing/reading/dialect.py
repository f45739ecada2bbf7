"""How a text file separates and quotes its cells, found from its first lines."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.tables.header_row import known_headers

DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Dialect:
    """`quote` is the character around cells, empty where there is none; `escape` stands before a quotation
    mark inside a cell where it is not doubled.
    """

    delimiter: str
    quote: str = '"'
    escape: str = ""

    def options(self) -> dict[str, Any]:
        """As csv.reader wants it."""
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quote or None,
            "quoting": csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            "escapechar": self.escape or None,
        }


_WRAPPED = re.compile(r'"((?:[^"]|"")*)"\s*').fullmatch


def unwrapped(line: str) -> str:
    """The line itself, where all of it stands in one pair of quotation marks: a spreadsheet that separates by
    semicolons writes a row of a table with commas so when a cell of it has quotation marks of its own. Else as it is.
    """
    match = _WRAPPED(line) if line[:1] == '"' else None
    return match[1].replace('""', '"') + "\n" if match else line


def usual_width(lines: list[str], dialect: Dialect) -> int:
    """How many cells most of the rows have."""
    widths = Counter(map(len, _rows(lines, dialect)))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def rewrapped(cell: str, dialect: Dialect, width: int) -> list[str]:
    """The cells of a row that stands in one cell, where there are as many as rows usually have; else that cell."""
    if width > 2 and dialect.delimiter in cell and dialect.quote == '"':
        found = next(csv.reader([cell], **dialect.options()), [])
        if len(found) == width:
            return found
    return [cell]


def find_dialect(lines: list[str], chosen: str | None) -> Dialect:
    """The dialect of a file that begins with these lines. `chosen` is the delimiter that a person named.
    Raises WrongUse where that is none.
    """
    delimiter = _checked(chosen)
    if not delimiter:
        declared = declared_delimiter(lines)
        delimiter = (found_otherwise(lines, declared) or declared) if declared else guess_delimiter(lines)
    return Dialect(delimiter, *_quoting(lines, delimiter))


def found_otherwise(lines: list[str], declared: str) -> str:
    """The delimiter that parts the rows, where the one that the first line declares parts none of them; else empty."""
    below = lines[1:]
    guessed = guess_delimiter(below)
    parts_none = usual_width(below, Dialect(declared)) < 2
    return guessed if parts_none and _score(below, Dialect(guessed))[0] > 1 else ""


def _checked(delimiter: str | None) -> str:
    delimiter = {"tab": "\t", "\\t": "\t"}.get(delimiter or "", delimiter or "")
    if len(delimiter) > 1 or delimiter in ('"', "\n", "\r", "\0"):
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "The separator must be one character, for example a comma; “{given}” is not."
            ),
            given=delimiter,
        )
    return delimiter


def declared_delimiter(lines: list[str]) -> str:
    """The delimiter of Excel's first line `sep=;`, or an empty text."""
    first = lines[0].strip("\r\n\ufeff ") if lines else ""
    first = first.strip('"')
    found = first[4] if len(first) == 5 and first.lower().startswith("sep=") else ""
    return "" if found == '"' else found


def guess_delimiter(lines: list[str]) -> str:
    """The delimiter that gives most known headers, and then the most even and widest rows."""
    return max(DELIMITERS, key=lambda delimiter: _score(lines, Dialect(delimiter)))


def _score(lines: list[str], dialect: Dialect) -> tuple[int, float]:
    rows = _rows(lines, dialect)
    widths = Counter(map(len, rows))
    if not widths:
        return 0, 0.0
    known = max(known_headers(cells) if len(cells) > 1 else 0 for cells in rows[:60])
    usual, count = max(widths.items(), key=lambda item: (item[1] if item[0] > 1 else 0, item[0]))
    return known if known > 1 else 0, count / len(rows) * math.log(usual)


def _rows(lines: list[str], dialect: Dialect) -> list[list[str]]:
    try:
        return [cells for cells in csv.reader(lines, **dialect.options()) if cells]
    except csv.Error:
        return []


def _quoting(lines: list[str], delimiter: str) -> tuple[str, str]:
    """The quotation mark and what escapes it. Another than `"` doubled is taken only on clear evidence."""
    text = "".join(lines)
    ordinary = Dialect(delimiter)
    if "'" in text and _all_quoted_by_apostrophe(lines, delimiter):
        return "'", ""
    if '"' not in text:
        return '"', ""
    if '\\"' in text and _evenness(lines, Dialect(delimiter, '"', "\\")) > _evenness(lines, ordinary):
        return '"', "\\"
    starts = len(re.findall(rf'(?:^|{re.escape(delimiter)})"', text, re.MULTILINE))
    if delimiter == "\t" and starts and not _well_formed(text, delimiter):
        return "", ""  # tables of marketplaces quote nothing: a quotation mark is an inch
    return '"', ""


def _all_quoted_by_apostrophe(lines: list[str], delimiter: str) -> bool:
    rows = [line.rstrip("\r\n") for line in lines if line.strip()][:50]
    between = f"'{delimiter}'"
    return len(rows) > 1 and all(
        row.startswith("'") and row.endswith("'") and between in row for row in rows if "=" not in row[:4]
    )


def _well_formed(text: str, delimiter: str) -> bool:
    mark = re.escape(delimiter)
    return (
        re.search(rf'(?:^|{mark})"[^"]*(?:""[^"]*)*"(?={mark}|\r|\n|\Z)', text[:200_000], re.MULTILINE)
        is not None
    )


def _evenness(lines: list[str], dialect: Dialect) -> float:
    """The share of rows that are as wide as most."""
    widths = Counter(map(len, _rows(lines, dialect)))
    return max(widths.values()) / widths.total() if widths else 0.0
