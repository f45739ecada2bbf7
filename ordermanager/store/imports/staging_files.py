"""The files of scratch databases: made private, and removed even where a crash left them behind."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import apsw

from ordermanager.store.database.files import unusable

STAGING_FOLDER = "staging"
_SUFFIX = ".staging"


def remove_leftovers(folder: Path) -> None:
    """Remove what a crashed program left of its reviews; those in use are locked by their owner and stay."""
    own = folder / STAGING_FOLDER
    for path in own.glob("*" + _SUFFIX) if own.is_dir() else ():
        if not _is_in_use(path):
            remove(path)


def count_in_use(folder: Path) -> int:
    """How many reviews are open on a workspace, in any program."""
    own = folder / STAGING_FOLDER
    return sum(_is_in_use(path) for path in own.glob("*" + _SUFFIX)) if own.is_dir() else 0


def _is_in_use(path: Path) -> bool:
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            connection.execute("BEGIN EXCLUSIVE; ROLLBACK")
        finally:
            connection.close()
    except (apsw.BusyError, apsw.LockedError):
        return True
    except apsw.Error:
        return False
    return False


def new_file(folder: Path) -> Path:
    """An empty file that only its owner can read."""
    try:
        descriptor, name = tempfile.mkstemp(suffix=_SUFFIX, dir=folder)  # only for its owner
        os.close(descriptor)
    except OSError as error:
        raise unusable(folder, error) from error
    return Path(name)


def remove(path: Path) -> None:
    """Remove a scratch file and what SQLite may have put beside it."""
    for one in (path, path.with_name(path.name + "-journal")):
        with suppress(OSError):
            one.unlink(missing_ok=True)
