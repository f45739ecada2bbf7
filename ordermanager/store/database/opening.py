"""Opens a workspace's database, or makes a new one; never puts an empty one in the place of a damaged or lost one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.store.database.files import backup_files, make_private_file, make_private_folder
from ordermanager.store.database.migrate import (
    known_migrations,
    migrate,
    newest_version,
    refuse_newer,
    schema_version,
)
from ordermanager.store.database.sqlite import APPLICATION_ID, connect
from ordermanager.store.errors import WorkspaceDamaged, WorkspaceReadOnly, WorkspaceUnreadable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ordermanager.store.database.migrate import Migration
    from ordermanager.store.database.sqlite import Database

DATABASE_NAME = "orders.db"
_CHECKED_AFTER_CRASH = 200_000_000
"""Bytes; a larger database is checked by `doctor` only, a start must not take minutes."""


def open_or_create(
    folder: Path, *, read_only: bool, busy_timeout: float, migrations: Sequence[Migration] | None
) -> None:
    """See `Workspace.create_or_open`; afterwards the file is there, sound as far as can be seen, and up to date."""
    path = folder / DATABASE_NAME
    if not path.exists() or path.stat().st_size == 0:
        _make_empty(folder, path, read_only=read_only)
    ended_badly = _has_leftover_log(path)
    try:
        database = connect(path, read_only=read_only, busy_timeout=busy_timeout)
    except WorkspaceDamaged as error:
        raise damaged(folder) from error
    try:
        _look(database, folder, path, thoroughly=ended_badly)
        if read_only:
            refuse_newer(database, known_migrations() if migrations is None else migrations)
        else:
            _bring_up_to_date(database, folder, migrations)
    except WorkspaceDamaged as error:
        raise damaged(folder) from error
    finally:
        database.close()


def damaged(folder: Path) -> WorkspaceDamaged:
    """The sentence for a database that cannot be read; it names the newest backup that can be."""
    from ordermanager.store.database.backup_making import newest_good_backup

    path = str(folder / DATABASE_NAME)
    backup = newest_good_backup(folder)
    if backup is None:
        return WorkspaceDamaged(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "The database {path} is damaged or missing, and there is no backup of it that can be read. "
                "It was left as it is. Restore the folder from a copy of your own, or choose a new folder to start "
                "anew.",
            ),
            path=path,
        )
    return WorkspaceDamaged(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The database {path} is damaged or missing. It was left as it is. "
            "The newest good backup is {backup}: restore it, and everything that was not sent yet will be held "
            "until you release it.",
        ),
        path=path,
        backup=str(backup),
    )


def _make_empty(folder: Path, path: Path, *, read_only: bool) -> None:
    if backup_files(folder):
        raise damaged(folder)
    if read_only:
        raise WorkspaceUnreadable(
            QT_TRANSLATE_NOOP(
                "Sentence", "There is no workspace in {folder}. Choose the folder of a workspace."
            ),
            folder=str(folder),
        )
    make_private_folder(folder)
    make_private_file(path)


def _has_leftover_log(path: Path) -> bool:
    """Whether the program died last time (or another one is at work now): the log is folded in when it ends well."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0 and path.stat().st_size < _CHECKED_AFTER_CRASH


def _look(database: Database, folder: Path, path: Path, *, thoroughly: bool) -> None:
    tables = database.value("SELECT count(*) FROM sqlite_master")
    is_ours = database.value("PRAGMA application_id") == APPLICATION_ID
    if tables and not is_ours:
        raise WorkspaceUnreadable(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{path} is not a workspace of Order Manager but some other program's file. Choose another folder.",
            ),
            path=str(path),
        )
    if thoroughly and database.value("PRAGMA quick_check(1)") != "ok":
        raise damaged(folder)


def _bring_up_to_date(database: Database, folder: Path, steps: Sequence[Migration] | None) -> None:
    if database.is_read_only:
        raise WorkspaceReadOnly(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "The workspace {path} can be looked at but not changed, because its folder or disk is write-protected. "
                "Allow writing there, or open another workspace.",
            ),
            path=database.path,
        )
    newest = newest_version() if steps is None else steps[-1].version if steps else 0
    if schema_version(database) != newest:
        from ordermanager.store.database.backup_making import make_backup

        steps = known_migrations() if steps is None else steps
        migrate(
            database,
            steps,
            backup=lambda name: make_backup(database, folder, f"before {name}", datetime.now(UTC)),
        )
