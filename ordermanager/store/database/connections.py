"""The connections to one workspace's database: each thread has its own, and every write is a transaction.

The parts of a workspace (orders, outbox, history ...) are given these, and know nothing of one another's.
"""

from __future__ import annotations

import threading
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ordermanager.made_once import made_once
from ordermanager.store.database.opening import DATABASE_NAME
from ordermanager.store.database.sqlite import connect
from ordermanager.store.database.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ordermanager.store.database.beside import Beside
    from ordermanager.store.database.sqlite import Database

MARK_OF_WRITES = "SELECT value FROM settings WHERE key = 'writes beside'"
_MARK_A_WRITE = """INSERT INTO settings (key, value) VALUES ('writes beside', '1')
    ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(settings.value AS INTEGER) + 1 AS TEXT)"""

_LONGEST_TURN = 60.0
"""Seconds. Who has not had a turn by then asks SQLite, which says that the workspace is busy if it still is."""


class Connections:
    """To the database in `folder`, which is there and of this program's version.

    Any method may be called from any thread. `busy_timeout` in seconds: how long to wait for another program's write.
    """

    def __init__(self, folder: Path, *, read_only: bool, busy_timeout: float) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self.read_only = read_only
        self._busy_timeout = busy_timeout
        self._own = threading.local()
        self._lock = threading.Lock()
        self._turns = Turns()
        self.marks_writes = False
        """Whether another program is to see that something was written here: it asks MARK_OF_WRITES now and then."""
        self._databases: weakref.WeakValueDictionary[int, Database] = weakref.WeakValueDictionary()
        self._is_closed = False

    @made_once
    def beside(self) -> Beside:
        """Where lies what is made from the workspace."""
        from ordermanager.store.database.beside import Beside  # not for a start

        return Beside(self.path, read_only=self.read_only)

    def _beside_it(self) -> Beside:
        return self.beside

    def reader(self) -> Database:
        """This thread's connection, for reading."""
        database: Database | None = getattr(self._own, "database", None)
        if database is None:
            if self._is_closed:
                raise RuntimeError("the workspace is closed")
            database = connect(self.path, read_only=self.read_only, busy_timeout=self._busy_timeout)
            database.beside = self._beside_it
            self._own.database = database
            with self._lock:
                self._databases[threading.get_ident()] = database
        return database

    @contextmanager
    def write(self) -> Iterator[Database]:
        """A transaction on this thread's connection; inside another one it becomes part of that. Threads of this
        program take turns."""
        database = self.reader()
        is_inner = database.in_transaction
        has_turn = not is_inner and self._turns.take(_LONGEST_TURN)
        try:
            with database.transaction():
                before = database.changes_so_far
                yield database
                if self.marks_writes and not is_inner and database.changes_so_far != before:
                    database.run(_MARK_A_WRITE)
        finally:
            if has_turn:
                self._turns.give()

    def interrupt_reader(self, thread_ident: int) -> None:
        """Make the query that runs in that thread end with QueryInterrupted; harmless if none runs."""
        with self._lock:
            database = self._databases.get(thread_ident)
        if database is not None:
            database.interrupt()

    def fold_seldom(self) -> None:
        """For a thread that writes much in small steps: see `Database.fold_seldom`. It lasts until `release_thread`."""
        self.reader().fold_seldom()

    def release_thread(self) -> None:
        """Close the calling thread's connection; call it where a thread ends."""
        database: Database | None = getattr(self._own, "database", None)
        if database is None:
            return
        del self._own.database
        with self._lock:
            if self._databases.get(threading.get_ident()) is database:
                del self._databases[threading.get_ident()]
        database.close()

    def close(self) -> None:
        """Close every connection. No other thread may be at work in the workspace any more."""
        self._is_closed = True
        with self._lock:
            databases = list(self._databases.values())
            self._databases.clear()
        for database in databases:
            database.close()
        self._own = threading.local()
        if Connections.beside.is_made(self):
            self.beside.close()
