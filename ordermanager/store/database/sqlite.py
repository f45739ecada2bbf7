"""The connection to the database file: pragmas, transactions, bulk helpers, and apsw's errors turned into ours.

Together with `store.search.search` the only file that knows it is SQLite; other SQL is plain enough for PostgreSQL.
"""

from __future__ import annotations

import itertools
from array import array
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import apsw

from ordermanager.store.database.sql_functions import add_functions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from decimal import Decimal
    from pathlib import Path

    from ordermanager.store.database.beside import Beside

Row = tuple[Any, ...]

LEAST_VERSION = (3, 51, 3)
"""Before it a commit that races a checkpoint of another connection can vanish (faults.md 0.1)."""

APPLICATION_ID = 0x6F726D67
"""Marks a file as a workspace ("ormg")."""

CHUNK = 500
"""How many values one IN list holds."""

_AS_ONE_ROW = "WITH found (id) AS ({sql}) SELECT CAST(group_concat(id) AS BLOB) FROM found"
_ROWS = 25
"""Rows in a statement of `insert_rows`; more of them save nothing more."""

_PIECE = 64 * 1024
_FEW = 2000
"""Bytes of ids that are read without msgspec, which a start would have to load for its first rows."""


@cache
def _id_reader() -> Callable[[bytes], list[int]]:
    import msgspec

    return msgspec.json.Decoder(list[int]).decode


PACKED = "packed"
"""The name of what store.packed_orders attaches for a bulk."""

_BULK_CACHE_KIB = 40_000
_CACHE_KIB = 12_000
"""Of each thread. Reading gains nothing by more, since the system has the file in memory, too; and a window has four
threads that read."""
_CHECKPOINT_PAGES = 4000
_BULK_CHECKPOINT_PAGES = 16_000


class Database:
    """One connection, to be used by one thread. Everything it raises has been through `converted_errors`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.connection = connection
        self.path = connection.filename
        self._depth = 0
        self.is_bulk = False
        self.bulk_products: dict[str, tuple[str, str, str, str]] = {}
        """For store.product_rows: what was written in this bulk."""
        self.beside: Callable[[], Beside] | None = None
        """Of a workspace: where that lies which is made from it."""
        self.attached: set[str] = set()
        """The names of other files that can be read here, too."""

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Every row of a query."""
        with converted_errors(self.path):
            return self.connection.execute(sql, tuple(values)).fetchall()

    def ids(self, sql: str, values: Sequence[Any] = ()) -> array[int]:
        """The only column of a query, integers, in its order: eight bytes for each row.

        They come as one row, since a thread that shares the interpreter gives it away and gets it back with every row;
        and are read in pieces, so that no other thread has to wait for all of them.
        """
        found = array("q")
        read_ids(self.value(_AS_ONE_ROW.format(sql=sql), values) or b"", found)
        return found

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one by one: no more is read than is taken."""
        with converted_errors(self.path):
            yield from self.connection.execute(sql, tuple(values))

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query."""
        with converted_errors(self.path):
            return self.connection.execute(sql, tuple(values)).fetchone()

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row; None if there is no row."""
        row = self.one(sql, values)
        return row[0] if row else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Execute a statement and say how many rows it changed itself (triggers not counted)."""
        with converted_errors(self.path):
            self.connection.execute(sql, tuple(values)).fetchall()
            return self.connection.changes()

    def insert(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Execute an INSERT and return the new row's id."""
        with converted_errors(self.path):
            self.connection.execute(sql, tuple(values)).fetchall()
            return self.connection.last_insert_rowid()

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        """Execute a statement for every row and say how many rows changed, those by triggers included."""
        with converted_errors(self.path):
            before = self.connection.total_changes()
            self.connection.executemany(sql, rows)
            return self.connection.total_changes() - before

    def insert_rows(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """`many` for an INSERT into a table with many indexes: one statement for some rows, since each statement opens
        and closes every index of its table, an eighth of what a row costs. `sql` ends with the places of a row.
        """
        begin, word, places = sql.rpartition("VALUES ")
        several = begin + word + ", ".join([places] * _ROWS)
        whole = len(rows) - len(rows) % _ROWS
        with converted_errors(self.path):
            for place in range(0, whole, _ROWS):
                values = itertools.chain.from_iterable(rows[place : place + _ROWS])
                self.connection.execute(several, tuple(values))
            self.connection.executemany(sql, rows[whole:])

    def script(self, sql: str) -> None:
        """Execute every statement of a text."""
        with converted_errors(self.path):
            self.connection.execute(sql).fetchall()

    def in_chunks(
        self, sql: str, ids: Iterable[Any], before: Sequence[Any] = (), after: Sequence[Any] = ()
    ) -> Iterator[Row]:
        """The rows of a query whose `{ids}` place is an IN list, for any number of ids, a chunk at a time."""
        rest = iter(ids)
        while chunk := list(itertools.islice(rest, CHUNK)):
            marks = ",".join("?" * len(chunk))
            yield from self.all(sql.replace("{ids}", marks), [*before, *chunk, *after])

    def next_ids(self, table: str, count: int) -> range:
        """Ids that no row of the table has had or will get; the caller is in a write and inserts them all."""
        last = self.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0
        return range(last + 1, last + 1 + count)

    def attach(self, path: Path, name: str) -> None:
        """Let another file be read here, too, under this name. It is no part of writes: they lock nothing there."""
        from ordermanager.store.database.file_uri import file_uri, nobody_can_write  # not for a start

        how = "immutable=1" if nobody_can_write(path) else "mode=ro"
        self.run(f"ATTACH ? AS {name}", (file_uri(path.absolute().as_posix(), how),))
        self.attached.add(name)

    def detach(self, name: str) -> None:
        """No longer, if it was."""
        if name in self.attached:
            self.run(f"DETACH {name}")
            self.attached.remove(name)

    def others_version(self) -> int:
        """A number that changes when another connection has written, and only then."""
        return int(self.value("PRAGMA data_version"))

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """BEGIN IMMEDIATE … COMMIT; inner ones join the outer. Whatever is raised inside takes all of it back."""
        if self._depth:
            yield self
            return
        self._begin()
        self._depth = 1
        try:
            yield self
            with converted_errors(self.path):
                self.connection.execute("COMMIT")
        except BaseException:
            # A full disk or an I/O error may have ended the transaction by itself.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    def _begin(self) -> None:
        if self.is_read_only:
            from ordermanager.store.database.sqlite_errors import read_only_error

            raise read_only_error(self.path)
        with converted_errors(self.path):
            self.connection.execute("BEGIN IMMEDIATE")

    @property
    def is_read_only(self) -> bool:
        """Whether the file cannot be written to, because we or the system said so."""
        return self.connection.readonly("main")

    @property
    def changes_so_far(self) -> int:
        """How many rows were ever written on this connection, those by triggers included."""
        return self.connection.total_changes()

    @property
    def in_transaction(self) -> bool:
        """Whether a write is open on this connection."""
        return self._depth > 0

    @contextmanager
    def bulk(self, *, lasts_later: bool = False) -> Iterator[None]:
        """A large page cache, and the log folded in less often, for as long as many rows are written.

        `lasts_later`: a commit in it does not wait for the disk. The first one behind it (or of another connection)
        makes all of it last; until then the power may take the newest commits back, in their order.
        """
        if self.is_bulk:
            yield
            return
        self.is_bulk = True
        self.run(f"PRAGMA cache_size = -{_BULK_CACHE_KIB}")
        if not self.is_read_only:
            self.run(f"PRAGMA wal_autocheckpoint = {_BULK_CHECKPOINT_PAGES}")
            if lasts_later:
                self.run("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self.is_bulk = False
            self.bulk_products.clear()
            self.detach(PACKED)
            self.run(f"PRAGMA cache_size = -{_CACHE_KIB}")
            if not self.is_read_only:
                self.run(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
                if lasts_later:
                    self.run("PRAGMA synchronous = FULL")

    def fold_seldom(self) -> None:
        """Let the log grow to four times its usual length before it is folded into the file, by this connection. To
        fold means to wait for the disk twice; and a page that has changed many times by then is copied once."""
        if not self.is_read_only:
            self.run(f"PRAGMA wal_autocheckpoint = {_BULK_CHECKPOINT_PAGES}")

    @contextmanager
    def schema_editable(self) -> Iterator[None]:
        """Lets a migration change the text of a table's constraints where it stands; nothing else may."""
        with converted_errors(self.path):
            self.connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
            try:
                yield
            finally:
                self.connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)

    def interrupt(self) -> None:
        """Make the query that runs on this connection (in another thread) end with QueryInterrupted."""
        # It may have ended, and its thread with it, this very moment.
        with suppress(apsw.ConnectionClosedError):
            self.connection.interrupt()

    def close(self) -> None:
        """Close the connection; the last one to a file folds the write-ahead log into it."""
        with converted_errors(self.path):
            self.connection.close()


def read_ids(text: bytes, found: array[int]) -> None:
    """Add integers with commas between them to those that are found."""
    if len(text) < _FEW:
        found.extend(map(int, text.split(b",") if text else ()))
        return
    begin, read = 0, _id_reader()
    while begin < len(text):
        end = text.find(b",", begin + _PIECE)
        end = len(text) if end < 0 else end
        found.extend(read(b"[%b]" % text[begin:end]))
        begin = end + 1


def assert_version() -> None:
    """Refuse to work with an SQLite that can lose commits; the packaged build is tested for this too."""
    version = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))
    if version < LEAST_VERSION:
        raise RuntimeError(f"SQLite {apsw.sqlite_lib_version()} may lose commits; at least 3.51.3 is needed")


def connect(path: Path, *, read_only: bool = False, busy_timeout: float = 10.0) -> Database:
    """Open a database file that exists. `busy_timeout` in seconds: how long to wait for another writer."""
    assert_version()
    name, flags = str(path), apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
    flags |= apsw.SQLITE_OPEN_URI  # for `attach`
    if read_only:
        from ordermanager.store.database.file_uri import file_uri, nobody_can_write  # not for a start

        if nobody_can_write(path):
            name = file_uri(path.absolute().as_posix(), "immutable=1")
    with converted_errors(str(path)):
        connection = apsw.Connection(name, flags=flags)
        database = Database(connection)
        try:
            _prepare(connection, read_only=read_only, busy_timeout=busy_timeout)
        except BaseException:
            connection.close()
            raise
        return database


def connect_in_memory() -> Database:
    """An empty database in memory, to see what a schema looks like."""
    connection = apsw.Connection(":memory:")
    add_functions(connection)  # which migrations may call
    return Database(connection)


def _prepare(connection: apsw.Connection, *, read_only: bool, busy_timeout: float) -> None:
    connection.set_busy_timeout(round(busy_timeout * 1000))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
    pragmas = [
        "foreign_keys = ON",
        "trusted_schema = OFF",
        f"cache_size = -{_CACHE_KIB}",
        "temp_store = MEMORY",
    ]
    if not read_only:
        pragmas += [
            "secure_delete = ON",
            "journal_mode = WAL",
            "synchronous = FULL",
            "fullfsync = ON",  # macOS: fsync alone leaves what was written in the disk's own memory
            "checkpoint_fullfsync = ON",
            f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
        ]
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    add_functions(connection)


def hint(index: str) -> str:
    """What makes a query use this index; another database would choose for itself."""
    return f" INDEXED BY {index}"


LISTED = "carray(?)"
"""A table of numbers, in its column `value`, as `listed` gives them; PostgreSQL has unnest for it."""


def listed(numbers: Iterable[int]) -> Any:
    """The value for LISTED: read where it lies, which takes a tenth of reading it as JSON."""
    them = array("q", numbers)
    return apsw.carray(them) if them else None


def one_of(column: str, wanted: Collection[object], values: list[object]) -> str:
    """The condition that a column has one of these texts, which are added to `values`."""
    values.extend(sorted(str(value) for value in wanted))
    return f"{column} IN ({','.join('?' * len(wanted))})"


def within(column: str, least: Decimal | None, most: Decimal | None, values: list[object]) -> list[str]:
    """The conditions that a number lies between these, both included (None: no bound), which are added to `values`."""
    bounds = {">=": least, "<=": most}
    values.extend(float(bound) for bound in bounds.values() if bound is not None)
    return [f"{column} {sign} ?" for sign, bound in bounds.items() if bound is not None]


def copy_database(source: Database, target: Database) -> None:
    """Make `target` hold what `source` holds, in one transaction that other connections see whole or not at all."""
    with converted_errors(target.path), target.connection.backup("main", source.connection, "main") as backup:
        while not backup.done:
            backup.step(-1)


def sqlite_version() -> str:
    """The version of the library in use."""
    return apsw.sqlite_lib_version()


@contextmanager
def converted_errors(path: str) -> Iterator[None]:
    """Turn what the world did to the database into a WorkspaceError with a sentence; our own bugs pass through."""
    try:
        yield
    except apsw.Error as error:
        from ordermanager.store.database.sqlite_errors import known_error

        known = known_error(error, path)
        if known is None:
            raise
        raise known from error
