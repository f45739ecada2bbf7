"""Writing lists to files that spreadsheet programs can open safely: as they are filtered, streamed, or not at all."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, TypeVar

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError
from ordermanager.domain.states import Folder
from ordermanager.services.files.tables import (
    Column,
    ColumnKind,
    check_target,
    cut_to_cell,
    replacing,
    write_json_list,
    write_table,
)
from ordermanager.services.orders.order_table import ORDER_COLUMNS, order_object, order_rows
from ordermanager.services.results import ExportResult
from ordermanager.store.history.query import EventQuery
from ordermanager.store.orders.query import OrderQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ordermanager.services.context import Context
    from ordermanager.services.history.history import HistoryService
    from ordermanager.store.history.records import EventRow
    from ordermanager.store.orders.records import OrderRecord
    from ordermanager.store.outbox.records import AttemptRecord

T = TypeVar("T")
_EVERY = 500
_HISTORY_COLUMNS = (
    *map(Column, ("at", "event", "eventKey", "revision", "state", "result", "email")),
    Column("phone", ColumnKind.PHONE),
    *map(
        Column, ("externalCustomerId", "account", "run", "batch", "http_status", "answer", "reason", "order")
    ),
)


class Stopped(KnownError):
    """Somebody has stopped the export; the file is as it was before."""


class Watch:
    """How far an export is, and the way to stop it from another thread. `on_progress` gets the number of orders or
    events written so far."""

    def __init__(self, on_progress: Callable[[int], None] | None = None) -> None:
        self._on_progress = on_progress
        self._stop = threading.Event()

    def stop(self) -> None:
        """End it soon, without a file."""
        self._stop.set()

    def over(self, records: Iterable[T]) -> Iterator[T]:
        """The records, counted. Raises Stopped."""
        for count, record in enumerate(records, 1):
            if count % _EVERY == 0:
                if self._stop.is_set():
                    raise Stopped(
                        QT_TRANSLATE_NOOP("Sentence", "The export was stopped; no file was written.")
                    )
                if self._on_progress:
                    self._on_progress(count)
            yield record


class ExportService:
    """The format is the file's ending: .csv, .xlsx or .json. A file is complete or not there at all."""

    def __init__(self, context: Context, history: HistoryService) -> None:
        self._workspace = context.workspace
        self._history = history

    def orders(self, path: Path, query: OrderQuery | None = None, watch: Watch | None = None) -> ExportResult:
        """The orders of `query` (None: all), a row an item, by the API's names; importing it changes nothing."""
        wanted = query or OrderQuery(sort="created", descending=False)
        records = (watch or Watch()).over(self._workspace.orders.iterate(wanted))
        return self._write(path, records, lambda _: "")

    def rejected(self, path: Path) -> ExportResult:
        """The rejected orders with the server's reason in the column `error`."""
        query = OrderQuery(folder=Folder.REJECTED, sort="created", descending=False)
        return self._write(path, self._workspace.orders.iterate(query), self._reason, with_error=True)

    def history(
        self, path: Path, query: EventQuery | None = None, watch: Watch | None = None
    ) -> ExportResult:
        """What was sent and what became of it, one row a revision, in the order of `query`. `event` is empty where no
        event was raised for certain. As JSON, `order` is the very JSON that was sent; in an Excel sheet it is cut
        where it is longer than a cell can be."""
        check_target(path)
        records = (watch or Watch()).over(self._history.records(query or EventQuery()))
        if path.suffix.lower() == ".json":
            with replacing(path) as temporary:
                count = write_json_list(temporary, "[", (_history_json(*record) for record in records), "]")
                return ExportResult(path, count)
        is_sheet, cut = path.suffix.lower() == ".xlsx", 0

        def rows() -> Iterator[list[str]]:
            nonlocal cut
            for record in records:
                cells = _cells(*record)
                fitting = [cut_to_cell(text) for text in cells] if is_sheet else cells
                cut += fitting != cells
                yield fitting

        count = write_table(path, _HISTORY_COLUMNS, rows())
        return ExportResult(path, count, cut)

    def _write(
        self,
        path: Path,
        records: Iterable[OrderRecord],
        error: Callable[[OrderRecord], str],
        *,
        with_error: bool = False,
    ) -> ExportResult:
        check_target(path)
        if path.suffix.lower() == ".json":
            objects = (
                order_object(record.draft, **({"error": error(record)} if with_error else {}))
                for record in records
            )
            with replacing(path) as temporary:
                return ExportResult(path, write_json_list(temporary, '{"orders":[', objects, "]}"))
        columns = [*ORDER_COLUMNS, *([Column("error")] if with_error else [])]
        rows = (
            [*row, *([error(record)] if with_error else [])]
            for record in records
            for row in order_rows(record.draft)
        )
        return ExportResult(path, write_table(path, columns, rows))

    def _reason(self, record: OrderRecord) -> str:
        revisions = self._workspace.revisions.of_order(record.id)
        return next((str(revision.reason) for revision in reversed(revisions) if revision.reason), "")


def _history_values(row: EventRow, attempt: AttemptRecord | None) -> dict[str, str | int | None]:
    was_raised = row.kind in ("accepted", "assumed")
    return {
        "at": row.at,
        "event": row.name if was_raised else None,
        "eventKey": row.event_key,
        "revision": row.revision_number,
        "state": row.state.value,
        "result": row.kind,
        "email": row.email,
        "phone": row.phone,
        "externalCustomerId": row.external_customer_id,
        "account": row.account_name,
        "run": row.run_id,
        "batch": row.batch_id,
        "http_status": attempt.http_status if attempt else None,
        "answer": attempt.answer if attempt else None,
        "reason": str(row.reason) if row.reason else None,
    }


def _cells(row: EventRow, body: str, attempt: AttemptRecord | None) -> list[str]:
    values = _history_values(row, attempt).values()
    return ["" if value is None else str(value) for value in values] + [body]


def _history_json(row: EventRow, body: str, attempt: AttemptRecord | None) -> str:
    """One object; `order` stands there to the byte."""
    values = {name: value for name, value in _history_values(row, attempt).items() if value not in (None, "")}
    return f'{json.dumps(values, ensure_ascii=False)[:-1]}, "order": {body}}}'
