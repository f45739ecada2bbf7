"""Whether the window was closed properly the last time, and what was being written when it was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.store.times import from_text, to_text

if TYPE_CHECKING:
    from ordermanager.services.context import Context

_KEY = "session"


@dataclass(frozen=True, slots=True)
class Recovered:
    """The order that was written last before the program died. `external_order_id` is empty where it had none yet."""

    order_id: int
    external_order_id: str


class SessionService:
    """Of the one window that a workspace has; the command line needs no session."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def begin(self) -> Recovered | None:
        """The window opens. What was written by hand since the last window opened, if that one never ended."""
        store = self._context.workspace
        earlier = store.settings.get(_KEY, "")
        store.settings.put(_KEY, to_text(self._context.now()))
        if not isinstance(earlier, str) or not earlier:
            return None
        found = store.orders.last_written_by_hand(from_text(earlier))
        return None if found is None else Recovered(found.id, found.external_order_id)

    def end(self) -> None:
        """The window was closed, and everything in it was saved."""
        self._context.workspace.settings.put(_KEY, "")
