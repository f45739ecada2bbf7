"""Makes a backup and proves that it can be read, before it counts as one."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.store.database.files import (
    BACKUP_FOLDER,
    backup_file_name,
    backup_files,
    make_private_folder,
    move,
    read_backup_name,
    unusable,
)
from ordermanager.store.database.sqlite import APPLICATION_ID, Database, connect
from ordermanager.store.errors import WorkspaceDamaged, WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_KEPT = 10
_KEPT_DAYS = 14
_COUNTED = ("orders", "revisions", "state_changes", "events", "accounts", "imports")


def make_backup(database: Database, folder: Path, reason: str, now: datetime) -> Path:
    """Copy the database, read the copy from end to end, give it its name, and drop backups that are too old.

    Raises WorkspaceFull and its like; then nothing is left behind.
    """
    backups = folder / BACKUP_FOLDER
    make_private_folder(backups)
    unfinished = _unfinished(backups)
    try:
        before = _counts(database)
        database.run("VACUUM INTO ?", (str(unfinished),))
        after = _counts(database)
        _verify(unfinished, before, after)
        make_durable(unfinished)
        finished = backups / backup_file_name(reason, now)
        move(unfinished, finished)
    except OSError as error:
        raise unusable(backups, error) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    rotate(folder)
    return finished


def newest_good_backup(folder: Path) -> Path | None:
    """The newest backup that can be read from end to end."""
    return next((path for path in backup_files(folder) if is_good(path)), None)


def is_good(path: Path) -> bool:
    """Whether a backup is a workspace and its structure is intact."""
    try:
        verify(path)
    except WorkspaceError:
        return False
    return True


def verify(path: Path) -> None:
    """Raise WorkspaceDamaged unless the file is a workspace's database with an intact structure."""
    database = connect(path, read_only=True)
    try:
        sound = database.value("PRAGMA application_id") == APPLICATION_ID
        if not sound or database.value("PRAGMA quick_check(1)") != "ok":
            raise not_a_backup(path)
    finally:
        database.close()


def not_a_backup(path: Path) -> WorkspaceDamaged:
    """The sentence for a file that cannot serve as a backup."""
    return WorkspaceDamaged(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{path} is not a backup that can be used: it is damaged or some other program's file. Choose another.",
        ),
        path=str(path),
    )


def rotate(folder: Path) -> list[Path]:
    """Delete old backups and say which: the newest ten stay, and of each of the last 14 days with one, its newest."""
    files = backup_files(folder)
    newest_of_day = {_day(path): path for path in reversed(files)}
    kept = {*files[:_KEPT], *(newest_of_day[day] for day in sorted(newest_of_day, reverse=True)[:_KEPT_DAYS])}
    gone = [path for path in files if path not in kept]
    for path in gone:
        with suppress(OSError):
            path.unlink()
    return gone


def _unfinished(backups: Path) -> Path:
    try:
        # 0600 from the start
        descriptor, name = tempfile.mkstemp(prefix=".unfinished-", suffix=".db", dir=backups)
    except OSError as error:
        raise unusable(backups, error) from error
    os.close(descriptor)
    return Path(name)


def _counts(database: Database) -> list[int]:
    tables = {row[0] for row in database.all("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [database.value(f"SELECT count(*) FROM {table}") for table in _COUNTED if table in tables]  # noqa: S608


def _verify(copy: Path, before: Sequence[int], after: Sequence[int]) -> None:
    """Others may write while we copy, so the copy's counts lie between those before and those after."""
    verify(copy)
    database = connect(copy, read_only=True)
    try:
        counts = _counts(database)
    finally:
        database.close()
    if not all(min(pair) <= count <= max(pair) for count, *pair in zip(counts, before, after, strict=True)):
        raise not_a_backup(copy)


def make_durable(path: Path) -> None:
    """Let what was written to a file reach the disk."""
    with path.open("rb+") as file:  # Windows refuses for a file that is open for reading only
        os.fsync(file.fileno())


def _day(path: Path) -> str:
    name = read_backup_name(path.name)
    assert name is not None
    return name.at[:10]
