"""Orders that one import writes more than once: their rows stand far apart in its file, and the first part of them was
written before the rest was read. Such an order has changed once, from what it was before the import, or not at all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ordermanager.store.database.sqlite import Database

_WRITTEN = "SELECT order_id, after, before FROM import_orders WHERE import_id = ? AND order_id IN ({ids})"
_FORGET = "DELETE FROM order_changes WHERE order_id = ? AND import_id = ? AND kind = 'imported'"


@dataclass(frozen=True, slots=True)
class Written:
    """What this import made of an order so far: the hash of its text, and of the text before it (None: a new order)
    with the time when that was written.
    """

    after: bytes
    before: bytes | None
    changed_at: str


def written_by(database: Database, import_id: int | None, ids: Iterable[int]) -> Mapping[int, Written]:
    """Those of the orders that this import has written already."""
    if import_id is None:
        return {}
    found = {}
    for order_id, after, text in database.in_chunks(_WRITTEN, ids, (import_id,)):
        before = json.loads(text) if text else None
        found[order_id] = Written(
            bytes(after),
            bytes.fromhex(before["draft_hash"]) if before else None,
            before["changed_at"] if before else "",
        )
    return found


def forget_changes(database: Database, import_id: int | None, ids: Iterable[int]) -> None:
    """These orders are as they were before the import: it has changed nothing of them."""
    database.many(_FORGET, ((order_id, import_id) for order_id in ids))
