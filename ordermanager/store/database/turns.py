"""Whose turn it is to write: of the threads of this program the one that waits longest."""

from __future__ import annotations

import threading
from collections import deque


class Turns:
    """A lock that is handed on in the order in which it was asked for.

    SQLite lets whoever waits look again from time to time. A thread that writes one transaction after another leaves
    gaps of milliseconds, which those looks miss for seconds, until the wait is given up.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._is_taken = False

    @property
    def waiting(self) -> int:
        """How many threads wait for their turn."""
        return len(self._waiting)

    def take(self, seconds: float) -> bool:
        """Wait for this thread's turn, at most so long; whether it came. Then `give` must follow."""
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return True
            mine = threading.Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=seconds):
            return True
        with self._lock:
            if mine not in self._waiting:  # it came this very moment
                return True
            self._waiting.remove(mine)
            return False

    def give(self) -> None:
        """Hand it on to who waits longest."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False
