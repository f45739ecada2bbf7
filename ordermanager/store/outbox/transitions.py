"""The one place where a revision's state changes: its row, the history of states, its order, the counts, the run."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ordermanager.domain.states import State
from ordermanager.store.folder_counts import CountChanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.database.sqlite import Database

By = Literal["person", "program", "server"]

_UPDATE = """UPDATE revisions
    SET state = ?, state_at = ?, reason = ?, not_before = ?, batch_id = coalesce(?, batch_id)
    WHERE id = ? AND state = ?"""
_RECORD = """INSERT INTO state_changes (revision_id, at, old, new, by, batch_id, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_COUNTERS = ("total", "accepted", "rejected", "unconfirmed")


@dataclass(frozen=True, slots=True)
class Move:
    """A revision goes from one state to another. `reason` is an encoded sentence, `not_before` a time or empty,
    `batch_id` the batch that it is claimed for or that decided (None: none)."""

    revision_id: int
    order_id: int
    old: str
    new: str
    reason: str | None = None
    not_before: str = ""
    batch_id: int | None = None


def move(database: Database, moves: Sequence[Move], now: str, by: By) -> None:
    """Carry out `moves`, all within the caller's transaction; each `old` was read in that same transaction."""
    _count_for_run(database, moves)
    database.many(
        _UPDATE,
        (
            (each.new, now, each.reason, each.not_before, each.batch_id, each.revision_id, each.old)
            for each in moves
        ),
    )
    record_changes(database, moves, now, by)
    _mirror_in_orders(database, moves, now)


def record_changes(database: Database, moves: Sequence[Move], now: str, by: By) -> None:
    """Write the history rows; a revision that has just been made comes from the state '' (nothing)."""
    database.many(
        _RECORD,
        ((each.revision_id, now, each.old, each.new, by, each.batch_id, each.reason) for each in moves),
    )


def open_run(database: Database) -> int | None:
    """The run that goes on now, if one does."""
    run_id = database.value("SELECT id FROM runs WHERE finished_at = ''")
    return None if run_id is None else int(run_id)


def count_for_open_run(database: Database, orders: int) -> None:
    """So many orders have come into the outbox while a run goes on (it will account for them too)."""
    database.run("UPDATE runs SET total = total + ? WHERE finished_at = ''", (orders,))


def mirrored(state: str) -> str:
    """What an order's own row says when the revision that it follows is in `state`: it is not written for the time of
    one request. Whoever shows an order looks at the revision too (order_rows.STATE)."""
    return State.QUEUED if state == State.SENDING else state


def _mirror_in_orders(database: Database, moves: Sequence[Move], now: str) -> None:
    counts = CountChanges()
    groups: dict[tuple[str, str], list[Move]] = defaultdict(list)
    for each in moves:
        groups[mirrored(each.old), mirrored(each.new)].append(each)
    for (old, new), group in groups.items():
        if old == new:
            continue
        # What is taken back from the outbox is ready again, and stands for itself.
        state, follow = (State.READY, "NULL") if new == State.WITHDRAWN else (State(new), "follows")
        update = f"UPDATE orders SET state = ?, state_at = ?, follows = {follow} WHERE id = ? AND follows = ?"  # noqa: S608
        values = [(state, now, each.order_id, each.revision_id) for each in group]
        changed = database.many(f"{update} AND deleted_at IS NULL", values)
        if changed < len(group):
            database.many(f"{update} AND deleted_at IS NOT NULL", values)
        counts.add(old, orders=-changed)
        counts.add(state, orders=changed)
    counts.apply(database)


def _count_for_run(database: Database, moves: Sequence[Move]) -> None:
    run_id = open_run(database)
    if run_id is None:
        return
    from_doubt = [each.revision_id for each in moves if each.old == State.UNCONFIRMED]
    mine = {
        row[0]
        for row in database.in_chunks(
            "SELECT r.id FROM revisions r JOIN batches b ON b.id = r.batch_id WHERE r.id IN ({ids}) AND b.run_id = ?",
            from_doubt,
            after=(run_id,),
        )
    }
    changes: Counter[str] = Counter()
    for (old, new, is_mine), number in Counter(
        (each.old, each.new, each.revision_id in mine) for each in moves
    ).items():
        for counter, sign in _run_difference(State(old), State(new), is_mine):
            changes[counter] += sign * number
    database.run(
        "UPDATE runs SET total = total + ?, accepted = accepted + ?, rejected = rejected + ?, "
        "unconfirmed = unconfirmed + ? WHERE id = ?",
        (*(changes[counter] for counter in _COUNTERS), run_id),
    )


def _run_difference(old: State, new: State, is_mine: bool) -> tuple[tuple[str, int], ...]:
    """What a step means for the balance of the run that goes on; `is_mine`: this run brought it into doubt."""
    if old is State.UNCONFIRMED:
        if not is_mine:
            return (("total", 1),) if new.is_waiting else ()
        back = (("unconfirmed", -1),)
        if new is State.ACCEPTED:
            return (*back, ("accepted", 1))
        return back if new.is_waiting else (*back, ("total", -1))
    if new.is_waiting:
        return ()
    if new in (State.WITHDRAWN, State.SUPERSEDED):
        return (("total", -1),)
    return ((str(new), 1),)
