"""The workspace's files on disk: private to the user, and names for backups that sort by time."""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.store.errors import WorkspaceReadOnly, WorkspaceUnreadable
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

BACKUP_FOLDER = "backups"
_DAMAGED = "damaged-"
_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600
_BACKUP_NAME = re.compile(r"orders-([0-9]{8})T([0-9]{6})([0-9]{6})Z-([a-z0-9-]+)\.db")
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


class BackupName(NamedTuple):
    """What a backup file's name says."""

    at: str
    reason: str


def damaged_folder(folder: Path, now: datetime) -> Path:
    """Where a damaged database is put aside when a backup takes its place."""
    return folder / (_DAMAGED + to_text(now).replace(":", "").replace("-", ""))


def damaged_folders(folder: Path) -> list[Path]:
    """What was ever put aside there."""
    return sorted(path for path in folder.glob(_DAMAGED + "*") if path.is_dir() and not path.is_symlink())


def make_private_folder(folder: Path) -> None:
    """Make a folder that only the user can look into; one that exists keeps its permissions unless it is empty."""
    with_sentence = folder
    try:
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
            folder.chmod(_PRIVATE_FOLDER)
        elif not any(folder.iterdir()):
            folder.chmod(_PRIVATE_FOLDER)
    except OSError as error:
        raise unusable(with_sentence, error) from error


def make_private_file(path: Path) -> None:
    """Make an empty file that only the user can read; SQLite gives its side files the same permissions."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), _PRIVATE_FILE)
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(descriptor, _PRIVATE_FILE)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise unusable(path, error) from error


def backup_file_name(reason: str, now: datetime) -> str:
    """`orders-20261123T120000000000Z-before-import.db`"""
    stamp = re.sub(r"[-:.]", "", to_text(now))
    return f"orders-{stamp}-{_NOT_IN_A_NAME.sub('-', reason.lower()).strip('-')[:60] or 'backup'}.db"


def read_backup_name(name: str) -> BackupName | None:
    """What the name of a backup says; None if it is no backup's."""
    match = _BACKUP_NAME.fullmatch(name)
    if match is None:
        return None
    day, time, fraction, reason = match.groups()
    at = f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}.{fraction}Z"
    return BackupName(at, reason)


def backup_files(folder: Path) -> list[Path]:
    """The backups of the workspace in `folder`, newest first."""
    backups = folder / BACKUP_FOLDER
    if not backups.is_dir():
        return []
    return sorted((path for path in backups.iterdir() if read_backup_name(path.name)), reverse=True)


def unusable(path: Path, error: OSError) -> WorkspaceReadOnly | WorkspaceUnreadable:
    """The sentence for a file or folder that the system does not let us make or use."""
    kind = WorkspaceReadOnly if isinstance(error, PermissionError) else WorkspaceUnreadable
    return kind(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The workspace cannot be kept in {path} ({problem}). Choose another folder, or allow writing there.",
        ),
        path=str(path),
        problem=error.strerror or str(error),
    )


_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6) if os.name == "nt" else ()


def move(finished: Path, place: Path, waits: Sequence[float] = _WAITS) -> None:
    """Let `finished` replace what is at `place`. Windows refuses for moments while a virus scanner or an indexer looks
    at one of them (faults.md 2.7): then it is tried again. Raises OSError.
    """
    for patience in waits:
        try:
            finished.replace(place)
        except PermissionError:
            time.sleep(patience)
        else:
            return
    finished.replace(place)
