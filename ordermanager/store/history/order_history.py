"""An order's story: where it came from, every change, revision, attempt, answer, event and decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.store.database.encoding import decode_draft, decode_sentence
from ordermanager.store.errors import no_such_order
from ordermanager.store.history.deletions import deletions_of
from ordermanager.store.history.records import ChangeRecord, TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database

# The view is asked for known revisions: joined to a table it would be read whole.
_STEPS = """SELECT s.at, s.old, s.new, s.by, s.reason, s.batch_id, r.number, r.id, r.status, a.name
    FROM revision_steps s JOIN revisions r ON r.id = s.revision_id
        LEFT JOIN batches b ON b.id = s.batch_id LEFT JOIN accounts a ON a.id = b.account_id
    WHERE s.revision_id IN ({ids}) ORDER BY s.id"""
_ATTEMPTS = """SELECT t.started_at, t.finished_at, t.http_status, t.error, t.batch_id, r.number, r.id, a.name
    FROM batch_revisions m JOIN revisions r ON r.id = m.revision_id JOIN attempts t ON t.batch_id = m.batch_id
        JOIN accounts a ON a.id = m.account_id
    WHERE m.revision_id IN ({ids}) ORDER BY t.id"""
_RANK = {"created": 0, "imported": 0, "edited": 1, "queued": 2, "sent": 3}


class History:
    """The stories of a workspace's orders."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def timeline(self, order_id: int) -> list[TimelineEntry]:
        """The whole story, the oldest first. Raises WrongUse for an order that is not there."""
        database = self._connections.reader()
        entries = [
            *_beginning(database, order_id),
            *_text_changes(database, order_id),
            *_steps(database, order_id),
            *_attempts(database, order_id),
            *deletions_of(database, order_id),
        ]
        return sorted(entries, key=lambda entry: (entry.at, _RANK.get(entry.kind, 4)))

    def changes(self, order_id: int) -> list[ChangeRecord]:
        """The changes of its text, the oldest first, each with the text before."""
        return _changes(self._connections.reader(), order_id)


def _beginning(database: Database, order_id: int) -> Iterator[TimelineEntry]:
    row = database.one(
        "SELECT o.created_at, o.origin, i.source FROM orders o "
        "LEFT JOIN imports i ON i.id = o.import_id WHERE o.id = ?",
        (order_id,),
    )
    if row is None:
        raise no_such_order(order_id)
    at, origin, source = row
    kind = "created" if origin == "hand" else "imported"
    yield TimelineEntry(at, kind, "person", source=source or ("" if origin == "hand" else origin))


def _text_changes(database: Database, order_id: int) -> Iterator[TimelineEntry]:
    sources: dict[int, str] = dict(
        database.all(
            "SELECT c.id, i.source FROM order_changes c JOIN imports i ON i.id = c.import_id WHERE c.order_id = ?",
            (order_id,),
        )
    )
    ids = [
        row[0]
        for row in database.all("SELECT id FROM order_changes WHERE order_id = ? ORDER BY id", (order_id,))
    ]
    for change_id, change in zip(ids, _changes(database, order_id), strict=True):
        yield TimelineEntry(
            change.at,
            change.kind,
            "person",
            fields=change.fields,
            source=sources.get(change_id, ""),
            values=change.values,
        )


def _steps(database: Database, order_id: int) -> Iterator[TimelineEntry]:
    for at, old, new, by, reason, batch_id, number, revision_id, status, account in database.in_chunks(
        _STEPS, _revisions(database, order_id)
    ):
        if new == State.SENDING:
            continue  # the attempt tells it, with more
        kind = _kind(old, new, by)
        event = Status(status).event_name if kind in ("accepted", "assumed") else ""
        yield TimelineEntry(
            at=at,
            kind=kind,
            by=by,
            revision_number=number,
            revision_id=revision_id,
            batch_id=batch_id or 0,
            account_name=account or "",
            reason=decode_sentence(reason),
            event_name=event,
        )


def _revisions(database: Database, order_id: int) -> list[int]:
    rows = database.all("SELECT id FROM revisions WHERE order_id = ? ORDER BY number", (order_id,))
    return [row[0] for row in rows]


def _kind(old: str, new: str, by: str) -> str:
    if new == State.QUEUED and old:
        return "released" if old == State.HELD else "again"
    if new == State.ACCEPTED and by != "server":
        return "assumed"
    return new


def _attempts(database: Database, order_id: int) -> Iterator[TimelineEntry]:
    for started_at, _finished_at, status, error, batch_id, number, revision_id, account in database.in_chunks(
        _ATTEMPTS, _revisions(database, order_id)
    ):
        yield TimelineEntry(
            at=started_at,
            kind="sent",
            by="program",
            revision_number=number,
            revision_id=revision_id,
            batch_id=batch_id,
            account_name=account,
            http_status=status,
            error=error,
        )


def _changes(database: Database, order_id: int) -> list[ChangeRecord]:
    rows = database.all(
        "SELECT at, kind, before FROM order_changes WHERE order_id = ? ORDER BY id", (order_id,)
    )
    text = database.value("SELECT draft FROM order_texts WHERE order_id = ?", (order_id,))
    if text is None:
        raise no_such_order(order_id)
    after = decode_draft(text)
    found = []
    for at, kind, before_text in reversed(rows):
        before = None if before_text is None else decode_draft(before_text)
        fields = () if before is None else _differing(before, after)
        values = tuple(
            (before.fields.get(name, ""), after.fields.get(name, "")) if before else ("", "")
            for name in fields
        )
        found.append(ChangeRecord(at, kind, before, fields, values))
        after = before or after
    return found[::-1]


def _differing(before: OrderDraft, after: OrderDraft) -> tuple[str, ...]:
    """The fields that differ, by the API's names; `items` and `additionalInfo` as one each."""
    before, after = before.without_empty(), after.without_empty()
    names = [*before.fields, *(name for name in after.fields if name not in before.fields)]
    fields = [name for name in names if before.fields.get(name) != after.fields.get(name)]
    if before.items != after.items:
        fields.append("items")
    if before.additional_info != after.additional_info:
        fields.append("additionalInfo")
    return tuple(fields)
