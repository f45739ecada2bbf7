"""A file as a table of text cells: what every reader gives and every later stage works on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from ordermanager.domain.sentences import Sentence

Row: TypeAlias = tuple[int, list[str]]
"""The row's number in the file, from 1 as a spreadsheet shows it, and its cells. Plain tuple and list: there
are millions.
"""

MAX_COLUMNS = 512
"""Widest table that is read (faults.md 4.6 asks for a limit). WooCommerce's numbered item columns can pass
200.
"""

MAX_CELL = 131_072
"""Most characters in a cell: csv's own limit, four times what Excel can hold."""

LOOKED_AT = 60
"""A header is looked for in so many first rows."""

ALL_SHEETS = "ALL"
"""Named instead of a sheet: all sheets with the same headers, one after the other."""


class Format(StrEnum):
    """What a file is, found from its content."""

    CSV = "csv"  # any delimiter
    XLSX = "xlsx"  # also XLSM
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"  # a web page that a shop named .xls
    XML = "xml"  # SpreadsheetML 2003, also named .xls
    JSON = "json"
    JSON_LINES = "jsonl"

    @property
    def is_json(self) -> bool:
        """Whether the file holds orders as JSON, so that there is no table to map."""
        return self in (Format.JSON, Format.JSON_LINES)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person decided; None is found out. `delimiter` is one character, `header_row` counts from 1,
    -1 is none (no_header.py). `sheet` may be ALL_SHEETS. `part` are the columns of one of several tables beside each
    other, such as `H:K`, or ALL_COLUMNS (beside.py). `mend_letters`: letters that were saved in a wrong encoding
    are put right.

    `language` is the user's (`uk`), None the system's; it decides where encodings are equally likely.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    part: str | None = None
    mend_letters: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class IgnoredRow:
    """A row that is no order and why: a title above the header, a blank row, a total, a footer."""

    row: int
    reason: Sentence


class Handed(NamedTuple):
    """A reader that goes on in another program: the first rows that it gave, how to hear what it says behind them
    (empty at its end), and how to end it.
    """

    head: Sequence[Row]
    said: Callable[[], bytes]
    close: Callable[[], None]


class TextForm(NamedTuple):
    """How a text file is read: its encoding (reading/encodings.py), its dialect (reading/dialect.py) and typographic
    marks (reading/typographic_quotes.py), how many cells most rows have, and whether we have written it.
    """

    encoding: str
    fallback: str
    ranked: tuple[str, ...]
    guessed: bool
    delimiter: str
    quote: str
    escape: str
    marks: str
    width: int
    is_ours: bool


@dataclass(slots=True)
class Table:
    """A recognised table. `open_rows()` starts a fresh pass over all of its rows; `other_tables.rows_below` gives those
    below the header.

    `header` has no blank columns at its end, `width` counts them too: it is the usual length of a row.
    `encodings` and `sheets` are what could be chosen instead, best first; `alike` are sheets with the same headers,
    which ALL_SHEETS stands for. `above` are the rows over the
    header. `notes` say what was done to read the file (which sheet, merged cells, two encodings, another table
    below); more of them come while its rows are read. `left_out` are rows of other tables in the same sheet
    as far as the last pass met them (the first ten thousand), `left_out_count` counts them all. `quote` is
    the character around cells, empty where there is none. `is_chosen_from`: single rows were left out by a person.
    `parts` are the columns of tables that stand beside each other, ours first; `part` are those that are read, empty:
    all. `mendable` is how letters that are wrong can be put right (letters.py), `mended` where they are put right.
    `currencies` are those in whose formats the numbers of a column are shown, the most frequent first.
    `form` is that of a text file.
    `made` columns at the end are none of the file's (mapping/made_number.py).
    `close()` ends what was left open. `hand_over()` gives away the reader that waits behind the first rows, None where
    there is none.
    """

    name: str
    format: Format
    encoding: str = ""
    delimiter: str = ""
    quote: str = '"'
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    encodings: tuple[str, ...] = ()
    header_row: int = 0
    header: tuple[str, ...] = ()
    width: int = 0
    above: tuple[IgnoredRow, ...] = ()
    left_out: list[IgnoredRow] = field(default_factory=list)
    left_out_count: int = 0
    is_chosen_from: bool = False
    parts: tuple[str, ...] = ()
    part: str = ""
    mendable: str = ""
    mended: str = ""
    currencies: dict[int, tuple[str, ...]] = field(default_factory=dict)
    made: int = 0
    notes: list[Sentence] = field(default_factory=list)
    form: TextForm | None = None
    open_rows: Callable[[], Iterator[Row]] = lambda: iter(())
    close: Callable[[], None] = lambda: None
    hand_over: Callable[[], Handed | None] = lambda: None

    def note(self, sentence: Sentence) -> None:
        """Say once what was done to read the file."""
        if sentence not in self.notes:
            self.notes.append(sentence)
