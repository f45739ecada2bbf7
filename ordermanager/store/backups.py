"""Backups of the workspace: make, list, restore. After a restore nothing is sent until someone releases it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.store.database.backup_making import make_backup, make_durable, not_a_backup, verify
from ordermanager.store.database.files import (
    backup_files,
    damaged_folder,
    make_private_file,
    make_private_folder,
    move,
    read_backup_name,
    unusable,
)
from ordermanager.store.database.migrate import (
    expected_schema,
    known_migrations,
    migrate,
    refuse_newer,
    schema_of,
    schema_version,
)
from ordermanager.store.database.opening import DATABASE_NAME
from ordermanager.store.database.sqlite import connect, copy_database
from ordermanager.store.outbox.recovery import hold_after_restore
from ordermanager.store.records import BackupRecord
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.store.database.connections import Connections

_SIDE_FILES = ("", "-wal", "-shm", "-journal")


class Backups:
    """The backups of an open workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def make(self, reason: str, now: datetime) -> Path:
        """Make a backup, read it from end to end, and return its path. `reason` becomes part of its name."""
        return make_backup(self._connections.reader(), self._connections.folder, reason, now)

    def restore(self, path: Path, now: datetime) -> None:
        """Put a backup in the place of what is here; that is backed up first.

        Everything that was queued or on its way when the backup was made becomes held: it may have been sent since.
        Raises WorkspaceDamaged if the file cannot be used; then nothing changes.
        """
        workspace = self._connections
        prepared = _prepare(workspace.folder, path, now)
        try:
            self.make("before restore", now)
            source = connect(prepared, read_only=True)
            try:
                copy_database(source, workspace.reader())
            finally:
                source.close()
        finally:
            _remove(prepared)

    def list(self) -> list[BackupRecord]:
        """All of them, newest first."""
        return [_record(path) for path in backup_files(self._connections.folder)]


def restore_workspace(folder: Path, backup: Path, now: datetime) -> Path:
    """Restore a workspace whose database cannot be opened. No program may have it open.

    The damaged files are moved to a folder beside the database, whose path is returned; nothing is deleted.
    """
    prepared = _prepare(folder, backup, now)
    aside = damaged_folder(folder, now)
    try:
        make_private_folder(aside)
        for suffix in _SIDE_FILES:
            file = folder / (DATABASE_NAME + suffix)
            if file.exists():
                move(file, aside / file.name)
        move(prepared, folder / DATABASE_NAME)
    except OSError as error:
        raise unusable(folder, error) from error
    finally:
        _remove(prepared)
    return aside


def _prepare(folder: Path, backup: Path, now: datetime) -> Path:
    """A copy of the backup that is known to be ours, brought up to date, with everything unsent held.

    A backup that a person picks may come from anywhere: its schema must be ours to the letter, or it could carry
    triggers that act when we write.
    """
    verify(backup)
    prepared = folder / ".restoring.db"
    _remove(prepared)
    make_private_file(prepared)
    try:
        shutil.copyfile(backup, prepared)
        database = connect(prepared)
        try:
            migrations = known_migrations()
            refuse_newer(database, migrations)
            if schema_of(database) != expected_schema(migrations, schema_version(database)):
                raise not_a_backup(backup)
            migrate(database, migrations, backup=lambda _name: None)  # the backup itself stays as it is
            hold_after_restore(database, _restored(), to_text(now))
        finally:
            database.close()
        make_durable(prepared)
    except BaseException:
        _remove(prepared)
        raise
    return prepared


def _restored() -> Sentence:
    return Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "A backup was restored. This order may have been sent after the backup was made, so it is held until you "
            "release it.",
        )
    )


def _record(path: Path) -> BackupRecord:
    name = read_backup_name(path.name)
    assert name is not None
    return BackupRecord(str(path), name.at, name.reason, path.stat().st_size)


def _remove(path: Path) -> None:
    for suffix in _SIDE_FILES:
        with suppress(OSError):
            Path(str(path) + suffix).unlink()
