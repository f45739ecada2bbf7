"""What takes the pictures, and the window that it takes them of."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ordermanager.ui.i18n import Language
    from ordermanager.ui.look.theme import Theme

USUAL = (1440, 900)
SMALL = (1024, 640)
"""The smallest screen that the window must fit."""
PATIENCE_MS = 20_000


@dataclass(frozen=True, slots=True)
class Studio:
    """What all windows of a gallery share."""

    app: QApplication
    theme: Theme
    language: Language


class Camera:
    """Numbers the pictures of one theme and language."""

    def __init__(self, folder: Path, suffix: str, paths: list[Path]) -> None:
        self._folder = folder
        self._suffix = suffix
        self._paths = paths
        self._number = 0

    def shoot(self, widget: QWidget, name: str) -> None:
        """Save what a widget shows now, laid out as it is when the window is painted."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._number += 1
        path = self._folder / f"{self._suffix}-{self._number:02}-{name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"{path} could not be written")
        self._paths.append(path)


@contextmanager
def open_window(
    services: Services, studio: Studio, size: tuple[int, int] = USUAL
) -> Iterator[tuple[MainWindow, Jobs]]:
    """The window on a workspace, at rest."""
    jobs = Jobs()
    jobs.listen(services)
    window = MainWindow(services, jobs, studio.theme, studio.language)
    try:
        window.resize(*size)
        window.show()
        jobs.wait_idle(PATIENCE_MS)
        window.activateWindow()
        window.make_pane()
        jobs.wait_idle(PATIENCE_MS)
        yield window, jobs
    finally:
        window.hide()
        jobs.shut_down()
        window.deleteLater()
        QApplication.sendPostedEvents(window)


@contextmanager
def empty_workspace() -> Iterator[Services]:
    """A workspace for some pictures only."""
    with (
        tempfile.TemporaryDirectory() as name,
        Services.open(Path(name), key_store=KeyStore.in_memory()) as services,
    ):
        yield services


@contextmanager
def text_of(studio: Studio, factor: float) -> Iterator[None]:
    """Meanwhile the application's text is `factor` times as large, as someone who sees badly sets it."""
    usual = studio.app.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * factor)
    studio.app.setFont(large)
    try:
        yield
    finally:
        studio.app.setFont(usual)
