"""Pictures of every screen, made without a person: for the README, for looking at a change, for the
unattended demo."""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QTabWidget

from ordermanager.domain.states import Folder
from ordermanager.ui.app import make_application
from ordermanager.ui.folder_list import CUSTOMERS, HISTORY, IMPORTS, INSIGHTS
from ordermanager.ui.gallery_history import take_history
from ordermanager.ui.gallery_import import take_import
from ordermanager.ui.gallery_people import take_people
from ordermanager.ui.i18n import Language
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.main_window import MainWindow
from ordermanager.ui.theme import Mode, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from ordermanager.services.app import Services

WIDTH, HEIGHT = 1440, 900
PATIENCE_MS = 20_000
PANE_TABS = ("form", "json", "contact", "timeline")


def take(
    services: Services,
    folder: Path,
    *,
    themes: Sequence[str] = ("light", "dark"),
    languages: Sequence[str] = ("en", "uk"),
) -> list[Path]:
    """Write PNG files to `folder` and return their paths. The first theme and language get every screen, the
    others the most telling ones. Nothing in the workspace changes but the remembered view of the window."""
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_say)
    app = make_application()
    theme, language = Theme(app), Language(app)
    was = language.code
    paths: list[Path] = []
    try:
        for code in languages:
            language.set_code(code)
            for mode in themes:
                theme.set_mode(Mode(mode))
                is_first = (mode, code) == (themes[0], languages[0])
                camera = _Camera(folder, f"{mode}-{code}", paths)
                with _window(services, theme, language) as (window, jobs):
                    _take_all(camera, window, jobs, everything=is_first)
                take_import(camera.shoot, everything=mode == themes[0])
                if is_first:
                    _take_empty(camera, theme, language)
    finally:
        language.set_code(was)
        theme.set_mode(Mode.SYSTEM)
        qInstallMessageHandler(None)
    return paths


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's warnings, but not the one that its windowless platform gives for every window."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


class _Camera:
    """Numbers the pictures of one theme and language."""

    def __init__(self, folder: Path, suffix: str, paths: list[Path]) -> None:
        self._folder = folder
        self._suffix = suffix
        self._paths = paths
        self._number = 0

    def shoot(self, widget: QWidget, name: str) -> None:
        """Save what a widget shows now."""
        self._number += 1
        path = self._folder / f"{self._suffix}-{self._number:02}-{name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"{path} could not be written")
        self._paths.append(path)


@contextmanager
def _window(services: Services, theme: Theme, language: Language) -> Iterator[tuple[MainWindow, Jobs]]:
    jobs = Jobs()
    jobs.listen(services)
    window = MainWindow(services, jobs, theme, language)
    try:
        window.resize(WIDTH, HEIGHT)
        window.show()
        jobs.wait_idle(PATIENCE_MS)
        window.activateWindow()
        jobs.wait_idle(PATIENCE_MS)
        yield window, jobs
    finally:
        window.hide()
        jobs.shut_down()
        window.deleteLater()
        QApplication.sendPostedEvents(window)


def _take_all(camera: _Camera, window: MainWindow, jobs: Jobs, *, everything: bool) -> None:
    folders = tuple(Folder) if everything else (Folder.ALL, Folder.UNCONFIRMED)
    for folder in folders:
        window.go_to(folder.value)
        jobs.wait_idle(PATIENCE_MS)
        camera.shoot(window, folder.value)
    _take_pane(camera, window, jobs, everything=everything)
    for place in (IMPORTS, CUSTOMERS, INSIGHTS, HISTORY) if everything else (CUSTOMERS, INSIGHTS, HISTORY):
        window.go_to(place)
        jobs.wait_idle(PATIENCE_MS)
        camera.shoot(window, place)
    if everything:
        take_history(camera, window, jobs)
        take_people(camera, window, jobs)
    _take_dialogs(camera, window, jobs, everything=everything)


def _take_pane(camera: _Camera, window: MainWindow, jobs: Jobs, *, everything: bool) -> None:
    """The tabs of the order pane, with an order that has a story to tell."""
    window.go_to(Folder.SENT.value)
    jobs.wait_idle(PATIENCE_MS)
    tabs = window.pane.findChild(QTabWidget)
    if tabs is None or not window.orders.model.rowCount():
        return
    for number, name in enumerate(PANE_TABS):
        if everything or name == "timeline":
            tabs.setCurrentIndex(number)
            jobs.wait_idle(PATIENCE_MS)
            camera.shoot(window, f"order-{name}")
    tabs.setCurrentIndex(0)


def _take_dialogs(camera: _Camera, window: MainWindow, jobs: Jobs, *, everything: bool) -> None:
    window.go_to(Folder.ALL.value)
    window.deeds.open_settings()
    _take_dialog(camera, window, jobs, "settings")
    if everything:
        window.deeds.open_shortcuts()
        _take_dialog(camera, window, jobs, "shortcuts")


def _take_dialog(camera: _Camera, window: MainWindow, jobs: Jobs, name: str) -> None:
    jobs.wait_idle(PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        camera.shoot(dialog, name)
        while (open_dialog := QApplication.activeModalWidget()) is not None:
            open_dialog.close()  # a review is given up first, then its dialog
            jobs.wait_idle(PATIENCE_MS)
        window.activateWindow()
        jobs.wait_idle(PATIENCE_MS)


def _take_empty(camera: _Camera, theme: Theme, language: Language) -> None:
    """The first sight of the program: a workspace with nothing in it."""
    from ordermanager.services.app import Services
    from ordermanager.services.keys import KeyStore

    with (
        tempfile.TemporaryDirectory() as name,
        Services.open(Path(name), key_store=KeyStore.in_memory()) as empty,
        _window(empty, theme, language) as (window, _jobs),
    ):
        camera.shoot(window, "empty-workspace")
