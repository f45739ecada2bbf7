"""The counts of an import as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ordermanager.services.import_results import ImportProgress, ImportResult

_CONTEXT = "ImportDialog"


def result_text(result: ImportResult) -> str:
    """For example "249 rows → 118 orders: 97 ready, 21 need attention; 100 new, 10 updated, 8 unchanged"."""
    rows = QCoreApplication.translate(_CONTEXT, "%n row(s)", "", result.rows_read)
    orders = QCoreApplication.translate(_CONTEXT, "%n order(s)", "", result.orders)
    parts = [QCoreApplication.translate(_CONTEXT, "%n ready", "", result.ready)]
    if result.with_problems:
        parts.append(QCoreApplication.translate(_CONTEXT, "%n need(s) attention", "", result.with_problems))
    known = [QCoreApplication.translate(_CONTEXT, "%n new", "", result.new)]
    if result.updated:
        known.append(QCoreApplication.translate(_CONTEXT, "%n updated", "", result.updated))
    if result.unchanged:
        known.append(QCoreApplication.translate(_CONTEXT, "%n unchanged", "", result.unchanged))
    return f"{rows} → {orders}: {', '.join(parts)}; {', '.join(known)}"


def progress_text(progress: ImportProgress) -> str:
    """How far a pass over the file is."""
    rows = QCoreApplication.translate(_CONTEXT, "%n row(s)", "", progress.rows)
    orders = QCoreApplication.translate(_CONTEXT, "%n order(s)", "", progress.orders)
    return f"{rows} → {orders} …"
