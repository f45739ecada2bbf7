"""Tells whoever shows data what a write has changed, so that each view refreshes itself and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NamedTuple

from ordermanager.log import Log

_log = Log(__name__)


class Changes(NamedTuple):
    """What one write touched. `order_ids` is None where orders changed that are too many to name (an import, a run).

    `only_states`: of the orders nothing but where they stand, as a run does it many times a second. `replaced`: a
    backup was restored, and the numbers of before may be those of other orders.
    """

    orders: bool = False
    order_ids: frozenset[int] | None = None
    outbox: bool = False
    history: bool = False
    accounts: bool = False
    imports: bool = False
    settings: bool = False
    only_states: bool = False
    replaced: bool = False


Listener = Callable[[Changes], None]


class Notices:
    """Any thread may subscribe, unsubscribe and publish; listeners run in the publishing thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[int, Listener] = {}
        self._next = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every write until the returned function is called."""
        with self._lock:
            self._next += 1
            token = self._next
            self._listeners[token] = listener

        def unsubscribe() -> None:
            with self._lock:
                self._listeners.pop(token, None)

        return unsubscribe

    def publish(self, changes: Changes) -> None:
        """Tell every listener. A listener that fails is logged and does not undo the write that has happened."""
        with self._lock:
            listeners = list(self._listeners.values())
        for listener in listeners:
            try:
                listener(changes)
            except Exception:  # the write stands whatever a view does with the news
                _log.exception("a listener failed")
