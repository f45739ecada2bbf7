"""Where links are kept, and by whose acceptance they come about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.sales import Counted

_TABLES = """
-- Every order that shares anything with one that says it is another customer's. `mate`: the next of those that have to
-- do with one another, of the last one the first; linked_to: NULL where it is whose it says.
CREATE TABLE {linked} (order_id INTEGER PRIMARY KEY, mate INTEGER NOT NULL, linked_to TEXT) STRICT;
CREATE TABLE {sold} (order_id INTEGER PRIMARY KEY, linked_to TEXT NOT NULL) STRICT;
"""
_RELINKED = """
CREATE TABLE {relinked} (order_id INTEGER PRIMARY KEY, round INTEGER NOT NULL) STRICT;
CREATE INDEX {relinked}_round ON {relinked} (round);
"""
_INDEX = "CREATE INDEX {linked}_to ON {linked} (linked_to) WHERE linked_to IS NOT NULL"


class Sellers(NamedTuple):
    """Whose acceptance counts; `waits`: the place in `counted.inside` of the account that what waits will go to."""

    counted: Counted
    waits: int

    @classmethod
    def of(cls, database: Database, counted: Counted) -> Sellers:
        """As it is now: what waits goes to the default account, if that counts."""
        default = database.value("SELECT id FROM accounts WHERE is_default = 1 AND removed_at IS NULL")
        inside = counted.inside
        return cls(counted, inside.index(default) if default in inside else max(0, len(inside) - 1))

    @property
    def text(self) -> str:
        """Of other sellers another one."""
        return repr((*self.counted, self.waits))

    @property
    def accounts(self) -> str:
        """Of other accounts of the workspace another one."""
        return repr(sorted(self.counted.inside + self.counted.outside))

    @property
    def places(self) -> dict[int, int]:
        """By the number of an account its place among those that count."""
        return {number: place for place, number in enumerate(self.counted.inside)}


class LinkTables:
    """The names of a set's tables, and what can be done with them as a whole."""

    def __init__(self, number: int, schema: str = "") -> None:
        self.linked = f"{schema}linked_{number}"
        self.sold = f"{schema}sold_{number}"
        self.relinked = f"{schema}relinked_{number}"

    def make(self, database: Database) -> None:
        """Where they are not there."""
        database.script(self._of(_TABLES + _RELINKED + _INDEX))

    def is_empty(self, database: Database) -> bool:
        """Whether every order is whose it says."""
        linked = f"SELECT 1 FROM {self.linked} WHERE linked_to IS NOT NULL"  # noqa: S608
        return not database.value(f"SELECT EXISTS ({linked}) OR EXISTS (SELECT 1 FROM {self.sold})")  # noqa: S608

    def put_aside(self, database: Database) -> None:
        """Empty tables in the place of these, without their index, until `compare`."""
        database.run(f"DROP INDEX {self.linked}_to")
        for table in (self.linked, self.sold):
            database.run(f"ALTER TABLE {table} RENAME TO before_{table}")
        database.script(self._of(_TABLES))

    def compare(self, database: Database, round_: int, few: int) -> bool:
        """Note what is linked otherwise than before, as so since this round, if it is no more than a `few`."""
        database.run(self._of(_INDEX))
        other = " UNION ALL ".join(
            f"SELECT n.order_id FROM {table} AS n LEFT JOIN before_{table} AS b ON b.order_id = n.order_id "  # noqa: S608
            "WHERE n.linked_to IS NOT b.linked_to "
            f"UNION ALL SELECT b.order_id FROM before_{table} AS b LEFT JOIN {table} AS n ON n.order_id = b.order_id "
            "WHERE b.linked_to IS NOT n.linked_to"
            for table in (self.linked, self.sold)
        )
        # Each order at most four times: so many are read, and not all sorted.
        found = set(database.ids(f"SELECT * FROM ({other}) LIMIT {4 * few + 1}"))  # noqa: S608
        for table in (self.linked, self.sold):
            database.run(f"DROP TABLE before_{table}")
        if len(found) > few:
            database.run(f"DELETE FROM {self.relinked}")  # noqa: S608
            return False
        database.many(
            f"INSERT OR REPLACE INTO {self.relinked} VALUES (?, ?)",  # noqa: S608
            ((each, round_) for each in found),
        )
        return True

    def _of(self, sql: str) -> str:
        return sql.format(linked=self.linked, sold=self.sold, relinked=self.relinked)
