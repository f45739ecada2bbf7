"""What can be wrong with a workspace, each with a sentence and a way out. All end the command line with 3 or 4."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse


class WorkspaceError(KnownError):
    """Something about the workspace's files; a bug of ours is never one of these."""


class WorkspaceDamaged(WorkspaceError):
    """The database cannot be read as one, or is gone while its backups are there."""


class WorkspaceLocked(WorkspaceError):
    """Another program keeps the database busy for longer than we wait."""


class WorkspaceNewer(WorkspaceError):
    """A newer version of the program has written it."""


class WorkspaceReadOnly(WorkspaceError):
    """It can be read but not written."""


class WorkspaceFull(WorkspaceError):
    """The disk is full."""


class WorkspaceUnreadable(WorkspaceError):
    """The operating system will not let us open, read or write the files."""


class SenderBusy(WorkspaceError):
    """Another sender works on this workspace: nothing was sent, and orders may wait."""

    exit_code = 4


class QueryInterrupted(WorkspaceError):
    """The query was given up because a newer one took its place, or because what it asks is closed."""

    is_news = False


def no_such_order(order_id: int) -> WrongUse:
    """The sentence for an order that is not there."""
    return WrongUse(QT_TRANSLATE_NOOP("Sentence", "There is no order number {order} here."), order=order_id)
