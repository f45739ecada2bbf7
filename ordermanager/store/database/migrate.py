"""Brings a database to the newest schema: numbered SQL files, each in one transaction, `user_version` counts them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.store.database.sqlite import APPLICATION_ID, connect_in_memory
from ordermanager.store.errors import WorkspaceNewer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.store.database.sqlite import Database

_FOLDER = Path(__file__).parent / "migrations"


class Migration(NamedTuple):
    """One step of the schema: `version` counts from 1 without gaps."""

    version: int
    name: str
    sql: str


def known_migrations() -> tuple[Migration, ...]:
    """Those that come with the program, in order."""
    return tuple(
        Migration(int(path.name.split("_")[0]), path.stem, path.read_text("utf-8"))
        for path in sorted(_FOLDER.glob("*.sql"))
    )


def newest_version() -> int:
    """The version that the newest of `known_migrations` leads to; reads no file."""
    return max((int(path.name.split("_")[0]) for path in _FOLDER.glob("*.sql")), default=0)


def schema_version(database: Database) -> int:
    """How many migrations the database has seen; 0 if it is empty."""
    return int(database.value("PRAGMA user_version"))


def migrate(database: Database, migrations: Sequence[Migration], backup: Callable[[str], object]) -> int:
    """Apply what is missing and say how many that were.

    Before each one `backup(name)` is called, unless the database was empty to begin with. A migration that fails takes
    itself back, so the database stays at the version before. Raises WorkspaceNewer where a newer program was here.
    """
    refuse_newer(database, migrations)
    applied = 0
    was_empty = schema_version(database) == 0
    for migration in migrations:
        if schema_version(database) >= migration.version:
            continue
        if not was_empty:
            backup(migration.name)
        applied += _apply(database, migration)
    return applied


def refuse_newer(database: Database, migrations: Sequence[Migration]) -> None:
    """Raise WorkspaceNewer where the schema is newer than what we know."""
    newest = migrations[-1].version if migrations else 0
    if schema_version(database) > newest:
        raise WorkspaceNewer(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "A newer version of Order Manager has changed the workspace {path}. Nothing was touched. "
                "Update the program on this computer, then open the workspace again.",
            ),
            path=database.path,
        )


def expected_schema(migrations: Sequence[Migration], version: int) -> list[tuple[str, str]]:
    """Name and SQL of everything in a database of that version, to see whether a file is one of ours."""
    database = connect_in_memory()
    try:
        for migration in migrations:
            if migration.version <= version:
                database.script(migration.sql)
        return schema_of(database)
    finally:
        database.close()


def schema_of(database: Database) -> list[tuple[str, str]]:
    """Name and SQL of everything in this database."""
    rows = database.all(
        "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    )
    return sorted((name, sql) for name, sql in rows)


def _apply(database: Database, migration: Migration) -> int:
    with database.schema_editable(), database.transaction():
        if schema_version(database) >= migration.version:
            return 0  # another process was quicker
        database.script(migration.sql)
        if database.one("PRAGMA foreign_key_check"):
            raise RuntimeError(f"migration {migration.name} leaves rows without what they refer to")
        database.run(f"PRAGMA application_id = {APPLICATION_ID}")
        database.run(f"PRAGMA user_version = {migration.version}")
    return 1
