"""Runs of the sender and their balances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager import __version__
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.store.database.encoding import decode_sentence
from ordermanager.store.outbox.records import Balance, RunLine, RunRecord
from ordermanager.store.outbox.run_rows import (
    close_run,
    count_waiting,
    newest_change,
    recount_run,
    recount_runs,
)
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.domain.sentences import Sentence
    from ordermanager.store.database.connections import Connections

_SELECT = """SELECT r.id, r.account_id, a.name, r.started_at, r.finished_at, r.stopped_reason,
        r.total, r.accepted, r.rejected, r.unconfirmed, r.waiting, r.batches, r.attempts
    FROM runs r JOIN accounts a ON a.id = r.account_id"""


# Where a revision was in several batches of the run, its last one counts.
_LINES = """SELECT r.external_order_id, r.status, r.state, r.state_at, m.batch_id,
        (SELECT t.http_status FROM attempts t WHERE t.batch_id = m.batch_id ORDER BY t.id DESC LIMIT 1), r.reason
    FROM (SELECT m.revision_id, max(m.batch_id) AS batch_id FROM batch_revisions m
            WHERE m.run_id = ? GROUP BY m.revision_id) m
        JOIN revisions r ON r.id = m.revision_id
    ORDER BY r.id"""

list_ = list  # the class has a method of that name


class Runs:
    """The runs of a workspace. At most one is open; the sender, who alone makes them, holds the `SenderLock`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def start(self, account_id: int, now: datetime, base_url: str | None = None) -> RunRecord:
        """Begin a run: what waits now is what it must account for. Call `Outbox.recover` before. `base_url`: where its
        requests go (None: to the account's present address)."""
        with self._connections.write() as database:
            run_id = database.insert(
                "INSERT INTO runs (account_id, started_at, first_change, total, program_version, base_url) "
                "SELECT id, ?, ?, ?, ?, coalesce(?, base_url) FROM accounts WHERE id = ?",
                (
                    *(to_text(now), newest_change(database), count_waiting(database)),
                    *(__version__, base_url, account_id),
                ),
            )
        return self.get(run_id)

    def finish(self, run_id: int, stopped_reason: Sentence | None, now: datetime) -> RunRecord:
        """End a run; `stopped_reason` where it ended with orders waiting. A run that has ended stays as it is."""
        with self._connections.write() as database:
            close_run(database, run_id, stopped_reason, to_text(now))
        return self.get(run_id)

    def get(self, run_id: int) -> RunRecord:
        """Raises WrongUse if there is none."""
        row = self._connections.reader().one(f"{_SELECT} WHERE r.id = ?", (run_id,))
        if row is None:
            raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "There is no run {run}."), run=run_id)
        return self._record(row)

    def running_balance(self, run_id: int) -> Balance:
        """The balance of a run that goes on, without counting the outbox: what is not settled is said to wait. For
        showing progress many times a second; `get` counts."""
        row = self._connections.reader().one(
            "SELECT total, accepted, rejected, unconfirmed, batches, attempts FROM runs WHERE id = ?",
            (run_id,),
        )
        total, accepted, rejected, unconfirmed, batches, attempts = row or (0,) * 6
        waiting = total - accepted - rejected - unconfirmed
        return Balance(total, accepted, rejected, unconfirmed, waiting, batches, attempts)

    def recompute(self, run_id: int) -> Balance:
        """The balance counted anew from the raw rows; equals that of `get`, or something is wrong."""
        self.get(run_id)
        return recount_run(self._connections.reader(), run_id)

    def recompute_all(self) -> dict[int, Balance]:
        """Every run's balance counted anew, by id; one pass over the whole history."""
        return recount_runs(self._connections.reader())

    def events_of(self, run_id: int) -> list_[tuple[str, int]]:
        """Which events the run raised for certain, and how often."""
        rows = self._connections.reader().all(
            "SELECT e.status, count(*) FROM batch_revisions m "
            "CROSS JOIN events e ON e.id = m.revision_id AND e.batch_id = m.batch_id "
            "WHERE m.run_id = ? AND e.kind = 'accepted' GROUP BY e.status",
            (run_id,),
        )
        counts: dict[str, int] = dict(rows)
        return [(status.event_name, counts[status]) for status in Status if status in counts]

    def lines_of(self, run_id: int) -> list_[RunLine]:
        """What became last of every order that the run sent, in the order of the queue."""
        rows = self._connections.reader().all(_LINES, (run_id,))
        return [
            RunLine(
                row[0], Status(row[1]).event_name, row[2], row[3], row[4], row[5], decode_sentence(row[6])
            )
            for row in rows
        ]

    def list(self, limit: int = 100) -> list[RunRecord]:
        """The newest first."""
        rows = self._connections.reader().all(f"{_SELECT} ORDER BY r.id DESC LIMIT ?", (limit,))
        return [self._record(row) for row in rows]

    def _record(self, row: tuple[Any, ...]) -> RunRecord:
        run_id, account_id, account_name, started_at, finished_at, reason, *numbers = row
        total, accepted, rejected, unconfirmed, waiting, batches, attempts = numbers
        if waiting is None:
            waiting = count_waiting(self._connections.reader())
        balance = Balance(total, accepted, rejected, unconfirmed, waiting, batches, attempts)
        return RunRecord(
            run_id, account_id, account_name, started_at, finished_at, decode_sentence(reason), balance
        )
