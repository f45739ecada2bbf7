"""The rows of runs: closing one, and its balance counted anew from the history of states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.store.encoding import encode_sentence
from ordermanager.store.sending_records import Balance

if TYPE_CHECKING:
    from ordermanager.domain.sentences import Sentence
    from ordermanager.store.sqlite import Database

_WAITING = tuple(state for state in State if state.is_waiting)


def count_waiting(database: Database) -> int:
    """How many revisions are still to be sent."""
    return int(database.value("SELECT count(*) FROM revisions WHERE state IN ('queued', 'sending', 'held')"))


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
    final = dict.fromkeys(_waiting_at(database, first), State.QUEUED)
    for revision_id, new in database.all(
        "SELECT revision_id, new FROM state_changes WHERE id > ? AND id <= ? ORDER BY id", (first, last or 0)
    ):
        if revision_id in final or State(new).is_waiting:
            final[revision_id] = State(new)
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


def _waiting_at(database: Database, change_id: int) -> list[int]:
    rows = database.all(
        "SELECT s.revision_id, s.new FROM state_changes s "
        "JOIN (SELECT max(id) AS id FROM state_changes WHERE id <= ? GROUP BY revision_id) newest ON newest.id = s.id",
        (change_id,),
    )
    return [revision_id for revision_id, new in rows if new in _WAITING]
