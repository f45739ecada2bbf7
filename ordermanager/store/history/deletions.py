"""What an account was asked to delete: written down before the request leaves, completed when the answer is there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ordermanager.store.database.encoding import decode_sentence, encode_sentence
from ordermanager.store.history.records import TimelineEntry
from ordermanager.store.insights.sales import SENT_DATE, counted_alone, sent_rows, tells_itself
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from ordermanager.domain.sentences import Sentence
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database, Row

DeletionState = Literal["asking", "asked", "refused", "unknown"]


@dataclass(frozen=True, slots=True)
class DeletionRow:
    """One request. Either `external_order_id` is given, or `begin_at` and `end_at` (UTC texts, the end excluded).

    `state`: `asking` (on its way, or the program ended meanwhile), `asked` (taken: the account deletes later, and does
    not say when it has), `refused`, `unknown` (no clear answer).
    """

    id: int
    account_name: str
    external_order_id: str | None
    begin_at: str | None
    end_at: str | None
    asked_at: str
    state: DeletionState
    http_status: int | None
    reason: Sentence | None

    def as_json(self) -> dict[str, object]:
        """For the command line; what does not apply is null."""
        return {
            "id": self.id,
            "at": self.asked_at,
            "account": self.account_name,
            "externalOrderId": self.external_order_id,
            "from": self.begin_at,
            "to": self.end_at,
            "state": self.state,
            "http_status": self.http_status,
            "reason": None if self.reason is None else str(self.reason),
        }


@dataclass(frozen=True, slots=True)
class SentOrder:
    """An order that is there, or may be: the IDs and the accounts (those still in use) that it was sent under and to.
    `waits`: something of it is still to be sent, and brings it back there."""

    order_id: int
    external_order_ids: tuple[str, ...]
    account_names: tuple[str, ...]
    waits: bool


# Refused is not there; unless an earlier sending of the same text was in doubt.
_SENT = """SELECT r.order_id, json_group_array(DISTINCT r.external_order_id),
        json_group_array(DISTINCT a.name) FILTER (WHERE a.name IS NOT NULL),
        EXISTS (SELECT 1 FROM revisions w WHERE w.order_id = r.order_id AND w.state IN ('queued', 'sending', 'held'))
    FROM revisions r JOIN events e ON e.id = r.id
        LEFT JOIN accounts a ON a.id = e.account_id AND a.removed_at IS NULL
    WHERE r.order_id IN ({ids}) AND r.external_order_id <> '' AND (e.kind <> 'rejected' OR e.times_doubtful > 0)
    GROUP BY r.order_id"""
_SENT_UNDER = """SELECT r.external_order_id, json_group_array(DISTINCT a.name) FILTER (WHERE a.name IS NOT NULL)
    FROM json_each(?) AS wanted CROSS JOIN revisions r ON r.external_order_id = wanted.value
        JOIN events e ON e.id = r.id
        LEFT JOIN accounts a ON a.id = e.account_id AND a.removed_at IS NULL
    WHERE e.kind <> 'rejected' OR e.times_doubtful > 0 GROUP BY r.external_order_id"""
_COLUMNS = """SELECT d.id, a.name, d.external_order_id, d.begin_at, d.end_at, d.asked_at, d.state, d.http_status,
    d.reason FROM deletions d JOIN accounts a ON a.id = d.account_id"""

_DATED = f"""SELECT {SENT_DATE} AS dated
    FROM revisions r JOIN events e ON e.id = r.id JOIN revision_bodies t ON t.revision_id = r.id
    WHERE r.order_id = o.id AND e.account_id = d.account_id AND (e.kind <> 'rejected' OR e.times_doubtful > 0)
        AND EXISTS (SELECT 1 FROM attempts s WHERE s.batch_id = r.batch_id AND s.started_at < d.asked_at)
    ORDER BY r.number DESC LIMIT 1"""  # noqa: S608
"""Of an order `o` as the account of a request `d` had it, or may have had it, when that was asked."""


class Deletions:
    """The requests to delete."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def begin(
        self,
        account_id: int,
        now: datetime,
        *,
        external_order_id: str | None = None,
        period: tuple[str, str] | None = None,
    ) -> int:
        """Write down that this will be asked; the number of the request."""
        begin_at, end_at = period or (None, None)
        with self._connections.write() as database:
            return database.insert(
                "INSERT INTO deletions (account_id, external_order_id, begin_at, end_at, asked_at, state) "
                "VALUES (?, ?, ?, ?, ?, 'asking')",
                (account_id, external_order_id, begin_at, end_at, to_text(now)),
            )

    def finish(
        self, deletion_id: int, state: DeletionState, http_status: int | None, reason: Sentence | None
    ) -> None:
        """Write down what came of it."""
        with self._connections.write() as database:
            database.run(
                "UPDATE deletions SET state = ?, http_status = ?, reason = ? WHERE id = ?",
                (state, http_status, encode_sentence(reason), deletion_id),
            )

    def list(self, limit: int = 1000) -> list[DeletionRow]:
        """The newest first."""
        rows = self._connections.reader().all(f"{_COLUMNS} ORDER BY d.id DESC LIMIT ?", (limit,))
        return [_row(row) for row in rows]

    def sent_of(self, order_ids: Collection[int]) -> dict[int, SentOrder]:
        """Those of these orders that are there or may be, by id."""
        rows = self._connections.reader().in_chunks(_SENT, order_ids)
        return {
            row[0]: SentOrder(row[0], tuple(json.loads(row[1])), tuple(json.loads(row[2])), bool(row[3]))
            for row in rows
        }

    def sent_under(self, external_order_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Those of these IDs that something was sent under that is there or may be, also of orders deleted here since;
        and to which accounts (those still in use)."""
        wanted = json.dumps(list(external_order_ids))
        rows = self._connections.reader().all(_SENT_UNDER, (wanted,))
        return {name: tuple(json.loads(accounts)) for name, accounts in rows}

    def sent_between(self, begin: str, end: str, account_id: int) -> int:
        """How many orders here have their date in a period (UTC texts, the end excluded) as this account accepted them
        last, whatever became of them since."""
        database = self._connections.reader()
        counted = counted_alone(database, account_id)
        dated = "date >= ? AND date < ?"
        own = f"SELECT count(*) FROM orders WHERE deleted_at IS NULL AND {dated} AND {tells_itself(counted)}"  # noqa: S608
        others = f"SELECT count(*) FROM ({sent_rows(counted, 'date')}) WHERE {dated}"  # noqa: S608
        return sum(int(database.value(sql, (begin, end))) for sql in (own, others))


def deletions_of(database: Database, order_id: int) -> Iterator[TimelineEntry]:
    """Lines of an order's story: it was asked for by its ID, or the date that it had there lies in such a period."""
    sql = (
        f"{_COLUMNS} JOIN orders o ON o.id = ? "  # noqa: S608
        "WHERE d.external_order_id = o.external_order_id "
        f"OR EXISTS (SELECT 1 FROM ({_DATED}) WHERE dated >= d.begin_at AND dated < d.end_at) ORDER BY d.id"
    )
    for each in map(_row, database.all(sql, (order_id,))):
        yield TimelineEntry(
            at=each.asked_at,
            kind=f"deletion_{each.state}",
            by="person",
            account_name=each.account_name,
            http_status=each.http_status,
            reason=each.reason,
            source=f"{each.begin_at} – {each.end_at}" if each.begin_at else "",
        )


def _row(row: Row) -> DeletionRow:
    number, account, external_id, begin, end, at, state, status, reason = row
    return DeletionRow(number, account, external_id, begin, end, at, state, status, decode_sentence(reason))
