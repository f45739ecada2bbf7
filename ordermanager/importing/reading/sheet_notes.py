"""What is said of a workbook's sheets: which was read and why, which were not, which are alike, what is merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.tables.table import ALL_SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MERGED = QT_TRANSLATE_NOOP(
    "Sentence", "{count} merged cells, the first at {place}: what they say holds for each row they cover."
)
PARTS = QT_TRANSLATE_NOOP(
    "Sentence",
    "These sheets were read one after the other, and their rows are counted on; each begins in the row behind its "
    "name: {parts}.",
)
ALIKE = QT_TRANSLATE_NOOP(
    "Sentence", "Sheets with the same headers: {sheets}. To import all of them choose the sheet “{all}”."
)
FORMULAS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Formulas that were saved without their value are blank here, in columns {columns}. Open the workbook in a "
    "spreadsheet program, save it there and import it again.",
)
HIDDEN_ROWS = QT_TRANSLATE_NOOP(
    "Sentence", "Hidden rows of the workbook, by a filter perhaps, were read, too ({count}): {rows}."
)
STRUCK_ROWS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Rows that are struck through in the workbook were read, too ({count}): {rows}. Leave them out if they are no "
    "longer orders.",
)
HIDDEN = QT_TRANSLATE_NOOP("Sentence", "Hidden sheets were not read: {sheets}.")
_WHY = {
    "asked": QT_TRANSLATE_NOOP("Sentence", "Sheet “{sheet}” was read. Not read: {others}."),
    "only": QT_TRANSLATE_NOOP("Sentence", "Sheet “{sheet}” was read. Not read: {others}."),
    "headers": QT_TRANSLATE_NOOP(
        "Sentence",
        "Sheet “{sheet}” was read: most of its headers are those of orders. Not read: {others}.",
    ),
    "rows": QT_TRANSLATE_NOOP(
        "Sentence", "Sheet “{sheet}” was read: it is the first with rows. Not read: {others}."
    ),
}


def of_choice(
    sheet: str, sheets: Sequence[str], visible: Sequence[str], alike: Sequence[str], why: str
) -> Iterator[Sentence]:
    """Which sheet was chosen, where there are several, which were left, and which of them have the same headers."""
    read = alike if sheet == ALL_SHEETS and alike else [sheet]
    others = [name for name in visible if name not in read]
    hidden = [name for name in sheets if name not in (*visible, *read)]
    if others:
        yield Sentence(_WHY[why], {"sheet": ", ".join(read), "others": _few(others)})
    if alike and why != "asked":
        yield Sentence(ALIKE, {"sheets": _few(alike), "all": ALL_SHEETS})
    if hidden:
        yield Sentence(HIDDEN, {"sheets": _few(hidden)})


def of_parts(parts: Iterable[tuple[str, int]]) -> Sentence:
    """Where each of several sheets begins that were read one after the other."""
    return Sentence(PARTS, {"parts": ", ".join(f"“{name}” {row}" for name, row in parts)})


def of_merged(count: int, first: str) -> Sentence:
    """How many cells are merged, and where the first is."""
    return Sentence(MERGED, {"count": count, "place": first})


def of_formulas(columns: Mapping[str, int]) -> Sentence:
    """How many formulas of each column have no value."""
    return Sentence(FORMULAS, {"columns": _few([f"{column} ({count})" for column, count in columns.items()])})


def of_hidden(rows: Sequence[int], count: int) -> Sentence:
    """How many rows are hidden, and which are the first."""
    more = " …" if count > len(rows) else ""
    return Sentence(HIDDEN_ROWS, {"count": count, "rows": ", ".join(map(str, rows)) + more})


def of_struck(rows: Sequence[int], count: int) -> Sentence:
    """How many rows are struck through, and which are the first."""
    more = " …" if count > len(rows) else ""
    return Sentence(STRUCK_ROWS, {"count": count, "rows": ", ".join(map(str, rows)) + more})


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
