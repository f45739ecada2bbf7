"""The button that saves a part of the page: as a picture, or its numbers as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from ordermanager.ui.look.icons import set_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from ordermanager.services.results import ExportResult
    from ordermanager.ui.insights_page.picture import Picture
    from ordermanager.ui.jobs import Jobs

PICTURES = (".png", ".svg")


class SaveButton(QPushButton):
    """`written` brings the ExportResult of a table or the Path of a picture. Disabled until it is told what to save."""

    written = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, name: str, parent: QWidget) -> None:
        """`name`: what the part is called, for who cannot see beside what the button stands."""
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._file_name = ""
        self._picture: Callable[[], Picture] | None = None
        self._table: Callable[[Path], ExportResult] | None = None
        self.setText(self.tr("Save…"))
        self.setAccessibleName(self.tr("Save: {name}").format(name=name))
        set_icon(self, "save")
        self.setEnabled(False)
        self.clicked.connect(self._save)

    def set_content(
        self, file_name: str, picture: Callable[[], Picture], table: Callable[[Path], ExportResult]
    ) -> None:
        """What is saved from now on. `table` is called outside the GUI thread."""
        self._file_name, self._picture, self._table = file_name, picture, table
        self.setEnabled(True)

    def _save(self) -> None:
        chosen: Any = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            self._file_name,
            self.tr("Picture (*.png);;Drawing (*.svg);;CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)"),
        )
        if not chosen[0] or self._picture is None or self._table is None:
            return
        path, table = Path(chosen[0]), self._table
        suffix = path.suffix.lower()
        if suffix in PICTURES:
            data = self._picture().as_bytes(suffix)
            self._jobs.network(
                self.tr("Exporting…"),
                lambda: self._services.insights.write_picture(path, data),
                self.written.emit,
                owner=self,
            )
        else:
            self._jobs.network(self.tr("Exporting…"), lambda: table(path), self.written.emit, owner=self)
