"""The sheets of a workbook as calamine reads them. Runs in the reader's child."""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Protocol

from ordermanager.importing.reading.cell_text import TEXT_OF, cell_text
from ordermanager.importing.reading.merged_cells import Merged
from ordermanager.importing.reading.sheet_marks import NO_MARKS
from ordermanager.importing.tables.table import LOOKED_AT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.importing.reading.child_output import Output
    from ordermanager.importing.reading.sheet_marks import SheetMarks


MOST_NAMED = 10
"""So many hidden rows, or struck ones, are named; all are counted."""


class Book(Protocol):
    """The sheets of a workbook. `names` are all of them, `visible` those that a person sees."""

    names: list[str]
    visible: list[str]

    def head(self, sheet: str) -> list[list[str]]:
        """The first rows of a sheet."""

    def currencies(self, sheet: str) -> dict[int, list[str]]:
        """In which currencies the numbers of columns (from 0) are shown."""

    def send(self, sheet: str, output: Output) -> None:
        """Every row of a sheet."""


class Shows(Protocol):
    """What a workbook shows and calamine does not say."""

    @property
    def shows_numbers(self) -> bool:
        """Whether numbers may be shown otherwise than they are."""

    def shown_numbers(self, sheet: str) -> dict[int, dict[int, str]]:
        """What they show, by row (from 1) and column (from 0)."""

    def marks(self, sheet: str) -> SheetMarks:
        """All else."""

    def currencies(self, sheet: str) -> dict[int, list[str]]:
        """In which currencies the numbers of columns (from 0) are shown, the most frequent first."""


class CalamineBook:
    """XLSX, XLSB, XLS and ODS. A sheet that was looked at stays, so that it is parsed once. `quick` knows what numbers
    are shown as and which formulas have no value, which calamine does not.
    """

    def __init__(self, stream: IO[bytes], quick: Shows | None = None) -> None:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

        self._book = load_workbook(stream)
        found = [sheet for sheet in self._book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        self.names = [sheet.name for sheet in found]
        self.visible = [sheet.name for sheet in found if sheet.visible == SheetVisibleEnum.Visible]
        self._sheets: dict[str, Any] = {}
        self._quick = quick

    def head(self, sheet: str) -> list[list[str]]:
        """The first rows."""
        return list(islice(_texts(self._sheet(sheet)), LOOKED_AT))

    def currencies(self, sheet: str) -> dict[int, list[str]]:
        """Those of formats, as far as somebody tells."""
        try:
            return self._quick.currencies(sheet) if self._quick is not None else {}
        except Exception:  # a sheet that only calamine understands
            return {}

    def send(self, sheet: str, output: Output) -> None:
        """Every row."""
        output.rows(self.rows(sheet, output))

    def rows(self, sheet: str, output: Output) -> Iterator[list[str]]:
        """Every row; cells under a merged one say what it says, which is noted."""
        found = self._sheet(sheet)
        self._sheets.clear()
        merged = Merged(found.merged_cell_ranges or [])
        marks = self._marks(sheet)
        shown = self._shown_numbers(sheet)
        for row, texts in marks.texts.items():
            shown.setdefault(row, {}).update(texts)
        rows = _with_shown(_texts(found), shown)
        return rows_with_notes(rows, merged, marks, output)

    def _shown_numbers(self, sheet: str) -> dict[int, dict[int, str]]:
        """The zeros in front of codes and percentages, where their formats show them."""
        if self._quick is None or not self._quick.shows_numbers:
            return {}
        try:
            return self._quick.shown_numbers(sheet)
        except Exception:  # a sheet that only calamine understands: its numbers are right, if bare
            return {}

    def _marks(self, sheet: str) -> SheetMarks:
        try:
            return self._quick.marks(sheet) if self._quick is not None else NO_MARKS
        except Exception:  # a sheet that only calamine understands
            return NO_MARKS

    def _sheet(self, name: str) -> Any:
        if name not in self._sheets:
            self._sheets[name] = self._book.get_sheet_by_name(name)
        return self._sheets[name]


def rows_with_notes(
    rows: Iterator[list[str]], merged: Merged, marks: SheetMarks, output: Output
) -> Iterator[list[str]]:
    """The rows, cells under a merged one saying what it says; what there is to be said of them is said now."""
    if merged:
        output.say(merged=merged.count, first=merged.first)
    if marks.formulas:
        output.say(formulas=marks.formulas)
    say_hidden(marks.hidden, output)
    if marks.struck:
        output.say(struck=marks.struck[:MOST_NAMED], count=len(marks.struck))
    return merged.filled(rows)


def say_hidden(rows: list[int], output: Output) -> None:
    """Say which rows are hidden, if any are."""
    if rows:
        output.say(hidden=rows[:MOST_NAMED], count=len(rows))


def _with_shown(rows: Iterator[list[str]], shown: dict[int, dict[int, str]]) -> Iterator[list[str]]:
    if not shown:
        yield from rows
        return
    for number, cells in enumerate(rows, 1):
        for column, text in shown.get(number, {}).items():
            if column < len(cells):
                cells[column] = text
        yield cells


def _texts(sheet: Any) -> Iterator[list[str]]:
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    text_of: dict[type, Callable[[Any], str]] = dict(TEXT_OF)
    text_of.setdefault(type(None), cell_text)
    for cells in sheet.iter_rows():
        yield margin + [
            value if value.__class__ is str else text_of[value.__class__](value) for value in cells
        ]
