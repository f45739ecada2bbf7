"""Databases beside the workspace that are made from it, to be quick, and hold nothing that it does not.

They may be deleted at any time, are no part of backups, and writing them keeps nobody waiting who saves or sends.
"""

from __future__ import annotations

import os
import threading
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.store.database.files import make_private_file, move, unusable
from ordermanager.store.database.sqlite import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.store.database.beside import Beside
    from ordermanager.store.database.sqlite import Database

_LONGEST_TURN = 120.0
"""Seconds to wait for another program that is making the same: at a million orders it takes some."""
WORKSPACE = "w"
"""What the workspace is called by whoever makes something of it."""


class MadeDatabase:
    """One of them. `version`: of its `schema`; one of another version is emptied and made anew."""

    def __init__(self, beside: Beside, name: str, version: int, schema: str) -> None:
        self._beside = beside
        self._name = name
        self._version = version
        self._schema = schema

    @contextmanager
    def read(self) -> Iterator[Database | None]:
        """A connection to what is there; None where it was never made, or was by another version."""
        file = self._beside.file(self._name)
        if not file.exists():
            yield None
            return
        database = connect(file)
        try:
            yield database if self._is_made(database) else None
        finally:
            database.close()

    @contextmanager
    def make(self) -> Iterator[Database]:
        """A connection to it, made where it is not there, for one thread of this program at a time; the workspace can
        be read in it as `WORKSPACE`."""
        with self._beside.lock(self._name):
            file = self._beside.file(self._name)
            if not file.exists():
                self._make_file(file)
            database = connect(file, busy_timeout=_LONGEST_TURN)
            try:
                database.run(
                    "PRAGMA synchronous = NORMAL"
                )  # what the last seconds before a power cut brought is made again
                if not self._is_made(database):
                    with database.transaction():
                        self._make_tables(database)
                database.attach(self._beside.workspace, WORKSPACE)
                database.beside = lambda: self._beside
                yield database
            finally:
                database.close()

    def attach(self, database: Database, name: str) -> bool:
        """Let a connection read it under this name, if it is there."""
        file = self._beside.file(self._name)
        if not file.exists():
            return False
        database.attach(file, name)
        return bool(database.value(f"PRAGMA {name}.user_version") == self._version)

    def forget(self) -> None:
        """Empty and delete it."""
        with self._beside.lock(self._name):
            file = self._beside.file(self._name)
            if file.exists():
                with closing(connect(file, busy_timeout=_LONGEST_TURN)) as database:
                    with database.transaction():
                        self._make_tables(database)
                    database.run("PRAGMA wal_checkpoint(TRUNCATE)")
            self.discard()

    def discard(self) -> None:
        """Delete it as it is."""
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):  # some systems keep a file that is open elsewhere; it is empty then
                Path(f"{self._beside.file(self._name)}{suffix}").unlink()

    def _is_made(self, database: Database) -> bool:
        return bool(database.value("PRAGMA user_version") == self._version)

    def _make_tables(self, database: Database) -> None:
        for (table,) in database.all("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            database.run(f"DROP TABLE {table}")
        database.script(self._schema)
        database.run(f"PRAGMA user_version = {self._version}")

    def _make_file(self, file: Path) -> None:
        """Whole before it has its name: of two connections that open an empty file at once, SQLite refuses one as busy,
        since each wants to turn it to WAL."""
        new = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}")
        make_private_file(new)
        try:
            with closing(connect(new)) as database, database.transaction():
                self._make_tables(database)
            for old in (file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
                # of one that somebody deleted: SQLite would read it into this one
                old.unlink(missing_ok=True)
            if not file.exists():
                move(new, file)
        except OSError as error:
            raise unusable(file, error) from error
        finally:
            new.unlink(missing_ok=True)
