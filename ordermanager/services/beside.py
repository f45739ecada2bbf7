"""What another program does in this workspace: the command line writes beside an open window, which then shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.services.notices import Changes

if TYPE_CHECKING:
    from ordermanager.services.context import Context

_EVERYTHING = Changes(orders=True, outbox=True, history=True, accounts=True, imports=True, settings=True)


class BesideService:
    """Any thread. Only programs that were opened with `marks_writes` are noticed."""

    def __init__(self, context: Context, mark: str) -> None:
        """`mark`: that of the settings when the workspace was opened."""
        self._context = context
        self._seen = mark

    def look(self) -> bool:
        """Whether another program has written since the last look; then everything is published as changed."""
        mark = self._context.workspace.settings.mark()
        if mark == self._seen:
            return False
        self._seen = mark
        self._context.settings.read_again()
        self._context.publish(_EVERYTHING)
        return True
