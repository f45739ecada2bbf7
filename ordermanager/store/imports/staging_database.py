"""The scratch database in which an import is looked through: a file of its own, and one connection behind a lock.

The file lies in a folder of its own in the workspace, is readable for its owner only, and is removed when it is closed;
what a crash left behind is removed when the next one is made.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import apsw

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.store.database.files import make_private_folder
from ordermanager.store.database.sqlite import Database, assert_version, converted_errors
from ordermanager.store.errors import QueryInterrupted
from ordermanager.store.imports.staging_files import STAGING_FOLDER, new_file, remove, remove_leftovers
from ordermanager.store.imports.staging_schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class StagingDatabase:
    """See the module. Any thread may ask."""

    def __init__(self, folder: Path) -> None:
        """Make it in the workspace `folder`. Raises WorkspaceError where nothing can be written there."""
        assert_version()
        own = folder / STAGING_FOLDER
        make_private_folder(own)
        remove_leftovers(folder)
        self.path = new_file(own)
        self._lock = threading.RLock()
        self._is_closed = False
        with converted_errors(str(self.path)):
            self._opened = Database(apsw.Connection(str(self.path)))
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = PERSIST",
            "synchronous = OFF",
            "temp_store = MEMORY",
        ):
            self._database.all(f"PRAGMA {pragma}")
        self._database.run("PRAGMA cache_size = -24000")
        with self.transaction() as database:
            database.script(SCHEMA)

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """Everything inside counts, or nothing of it."""
        with self._lock:
            if self._database.in_transaction:
                yield self._database
                return
            with self._database.transaction():
                yield self._database

    def read(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises QueryInterrupted where the review was given up meanwhile."""
        with self._lock:
            return self._database.all(sql, values)

    @property
    def _database(self) -> Database:
        """The lock is held."""
        if self._is_closed:
            raise QueryInterrupted(QT_TRANSLATE_NOOP("Sentence", "The review is closed."))
        return self._opened

    def close(self) -> None:
        """Remove it. Harmless twice."""
        with self._lock:
            self._is_closed = True
            with suppress(apsw.ConnectionClosedError):
                self._opened.close()
            remove(self.path)
