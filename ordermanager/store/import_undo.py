"""Takes an import back without touching what was sent or what a person has changed since; and does it once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.order_saving import load_stored, text_from_json, write_texts
from ordermanager.store.orders import delete_orders, restore_orders
from ordermanager.store.records import UndoResult
from ordermanager.store.revisions import withdraw_orders

if TYPE_CHECKING:
    from ordermanager.store.sqlite import Database, Row

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
    removed = restored = kept_sent = kept_edited = withdrawn = last = 0
    while rows := database.all(_ORDERS, (import_id, last, _CHUNK)):
        last = rows[-1][0]
        kept_sent += sum(1 for row in rows if row[3])
        kept_edited += sum(1 for row in rows if not row[3] and not row[2])
        untouched = [row for row in rows if row[2] and not row[3]]
        withdrawn += sum(row[4] for row in untouched)
        removed += delete_orders(database, [row[0] for row in untouched if row[1] is None], now)
        restored += _put_back(database, [row for row in untouched if row[1] is not None], import_id, now)
    database.run("UPDATE imports SET undone_at = ? WHERE id = ?", (now, import_id))
    return UndoResult(removed, restored, kept_sent, kept_edited, withdrawn)


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
    removed = restored = kept_sent = kept_edited = withdrawn = last = 0
    while rows := database.all(_ORDERS, (import_id, last, _CHUNK)):
        last = rows[-1][0]
        for _, before, is_same, is_sent, is_queued in rows:
            withdrawn += not is_sent and is_same and is_queued
            kept_sent += is_sent
            kept_edited += not is_sent and not is_same
            removed += not is_sent and is_same and before is None
            restored += not is_sent and is_same and before is not None
    return UndoResult(removed, restored, kept_sent, kept_edited, withdrawn)


def _put_back(database: Database, rows: list[Row], import_id: int, now: str) -> int:
    ids = [row[0] for row in rows]
    withdraw_orders(database, ids, now)
    stored = load_stored(database, ids)
    write_texts(database, [text_from_json(row[0], row[1]) for row in rows], stored, now)
    database.many(
        "INSERT INTO order_changes (order_id, at, kind, import_id, before) VALUES (?, ?, 'undone', ?, ?)",
        ((order_id, now, import_id, stored[order_id].draft) for order_id in ids),
    )
    return len(rows)
