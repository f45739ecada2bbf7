"""What an import remembers of each of its orders while it runs: in memory for the first many, then in a private
temporary database, so that memory does not grow with the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import apsw

from ordermanager.store.database.sqlite import Database, converted_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEMA = """
PRAGMA page_size = 8192; PRAGMA cache_size = -4000; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE texts (key PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
"""


class Remembered(Mapping[str | int, str]):
    """A mapping that may hold millions of texts. One thread. `flush` says that keys set so far are seldom asked for."""

    def __init__(self, in_memory: int = 50_000) -> None:
        self._most = in_memory
        self._held: dict[str | int, str | None] = {}
        self._database: Database | None = None

    def __getitem__(self, key: str | int) -> str:
        text = self.get_text(key)
        if text is None:
            raise KeyError(key)
        return text

    def __contains__(self, key: object) -> bool:
        return isinstance(key, (str, int)) and self.get_text(key) is not None

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[str | int]:
        self._spill()
        if self._database is not None:
            yield from (row[0] for row in self._database.connection.execute("SELECT key FROM texts"))

    def get_text(self, key: str | int) -> str | None:
        """The text, None if there is none."""
        if key in self._held:
            return self._held[key]
        if self._database is None:
            return None
        found: str | None = self._database.value("SELECT text FROM texts WHERE key = ?", (_plain(key),))
        return found

    def put(self, key: str | int, text: str | None) -> None:
        """Remember a text; None forgets it."""
        self._held[key] = text

    def fetch(self, keys: Iterable[str]) -> None:
        """Bring what these keys have into memory at once; after it each is asked for without the database."""
        if len(self._held) > self._most:
            self._spill()
        if self._database is None:
            return
        wanted = [key for key in keys if key not in self._held]
        self._held.update(dict.fromkeys(wanted))
        plain = {_plain(key): key for key in wanted}
        for key, text in self._database.in_chunks("SELECT key, text FROM texts WHERE key IN ({ids})", plain):
            self._held[plain[key]] = text

    def has_any(self, keys: Iterable[str]) -> bool:
        """Whether any of these keys, which were fetched, has a text."""
        held = self._held
        return any(map(held.get, keys)) if held else False

    def put_all(self, texts: Mapping[str, str]) -> None:
        """Remember many texts."""
        self._held.update(texts)

    def close(self) -> None:
        """Forget everything."""
        self._held.clear()
        if self._database is not None:
            self._database.close()
            self._database = None

    def _spill(self) -> None:
        if not self._held:
            return
        if self._database is None:
            with converted_errors(""):
                connection = apsw.Connection("")  # SQLite's own temporary file, gone when it is closed
                connection.execute(_SCHEMA).fetchall()
            self._database = Database(connection)
        with self._database.transaction():
            kept = [(_plain(key), text) for key, text in self._held.items() if text is not None]
            self._database.many("INSERT OR REPLACE INTO texts VALUES (?, ?)", kept)
            gone = [(_plain(key),) for key, text in self._held.items() if text is None]
            self._database.many("DELETE FROM texts WHERE key = ?", gone)
        self._held.clear()


def _plain(key: str | int) -> str | int:
    """A key as SQLite holds it, lone surrogates too."""
    return key if isinstance(key, int) or key.isascii() else repr(key)
