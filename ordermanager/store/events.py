"""The event history: what became of every revision that was sent, newest first, for lists of a million lines."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import State
from ordermanager.store.encoding import decode_sentence
from ordermanager.store.records import EventRow
from ordermanager.store.search import find_orders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.records import EventQuery
    from ordermanager.store.sqlite import Database
    from ordermanager.store.workspace import Workspace

_ROW = """SELECT e.id, e.at, e.kind, e.status, e.event_key, r.order_id, e.id, r.number, r.state, e.account_id,
        a.name, e.batch_id, e.email, e.phone, t.external_customer_id, r.reason, e.times_doubtful
    FROM events e JOIN revisions r ON r.id = e.id JOIN accounts a ON a.id = e.account_id
        JOIN revision_bodies t ON t.revision_id = e.id
    WHERE e.id IN ({ids})"""
_NAME_PREFIX = "order"


class Events:
    """The lines of the history."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def ids(self, query: EventQuery) -> array[int]:
        """The ids that a query finds, by time."""
        return _find(self._workspace.reader(), query)

    def rows(self, ids: Sequence[int] | array[int]) -> list[EventRow]:
        """These lines, in the order of `ids`; those that are not there are left out."""
        found = {row[0]: _row(row) for row in self._workspace.reader().in_chunks(_ROW, ids)}
        return [found[event_id] for event_id in ids if event_id in found]

    def count(self, query: EventQuery) -> int:
        """How many lines a query finds."""
        return len(self.ids(query))

    def get(self, event_id: int) -> EventRow:
        """Raises WrongUse if there is none."""
        rows = self.rows([event_id])
        if not rows:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "There is no line {line} in the history."), line=event_id
            )
        return rows[0]


def _find(database: Database, query: EventQuery) -> array[int]:
    conditions, values = _conditions(query)
    matching = _search(database, query.search) if query.search.strip() else None
    direction = "DESC" if query.descending else "ASC"
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    limit = -1 if query.limit is None else query.limit
    rows = database.all(
        f"SELECT id FROM events {where}ORDER BY at {direction}, id {direction} LIMIT ?",  # noqa: S608
        [*values, limit if matching is None else -1],
    )
    if matching is not None:
        rows = [row for row in rows if row[0] in matching][: None if limit < 0 else limit]
    return array("q", [row[0] for row in rows])


def _conditions(query: EventQuery) -> tuple[list[str], list[Any]]:
    asked = {
        "event_key": query.external_order_id,
        "account_id": query.account_id,
        "status": None if query.name is None else query.name.removeprefix(_NAME_PREFIX),
        "kind": query.kind,
    }
    given = {column: value for column, value in asked.items() if value is not None}
    conditions, values = [f"{column} = ?" for column in given], list(given.values())
    if query.order_id is not None:
        conditions.append("id IN (SELECT id FROM revisions WHERE order_id = ?)")
        values.append(query.order_id)
    return conditions, values


def _search(database: Database, text: str) -> set[int]:
    """Lines of orders that are found by `text`, and those that were sent under it even if the order changed since."""
    words = text.strip()
    found = {
        row[0]
        for column in ("event_key", "email", "phone")
        for row in database.all(
            f"SELECT id FROM events WHERE {column} <> '' AND {column} >= ? AND {column} < ?",  # noqa: S608
            (words, words + "\U0010ffff"),
        )
    }
    orders = find_orders(database, text)
    found.update(
        row[0]
        for row in database.in_chunks(
            "SELECT e.id FROM revisions r JOIN events e ON e.id = r.id WHERE r.order_id IN ({ids})",
            orders or (),
        )
    )
    return found


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
    batch_id, email, phone, customer, reason, times_doubtful = rest
    return EventRow(
        id=event_id,
        at=at,
        kind=kind,
        name=_NAME_PREFIX + status,
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
    )
