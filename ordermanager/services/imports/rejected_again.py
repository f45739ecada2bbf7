"""The rows of an import whose orders still have errors, for an import of now or of long ago: its file is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.reading.source import Source
from ordermanager.services.files.tables import check_target
from ordermanager.services.imports.apart import source_of
from ordermanager.services.imports.record import items_file
from ordermanager.services.imports.rejected_rows import write_rejected
from ordermanager.services.imports.results import ImportProgress
from ordermanager.services.imports.run import check_is_no_source
from ordermanager.services.orders.order_block import larger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ordermanager.services.context import Context
    from ordermanager.services.imports.prepared import ImportOptions, PreparedImport
    from ordermanager.services.orders.ready_orders import ReadyOrder
    from ordermanager.store.imports.records import ImportRecord

CHUNK = 500


def save_rejected(
    context: Context,
    prepared: PreparedImport,
    path: Path,
    on_progress: Callable[[ImportProgress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> int | None:
    """Write the rows to `path`, in the source's own columns and with an `error` column, and say how many they are; None
    where `cancel` stopped it. Orders that were put right since, or that came in without errors, are left out.

    `prepared` is the file of the import, recognised as it was then. Raises ReadError, CannotWrite.
    """
    errors = _errors(context, prepared, on_progress, cancel)
    return None if errors is None else write_rejected(path, prepared, errors)


def options_again(record: ImportRecord, same_way: ImportOptions) -> ImportOptions:
    """How the file of an import was read, its second file too."""
    return replace(same_way, items=items_file(record.details))


def source_of_import(record: ImportRecord, path: Path) -> Path:
    """The file of an import, whose rows are to be written to `path`.

    Raises WrongUse where the import was no file, or its file is gone or has changed, or is `path` itself; CannotWrite.
    """
    source = _source(record)
    check_target(path)
    check_is_no_source(path, (source,))
    return source


def _source(record: ImportRecord) -> Path:
    kept = record.details.get("path")
    path = Path(kept if isinstance(kept, str) and kept else record.source)
    if not path.is_file():
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} is no longer where it was imported from. Put it back there, then try again.",
            ),
            file=record.source,
        )
    known = record.details.get("sha256")
    if known and Source.of(path).sha256() != known:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} is another file now than the one that was imported, so its rows cannot be told.",
            ),
            file=path.name,
        )
    return path


def _errors(
    context: Context,
    prepared: PreparedImport,
    on_progress: Callable[[ImportProgress], None] | None,
    cancel: Callable[[], bool] | None,
) -> dict[int, str] | None:
    """What is wrong, by row of the file."""
    errors: dict[int, str] = {}
    orders = bad = 0
    source = source_of(prepared.plan)
    with source.blocks(prepared.rules, context.now()) as stream:
        for block in larger(stream, CHUNK):
            if cancel and cancel():
                return None
            orders += len(block)
            for order in _still_bad(context, [order for order in block.orders() if order.has_errors]):
                bad += 1
                text = _words(order)
                errors.update((row, text) for row in order.rows)
            if on_progress:
                on_progress(ImportProgress(source.rows, orders, bad))
    return errors


def _still_bad(context: Context, chunk: Sequence[ReadyOrder]) -> Iterator[ReadyOrder]:
    """Without those that the workspace has without errors by now."""
    workspace = context.workspace
    ids = {order.external_id for order in chunk if order.external_id}
    keys = workspace.orders.find_by_external_id(ids) if ids else {}
    good = {row.id for row in workspace.orders.rows([key.id for key in keys.values()]) if not row.errors}
    for order in chunk:
        key = keys.get(order.external_id)
        if key is None or key.id not in good:
            yield order


def _words(order: ReadyOrder) -> str:
    found = [finding for finding in order.remarks if finding.severity is Severity.ERROR]
    return "; ".join(f"{each.field}: {each.message}" if each.field else each.message for each in found)
