"""What the child that reads a workbook (child.py) says: the rows of a sheet and what is to be said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.importing.errors import ReadError, column_letter
from ordermanager.importing.reading.packed_rows import ROW_END, unpack_rows
from ordermanager.importing.reading.sheet_notes import of_formulas, of_hidden, of_merged, of_parts, of_struck
from ordermanager.importing.reading.sniff import password_error
from ordermanager.importing.reading.source import changed
from ordermanager.importing.reading.zip_check import broken_workbook, entities, too_large
from ordermanager.importing.tables.table import MAX_CELL, MAX_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.reading.source import Source
    from ordermanager.importing.tables.table import Row

_MAX_LINE = 4 << 20
_MAX_ROWS = 256 << 20
"""Bytes of a message; the child sends far less, unless a file has made it another program."""


class WorkbookRows:
    """Iterate once to get the rows. `note` is called with what is to be said of the sheet."""

    def __init__(self, source: Source, output: IO[bytes], note: Callable[[Sentence], None]) -> None:
        self._name = source.name
        self._source = source
        self._stamp = source.stamp()
        self._output = output
        self._note = note
        self.head = 0
        """So many first rows were read quickly, and what comes behind them tells whether they hold."""
        self.again = False
        """They do not: all rows come once more."""
        self.block_end = 0
        """The last row of those that came together, of which one was taken last."""

    def __iter__(self) -> Iterator[Row]:
        while "end" not in (line := self._line()):
            if "rows" in line:
                yield from self._rows(line["rows"], line["bytes"])
            elif "head" in line:
                self.head = line["head"]
            elif "again" in line:
                self.again = line["again"]
            elif "formulas" in line:
                self._note(of_formulas(line["formulas"]))
            elif "hidden" in line:
                self._note(of_hidden(line["hidden"], line["count"]))
            elif "struck" in line:
                self._note(of_struck(line["struck"], line["count"]))
            elif "parts" in line:
                self._note(of_parts(line["parts"]))
            else:
                self._note(of_merged(line["merged"], line["first"]))
        self.close()
        if self._source.stamp() != self._stamp:
            raise changed(self._name)

    def _rows(self, first: int, size: int) -> Iterator[Row]:
        content = self._waited(lambda: self._output.read(min(size, _MAX_ROWS)))
        if len(content) < size:
            raise self._death()
        self.block_end = first + content.count(ROW_END.encode())
        return unpack_rows(first, content)

    def _line(self) -> dict[str, Any]:
        text = self._waited(lambda: self._output.readline(_MAX_LINE))
        try:
            line: dict[str, Any] = json.loads(text)
        except ValueError:
            raise self._death() from None
        if "error" in line:
            self.close()
            raise self._refusal(line)
        return line

    def _waited(self, ask: Callable[[], bytes]) -> bytes:
        """What the child says; empty where it says nothing more."""
        return ask()

    def close(self) -> None:
        """Give up reading."""

    def _death(self) -> ReadError:
        """The child ended without its last line: a limit of the kernel, a crash of the reader, or our own
        clock.
        """
        self.close()
        return too_large(self._name)

    def _refusal(self, line: dict[str, Any]) -> ReadError:
        code = line["error"]
        if code == "password":
            return password_error(self._name)
        if code == "too_large":
            return too_large(self._name)
        if code == "entities":
            return entities(self._name)
        if code == "no_sheet":
            return ReadError(
                QT_TRANSLATE_NOOP("Sentence", "{file} has no sheet “{sheet}”. It has: {sheets}."),
                file=self._name,
                sheet=line["sheet"],
                sheets=", ".join(line["sheets"]),
            )
        if code == "differs":
            return read_differently(self._name)
        if code == "too_wide":
            return too_wide(self._name, line["row"])
        if code == "cell":
            return ReadError(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "{file}: cell {column}{row} has more than {limit} characters. Shorten it and import "
                    "again.",
                ),
                file=self._name,
                row=line["row"],
                column=column_letter(line["column"]),
                limit=MAX_CELL,
            )
        return broken_workbook(self._name)


def too_wide(name: str, row: int) -> ReadError:
    """More columns than any list of orders has."""
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file}, row {row}: there are more than {limit} columns. Delete the ones that do not belong to "
            "the table.",
        ),
        file=name,
        row=row,
        limit=MAX_COLUMNS,
    )


def read_differently(name: str) -> ReadError:
    """Two ways to read a large workbook do not agree."""
    return ReadError(
        QT_TRANSLATE_NOOP("Sentence", "{file} cannot be read reliably. Save it as CSV and import that."),
        file=name,
    )
