"""Writing lists to files that spreadsheet programs can open safely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.states import Folder
from ordermanager.services.order_table import ORDER_COLUMNS, order_object, order_rows
from ordermanager.services.results import ExportResult
from ordermanager.services.tables import Column, check_target, replacing, write_json_list, write_table
from ordermanager.store import EventQuery, OrderQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ordermanager.services.context import Context
    from ordermanager.services.history import HistoryService
    from ordermanager.store import OrderRecord

_EVERY = 500

_HISTORY_COLUMNS = tuple(
    map(
        Column,
        (
            "at",
            "externalOrderId",
            "revision",
            "state",
            "event",
            "account",
            "batch",
            "http_status",
            "answer",
            "reason",
            "order",
        ),
    )
)


class ExportService:
    """The format is the file's ending: .csv, .xlsx or .json. A file is complete or not there at all."""

    def __init__(self, context: Context, history: HistoryService) -> None:
        self._workspace = context.workspace
        self._history = history

    def orders(
        self, path: Path, query: OrderQuery | None = None, on_progress: Callable[[int], None] | None = None
    ) -> ExportResult:
        """The orders of `query` (None: all), a row an item, by the API's names; importing it changes nothing."""
        wanted = query or OrderQuery(sort="created", descending=False)
        records = _counted(self._workspace.orders.iterate(wanted), on_progress)
        return self._write(path, records, lambda _: "")

    def rejected(self, path: Path) -> ExportResult:
        """The rejected orders with the server's reason in the column `error`."""
        query = OrderQuery(folder=Folder.REJECTED, sort="created", descending=False)
        return self._write(path, self._workspace.orders.iterate(query), self._reason, with_error=True)

    def history(self, path: Path, query: EventQuery | None = None) -> ExportResult:
        """What was sent, one row a revision, newest first."""
        rows = (
            [
                line.at,
                line.event_key,
                str(line.revision),
                line.state.value,
                line.event or "",
                line.account or "",
                "" if line.batch is None else str(line.batch),
                str(line.attempts[-1].http_status or "") if line.attempts else "",
                (line.attempts[-1].answer or "") if line.attempts else "",
                line.reason or "",
                line.order_text,
            ]
            for line in self._history.matching(query or EventQuery())
        )
        return ExportResult(path, write_table(path, _HISTORY_COLUMNS, rows))

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


def _counted(
    records: Iterable[OrderRecord], on_progress: Callable[[int], None] | None
) -> Iterator[OrderRecord]:
    for count, record in enumerate(records, 1):
        if on_progress and count % _EVERY == 0:
            on_progress(count)
        yield record
