"""Faults on demand, so that people and tests can see what the program does when the server misbehaves."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

APPLIED = frozenset({"timeout", "drop-after", "empty", "half"})
"""Faults that come after the orders have been taken: the sender cannot know whether they were."""

KINDS = {
    "timeout": "the orders are taken, the answer never comes",
    "hang": "nothing is taken, no answer ever comes",
    "drop-before": "the connection is closed before the request is read",
    "drop-after": "the orders are taken, the connection is closed without an answer",
    "half": "the orders are taken, half of the answer comes",
    "empty": "the orders are taken, the answer is 200 without a body",
    "html": "nothing is taken, the answer is 200 with a sign-in page",
    "text": "nothing is taken, the answer is 200 with a plain sentence",
}
"""Besides these, any HTTP status from 300 to 599: nothing is taken."""


@dataclass(slots=True)
class _Fault:
    kind: str
    left: int | None  # None: every time


class Faults:
    """The faults to come, first in first out: `429:2` meets two requests, `429` without a number meets all
    from then on."""

    def __init__(self, specs: tuple[str, ...] | list[str] = ()) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[_Fault] = deque()
        self.add(*specs)

    def add(self, *specs: str) -> None:
        """Queue further faults. WrongUse for one that is not known."""
        faults = [_parse(spec) for spec in specs]
        with self._lock:
            self._waiting.extend(faults)

    def clear(self) -> None:
        """Behave well from now on."""
        with self._lock:
            self._waiting.clear()

    def take(self) -> str:
        """The fault of this request: a kind, a status as text, or empty for none."""
        with self._lock:
            if not self._waiting:
                return ""
            fault = self._waiting[0]
            if fault.left is not None:
                fault.left -= 1
                if fault.left == 0:
                    self._waiting.popleft()
            return fault.kind


def _parse(spec: str) -> _Fault:
    kind, colon, count = spec.strip().lower().partition(":")
    is_status = kind.isascii() and kind.isdigit() and 300 <= int(kind) <= 599
    if not (is_status or kind in KINDS) or not (
        not colon or (count.isascii() and count.isdigit() and int(count) > 0)
    ):
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{spec}” is not a fault of the sandbox. Use an HTTP status or one of {kinds}, and :N for "
                "the first N requests.",
            ),
            spec=spec,
            kinds=", ".join(KINDS),
        )
    return _Fault(kind, int(count) if count else None)
