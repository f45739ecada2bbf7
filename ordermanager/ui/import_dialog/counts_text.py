"""The counts of an import as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ordermanager.services.imports.results import ImportProgress, ImportResult


class CountsText(QObject):
    """A class only because texts with plural forms are found in `tr` of a class and nowhere else."""

    def of_result(self, result: ImportResult) -> str:
        """For example "249 rows → 118 orders: 97 ready, 21 with problems; 100 new, 10 updated, 8 unchanged"."""
        parts = [self.tr("%n ready", "", result.ready)]
        if result.with_problems:
            parts.append(self.tr("%n with problems", "", result.with_problems))
        known = [self.tr("%n new", "", result.new)]
        if result.updated:
            known.append(self.tr("%n updated", "", result.updated))
        if result.unchanged:
            known.append(self.tr("%n unchanged", "", result.unchanged))
        return f"{self._size(result.rows_read, result.orders)}: {', '.join(parts)}; {', '.join(known)}"

    def of_progress(self, progress: ImportProgress) -> str:
        """How far a pass over the file is."""
        return f"{self._size(progress.rows, progress.orders)} …"

    def _size(self, rows: int, orders: int) -> str:
        read = self.tr("%n row(s)", "", rows)
        made = self.tr("%n order(s)", "", orders)
        return f"{read} → {made}"
