"""The rows of runs: closing one, and its balance counted anew from the history of states."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.store.database.encoding import encode_sentence
from ordermanager.store.outbox.records import Balance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.domain.sentences import Sentence
    from ordermanager.store.database.sqlite import Database

_PAGE = 200
"""Rows of the history that are read at once; one of them may stand for a thousand revisions."""
_STATES = {state.value: state for state in State}


def count_waiting(database: Database) -> int:
    """How many revisions are still to be sent."""
    return sum(count_by_state(database))


def count_by_state(database: Database) -> tuple[int, int, int]:
    """How many revisions are queued, held and on their way; each from the index of its own, so never many rows."""
    return database.one(  # type: ignore[return-value]
        "SELECT (SELECT count(*) FROM revisions WHERE state = 'queued'), "
        "(SELECT count(*) FROM revisions WHERE state = 'held'), "
        "(SELECT count(*) FROM revisions WHERE state = 'sending')"
    )


def newest_change(database: Database) -> int:
    """The id of the newest step in the history of states."""
    return database.value("SELECT max(id) FROM state_changes") or 0


def close_run(database: Database, run_id: int, stopped_reason: Sentence | None, now: str) -> None:
    """Write down how a run ended; from now on its balance does not move."""
    database.run(
        "UPDATE runs SET finished_at = ?, stopped_reason = ?, waiting = ?, last_change = ? "
        "WHERE id = ? AND finished_at = ''",
        (now, encode_sentence(stopped_reason), count_waiting(database), newest_change(database), run_id),
    )


def recount_run(database: Database, run_id: int) -> Balance:
    """A run's balance from the raw rows alone: who waited when it began or came while it went on, and where each stood
    when it ended."""
    first, last = database.one(  # type: ignore[misc]  # the caller knows that the run exists
        "SELECT first_change, coalesce(last_change, (SELECT max(id) FROM state_changes)) FROM runs WHERE id = ?",
        (run_id,),
    )
    steps = _Steps(database)
    steps.go_to(first)
    final = dict.fromkeys(steps.waiting, State.QUEUED)
    for revision_id, new in steps.until(last or 0):
        if revision_id in final or new.is_waiting:
            final[revision_id] = new
    ends = list(final.values())
    accepted, rejected, unconfirmed = (
        ends.count(state) for state in (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED)
    )
    batches = database.value("SELECT count(*) FROM batches WHERE run_id = ?", (run_id,))
    attempts = database.value(
        "SELECT count(*) FROM attempts a JOIN batches b ON b.id = a.batch_id WHERE b.run_id = ?", (run_id,)
    )
    return Balance(
        total=len(ends) - ends.count(State.WITHDRAWN) - ends.count(State.SUPERSEDED),
        accepted=accepted,
        rejected=rejected,
        unconfirmed=unconfirmed,
        waiting=sum(state.is_waiting for state in ends),
        batches=batches,
        attempts=attempts,
    )


def recount_runs(database: Database) -> dict[int, Balance]:
    """The same for every run at once, in one pass over the history; the newest run may still be going on."""
    runs = database.all(
        "SELECT r.id, r.first_change, r.last_change, count(DISTINCT b.id), count(a.id) FROM runs r "
        "LEFT JOIN batches b ON b.run_id = r.id LEFT JOIN attempts a ON a.batch_id = b.id "
        "GROUP BY r.id, r.first_change, r.last_change ORDER BY r.id"
    )
    steps = _Steps(database)
    found = {}
    for run_id, first, last, batches, attempts in runs:
        steps.go_to(first)
        at_start = len(steps.waiting)
        ends: dict[int, State] = {}
        stayed = at_start
        for revision_id, new in steps.until(last):
            if revision_id not in ends and revision_id in steps.waiting:
                stayed -= 1
            elif revision_id not in ends and not new.is_waiting:
                continue  # it was no part of this run
            ends[revision_id] = new
        of = Counter(ends.values())
        gone = of[State.WITHDRAWN] + of[State.SUPERSEDED]
        found[run_id] = Balance(
            total=stayed + len(ends) - gone,
            accepted=of[State.ACCEPTED],
            rejected=of[State.REJECTED],
            unconfirmed=of[State.UNCONFIRMED],
            waiting=stayed + sum(number for state, number in of.items() if state.is_waiting),
            batches=batches,
            attempts=attempts,
        )
    return found


class _Steps:
    """Walks once through the history of states, and knows who waits at the place where it stands."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._at = 0
        self.waiting: set[int] = set()

    def go_to(self, change_id: int) -> None:
        """Up to this row of the history, it included."""
        for _ in self.until(change_id):
            pass

    def until(self, change_id: int | None) -> Iterator[tuple[int, State]]:
        """Every step up to this row (None: to the end), each given before `waiting` knows of it."""
        limit = change_id if change_id is not None else newest_change(self._database)
        while self._at < limit:
            end = self._database.value(
                "SELECT max(id) FROM (SELECT id FROM state_changes WHERE id > ? AND id <= ? ORDER BY id LIMIT ?)",
                (self._at, limit, _PAGE),
            )
            if end is None:
                self._at = limit
                return
            rows = self._database.all(
                "SELECT revision_id, new FROM revision_steps WHERE id > ? AND id <= ? ORDER BY id",
                (self._at, end),
            )
            self._at = end
            for revision_id, text in rows:
                new = _STATES[text]
                yield revision_id, new
                if new.is_waiting:
                    self.waiting.add(revision_id)
                else:
                    self.waiting.discard(revision_id)
