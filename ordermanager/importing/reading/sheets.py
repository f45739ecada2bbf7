"""Which sheet of a workbook holds the orders, and its rows. Runs in the reader's child.

What only a workbook of several sheets needs (headers, and with them the layouts) is loaded for such a one alone: the
first rows of a workbook wait for all that is loaded here.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.calamine_book import CalamineBook
from ordermanager.importing.reading.child_output import Refused
from ordermanager.importing.tables.table import ALL_SHEETS, LOOKED_AT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.reading.calamine_book import Book, Shows
    from ordermanager.importing.reading.child_output import Output

LOOKED_THROUGH = 20
"""So many sheets are looked at to find the orders."""


def read_workbook(kind: str, sheet: str, stream: IO[bytes], output: Output) -> None:
    """Write one sheet: the named one, or the visible one whose headers we know best, or the first with rows; for
    ALL_SHEETS also those with the same headers.
    """
    if kind in ("html", "xml"):
        from ordermanager.importing.reading.markup import MarkupBook

        _write_sheet(MarkupBook(kind, stream.read()), sheet, output)
        return
    try:
        book = (_xlsx_book(stream, sheet) if kind == "xlsx" else None) or CalamineBook(
            stream, _shows(kind, stream)
        )
        _write_sheet(book, sheet, output)
    except (Refused, MemoryError, BrokenPipeError):
        raise
    except BaseException as error:  # calamine's panics do not derive from Exception
        from ordermanager.importing.reading.zip_check import defines_entities

        if defines_entities(stream):
            raise Refused("entities") from error
        raise


def _shows(kind: str, stream: IO[bytes]) -> Shows | None:
    """What calamine does not tell of a workbook; None where there is nothing that does."""
    try:
        if kind == "ods":
            from ordermanager.importing.reading.ods_marks import OdsMarks

            return OdsMarks(stream)
        if kind in ("xls", "xlsb"):
            from ordermanager.importing.reading.binary_marks import marks_of_xls, marks_of_xlsb

            return (marks_of_xls if kind == "xls" else marks_of_xlsb)(stream)
        return None
    except Exception:  # whatever is wrong with the file, calamine names it
        return None
    finally:
        stream.seek(0)


def _write_sheet(book: Book, sheet: str, output: Output) -> None:
    all_of_them = sheet == ALL_SHEETS and sheet not in book.names
    chosen, why = _choose(book, "" if all_of_them else sheet)
    candidates = _candidates(book)
    alike = _alike(book, chosen, candidates)
    output.say(
        sheets=book.names,
        visible=book.visible,
        sheet=chosen,
        why="asked" if all_of_them else why,
        alike=list(alike),
        currencies=book.currencies(chosen) if chosen else {},
    )
    if all_of_them and len(alike) > 1:
        from ordermanager.importing.reading.alike_sheets import send_alike

        send_alike(book, alike, output)
    elif chosen:
        book.send(chosen, output)


def _alike(book: Book, chosen: str, candidates: Sequence[str]) -> dict[str, int]:
    if len(candidates) < 2 or chosen not in candidates:
        return {}
    from ordermanager.importing.reading.alike_sheets import alike_sheets

    return alike_sheets(book, chosen, candidates)


def _candidates(book: Book) -> list[str]:
    return (book.visible or book.names)[:LOOKED_THROUGH]


def _xlsx_book(stream: IO[bytes], sheet: str) -> Book | None:
    """A large workbook whose first rows come at once, or calamine's with what it does not tell itself; None where it
    must judge the file alone.
    """
    from ordermanager.importing.reading.quick_book import LARGE, QuickBook
    from ordermanager.importing.reading.xlsx_head import XlsxHead

    book: Book | None = None
    try:
        quick = XlsxHead(stream)
        is_large = quick.largest() >= LARGE and sheet != ALL_SHEETS
        if is_large:
            book = QuickBook(stream, quick)
    except Exception:  # whatever is wrong with the file, calamine names it
        stream.seek(0)
        return None
    stream.seek(0)
    return book or CalamineBook(stream, quick)


def _choose(book: Book, wanted: str) -> tuple[str, str]:
    """A sheet, and why it: `asked`, `only`, `headers` or `rows`."""
    if wanted:
        if wanted not in book.names:
            raise Refused("no_sheet", sheet=wanted, sheets=book.names)
        return wanted, "asked"
    candidates = _candidates(book)
    if len(candidates) < 2:
        return (candidates or [""])[0], "only"
    from ordermanager.importing.tables.header_row import known_headers

    best, score, filled = "", 1, ""
    for name in candidates:
        rows = book.head(name)
        if rows and not filled:
            filled = name
        known = max((known_headers(cells) for cells in rows[:LOOKED_AT]), default=0)
        if known > score:
            best, score = name, known
    return (best, "headers") if best else (filled or candidates[0], "rows")
