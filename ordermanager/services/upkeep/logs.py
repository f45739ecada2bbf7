"""The program's log: a rotating file in the workspace's folder, without keys or personal data, that never
breaks anything. Loaded with the first record only (`ordermanager.log`).

What is logged is written with care (ids and counts only); the filter here is the second net (faults.md 4.3).
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import stat
from functools import cache
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path

FOLDER = "logs"
_NAME = "ordermanager.log"
_SIZE = 1_000_000
_KEPT = 3


@cache
def _hidden() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns, and what is written instead; compiled with the first record."""
    return (
        (re.compile(r"\b(Basic|Bearer)\s+[A-Za-z0-9+/=._~-]+", re.IGNORECASE), r"\1 [hidden]"),
        (re.compile(r"(?i)\b(authorization|api[-_ ]?key|password|token)\b(\s*[:=]\s*)\S+"), r"\1\2[hidden]"),
        (re.compile(r"//[^/\s@]+@"), "//[hidden]@"),
        (re.compile(r"[^\s<>\"'(),;:=]+@[^\s<>\"'(),;:]+"), "[e-mail]"),
        (re.compile(r"(?<![\w.:-])\+?\d(?:[\s().-]{0,2}\d){8,14}(?![\w.:-])"), "[phone]"),
        (re.compile(r"\b[A-Fa-f0-9]{32,}\b"), "[hidden]"),
    )


def redacted(text: str) -> str:
    """The text without what looks like a key, an e-mail address or a phone number."""
    for pattern, instead in _hidden():
        text = pattern.sub(instead, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Formats a whole record, exception and all, and hides in the result what must not be in a log."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as text."""
        return redacted(super().format(record))


class QuietHandler(RotatingFileHandler):
    """A full disk or a file held by another program costs log lines, nothing else."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(
            self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, stat.S_IRUSR | stat.S_IWUSR
        )
        return os.fdopen(descriptor, "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: there is nobody to say it to."""


def start_logging(folder: Path) -> logging.Handler | None:
    """Log into `folder`/logs until `stop_logging`; None where no log can be written. Never raises."""
    with contextlib.suppress(OSError):
        place = folder / FOLDER
        place.mkdir(mode=0o700, exist_ok=True)
        handler = QuietHandler(place / _NAME, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
        handler.setLevel(logging.INFO)
        handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger("ordermanager")
        root.addHandler(handler)
        if root.level == logging.NOTSET:
            root.setLevel(logging.INFO)
        return handler
    return None


def stop_logging(handler: logging.Handler | None) -> None:
    """Close what `start_logging` has opened."""
    if handler is not None:
        logging.getLogger("ordermanager").removeHandler(handler)
        with contextlib.suppress(OSError):
            handler.close()
