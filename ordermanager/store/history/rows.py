"""Writes the history's lines: one per revision that was sent, saying what became of it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventKind

# A line that stood in doubt and is decided by another sending keeps count of that doubt; deciding by hand adds none.
_WRITE = """INSERT INTO events
        (id, account_id, batch_id, at, kind, status)
    SELECT r.id, b.account_id, b.id, ?, ?, r.status
    FROM revisions r JOIN batches b ON b.id = r.batch_id
    WHERE r.id = ?
    ON CONFLICT (id) DO UPDATE SET
        account_id = excluded.account_id, batch_id = excluded.batch_id, at = excluded.at, kind = excluded.kind,
        times_doubtful = events.times_doubtful
            + CASE WHEN events.kind = 'unconfirmed' AND excluded.kind <> 'assumed' THEN 1 ELSE 0 END"""


def write_events(database: Database, kinds: Iterable[tuple[int, EventKind]], now: str) -> None:
    """What became of each revision just now."""
    database.many(_WRITE, ((now, kind, revision_id) for revision_id, kind in kinds))
