"""What another program does in this workspace: the command line writes beside an open window, which then shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.services.notices import Changes

if TYPE_CHECKING:
    from ordermanager.services.context import Context

_EVERYTHING = Changes(orders=True, outbox=True, history=True, accounts=True, imports=True, settings=True)


class BesideService:
    """Any thread. Only programs that were opened with `marks_writes` are noticed, and whoever restores a backup: the
    mark is then that of the backup, which may have been seen already."""

    def __init__(self, context: Context, mark: str, restored_at: str) -> None:
        """Both of the settings when the workspace was opened."""
        self._context = context
        self._seen = mark, restored_at

    def look(self) -> bool:
        """Whether another program has written since the last look; then everything is published as changed."""
        settings = self._context.workspace.settings
        seen, self._seen = self._seen, (settings.mark(), settings.restored_at())
        if self._seen == seen:
            return False
        self._context.settings.read_again()
        self._context.publish(_EVERYTHING._replace(replaced=self._seen[1] != seen[1]))
        return True
