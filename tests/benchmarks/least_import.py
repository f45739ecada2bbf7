"""What an import is compared with, as a program of its own: the rows of ready-made orders inserted into the tables of
an empty workspace, with all of their indexes and the search index, as durable as an import is: in transactions of 2000
orders, and on the disk at the end. It reads no file, checks nothing and looks for no order that is there already.

    least_import.py SOURCE TARGET    for the database of a workspace with orders and that of an empty one; prints how
                                     many seconds the inserts took
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

import apsw

CHUNK = 2000
_AT_ONCE = 25
_PRAGMAS = (
    "foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY", "cache_size = -40000", "journal_mode = WAL",
    "synchronous = NORMAL", "wal_autocheckpoint = 16000",
)  # fmt: skip
_IMPORTED = """INSERT INTO import_orders (import_id, order_id, after)
    SELECT import_id, id, draft_hash FROM orders WHERE id BETWEEN ? AND ?"""


def main() -> None:
    """Print the seconds."""
    source, target = map(apsw.Connection, sys.argv[1:])
    for pragma in _PRAGMAS:
        target.execute(f"PRAGMA {pragma}").fetchall()
    imports = source.execute("SELECT * FROM imports").fetchall()
    _insert(target, "imports", imports)
    orders = source.execute("SELECT * FROM orders ORDER BY id")
    texts = source.execute("SELECT order_id, draft, findings, words FROM order_texts ORDER BY order_id")
    taken = 0.0
    for rows, of_texts in zip(_chunks(orders), _chunks(texts), strict=True):
        start = time.perf_counter()
        target.execute("BEGIN IMMEDIATE")
        _insert(target, "orders", rows)
        _insert(target, "order_texts", of_texts)
        words = ((row[0], row[3]) for row in of_texts)
        target.executemany("INSERT INTO order_search (rowid, words) VALUES (?, ?)", words)
        target.execute(_IMPORTED, (rows[0][0], rows[-1][0]))
        target.execute("COMMIT")
        taken += time.perf_counter() - start
    start = time.perf_counter()
    target.execute("PRAGMA synchronous = FULL").fetchall()
    target.execute("UPDATE imports SET counts = counts")  # which waits for the disk
    print(taken + time.perf_counter() - start, flush=True)


def _chunks(rows: Iterator[Any]) -> Iterator[list[tuple[Any, ...]]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _insert(target: apsw.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Some rows in a statement, which is quicker than one for each."""
    places = f"({', '.join('?' * len(rows[0]))})"
    whole = len(rows) - len(rows) % _AT_ONCE
    several = f"INSERT INTO {table} VALUES {', '.join([places] * _AT_ONCE)}"
    for place in range(0, whole, _AT_ONCE):
        target.execute(several, tuple(chain.from_iterable(rows[place : place + _AT_ONCE])))
    target.executemany(f"INSERT INTO {table} VALUES {places}", rows[whole:])


if __name__ == "__main__":
    main()
