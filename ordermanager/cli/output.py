"""What a command prints: one JSON document (or a line each) on stdout, or a text for people; notes and
progress on stderr.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_EVERY = 0.2
"""Seconds between two updates of a progress line."""


class Raw(str):
    """JSON text that is printed as it is, so that no digit of an order changes."""

    __slots__ = ()


def json_text(values: Mapping[str, Any]) -> str:
    """One object in one line; values that are Raw stand verbatim."""
    return "{" + ", ".join(f"{_dump(name)}: {_dump(value)}" for name, value in values.items()) + "}"


def _dump(value: Any) -> str:
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, dict):
        return json_text(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_dump, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


class Output:
    """Where a command writes. With `as_json` nothing but JSON goes to stdout."""

    def __init__(self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.as_json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._last = 0.0
        self._open_line = False

    def document(self, values: Mapping[str, Any]) -> None:
        """The JSON of the command, or one object of its list."""
        if self.as_json:
            self._out.write(json_text(values) + "\n")

    def text(self, *lines: str) -> None:
        """For people who read stdout; nothing with --json."""
        if not self.as_json:
            for line in lines:
                self._out.write(plain(line) + "\n")

    def table(self, titles: Sequence[str], rows: Sequence[Sequence[str]], *, cut_last: bool = True) -> None:
        """Aligned columns for people, shortened where they are long (with `cut_last`, the last too); nothing with
        --json."""
        if self.as_json:
            return
        last = len(titles) if cut_last else len(titles) - 1
        cells = [
            [plain(cell, 60 if column < last else None) for column, cell in enumerate(row)]
            for row in (titles, *rows)
        ]
        widths = [max(len(row[index]) for row in cells) for index in range(len(titles))]
        for row in cells:
            line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self._out.write(line.rstrip() + "\n")

    def flush(self) -> None:
        """Let whoever reads stdout have it now."""
        self._out.flush()

    def note(self, text: object) -> None:
        """For people, on stderr."""
        self.end_progress()
        self._err.write(plain(str(text)) + "\n")

    def progress(self, text: str) -> None:
        """The line that changes in place, where stderr is a terminal."""
        now = time.monotonic()
        if self._err.isatty() and now - self._last >= _EVERY:
            self._last = now
            self._open_line = True
            self._err.write("\r\x1b[K" + plain(text, 110))
            self._err.flush()

    def end_progress(self) -> None:
        """Leave the progress line."""
        if self._open_line:
            self._open_line = False
            self._err.write("\r\x1b[K")
            self._err.flush()


def counted(number: int, noun: str) -> str:
    """`1 order`, `1,250 orders`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def plain(text: str, width: int | None = None) -> str:
    """One line of text in which nothing can move the cursor or colour the terminal."""
    clean = "".join(sign if sign.isprintable() else " " for sign in text)
    return clean if width is None or len(clean) <= width else clean[: width - 1] + "…"
