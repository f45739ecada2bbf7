"""Imports: what came from where, and taking one back."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.database.encoding import decode_draft, to_json
from ordermanager.store.database.text_keys import clean
from ordermanager.store.imports.records import ImportRecord
from ordermanager.store.imports.undo import redo_import, undo_import, undo_preview
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.imports.records import UndoResult

_SELECT = "SELECT id, source, layout, started_at, finished_at, undone_at, counts, details FROM imports"
_NOTHING: Mapping[str, object] = {}


class Imports:
    """The imports of a workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, source: str, layout: str, now: datetime, details: Mapping[str, object] = _NOTHING) -> int:
        """Note that an import begins; `source` is the file's name, `details` any JSON. Returns its id."""
        with self._connections.write() as database:
            return database.insert(
                "INSERT INTO imports (source, layout, started_at, details) VALUES (?, ?, ?, ?)",
                (clean(source), clean(layout), to_text(now), to_json(dict(details))),
            )

    def finish(
        self,
        import_id: int,
        counts: Mapping[str, int],
        now: datetime,
        more_details: Mapping[str, object] = _NOTHING,
    ) -> None:
        """Note how it ended; may be called again with newer counts. `more_details` are added to those of `add`."""
        with self._connections.write() as database:
            details = {**self.get(import_id).details, **more_details}
            database.run(
                "UPDATE imports SET finished_at = ?, counts = ?, details = ? WHERE id = ?",
                (to_text(now), to_json(dict(counts)), to_json(details), import_id),
            )

    def get(self, import_id: int) -> ImportRecord:
        """Raises WrongUse if there is none."""
        row = self._connections.reader().one(f"{_SELECT} WHERE id = ?", (import_id,))
        if row is None:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "There is no import number {number}."), number=import_id
            )
        return _record(row)

    def orders_of(self, import_id: int) -> array[int]:
        """The orders that it brought or changed, deleted ones too."""
        rows = self._connections.reader().all(
            "SELECT order_id FROM import_orders WHERE import_id = ? ORDER BY order_id", (import_id,)
        )
        return array("q", [row[0] for row in rows])

    def latest_of(self, order_ids: Collection[int]) -> dict[int, int]:
        """The newest import that brought or changed each of these orders and was not taken back, by order."""
        rows = self._connections.reader().in_chunks(
            "SELECT o.order_id, max(o.import_id) FROM import_orders o JOIN imports i ON i.id = o.import_id "
            "WHERE i.undone_at = '' AND o.order_id IN ({ids}) GROUP BY o.order_id",
            order_ids,
        )
        return {row[0]: row[1] for row in rows}

    def undo(self, import_id: int, now: datetime) -> UndoResult:
        """Take an import back: its new orders are deleted, those that were here get their old texts again.

        What was sent, or changed since, is left alone. Raises WrongUse for an import that is not there or was taken
        back already.
        """
        self._refuse_undone(import_id)
        with self._connections.write() as database:
            return undo_import(database, import_id, to_text(now))

    def redo(self, import_id: int) -> dict[int, OrderDraft]:
        """Bring back the orders of an import that was taken back. Returns the texts that it had written over orders
        which were here, for the caller to write again. Raises WrongUse for an import that was not taken back.
        """
        undone_at = self.get(import_id).undone_at
        if not undone_at:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "Import number {number} was not taken back."), number=import_id
            )
        with self._connections.write() as database:
            texts = redo_import(database, import_id, undone_at)
        return {order_id: decode_draft(text) for order_id, text in texts.items()}

    def undo_preview(self, import_id: int) -> UndoResult:
        """What `undo` would do now; raises as it does."""
        self._refuse_undone(import_id)
        return undo_preview(self._connections.reader(), import_id)

    def _refuse_undone(self, import_id: int) -> None:
        if self.get(import_id).undone_at:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "Import number {number} has been taken back already."),
                number=import_id,
            )

    def list(self) -> list[ImportRecord]:
        """All, the newest first."""
        return [_record(row) for row in self._connections.reader().all(f"{_SELECT} ORDER BY id DESC")]


def _record(row: tuple[Any, ...]) -> ImportRecord:
    values = list(row)
    values[6:] = json.loads(row[6]), json.loads(row[7])
    return ImportRecord(*values)
