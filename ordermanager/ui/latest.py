"""Progress from another thread: the newest of many values, shown on the GUI thread only so often."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Latest:
    """Brings the newest of many values to the GUI thread, at most every so often."""

    def __init__(self, arrived: Any, callback: Callable[[Any], None], every_ms: int) -> None:
        self._arrived = arrived
        self._callback = callback
        self._every = every_ms / 1000
        self._lock = threading.Lock()
        self._value: Any = None
        self._is_waiting = False
        self._shown_at = 0.0

    def __call__(self, value: Any) -> None:
        """Called from any thread."""
        with self._lock:
            self._value = value
            if self._is_waiting:
                return
            self._is_waiting = True
        self._arrived.emit(self._show_or_wait)

    def _show_or_wait(self) -> None:
        wait = self._shown_at + self._every - time.monotonic()
        if wait > 0:
            QTimer.singleShot(int(wait * 1000) + 1, self._show)
        else:
            self._show()

    def _show(self) -> None:
        with self._lock:
            value = self._value
            self._is_waiting = False
        self._shown_at = time.monotonic()
        if all(map(shiboken6.isValid, _owners_of(self._callback))):
            self._callback(value)


def _owners_of(callback: Callable[[Any], None]) -> Iterator[QObject]:
    """Whose method it is, or what a function that was made in a method holds: gone with a dialog that is closed."""
    held = [getattr(callback, "__self__", None)]
    for cell in getattr(callback, "__closure__", None) or ():
        with suppress(ValueError):  # what it will hold is not there yet
            held.append(cell.cell_contents)
    for one in held:
        if isinstance(one, QObject):
            yield one
