"""What the sandbox knows: its orders, contacts and events, in a data file of its own or in memory."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError
from ordermanager.sandbox.people import People

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ordermanager.sandbox.reading import ReceivedOrder

_SCHEMA = """
PRAGMA user_version = 1;
CREATE TABLE IF NOT EXISTS orders (
    order_id INTEGER PRIMARY KEY, external_order_id TEXT NOT NULL UNIQUE, contact_id INTEGER, status TEXT NOT
    NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL, times INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS contacts (contact_id INTEGER PRIMARY KEY, card TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS customers (external_customer_id TEXT PRIMARY KEY, contact_id INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS events (
    event_id INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL, event_key TEXT NOT NULL,
    order_id INTEGER NOT NULL, contact_id INTEGER, email TEXT NOT NULL, sms TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS events_by_key ON events (event_key);
"""
_VERSION = 1
_FIRST_ORDER_ID = 500_001


class SandboxDataError(KnownError):
    """The sandbox's data file cannot be used."""


@dataclass(slots=True)
class _Changes:
    """What one request writes, gathered for a few bulk statements."""

    orders: list[tuple[Any, ...]] = field(default_factory=list)
    events: list[tuple[Any, ...]] = field(default_factory=list)


class SandboxData:
    """The data of one sandbox. Every method may be called from any thread; SandboxDataError when the file is
    unusable."""

    def __init__(self, file: Path | None) -> None:
        self._lock = threading.RLock()
        try:
            self._db = sqlite3.connect(
                ":memory:" if file is None else file, check_same_thread=False, isolation_level=None
            )
            with ExitStack() as on_failure:
                on_failure.callback(self._db.close)  # Windows deletes no file that is open
                self._read(file)
                on_failure.pop_all()
        except (sqlite3.Error, OSError) as error:
            raise SandboxDataError(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "The sandbox's data file {file} cannot be used. Choose another, or delete this one.",
                ),
                file=file,
            ) from error

    def _read(self, file: Path | None) -> None:
        if file is not None:
            file.chmod(0o600)  # it holds people's addresses
        if self._db.execute("PRAGMA user_version").fetchone()[0] > _VERSION:
            raise sqlite3.DatabaseError("written by a newer version")
        self._db.executescript(_SCHEMA)
        self._order_ids: dict[str, int] = dict(
            self._db.execute("SELECT external_order_id, order_id FROM orders")
        )
        self._next_order_id = max(self._order_ids.values(), default=_FIRST_ORDER_ID - 1) + 1
        self.people = People(
            (
                json.loads(card)
                for (card,) in self._db.execute("SELECT card FROM contacts ORDER BY contact_id")
            ),
            dict(self._db.execute("SELECT external_customer_id, contact_id FROM customers")),
        )

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._db.close()

    def apply(self, orders: Sequence[ReceivedOrder], now: datetime) -> None:
        """Add or update the orders and raise an event for each: all of them, or (if the disk is full)
        none."""
        at = now.astimezone(UTC).isoformat(timespec="microseconds")
        with self._lock:
            changes = _Changes()
            for order in orders:
                self._take(order, at, changes)
            self._db.execute("BEGIN")
            try:
                self._write(changes)
                self._db.execute("COMMIT")
            except sqlite3.Error as error:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise SandboxDataError(
                    QT_TRANSLATE_NOOP("Sentence", "The sandbox cannot write its data file ({reason})."),
                    reason=error,
                ) from error

    def _take(self, order: ReceivedOrder, at: str, changes: _Changes) -> None:
        key, status = order.text_of("externalOrderId"), order.text_of("status")
        email, phone = order.text_of("email"), order.text_of("phone")
        order_id = self._order_ids.get(key)
        if order_id is None:
            order_id = self._order_ids[key] = self._next_order_id
            self._next_order_id += 1
        contact_id = self.people.assign(
            order.text_of("externalCustomerId"),
            email,
            phone,
            order.text_of("firstName"),
            order.text_of("lastName"),
        )
        changes.orders.append((order_id, key, contact_id, status, at, at, order.text))
        changes.events.append((at, f"order{status}", key, order_id, contact_id, email, phone))

    def _write(self, changes: _Changes) -> None:
        cards, bindings = self.people.take_changes()
        self._db.executemany(
            "INSERT INTO contacts VALUES (?, ?) ON CONFLICT (contact_id) DO UPDATE SET card = excluded.card",
            [(card["id"], json.dumps(card, ensure_ascii=False)) for card in cards],
        )
        self._db.executemany("INSERT OR REPLACE INTO customers VALUES (?, ?)", bindings)
        self._db.executemany(
            "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (order_id) DO UPDATE SET"
            " contact_id = excluded.contact_id, status = excluded.status, last_at = excluded.last_at,"
            " times = times + 1, json = excluded.json",
            changes.orders,
        )
        self._db.executemany(
            "INSERT INTO events (at, name, event_key, order_id, contact_id, email, sms) VALUES (?, ?, ?, ?, "
            "?, ?, ?)",
            changes.events,
        )

    def add_contact(self, card: dict[str, Any]) -> int:
        """Take in a contact as other systems of a shop would have made it; its number."""
        with self._lock:
            contact_id = self.people.add(card)
            self._write(_Changes())
            return contact_id

    def search(self, wanted: Mapping[str, str]) -> list[dict[str, Any]]:
        """The contacts that fit (People.search)."""
        with self._lock:
            return self.people.search(wanted)

    def delete(
        self, *, key: str | None = None, since: datetime | None = None, until: datetime | None = None
    ) -> int:
        """Delete one order, or those whose own date lies in [since, until); how many. Their events stay."""
        with self._lock:
            rows = (
                self._db.execute("SELECT external_order_id, json FROM orders").fetchall()
                if key is None
                else []
            )
            keys = [key] if key is not None else [name for name, text in rows if _dated(text, since, until)]
            before = self._db.total_changes
            self._db.executemany("DELETE FROM orders WHERE external_order_id = ?", [(name,) for name in keys])
            for name in keys:
                self._order_ids.pop(name, None)
            return self._db.total_changes - before

    def order(self, key: str) -> dict[str, Any] | None:
        """One order with what the server adds to it; `json` is its exact text."""
        return next(
            iter(
                self._rows(
                    "SELECT external_order_id AS externalOrderId, order_id AS orderId, contact_id AS "
                    "contactId, status,"
                    " first_at AS firstAt, last_at AS lastAt, times, json FROM orders WHERE "
                    "external_order_id = ?",
                    (key,),
                )
            ),
            None,
        )

    def bodies(self) -> dict[str, bytes]:
        """The exact JSON of every order by its id."""
        with self._lock:
            rows = self._db.execute("SELECT external_order_id, json FROM orders ORDER BY order_id")
            return {key: text.encode("utf-8", "surrogatepass") for key, text in rows}

    def event_counts(self) -> dict[tuple[str, str], int]:
        """How many events each (externalOrderId, status) has raised."""
        with self._lock:
            rows = self._db.execute("SELECT event_key, substr(name, 6), count(*) FROM events GROUP BY 1, 2")
            return {(key, status): count for key, status, count in rows}

    def events(self, key: str | None = None, limit: int = 100) -> list[dict[str, Any]]:
        """The newest events first, all or of one order, with the parameters that a workflow gets (4.1)."""
        rows = self._rows(
            "SELECT at, name AS event, event_key AS eventKey, order_id AS orderId, contact_id AS contactId,"
            " email AS EmailAddress, sms AS SMS FROM events WHERE :key IS NULL OR event_key = :key"
            " ORDER BY event_id DESC LIMIT :limit",
            {"key": key, "limit": limit},
        )
        return [{name: value for name, value in row.items() if value not in (None, "")} for row in rows]

    def totals(self) -> dict[str, int]:
        """How much there is of everything."""
        with self._lock:
            return {
                table: self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
                for table in ("orders", "events", "contacts")
            }

    def _rows(self, sql: str, values: tuple[Any, ...] | dict[str, Any]) -> list[dict[str, Any]]:
        with self._lock:
            cursor = self._db.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]


def _dated(text: str, since: datetime | None, until: datetime | None) -> bool:
    moment = datetime.fromisoformat(str(json.loads(text)["date"]).replace(",", "."))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (since is None or moment >= since) and (until is None or moment < until)
