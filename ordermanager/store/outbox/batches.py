"""Batches that were sent: their attempts, and those of which nobody knows whether they arrived."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from ordermanager.domain.body import request_body
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import State
from ordermanager.store.database.encoding import decode_sentence
from ordermanager.store.database.sqlite import hint
from ordermanager.store.history.rows import write_events
from ordermanager.store.outbox.records import AttemptRecord, UnconfirmedBatch
from ordermanager.store.outbox.transitions import Move, move
from ordermanager.store.outbox.whole_answers import kept_answer
from ordermanager.store.times import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database, Row
    from ordermanager.store.outbox.records import Decision, KeptAnswer
    from ordermanager.store.outbox.transitions import By

IDENTICAL_AFTER = timedelta(seconds=61)
"""How long the same body must not go out again: the server refuses it for a minute (yespo-api.md 2.3), and a second
for clocks that differ."""

_ATTEMPTS = """SELECT t.id, t.batch_id, a.name, t.started_at, t.deadline, t.finished_at, t.sent, t.http_status,
        t.error, t.error_text, t.headers, t.answer, t.elapsed
    FROM attempts t JOIN batches b ON b.id = t.batch_id JOIN accounts a ON a.id = b.account_id"""
# A newer text of the order has arrived, or may arrive any moment: the older one must not come after it.
_OVERTAKEN = """EXISTS (SELECT 1 FROM revisions n WHERE n.external_order_id = r.external_order_id AND n.id > r.id
    AND n.state IN ('accepted', 'sending'))"""
# What an account never repeats stays in doubt until it is called accepted, or the account's setting is another one.
_NEVER = """EXISTS (SELECT 1 FROM batches b JOIN accounts a ON a.id = b.account_id
    WHERE b.id = r.batch_id AND a.repeats = 'never')"""
_DOUBTFUL = f"""SELECT r.batch_id, b.account_id, a.name, b.created_at, r.id, r.order_id, r.external_order_id, r.reason,
        t.http_status, t.error, a.repeats, {_OVERTAKEN}
    FROM revisions r{hint("revisions_unconfirmed")} JOIN batches b ON b.id = r.batch_id
        JOIN accounts a ON a.id = b.account_id
        LEFT JOIN attempts t ON t.id = (SELECT max(id) FROM attempts WHERE batch_id = r.batch_id)
    WHERE r.state = 'unconfirmed' ORDER BY r.batch_id, r.id"""  # noqa: S608


_UNDECIDED = """SELECT r.id, r.order_id, r.batch_id, max(t.started_at), r.external_order_id
    FROM revisions r JOIN attempts t ON t.batch_id = r.batch_id
    WHERE r.state = 'unconfirmed' AND {condition} AND r.id IN ({ids})
    GROUP BY r.id, r.order_id, r.batch_id, r.external_order_id"""

MOST_REPEATS = 3

_TIMES_IN_DOUBT = """SELECT revision_id, count(*) FROM revision_steps
    WHERE new = 'unconfirmed' AND revision_id IN ({ids}) GROUP BY revision_id"""
_DUE_AGAIN = f"""SELECT r.id, max(t.started_at), a.repeat_after
    FROM revisions r{hint("revisions_unconfirmed")} JOIN batches b ON b.id = r.batch_id
        JOIN accounts a ON a.id = b.account_id JOIN attempts t ON t.batch_id = b.id
    WHERE r.state = 'unconfirmed' AND a.repeats = 'send_again' AND a.removed_at IS NULL
        AND a.stop_reason IS NULL AND a.id = coalesce(?, a.id) AND NOT {_OVERTAKEN}
    GROUP BY r.id, a.repeat_after"""  # noqa: S608


class Batches:
    """The batches of a workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def attempts_of(self, batch_id: int) -> list[AttemptRecord]:
        """The exchanges of a batch, the oldest first."""
        rows = self._connections.reader().all(f"{_ATTEMPTS} WHERE t.batch_id = ? ORDER BY t.id", (batch_id,))
        return [_attempt(row) for row in rows]

    def answer_of(self, attempt_id: int) -> KeptAnswer:
        """What the server answered, to the byte; empty where nothing came."""
        return kept_answer(self._connections.reader(), attempt_id)

    def bodies_of(self, batch_id: int) -> list[bytes]:
        """The exact JSON of every member, in the order in which they were sent."""
        rows = self._connections.reader().all(
            "SELECT t.body FROM batch_revisions m JOIN revision_bodies t ON t.revision_id = m.revision_id "
            "WHERE m.batch_id = ? ORDER BY m.revision_id",
            (batch_id,),
        )
        return [bytes(row[0]) for row in rows]

    def size_of(self, batch_id: int) -> int:
        """How many orders it had; 0 for an unknown batch."""
        return int(
            self._connections.reader().value("SELECT orders FROM batches WHERE id = ?", (batch_id,)) or 0
        )

    def request_length(self, batch_id: int) -> int:
        """How many bytes its request's body had; 0 for an unknown batch."""
        row = self._connections.reader().one("SELECT size, orders FROM batches WHERE id = ?", (batch_id,))
        return 0 if row is None else int(row[0]) + row[1] - 1 + len(request_body(()))

    def account_of(self, batch_id: int) -> int:
        """The account that it was sent through. Raises WrongUse for an unknown batch."""
        account_id = self._connections.reader().value(
            "SELECT account_id FROM batches WHERE id = ?", (batch_id,)
        )
        if account_id is None:
            raise _unknown(batch_id)
        return int(account_id)

    def address_of(self, batch_id: int) -> tuple[str, str]:
        """The base URL that it was sent to, and the version of this program that sent it (empty: not known). Raises
        WrongUse for an unknown batch."""
        row = self._connections.reader().one(
            "SELECT r.base_url, r.program_version FROM batches b JOIN runs r ON r.id = b.run_id WHERE b.id = ?",
            (batch_id,),
        )
        if row is None:
            raise _unknown(batch_id)
        return row[0], row[1]

    def last_answer_at(self, account_id: int) -> str:
        """When the newest exchange with an account ended; empty if there was none."""
        sql = """SELECT t.finished_at FROM attempts t CROSS JOIN batches b ON b.id = t.batch_id
            WHERE b.account_id = ? AND t.finished_at <> '' ORDER BY t.id DESC LIMIT 1"""
        return self._connections.reader().value(sql, (account_id,)) or ""

    def unconfirmed_batches(self) -> list[UnconfirmedBatch]:
        """Batches with members that still wait for a decision, the oldest first."""
        found = []
        for _, group in groupby(self._connections.reader().all(_DOUBTFUL), key=lambda row: row[0]):
            rows = list(group)
            batch_id, account_id, account_name, at, _, _, _, reason, http_status, error, policy, _ = rows[0]
            found.append(
                UnconfirmedBatch(
                    batch_id=batch_id,
                    account_id=account_id,
                    account_name=account_name,
                    at=at,
                    revision_ids=tuple(row[4] for row in rows),
                    order_ids=tuple(row[5] for row in rows),
                    external_order_ids=tuple(row[6] for row in rows),
                    reason=decode_sentence(reason),
                    http_status=http_status,
                    error=error or "",
                    policy=policy,
                    overtaken=sum(row[11] for row in rows),
                )
            )
        return found

    def resolve(
        self, revision_ids: Collection[int], decision: Decision, now: datetime, by: By = "person"
    ) -> int:
        """Decide what became of unconfirmed revisions: send them again, or take them as accepted.

        Again: they take their old place in the queue, but not before the server would take the same body. Where a
        newer revision of the order has arrived since, or may have and does not go again too, the older one stays: it
        would set the order back; and so does what an account never repeats. Accepted: their events are marked as
        assumed. Those no longer unconfirmed are left alone. Returns how many were decided.
        """
        moment = to_text(now)
        condition = "TRUE" if decision == "accepted" else f"NOT {_OVERTAKEN} AND NOT {_NEVER}"
        with self._connections.write() as database:
            rows = list(
                database.in_chunks(
                    _UNDECIDED.format(condition=condition, ids="{ids}"),
                    revision_ids,
                )
            )
            if decision == "accepted":
                moves = [
                    Move(row[0], row[1], State.UNCONFIRMED, State.ACCEPTED, batch_id=row[2]) for row in rows
                ]
                move(database, moves, moment, by)
                write_events(database, ((row[0], "assumed") for row in rows), moment)
            else:
                rows = _without_older(database, rows)
                moves = [
                    Move(
                        row[0], row[1], State.UNCONFIRMED, State.QUEUED, None, _earliest(row[3], now), row[2]
                    )
                    for row in rows
                ]
                move(database, moves, moment, by)
            return len(rows)

    def repeat_by_policy(self, now: datetime, account_id: int | None = None) -> int:
        """Send again what is in doubt in accounts (None: all, else this one) whose policy says so, once it is old
        enough. Returns how many. An account that is stopped waits for a person.

        A revision that came into doubt MOST_REPEATS times is left to a person: something is wrong with its server.
        """
        database = self._connections.reader()
        due = [
            revision_id
            for revision_id, sent_at, minutes in database.all(_DUE_AGAIN, (account_id,))
            if from_text(sent_at) + timedelta(minutes=minutes) <= now
        ]
        times: dict[int, int] = dict(database.in_chunks(_TIMES_IN_DOUBT, due))
        due = [revision_id for revision_id in due if times.get(revision_id, 0) < MOST_REPEATS]
        return self.resolve(due, "send_again", now, "program") if due else 0


def _without_older(database: Database, rows: list[Row]) -> list[Row]:
    """Those whose order has no newer revision in doubt that stays behind: that one may have arrived."""
    chosen = {row[0] for row in rows}
    staying: dict[str, int] = {}
    for revision_id, external_id in database.in_chunks(
        "SELECT id, external_order_id FROM revisions WHERE +state = 'unconfirmed' AND external_order_id IN ({ids})",
        {row[4] for row in rows},
    ):
        if revision_id not in chosen:
            staying[external_id] = max(revision_id, staying.get(external_id, 0))
    return [row for row in rows if row[0] > staying.get(row[4], 0)]


def _attempt(row: Row) -> AttemptRecord:
    values = list(row)
    values[10] = json.loads(row[10])
    return AttemptRecord(*values)


def _unknown(batch_id: int) -> WrongUse:
    return WrongUse(QT_TRANSLATE_NOOP("Sentence", "There is no batch {batch}."), batch=batch_id)


def _earliest(last_sent_at: str, now: datetime) -> str:
    """When the same body may go again; no later than if it had been sent just now, however wrong the clock was."""
    return to_text(min(from_text(last_sent_at), now) + IDENTICAL_AFTER)
