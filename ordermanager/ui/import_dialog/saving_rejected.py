"""Saves the rows of an import that have errors: asks for the file, writes in another thread, says what was written."""

from __future__ import annotations

import threading
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ordermanager.ui import i18n

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs


class SavingRejected(QObject):
    """`say` gets the sentence that tells how it ended."""

    def __init__(self, parent: QWidget, services: Services, jobs: Jobs, say: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._window = parent
        self._services = services
        self._jobs = jobs
        self._say = say

    def ask(self, import_id: int, source: str) -> None:
        """Ask for a file and write the rows of this import there; `source` is the imported file's name."""
        stem = PurePath(source).stem or self.tr("orders")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the rows with errors"),
            f"{stem}-errors.csv",
            self.tr("CSV (*.csv);;Excel (*.xlsx)"),
        )
        if not chosen:
            return
        path, cancel = Path(chosen), threading.Event()
        self._jobs.network(
            self.tr("Saving the rows with errors"),
            lambda: self._services.importing.save_rejected(import_id, path, cancel=cancel.is_set),
            lambda rows: self._say(self._words(rows, path)),
            lambda sentence: self._say(i18n.text(sentence)),
            cancel.set,
            owner=self,
        )

    def _words(self, rows: int | None, path: Path) -> str:
        if rows is None:
            return self.tr("Stopped. Nothing was saved.")
        if not rows:
            return self.tr("No order of this file has errors any more; {file} has its header only.").format(
                file=path.name
            )
        return self.tr(
            "%n row(s) saved to {file}. Put them right there and import that file.", "", rows
        ).format(file=path.name)
