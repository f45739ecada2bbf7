"""Takes an import back without touching what was sent or what a person has changed since; and does it once more."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.store.imports.records import UndoResult
from ordermanager.store.orders.orders import delete_orders, restore_orders
from ordermanager.store.orders.saving import load_stored, text_from_json, write_texts
from ordermanager.store.outbox.revisions import withdraw_orders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.store.database.sqlite import Database, Row

_CHUNK = 500
# An order counts as sent if what the import wrote has left, or may have left, as one of its revisions.
_ORDERS = """SELECT i.order_id, i.before, o.draft_hash = i.after,
        EXISTS (
            SELECT 1 FROM revisions r JOIN revision_bodies t ON t.revision_id = r.id
            WHERE r.order_id = i.order_id AND t.draft_hash = i.after
                AND r.state IN ('sending', 'accepted', 'rejected', 'unconfirmed')),
        o.state IN ('queued', 'held')
    FROM import_orders i JOIN orders o ON o.id = i.order_id
    WHERE i.import_id = ? AND i.order_id > ? AND o.deleted_at IS NULL ORDER BY i.order_id LIMIT ?"""

# What an import had written is kept with the change that took it back. Compared with the text that was put back then,
# so that what a person has changed since is left alone.
_TAKEN_BACK = """SELECT c.order_id, c.before
    FROM order_changes c JOIN orders o ON o.id = c.order_id
        JOIN import_orders i ON i.import_id = c.import_id AND i.order_id = c.order_id
    WHERE c.import_id = ? AND c.at = ? AND c.kind = 'undone' AND c.order_id > ? AND o.deleted_at IS NULL
        AND lower(hex(o.draft_hash)) = json_extract(i.before, '$.draft_hash')
    ORDER BY c.order_id LIMIT ?"""


def undo_import(database: Database, import_id: int, now: str) -> UndoResult:
    """See `Imports.undo`; within the caller's transaction."""
    counts: Counter[str] = Counter()
    for part in _parts(database, import_id):
        delete_orders(database, part.made, now)
        _put_back(database, part.changed, import_id, now)
        counts.update(part.counts())
    database.run("UPDATE imports SET undone_at = ? WHERE id = ?", (now, import_id))
    return UndoResult(**counts)


def redo_import(database: Database, import_id: int, undone_at: str) -> dict[int, str]:
    """See `Imports.redo`; within the caller's transaction."""
    put_back: dict[int, str] = {}
    last = 0
    while rows := database.all(_TAKEN_BACK, (import_id, undone_at, last, _CHUNK)):
        last = rows[-1][0]
        put_back.update(rows)
    removed = database.ids(
        "SELECT i.order_id FROM import_orders i JOIN orders o ON o.id = i.order_id "
        "WHERE i.import_id = ? AND i.before IS NULL AND o.deleted_at = ?",
        (import_id, undone_at),
    )
    restore_orders(database, removed, undone_at)
    database.run("UPDATE imports SET undone_at = '' WHERE id = ?", (import_id,))
    return put_back


def undo_preview(database: Database, import_id: int) -> UndoResult:
    """See `Imports.undo_preview`."""
    counts: Counter[str] = Counter()
    for part in _parts(database, import_id):
        counts.update(part.counts())
    return UndoResult(**counts)


class _Part(NamedTuple):
    """Some of an import's orders, by what becomes of them when it is taken back."""

    made: list[int]
    """By the import, and untouched since: they go."""
    changed: list[Row]
    """By the import, and untouched since: their earlier text, in the second place, comes back."""
    sent: int
    edited: int
    queued: int
    """Of those that go or come back: they leave the outbox."""

    def counts(self) -> dict[str, int]:
        """As the fields of an UndoResult."""
        return {
            "removed": len(self.made),
            "restored": len(self.changed),
            "kept_sent": self.sent,
            "kept_edited": self.edited,
            "withdrawn": self.queued,
        }


def _parts(database: Database, import_id: int) -> Iterator[_Part]:
    """All orders of an import that are in sight. Whoever changes a part before asking for the next reads none twice."""
    last = 0
    while rows := database.all(_ORDERS, (import_id, last, _CHUNK)):
        last = rows[-1][0]
        untouched = [row for row in rows if row[2] and not row[3]]
        yield _Part(
            made=[row[0] for row in untouched if row[1] is None],
            changed=[row for row in untouched if row[1] is not None],
            sent=sum(row[3] for row in rows),
            edited=sum(not row[3] and not row[2] for row in rows),
            queued=sum(row[4] for row in untouched),
        )


def _put_back(database: Database, rows: list[Row], import_id: int, now: str) -> None:
    ids = [row[0] for row in rows]
    withdraw_orders(database, ids, now)
    stored = load_stored(database, ids)
    write_texts(database, [text_from_json(row[0], row[1]) for row in rows], stored, now)
    database.many(
        "INSERT INTO order_changes (order_id, at, kind, import_id, before) VALUES (?, ?, 'undone', ?, ?)",
        ((order_id, now, import_id, stored[order_id].draft) for order_id in ids),
    )
