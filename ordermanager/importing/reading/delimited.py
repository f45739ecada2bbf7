"""CSV, TSV and their kin, streamed in this process: csv.reader runs in C, and no more than a piece of the file is in
memory, nor can it be made to be (cells are limited), so a child process would only cost time here.
"""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import ReadError
from ordermanager.importing.reading.csv_rows import csv_rows
from ordermanager.importing.reading.dialect import (
    Dialect,
    declared_delimiter,
    find_dialect,
    rewrapped,
    unwrapped,
    usual_width,
)
from ordermanager.importing.reading.encodings import Encoding, find_encoding, known_encoding
from ordermanager.importing.reading.entities import without_entities
from ordermanager.importing.reading.letters import note_if_misread
from ordermanager.importing.reading.source import changed, read
from ordermanager.importing.reading.text_lines import MOST_ROWS, TextLines
from ordermanager.importing.reading.typographic_quotes import straight_pieces, straightener, typographic_marks
from ordermanager.importing.tables.table import MAX_CELL, Format, Table, TextForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.reading.source import Source
    from ordermanager.importing.tables.table import ReadOptions, Row

_HEAD = 8 << 20
"""Bytes whose encoding is examined; letters of another encoding further on are read line by line."""

_OUR_NAME = "externalOrderId"
_SAMPLE_LINES = 200
_SAMPLE_CHARACTERS = 100_000
"""Of a line, where delimiters are looked for."""


def text_encoding(source: Source, options: ReadOptions) -> Encoding:
    """How to decode a text source: as the person says, or as its bytes say."""
    if options.encoding:
        name = known_encoding(options.encoding)
        return Encoding(name, fallback=name if not name.startswith("utf") else "cp1252")
    if source.is_text:
        return Encoding("utf-8")
    with source.open() as stream:
        head = read(stream, source.name, _HEAD)
    return find_encoding(head, whole=len(head) < _HEAD, language=options.language)


def open_delimited(source: Source, options: ReadOptions) -> Table:
    """The table of a text file, its header not yet looked for. Raises ReadError."""
    encoding = text_encoding(source, options)
    lines = [line[:_SAMPLE_CHARACTERS] for line in islice(TextLines(source, encoding), _SAMPLE_LINES)]
    marks = typographic_marks(lines, options.delimiter)
    straightened = straightener(marks)
    lines = [unwrapped(straightened(line) if straightened else line) for line in lines]
    dialect = find_dialect(lines, options.delimiter)
    form = TextForm(
        *(encoding.name, encoding.fallback, encoding.ranked, encoding.guessed),
        *(dialect.delimiter, dialect.quote, dialect.escape, marks),
        usual_width(lines, dialect),
        any(_OUR_NAME in line for line in lines),
    )
    table = open_known(source, form)
    if not options.delimiter and (declared := declared_delimiter(lines)) not in ("", dialect.delimiter):
        shown = {"declared": declared, "delimiter": dialect.delimiter}
        table.note(
            Sentence(DECLARED, {name: "Tab" if sign == "\t" else sign for name, sign in shown.items()})
        )
    if straightened:
        table.note(Sentence(TYPOGRAPHIC))
    return table


def open_known(source: Source, form: TextForm) -> Table:
    """The table of a file whose form was found before."""
    table = Table(
        name=source.name,
        format=Format.CSV,
        encoding=form.encoding,
        encodings=form.ranked,
        delimiter=form.delimiter,
        quote=form.quote,
        form=form,
    )
    table.open_rows = lambda: _rows(source, form, table)
    return table


def _rows(source: Source, form: TextForm, table: Table) -> Iterator[Row]:
    """Every row with its number; raises ReadError where a cell never ends or the file changed under the reader."""
    stamp = source.stamp()
    lines = TextLines(source, Encoding(form.encoding, form.fallback, form.ranked, form.guessed))
    dialect = Dialect(form.delimiter, form.quote, form.escape)
    pieces = straight_pieces(lines.lines(), straightener(form.marks))
    lines.row_now = lambda: number + 1
    number = wrapped = 0
    is_watched = (
        bool(table.header) and not (table.mendable or table.mended) and form.encoding.startswith("utf")
    )
    try:
        for rows in csv_rows(pieces, dialect):
            is_odd = (lines.has_entities and not form.is_ours) or (lines.may_be_misread and is_watched)
            if isinstance(rows, list) and not is_odd and 1 not in map(len, rows):
                yield from enumerate(rows, number + 1)  # no row of them costs a step here
                number += len(rows)
                continue
            for row in enumerate(rows, number + 1):
                if len(row[1]) == 1 and len(cells := rewrapped(row[1][0], dialect, form.width)) > 1:
                    wrapped += 1
                    row = row[0], cells
                if lines.has_entities and not form.is_ours:
                    cells = [without_entities(cell) for cell in row[1]]
                    if cells != row[1]:
                        row = row[0], cells
                        table.note(Sentence(ENTITIES))
                if lines.may_be_misread and is_watched:
                    is_watched = not note_if_misread(row, table)
                yield row
                number = row[0]
    except csv.Error as error:
        raise _open_quote(source.name, number + 1) from error
    if source.stamp() != stamp:
        raise changed(source.name)
    _say_what_was_done(lines, table)
    if wrapped:
        table.note(Sentence(WRAPPED, {"count": wrapped}))


TYPOGRAPHIC = QT_TRANSLATE_NOOP(
    "Sentence",
    "Cells stand in typographic quotation marks, as a word processor makes them; they were read without these.",
)
ENTITIES = QT_TRANSLATE_NOOP(
    "Sentence",
    "Codes of web pages, for an apostrophe perhaps, were read as the characters that they stand for.",
)
DECLARED = QT_TRANSLATE_NOOP(
    "Sentence",
    "The first line says that cells are separated by “{declared}”, but they are by “{delimiter}”: it was read so.",
)
WRAPPED = QT_TRANSLATE_NOOP(
    "Sentence",
    "{count} rows stand in quotation marks as a whole, as a spreadsheet saves them; they were parted.",
)


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
    if lines.mixed:
        rows = ", ".join(map(str, lines.mixed_rows[:MOST_ROWS])) + " …" * (len(lines.mixed_rows) > MOST_ROWS)
        table.note(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Lines that are not in {encoding} were read as {fallback}, {count} of them: check the letters in "
                    "rows {rows}.",
                ),
                {
                    "count": lines.mixed,
                    "encoding": table.encoding,
                    "fallback": lines.mixed_as,
                    "rows": rows,
                },
            )
        )
    if lines.nuls:
        table.note(
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "Zero characters were removed: {count}."), {"count": lines.nuls}
            )
        )
