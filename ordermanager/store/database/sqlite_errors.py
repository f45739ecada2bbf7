"""What the world does to a database, as errors with a sentence. Loaded when something goes wrong."""

from __future__ import annotations

import os

import apsw

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.store.errors import (
    QueryInterrupted,
    WorkspaceDamaged,
    WorkspaceError,
    WorkspaceFull,
    WorkspaceLocked,
    WorkspaceReadOnly,
    WorkspaceUnreadable,
)

_LEAST_ROOM = 1_000_000
"""Bytes: less is no room for a log and its index."""


def known_error(error: apsw.Error, path: str) -> WorkspaceError | None:
    """None: it is a bug of ours."""
    match error:
        case apsw.BusyError() | apsw.LockedError():
            return WorkspaceLocked(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Another program keeps the workspace {path} busy. Nothing was changed. "
                    "Close the other program, or wait until it has finished, and try again.",
                ),
                path=path,
            )
        case apsw.FullError():
            return _full(path)
        case apsw.CorruptError() | apsw.NotADBError():
            return WorkspaceDamaged(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "The database {path} is damaged and cannot be read. A backup can take its place.",
                ),
                path=path,
            )
        case apsw.ReadOnlyError() | apsw.PermissionsError():
            return read_only_error(path)
        case apsw.CantOpenError() | apsw.IOError() if _has_no_room(path):
            return _full(path)
        case apsw.CantOpenError() | apsw.IOError() if not _may_write_beside(path):
            return read_only_error(path)
        case apsw.CantOpenError() | apsw.IOError() | apsw.ProtocolError():
            return WorkspaceUnreadable(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "The system does not let us read or write {path} ({problem}). "
                    "Look whether the disk is connected and the folder may be used.",
                ),
                path=path,
                problem=str(error),
            )
        case apsw.InterruptError():
            return QueryInterrupted(QT_TRANSLATE_NOOP("Sentence", "The search was given up for a newer one."))
        case _:
            return None


def _full(path: str) -> WorkspaceFull:
    return WorkspaceFull(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The disk is full, so nothing could be written to {path}. What was stored before is safe. "
            "Make some room on the disk and try again.",
        ),
        path=path,
    )


def _has_no_room(path: str) -> bool:
    """SQLite calls it an I/O error when there is no room for the files that it needs beside the database."""
    import shutil  # only where something is wrong

    try:
        return shutil.disk_usage(os.path.dirname(path) or ".").free < _LEAST_ROOM  # noqa: PTH120
    except OSError:
        return False


def _may_write_beside(path: str) -> bool:
    folder = os.path.dirname(path) or "."  # noqa: PTH120
    return not os.path.isdir(folder) or os.access(folder, os.W_OK)  # noqa: PTH112


def read_only_error(path: str) -> WorkspaceReadOnly:
    """The sentence for what can only be looked at."""
    return WorkspaceReadOnly(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The workspace {path} can be looked at but not changed, because its folder or disk is write-protected. "
            "Allow writing there, or open another workspace.",
        ),
        path=path,
    )
