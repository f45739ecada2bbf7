"""The reader of workbooks: a program of its own with memory and time limits, because three small hostile
files are known that end any process that reads them (faults.md 4.6).

`python -m ordermanager.importing.child FORMAT [SHEET]` reads a workbook from standard input and writes JSON
lines: first `{"sheets": […], "sheet": name}`, then `{"rows": [[number, [cells]], …]}`, at last `{"end":
true}`, or `{"error": code, …}` instead. It opens no file and no connection.
"""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MEMORY = 1 << 30
CPU_SECONDS = 60
CHUNK = 256
"""Rows in a line of output: few enough for the preview to come at once, many enough to cost little."""


def limit_this_process() -> None:
    """Memory and processor time, by the kernel. Windows has no such limits for a process by itself; its
    parent's clock and the limits on the file's size stand in.
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main(arguments: list[str]) -> int:
    """Read standard input; the exit code is 0 where the last line was written."""
    limit_this_process()
    output = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False, buffering=1 << 16)  # noqa: SIM115

    def write(value: dict[str, Any]) -> None:
        output.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")
        output.flush()

    try:
        read_workbook(
            arguments[0], arguments[1] if len(arguments) > 1 else "", sys.stdin.buffer.read(), write
        )
    except Refused as refusal:
        write(refusal.answer)
    except MemoryError:
        write({"error": "too_large"})
    except BrokenPipeError:
        return 1
    except BaseException as error:  # calamine's panics do not derive from Exception
        write({"error": _code(error)})
    return 0


class Refused(Exception):
    """The workbook was understood but will not be read."""

    def __init__(self, error: str, **values: object) -> None:
        self.answer = {"error": error, **values}
        super().__init__(error)


def _code(error: BaseException) -> str:
    kind = type(error).__name__
    if kind == "PasswordError" or "password" in str(error).lower():
        return "password"
    return "broken"


def read_workbook(kind: str, sheet: str, content: bytes, write: Callable[[dict[str, Any]], None]) -> None:
    """Write one sheet: the named one, or the first visible one that has rows."""
    if kind in ("html", "xml"):
        from ordermanager.importing.markup import sheets_of_markup

        named = sheets_of_markup(kind, content)
        names = [name for name, _ in named]
        chosen = _choose(sheet, names, [name for name, rows in named if rows])
        write({"sheets": names, "sheet": chosen})
        _write_rows(iter(dict(named)[chosen]), 0, write)
        return
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    from ordermanager.importing.celltext import cell_text

    book = load_workbook(io.BytesIO(content))
    del content
    metadata = [found for found in book.sheets_metadata if found.typ == SheetTypeEnum.WorkSheet]
    visible = [found.name for found in metadata if found.visible == SheetVisibleEnum.Visible]
    names = [found.name for found in metadata]
    chosen = sheet if sheet in names else _first_with_rows(book, visible or names)
    write({"sheets": names, "sheet": _choose(sheet, names, [chosen] if chosen else [])})
    if not chosen:
        write({"end": True})
        return
    found = book.get_sheet_by_name(chosen)
    first_column = found.start[1] if found.start else 0
    rows = ([cell_text(value) if value != "" else "" for value in cells] for cells in found.iter_rows())
    _write_rows(rows, first_column, write)


def _choose(wanted: str, names: list[str], filled: list[str]) -> str:
    if wanted and wanted not in names:
        raise Refused("no_sheet", sheet=wanted, sheets=names)
    return wanted or (filled or names or [""])[0]


def _first_with_rows(book: Any, names: list[str]) -> str:
    for name in names:
        if book.get_sheet_by_name(name).height > 0:
            return name
    return names[0] if names else ""


def _write_rows(
    rows: Iterable[list[str]], first_column: int, write: Callable[[dict[str, Any]], None]
) -> None:
    for chunk in _chunks(rows, first_column):
        write({"rows": chunk})
    write({"end": True})


def _chunks(rows: Iterable[list[str]], first_column: int) -> Iterator[list[tuple[int, list[str]]]]:
    from ordermanager.importing.table import MAX_CELL, MAX_COLUMNS

    margin = [""] * first_column
    chunk: list[tuple[int, list[str]]] = []
    for number, cells in enumerate(rows, 1):
        if cells and not cells[-1]:
            while cells and not cells[-1]:
                cells.pop()
        if len(cells) + first_column > MAX_COLUMNS:
            raise Refused("too_wide", row=number)
        if cells and max(map(len, cells)) > MAX_CELL:
            raise Refused(
                "cell",
                row=number,
                column=first_column + next(i for i, c in enumerate(cells) if len(c) > MAX_CELL),
            )
        chunk.append((number, margin + cells))
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
