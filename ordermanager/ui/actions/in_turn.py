"""Long changes one after another, each in its own thread: who asks for two gets the second after the first."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class InTurn:
    """`wrap` and `note` are called on the GUI thread, in the order in which the work is asked for; each work is run
    once.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._given = 0
        self._turn = 0
        self._noted = 0

    @property
    def is_busy(self) -> bool:
        """Whether something that was asked for is not done yet."""
        with self._condition:
            return self._given > self._turn or self._noted > 0

    def note(self, work: Callable[[], T]) -> Callable[[], T]:
        """The same work, which waits for nothing: the lane that it is given to keeps the order."""
        self._change_noted(1)

        def run() -> T:
            try:
                return work()
            finally:
                self._change_noted(-1)

        return run

    def _change_noted(self, by: int) -> None:
        with self._condition:
            self._noted += by

    def wrap(self, work: Callable[[], T]) -> Callable[[], T]:
        """The same work, which waits for all that was wrapped before it."""
        mine = self._given
        self._given += 1

        def run() -> T:
            with self._condition:
                self._condition.wait_for(lambda: self._turn == mine)
            try:
                return work()
            finally:
                with self._condition:
                    self._turn += 1
                    self._condition.notify_all()

        return run
