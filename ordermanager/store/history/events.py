"""The event history: what became of every revision that was sent, newest first, for lists of a million lines."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import State
from ordermanager.store.database.encoding import decode_sentence
from ordermanager.store.history.filters import NAME_PREFIX
from ordermanager.store.history.lists import count_events, find_events
from ordermanager.store.history.records import EventRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.history.query import EventQuery

_ROW = """SELECT e.id, e.at, e.kind, e.status, r.external_order_id, r.order_id, e.id, r.number, r.state, e.account_id,
        a.name, e.batch_id, t.email, t.phone, t.external_customer_id, r.reason, e.times_doubtful, b.run_id
    FROM events e JOIN batches b ON b.id = e.batch_id JOIN revisions r ON r.id = e.id
        JOIN accounts a ON a.id = e.account_id
        JOIN revision_bodies t ON t.revision_id = e.id
    WHERE e.id IN ({ids})"""


class Events:
    """The lines of the history."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def ids(self, query: EventQuery) -> array[int]:
        """The ids that a query finds, in its order. Raises WrongUse for an unknown `sort`."""
        return find_events(self._connections.reader(), query)

    def rows(self, ids: Sequence[int] | array[int]) -> list[EventRow]:
        """These lines, in the order of `ids`; those that are not there are left out."""
        found = {row[0]: _row(row) for row in self._connections.reader().in_chunks(_ROW, ids)}
        return [found[event_id] for event_id in ids if event_id in found]

    def count(self, query: EventQuery) -> int:
        """How many lines a query finds."""
        return count_events(self._connections.reader(), query)

    def get(self, event_id: int) -> EventRow:
        """Raises WrongUse if there is none."""
        rows = self.rows([event_id])
        if not rows:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "There is no line {line} in the history."), line=event_id
            )
        return rows[0]


def _row(row: tuple[Any, ...]) -> EventRow:
    (
        event_id,
        at,
        kind,
        status,
        key,
        order_id,
        revision_id,
        number,
        state,
        account_id,
        account_name,
        *rest,
    ) = row
    batch_id, email, phone, customer, reason, times_doubtful, run_id = rest
    return EventRow(
        id=event_id,
        at=at,
        kind=kind,
        name=NAME_PREFIX + status,
        event_key=key,
        order_id=order_id,
        revision_id=revision_id,
        revision_number=number,
        state=State(state),
        status=status,
        account_id=account_id,
        account_name=account_name,
        batch_id=batch_id,
        email=email,
        phone=phone,
        external_customer_id=customer,
        reason=decode_sentence(reason),
        times_doubtful=times_doubtful,
        run_id=run_id,
    )
