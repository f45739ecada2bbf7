"""The child that reads a large file (child.py), started while the file is still looked at: a tenth of a second that an
import need not wait for it to load. At most one waits, for as long as some file that may need it is open.
"""

from __future__ import annotations

import os
import subprocess
import threading
import weakref
from typing import TYPE_CHECKING

from ordermanager.importing.reading.workbook import command_of, start_child

if TYPE_CHECKING:
    from ordermanager.importing.reading.source import Source

LEAST_BYTES = 4_000_000
"""Of a file; for smaller ones starting the child takes longer than it saves."""

_TEXTS = frozenset((".csv", ".tsv", ".tab", ".txt"))
"""By its name alone, a file may need a child; what it is turns out when it is read."""


class Claim:
    """Of a file that is open, on a child that waits. Closing the last claim ends it, unless it was taken."""

    __slots__ = ("__weakref__", "close")

    def __init__(self) -> None:
        self.close = weakref.finalize(self, _unclaim)


_lock = threading.RLock()  # a claim may be forgotten, and so closed, at any moment
_claims = 0
_waiting: subprocess.Popen[bytes] | None = None


def claim(source: Source) -> Claim | None:
    """Have a child waiting where the source looks as if it needed one."""
    global _claims, _waiting
    path = source.path
    if path is None or path.suffix.lower() not in _TEXTS or (os.cpu_count() or 1) < 2:
        return None
    try:
        if path.stat().st_size < LEAST_BYTES:
            return None
    except (OSError, ValueError):  # whoever reads it will say what is wrong
        return None
    with _lock:
        _claims += 1
        if _waiting is None:
            try:
                _waiting = started()
            except OSError:  # an import tries once more, and says it
                _waiting = None
    return Claim()


def take() -> subprocess.Popen[bytes] | None:
    """The child that waits, which is the caller's from now on; None where none does."""
    global _waiting
    with _lock:
        taken, _waiting = _waiting, None
    if taken is not None and taken.poll() is not None:
        _end(taken)
        return None
    return taken


def started() -> subprocess.Popen[bytes]:
    """A child. Raises OSError."""
    return start_child(child_command(), subprocess.PIPE)


def child_command() -> list[str]:
    """What starts the child."""
    return command_of("--read-orders", "ordermanager.services.imports.child")


def _unclaim() -> None:
    global _claims, _waiting
    with _lock:
        _claims -= 1
        unwanted = None
        if not _claims:
            unwanted, _waiting = _waiting, None
    if unwanted is not None:
        _end(unwanted)


def _end(process: subprocess.Popen[bytes]) -> None:
    """It has nothing that it could lose."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
