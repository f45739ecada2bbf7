"""CSV, TSV and their kin, streamed by csv.reader in this process: it runs in C, keeps one piece of the file
in memory and cannot be made to take more (cells are limited), so a child process would only cost time here.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence, WrongUse
from ordermanager.importing.encodings import Encoding, find_encoding, known_encoding
from ordermanager.importing.errors import ReadError
from ordermanager.importing.headerrow import known_headers
from ordermanager.importing.source import changed, read
from ordermanager.importing.table import MAX_CELL, Format, Table
from ordermanager.importing.textlines import TextLines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.importing.source import Source
    from ordermanager.importing.table import ReadOptions, Row

DELIMITERS = (",", ";", "\t", "|")

_HEAD = 8 << 20
"""Bytes whose encoding is examined; letters of another encoding further on are read line by line."""

_SAMPLE_LINES = 200


def text_encoding(source: Source, options: ReadOptions) -> Encoding:
    """How to decode a text source: as the person says, or as its bytes say."""
    if options.encoding:
        name = known_encoding(options.encoding)
        return Encoding(name, fallback=name if not name.startswith("utf") else "cp1252")
    if source.is_text:
        return Encoding("utf-8")
    with source.open() as stream:
        head = read(stream, source.name, _HEAD)
    return find_encoding(head, whole=len(head) < _HEAD)


def open_delimited(source: Source, options: ReadOptions) -> Table:
    """The table of a text file, its header not yet looked for. Raises ReadError."""
    encoding = text_encoding(source, options)
    lines = list(islice(TextLines(source, encoding), _SAMPLE_LINES))
    delimiter = _chosen(options.delimiter) or declared_delimiter(lines) or guess_delimiter(lines)
    table = Table(
        name=source.name,
        format=Format.CSV,
        encoding=encoding.name,
        encodings=encoding.ranked,
        delimiter=delimiter,
    )
    table.open_rows = lambda: _rows(source, encoding, delimiter, table)
    return table


def _chosen(delimiter: str | None) -> str:
    delimiter = {"tab": "\t", "\\t": "\t"}.get(delimiter or "", delimiter or "")
    if len(delimiter) > 1 or delimiter in ('"', "\n", "\r"):
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
    return first[4] if len(first) == 5 and first.lower().startswith("sep=") else ""


def guess_delimiter(lines: list[str]) -> str:
    """The delimiter that gives most known headers, and then the most even and widest rows."""
    return max(DELIMITERS, key=lambda delimiter: _score(lines, delimiter))


def _score(lines: list[str], delimiter: str) -> tuple[int, float]:
    try:
        rows = [cells for cells in csv.reader(lines, delimiter=delimiter) if cells]
    except csv.Error:
        return 0, 0.0
    widths = Counter(map(len, rows))
    if not widths:
        return 0, 0.0
    known = max(known_headers(cells) if len(cells) > 1 else 0 for cells in rows[:60])
    usual, count = max(widths.items(), key=lambda item: (item[1] if item[0] > 1 else 0, item[0]))
    return known if known > 1 else 0, count / len(rows) * math.log(usual)


def _rows(source: Source, encoding: Encoding, delimiter: str, table: Table) -> Iterator[Row]:
    """Every row with its number; raises ReadError where a cell never ends or the file changed under the
    reader.
    """
    stamp = source.stamp()
    lines = TextLines(source, encoding)
    at_end: list[bool] = []
    reader = csv.reader(chain(lines, _mark_end(at_end)), delimiter=delimiter)
    number = 0
    try:
        for row in enumerate(reader, 1):
            if (
                at_end
            ):  # the text was at its end before this row was: its last cell began with a quotation mark
                raise _open_quote(source.name, row[0])
            yield row
            number = row[0]
    except csv.Error as error:
        raise _open_quote(source.name, number + 1) from error
    if source.stamp() != stamp:
        raise changed(source.name)
    _say_what_was_done(lines, table)


def _mark_end(at_end: list[bool]) -> Iterable[str]:
    at_end.append(True)
    yield from ()


def _open_quote(name: str, row: int) -> ReadError:
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file}, row {row}: a cell never ends or has more than {limit} characters. Usually a quotation "
            "mark is not "
            "closed: correct that row and import again.",
        ),
        file=name,
        row=row,
        limit=MAX_CELL,
    )


def _say_what_was_done(lines: TextLines, table: Table) -> None:
    notes = []
    if lines.mixed:
        notes.append(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "{count} lines are not in {encoding} and were read as {fallback}: check their letters.",
                ),
                {"count": lines.mixed, "encoding": table.encoding, "fallback": lines.encoding.fallback},
            )
        )
    if lines.nuls:
        notes.append(
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "{count} zero characters were removed."), {"count": lines.nuls}
            )
        )
    table.notes.extend(note for note in notes if note not in table.notes)
