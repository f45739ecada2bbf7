"""Which lines have the same customer ID, e-mail or phone, read off the indexes of these columns.

Every order is a line, whose number is the order's; what was accepted of one whose row says another customer by now is
a further line.
"""

from __future__ import annotations

from array import array
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from ordermanager.store.database.sqlite import CHUNK, read_ids
from ordermanager.store.insights.customer_key import CUSTOMER_KEY
from ordermanager.store.insights.few_links import SHORTEST_PHONE
from ordermanager.store.insights.sales import sent_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.sales import Counted

_OTHERWISE = """
CREATE TEMP TABLE otherwise (revision INTEGER PRIMARY KEY, line INTEGER NOT NULL, order_id INTEGER NOT NULL,
    external_customer_id TEXT NOT NULL, email TEXT COLLATE NOCASE NOT NULL, phone TEXT NOT NULL) STRICT;
INSERT INTO otherwise
    SELECT revision, {size} - 1 + dense_rank() OVER (ORDER BY order_id, external_customer_id, email, phone),
        order_id, external_customer_id, email, phone
    FROM (SELECT r.id AS revision, r.order_id AS order_id, t.external_customer_id AS external_customer_id,
            lower(t.email) AS email, t.phone AS phone
        FROM orders AS o NOT INDEXED CROSS JOIN revisions AS r ON r.order_id = o.id
        CROSS JOIN revision_bodies AS t ON t.revision_id = r.id
        WHERE o.deleted_at IS NULL AND o.revisions > 0 AND (o.revisions > 1 OR o.state <> 'accepted')
        AND r.state = 'accepted'{counts} AND (t.external_customer_id <> o.external_customer_id
            OR lower(t.email) <> lower(o.email) OR t.phone <> o.phone));
"""
_CALLED = f"""
CREATE TEMP TABLE called (line INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
INSERT INTO called SELECT DISTINCT line, {CUSTOMER_KEY}
    FROM (SELECT line, external_customer_id, email, phone, '' AS name_key FROM otherwise) ORDER BY line;
"""  # noqa: S608
_BY_COUNTED = " AND (SELECT b.account_id FROM batches AS b WHERE b.id = r.batch_id) IN ({inside})"


_COLUMNS = {
    "external_customer_id": ("orders_customer", "1"),
    "email": ("orders_email", "instr(value, '@') > 0"),
    "phone": ("orders_phone", f"length(value) >= {SHORTEST_PHONE} AND value NOT GLOB '*[^0-9]*'"),
}
"""By column its index, and which values somebody can be found by."""
_HERE = (
    "SELECT {column} AS value, id AS line FROM orders INDEXED BY {index} "
    "WHERE deleted_at IS NULL AND {column} > ?1"
)
_THERE = (
    " UNION ALL SELECT {column}, line FROM (SELECT DISTINCT {column}, line FROM otherwise) "
    "WHERE {column} > ?1 ORDER BY 1"
)
_PIECE = 5000
"""Values that are read at once."""
_REVISIONS = 100_000
"""The same of revisions."""


class SharedValues:
    """Of all orders. It keeps a table of this connection until it is closed."""

    def __init__(self, database: Database, counted: Counted) -> None:
        self._database = database
        self._counted = counted
        self.orders = 1 + (database.value("SELECT max(id) FROM orders") or 0)
        """The numbers of orders are below it, those of further lines are not."""
        inside = ", ".join(map(str, counted.inside))
        counts = _BY_COUNTED.format(inside=inside) if counted.outside else ""
        database.script(_OTHERWISE.format(size=self.orders, counts=counts))
        highest = database.value("SELECT max(line) FROM otherwise")
        self.has_more = highest is not None
        self.size = 1 + highest if self.has_more else self.orders

    def close(self) -> None:
        """No more is asked."""
        self._database.script("DROP TABLE temp.otherwise; DROP TABLE IF EXISTS temp.called")

    def further(self) -> list[tuple[int, int]]:
        """Further lines, and the order of each."""
        return self._database.all("SELECT DISTINCT line, order_id FROM otherwise")

    def lines(self, column: str) -> tuple[array[int], int]:
        """The lines of each value of a column, in the order of the values, with a 0 behind those of each; where there
        is only one, it with a minus and no 0. Odd values, which nobody can be found by, are left out, and counted."""
        is_address = _COLUMNS[column][1]
        sql = (
            "SELECT max(value), CAST(group_concat(those) AS BLOB), sum(is_odd) FROM (SELECT value, "  # noqa: S608
            f"CASE WHEN NOT ({is_address}) THEN NULL WHEN count(*) = 1 THEN -min(line) "
            f"ELSE group_concat(line) || ',0' END AS those, NOT ({is_address}) AS is_odd "
            f"FROM ({self._all(column)}) GROUP BY value LIMIT ?2)"
        )
        found, odd, last = array("i"), 0, ""
        while True:
            # A piece after the other: they are read as texts, and the one of all would be as large as a million orders.
            last, text, odd_here = self._database.all(sql, (last, _PIECE))[0]
            if last is None:
                return found, odd
            odd += odd_here
            read_ids(text or b"", found)

    def odd_emails(self) -> Iterator[tuple[str, int]]:
        """What is no e-mail, in small letters, and its lines one by one."""
        is_address = _COLUMNS["email"][1]
        yield from self._database.each(
            f"SELECT lower(value), line FROM ({self._all('email')}) WHERE NOT ({is_address}) ORDER BY value",  # noqa: S608
            ("",),
        )

    def arrivals(self, places: dict[int, int]) -> Iterator[array[int]]:
        """What was accepted, in this order: lines, each times the number of accounts, and the place of its account."""
        line, joined, where = "r.order_id", "", "r.state = 'accepted' AND r.id BETWEEN ? AND ?"
        if self.has_more:
            line, joined = (
                f"coalesce(x.line, {line})",
                " LEFT JOIN otherwise AS x ON x.revision = r.id",
            )
        if len(places) > 1:
            account = " ".join(f"WHEN {number} THEN {place}" for number, place in places.items())
            line = f"{line} * {len(places)} + CASE b.account_id {account} END"
        if len(places) > 1 or self._counted.outside:
            joined += " CROSS JOIN batches AS b ON b.id = r.batch_id"
            where += f" AND b.account_id IN ({', '.join(map(str, places))})"
        sql = f"SELECT {line} FROM revisions AS r{joined} WHERE {where} ORDER BY r.id"  # noqa: S608
        newest = self._database.value("SELECT max(id) FROM revisions") or 0
        for before in range(0, newest, _REVISIONS):
            yield self._database.ids(sql, (before + 1, before + _REVISIONS))

    def call(self, lines: Iterable[int]) -> None:
        """Make a table `called`: the keys by which these lines, ascending, and all further ones say whose they are."""
        database, orders = self._database, takewhile(self.orders.__gt__, lines)
        database.script(_CALLED)
        while some := [*islice(orders, CHUNK)]:
            marks = ",".join("?" * len(some))
            database.run(
                f"INSERT INTO called SELECT id, {CUSTOMER_KEY} FROM orders WHERE id IN ({marks})",  # noqa: S608
                some,
            )

    def sold(self) -> Iterable[tuple[int, int]]:
        """Of orders whose row may say something else than what was accepted last: that one's line."""
        told = sent_rows(self._counted, "id, revision_id")
        line, joined = "id", ""
        if self.has_more:
            joined = " LEFT JOIN otherwise ON revision = revision_id"
            line = "coalesce(line, id)"
        return self._database.each(f"SELECT id, {line} FROM ({told}){joined}")  # noqa: S608

    def _all(self, column: str) -> str:
        lines = _HERE + (_THERE if self.has_more else "")
        return lines.format(column=column, index=_COLUMNS[column][0])
