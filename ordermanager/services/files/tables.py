"""Writes tables as CSV, XLSX or JSON: harmless to open in a spreadsheet program, and complete or not there at all."""

from __future__ import annotations

import csv
import json
import os
import re
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.formulas import guarded
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse
from ordermanager.store.database.files import move

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FORMATS = (".csv", ".xlsx", ".json")

_XLSX_ROWS = 1_048_576
_XLSX_CELL = 32_767
CUT = "… (cut; whole in the .csv)"
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?").fullmatch
_PHONE = re.compile(r"\+[0-9]{5,15}").fullmatch


class CannotWrite(KnownError):
    """The file cannot be written."""


class ColumnKind(Enum):
    """What a column holds; amounts and phones may begin with a minus or a plus and are then left as they are."""

    TEXT = auto()
    NUMBER = auto()
    PHONE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title and kind."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT


def check_target(path: Path) -> None:
    """Raises WrongUse or CannotWrite now rather than after the work, if a table cannot be written there."""
    if path.suffix.lower() not in FORMATS:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "{file} must end with .csv, .xlsx or .json: the ending says which kind it is."
            ),
            file=path.name,
        )
    if path.is_dir():
        raise CannotWrite(
            QT_TRANSLATE_NOOP("Sentence", "{file} is a folder. Give the name of a file."), file=str(path)
        )
    if not path.absolute().parent.is_dir():
        raise CannotWrite(
            QT_TRANSLATE_NOOP(
                "Sentence", "There is no folder {folder} for the file. Make it first, or choose another."
            ),
            folder=str(path.absolute().parent),
        )


def write_table(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    """Write a table by the file's ending; returns the number of rows. JSON is a list of objects without empty texts."""
    check_target(path)
    kind = path.suffix.lower()
    write = {".csv": _write_csv, ".xlsx": _write_xlsx, ".json": _write_json}[kind]
    with replacing(path) as temporary:
        return write(temporary, columns, rows)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path`, only for its owner, that takes its place at the end; after an error nothing has changed."""
    try:
        descriptor, name = tempfile.mkstemp(
            prefix=f".{path.name[:40]}.", suffix=".part", dir=path.absolute().parent
        )
        os.close(descriptor)
        temporary = Path(name)
        try:
            yield temporary
            with temporary.open("rb+") as done:
                os.fsync(done.fileno())
            move(temporary, path)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
    except OSError as error:
        raise CannotWrite(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} cannot be written: {why}. Close it in other programs, or choose another name.",
            ),
            file=str(path),
            why=error.strerror or type(error).__name__,
        ) from error


def _write_csv(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    """UTF-8 with a mark that Excel needs; every cell in quotation marks, formulas guarded."""
    safe = [_cell_writer(column.kind) for column in columns]
    count = 0
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow([guarded(column.title) for column in columns])
        for row in rows:
            writer.writerow([make(text) for make, text in zip(safe, row, strict=True)])
            count += 1
    return count


def _cell_writer(kind: ColumnKind) -> Callable[[str], str]:
    plain = {ColumnKind.NUMBER: _NUMBER, ColumnKind.PHONE: _PHONE}.get(kind)
    if plain is None:
        return guarded
    return lambda text: text if plain(text) else guarded(text)


def _write_xlsx(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    """Every cell is text, never a formula, link or number, so that ids and phones keep their digits."""
    import xlsxwriter

    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    count = 0
    with xlsxwriter.Workbook(
        str(path), {**never, "constant_memory": True, "tmpdir": str(path.parent)}
    ) as workbook:
        sheet = workbook.add_worksheet()
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.freeze_panes(1, 0)
        bold = workbook.add_format({"bold": True})
        for index, column in enumerate(columns):
            sheet.write_string(0, index, column.title, bold)
        for count, row in enumerate(rows, 1):
            if count >= _XLSX_ROWS:
                raise CannotWrite(
                    QT_TRANSLATE_NOOP(
                        "Sentence",
                        "An Excel sheet has no room for so many rows. Export to a .csv file instead.",
                    )
                )
            for index, text in enumerate(row):
                if text:
                    sheet.write_string(count, index, _fitting(text))
    return count


def cut_to_cell(text: str) -> str:
    """A text that is longer than an Excel cell can be, cut, and saying so."""
    return text if len(text) <= _XLSX_CELL else text[: _XLSX_CELL - len(CUT)] + CUT


def _fitting(text: str) -> str:
    if len(text) > _XLSX_CELL:
        raise CannotWrite(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "One of the texts is longer than an Excel cell can be. Export to a .csv file instead.",
            )
        )
    return text.encode("utf-8", "replace").decode()


def _write_json(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    titles = [column.title for column in columns]
    objects = (
        json.dumps({title: text for title, text in zip(titles, row, strict=True) if text}, ensure_ascii=False)
        for row in rows
    )
    return write_json_list(path, "[", objects, "]")


def write_json_list(path: Path, before: str, entries: Iterable[str], after: str) -> int:
    """JSON texts, one a line, between `before` and `after`."""
    count = 0
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
        stream.write(before + "\n")
        for count, entry in enumerate(entries, 1):
            stream.write(",\n" + entry if count > 1 else entry)
        stream.write("\n" + after + "\n")
    return count
