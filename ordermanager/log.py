"""What the program says into its log. Most starts have nothing to say: Python's logging, which takes as long to load as
a workspace to open, is loaded for the first record, and whoever keeps records begins to do so then."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

_beginning: list[Callable[[], None]] = []
_lock = threading.RLock()


class Log:
    """The log of a module, by its name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def info(self, text: str, *values: object) -> None:
        """Say what happened."""
        self._logger().info(text, *values)

    def warning(self, text: str, *values: object) -> None:
        """Say what should not have happened."""
        self._logger().warning(text, *values)

    def error(self, text: str, *values: object) -> None:
        """Say what failed."""
        self._logger().error(text, *values)

    def exception(self, text: str, *values: object) -> None:
        """Say what failed, with the exception that is handled."""
        self._logger().exception(text, *values)

    def _logger(self) -> logging.Logger:
        import logging

        with _lock:
            while _beginning:
                _beginning.pop(0)()
        return logging.getLogger(self._name)


def before_the_next_record(begin: Callable[[], None]) -> None:
    """Call `begin` then, once."""
    with _lock:
        _beginning.append(begin)


def not_any_more(begin: Callable[[], None]) -> bool:
    """Do not call it. Returns False where it was called already."""
    with _lock:
        if begin not in _beginning:
            return False
        _beginning.remove(begin)
        return True
