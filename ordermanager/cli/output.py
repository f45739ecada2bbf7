"""What a command prints: one JSON document (or a line each) on stdout, or a text for people; notes and
progress on stderr.

Whoever reads it may go before its end (`| head -1`), its disk may be full, or there may be no stdout at all: no reason
to leave half done what was asked for.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import time
import unicodedata
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
    """Where a command writes. With `as_json` nothing but JSON goes to stdout.

    `ends_with_reader`: the command does nothing but print, and ends (BrokenPipeError) where nobody reads it any more.
    `failure`: why stdout could not be written, unless its reader has just gone.
    """

    def __init__(
        self,
        *,
        as_json: bool,
        ends_with_reader: bool = False,
        out: TextIO | None = None,
        err: TextIO | None = None,
    ) -> None:
        self.as_json = as_json
        self.failure: OSError | None = None
        self._ends_with_reader = ends_with_reader
        self._out: TextIO | None = out or sys.stdout
        self._err: TextIO | None = err or sys.stderr
        self._last = 0.0
        self._open_line = False

    def document(self, values: Mapping[str, Any]) -> None:
        """The JSON of the command, or one object of its list."""
        if self.as_json:
            self._print(json_text(values) + "\n")

    def text(self, *lines: str) -> None:
        """For people who read stdout; nothing with --json."""
        if not self.as_json:
            for line in lines:
                self._print(plain(line) + "\n")

    def command(self, text: str) -> None:
        """A command with a JSON body for a shell, its lines and letters as they are; nothing with --json."""
        if not self.as_json:
            self._print(_shell_text(text) + "\n")

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
            self._print(line.rstrip() + "\n")

    def flush(self) -> None:
        """Let whoever reads stdout have it now."""
        self._print("", now=True)

    def note(self, text: object) -> None:
        """For people, on stderr."""
        self.end_progress()
        self._say(plain(str(text)) + "\n")

    def progress(self, text: str) -> None:
        """The line that changes in place, where stderr is a terminal."""
        now = time.monotonic()
        if self._err is not None and self._err.isatty() and now - self._last >= _EVERY:
            self._last = now
            self._open_line = True
            self._say("\r\x1b[K" + plain(text, 110))

    def end_progress(self) -> None:
        """Leave the progress line."""
        if self._open_line:
            self._open_line = False
            self._say("\r\x1b[K")

    def _print(self, text: str, *, now: bool = False) -> None:
        if self._out is None or self.failure is not None:
            return
        try:
            self._out.write(text)
            if now:
                self._out.flush()
        except OSError as error:
            _leave(self._out)
            self._out = None
            if not _reader_has_gone(error):
                self.failure = error
            elif self._ends_with_reader:
                raise BrokenPipeError from error

    def _say(self, text: str) -> None:
        if self._err is None:
            return
        try:
            self._err.write(text)
            self._err.flush()
        except OSError:  # nobody is there to be told
            _leave(self._err)
            self._err = None


def _reader_has_gone(error: OSError) -> bool:
    """Windows says so in another way."""
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)


def _leave(stream: TextIO) -> None:
    """Python must not complain about the rest of it when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _shell_text(text: str) -> str:
    """What could move the cursor, colour the terminal or turn the text around stands as JSON writes it."""
    return "".join(
        f"\\u{ord(sign):04x}" if unicodedata.category(sign) in ("Cc", "Cf") and sign != "\n" else sign
        for sign in text
    )


def counted(number: int, noun: str) -> str:
    """`1 order`, `1,250 orders`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def plain(text: str, width: int | None = None) -> str:
    """One line of text in which nothing can move the cursor or colour the terminal."""
    clean = "".join(sign if sign.isprintable() else " " for sign in text)
    return clean if width is None or len(clean) <= width else clean[: width - 1] + "…"
