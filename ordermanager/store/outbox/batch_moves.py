"""One step for all members of a batch at once: what `transitions.move` does row by row, as statements over the set.

A thousand orders cost a few milliseconds this way. The rows are chosen by the batch and their old state, so members
that were moved on their own before, in the same transaction, are left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.store.folder_counts import CountChanges
from ordermanager.store.outbox.transitions import mirrored

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventKind
    from ordermanager.store.outbox.transitions import By

# One row for all of them; `revision_steps` shows it as one for each member that has no row of its own for this step.
_RECORD = """INSERT INTO state_changes (revision_id, at, old, new, by, batch_id, reason)
    VALUES (NULL, ?, ?, ?, ?, ?, ?)"""
# The members: as a range where they lie side by side, which is quicker; else as a list.
_SPAN = "SELECT first_revision, last_revision, orders FROM batches WHERE id = ?"
_ORDER_SPAN = "SELECT min(order_id), max(order_id) FROM revisions WHERE id BETWEEN ? AND ?"
_RANGE = "BETWEEN ?7 AND ?8"
_LIST = "IN (SELECT revision_id FROM batch_members WHERE batch_id = ?1)"
_CLAIM = """UPDATE revisions SET state = ?3, state_at = ?4, reason = ?5, not_before = ?6, batch_id = ?1
    WHERE state = ?2 AND id {members}"""
# The batch is theirs already; to write it again would be to look it up again for each.
_UPDATE = """UPDATE revisions SET state = ?3, state_at = ?4, reason = ?5, not_before = ?6
    WHERE state = ?2 AND id {members}"""
# An order follows one of its own revisions, so both lists together name exactly the orders that mirror a member.
# NOT INDEXED: by their ids. Left to itself the planner walks through all orders in the old state.
# CROSS JOIN keeps it from walking through all revisions: the members of a batch are the few.
_MIRROR = """UPDATE orders NOT INDEXED SET state = ?3, state_at = ?4
    WHERE id {orders} AND follows {members} AND state = ?2"""
_THIS_STEP = " AND (SELECT r.state FROM revisions r WHERE r.id = follows) = ?3"
_ORDER_RANGE = "BETWEEN ?5 AND ?6"
_ORDERS_OF_RANGE = "IN (SELECT r.order_id FROM revisions r WHERE r.id BETWEEN ?7 AND ?8)"
_ORDER_LIST = """IN (SELECT r.order_id FROM batch_members m CROSS JOIN revisions r ON r.id = m.revision_id
    WHERE m.batch_id = ?1)"""
_EVENTS = """INSERT INTO events (id, account_id, batch_id, at, kind, status)
    SELECT r.id, b.account_id, b.id, ?3, ?4, r.status FROM batches b CROSS JOIN revisions r
    WHERE b.id = ?1 AND r.state = ?2 AND r.id {members}
    ON CONFLICT (id) DO UPDATE SET
        account_id = excluded.account_id, batch_id = excluded.batch_id, at = excluded.at, kind = excluded.kind,
        times_doubtful = events.times_doubtful + (events.kind = 'unconfirmed')"""


@dataclass(frozen=True, slots=True)
class BatchStep:
    """`old` → `new` for every member of the batch that is in `old`. `reason` is an encoded sentence, `not_before` a
    time or empty; `event`: the line of the history that it writes, if it does."""

    batch_id: int
    old: State
    new: State
    reason: str | None = None
    not_before: str = ""
    event: EventKind | None = None


@dataclass(frozen=True, slots=True)
class _Members:
    """Where the members of a batch stand among all revisions and orders: first and last id of each. `is_range`: no
    other revision is between them. `are_orders_dense`: few other orders are between theirs, so that to look at all of
    these is quicker than to look each up."""

    count: int
    revisions: tuple[int, int]
    orders: tuple[int, int]
    is_range: bool
    are_orders_dense: bool

    def run(
        self, database: Database, sql: str, values: tuple[object, ...], more: tuple[object, object]
    ) -> int:
        """Run a statement over them, with `values` for ?1 to ?4 and `more` for ?5 and ?6."""
        orders = _ORDER_RANGE if self.are_orders_dense else _ORDERS_OF_RANGE
        if self.is_range:
            return database.run(sql.format(members=_RANGE, orders=orders), (*values, *more, *self.revisions))
        takes_more = "?6" in sql
        return database.run(
            sql.format(members=_LIST, orders=_ORDER_LIST), (*values, *more) if takes_more else values
        )


def _members(database: Database, batch_id: int, *, with_orders: bool) -> _Members:
    first, last, count = database.one(_SPAN, (batch_id,)) or (None, None, 0)
    if first is None:
        return _Members(count, (0, 0), (0, 0), is_range=False, are_orders_dense=False)
    if not with_orders:
        return _Members(count, (first, last), (0, 0), is_range=True, are_orders_dense=False)
    first_order, last_order = database.one(_ORDER_SPAN, (first, last))  # type: ignore[misc]
    is_dense = last_order - first_order < 2 * count
    return _Members(count, (first, last), (first_order, last_order), is_range=True, are_orders_dense=is_dense)


def move_batch(database: Database, step: BatchStep, now: str, by: By) -> int:
    """Carry it out within the caller's transaction; returns how many revisions went that way."""
    batch, old, new = step.batch_id, str(step.old), str(step.new)
    members = _members(database, batch, with_orders=mirrored(step.old) != mirrored(step.new))
    if step.event is not None:
        members.run(database, _EVENTS, (batch, old, now, step.event), (0, 0))
    update = _CLAIM if step.new is State.SENDING else _UPDATE
    moved = members.run(database, update, (batch, old, new, now), (step.reason, step.not_before))
    if not moved:
        return 0
    database.run(_RECORD, (now, old, new, by, batch, step.reason))
    _mirror_in_orders(database, members, step, now, moved)
    if step.new in (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED):
        database.run(
            f"UPDATE runs SET {step.new} = {step.new} + ? WHERE finished_at = ''",  # noqa: S608
            (moved,),
        )
    return moved


def _mirror_in_orders(database: Database, members: _Members, step: BatchStep, now: str, moved: int) -> None:
    old, new = mirrored(step.old), mirrored(step.new)
    if old == new:
        return
    values = (step.batch_id, old, new, now)
    # Members that were moved on their own before, back to the queue for instance, may be mirrored by the same word.
    mirror = _MIRROR if moved == members.count else _MIRROR + _THIS_STEP
    changed = members.run(database, f"{mirror} AND deleted_at IS NULL", values, members.orders)
    if changed < moved:
        members.run(database, f"{mirror} AND deleted_at IS NOT NULL", values, members.orders)
    counts = CountChanges()
    counts.add(old, orders=-changed)
    counts.add(new, orders=changed)
    counts.apply(database)
