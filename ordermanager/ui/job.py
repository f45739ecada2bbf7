"""One piece of work off the GUI thread: what is to be done there, and who waits for it here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QObject

    from ordermanager.domain.sentences import Sentence


class Job:
    """A piece of work on its way. `cancel()` may be called from the GUI thread at any time."""

    __slots__ = (
        "__weakref__", "done", "failed", "is_dropped", "key", "on_cancel", "owner", "thread", "title", "work"
    )  # fmt: skip

    def __init__(
        self,
        title: str,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Sentence], None] | None,
        owner: QObject | None,
        on_cancel: Callable[[], None] | None = None,
        key: Hashable = None,
    ) -> None:
        self.title = title
        self.work = work
        self.done = done
        self.failed = failed
        self.owner = owner
        self.on_cancel = on_cancel
        self.is_dropped = False
        self.thread = 0
        self.key = key

    def cancel(self) -> None:
        """Ask the work to end early, where it can; its `done` still runs with what it returns."""
        if self.on_cancel is not None:
            self.on_cancel()

    def let_go(self) -> None:
        """Of all that it was for, when that is done. The thread that did it keeps the job until its next one, and would
        bring widgets that have gone meanwhile to their end there, where Qt must not."""
        self.work = _nothing
        self.done = self.failed = self.owner = self.on_cancel = None


def _nothing() -> None:
    """What is left to do of a job that is done."""
