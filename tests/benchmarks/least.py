"""What ours is compared with, as a program of its own: a bare httpx loop posting ready-made bodies, and the same loop
in the least program that could keep the two promises of sending.

The least program has a table with a row for each order: its state, and the one index by which a list would find the
orders of a state. Before a request leaves, its orders are marked as on their way, and when it is answered as accepted;
each is one statement over a range, in one transaction that is on the disk when it ends (WAL, synchronous=FULL).

    least.py URL ORDERS    reads the length of a ready-made body and that body from stdin; then for each line `bare` or
                           `rows` prints how many seconds that took
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import apsw
import httpx

BATCH = 1000
_TABLE = """CREATE TABLE orders (
    id INTEGER PRIMARY KEY, external_order_id TEXT NOT NULL, date TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE INDEX orders_state ON orders (state, date, id)"""
_FILL = "INSERT INTO orders VALUES (?, ?, '2026-11-20T09:30:00+02:00', 'queued')"
_MARK = "UPDATE orders SET state = ?1 WHERE id BETWEEN ?2 AND ?3 AND state = ?4"


def post_bodies(
    url: str, body: bytes, batches: int, mark: Callable[[int, str, str], None] | None = None
) -> None:
    """One request after the other; `mark` is told the number of the batch and the step that its orders take."""

    async def post() -> None:
        limits = httpx.Limits(max_keepalive_connections=0)
        headers = {"Content-Type": "application/json"}
        async with httpx.AsyncClient(
            limits=limits, trust_env=False, auth=("user", "key"), headers=headers
        ) as client:
            for number in range(batches):
                if mark is not None:
                    mark(number, "queued", "sending")
                response = await client.post(
                    f"{url}/v1/orders", content=body, headers={"Connection": "close"}
                )
                response.raise_for_status()
                if mark is not None:
                    mark(number, "sending", "accepted")

    asyncio.run(post())


class Rows:
    """A database with a row for each order."""

    def __init__(self, folder: Path, orders: int) -> None:
        self._connection = apsw.Connection(str(folder / "least.db"))
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 16000"):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        self._connection.execute(_TABLE)
        with self._connection:
            self._connection.executemany(_FILL, ((number + 1, f"A{number}") for number in range(orders)))

    def mark(self, number: int, old: str, new: str) -> None:
        """The orders of a batch take a step; on the disk when this returns."""
        first = number * BATCH + 1
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(_MARK, (new, first, first + BATCH - 1, old))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


def main() -> None:
    url, orders = sys.argv[1], int(sys.argv[2])
    body = sys.stdin.buffer.read(int(sys.stdin.buffer.readline()))
    for line in sys.stdin.buffer:
        with tempfile.TemporaryDirectory() as folder:
            rows = Rows(Path(folder), orders) if line.strip() == b"rows" else None
            start = time.perf_counter()
            post_bodies(url, body, orders // BATCH, None if rows is None else rows.mark)
            print(time.perf_counter() - start, flush=True)
            if rows is not None:
                rows.close()


if __name__ == "__main__":
    main()
