"""Python's search for unused cycles, held back while a great many values are made that have none."""

from __future__ import annotations

import gc
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFTEN = 100_000
"""New values between two searches, instead of 700: a tenth of an import's time was spent searching in vain."""

_lock = threading.Lock()
_users = 0
_usual = gc.get_threshold()


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Within this (in any number of threads) the search is rare; afterwards it is as it was."""
    global _users, _usual
    with _lock:
        _users += 1
        if _users == 1:
            _usual = gc.get_threshold()
            gc.set_threshold(_OFTEN, *_usual[1:])
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if not _users:
                gc.set_threshold(*_usual)
