"""Pictures of every screen, made without a person: for the README, for looking at a change, for the
unattended demo."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ordermanager.ui.app import make_application
from ordermanager.ui.gallery.camera import Camera, Studio, open_window
from ordermanager.ui.gallery.dialogs import take_dialogs
from ordermanager.ui.gallery.extremes import take_empty, take_huge, take_large_text, take_small
from ordermanager.ui.gallery.history import take_history
from ordermanager.ui.gallery.import_steps import take_import
from ordermanager.ui.gallery.people import take_people
from ordermanager.ui.gallery.questions import take_questions
from ordermanager.ui.gallery.screens import take_screens
from ordermanager.ui.i18n import Language
from ordermanager.ui.look.theme import Mode, Theme
from ordermanager.ui.shell.garbage import GuiGarbage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ordermanager.services.app import Services


def take(
    services: Services,
    folder: Path,
    *,
    themes: Sequence[str] = ("light", "dark"),
    languages: Sequence[str] = ("en", "uk"),
) -> list[Path]:
    """Write PNG files to `folder` and return their paths. Each theme and language gets every screen, a
    small window, text of 200 % and an order of many items. Nothing in the workspace changes but the remembered view of
    the window."""
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_say)
    app = make_application()
    garbage = GuiGarbage(app)  # a widget that a thread of ours ended would hang or crash all of it
    studio = Studio(app, Theme(app), Language(app))
    was = studio.language.code
    paths: list[Path] = []
    try:
        for code in languages:
            studio.language.set_code(code)
            for mode in themes:
                studio.theme.set_mode(Mode(mode))
                camera = Camera(folder, f"{mode}-{code}", paths)
                _take_one(studio, services, camera)
    finally:
        studio.language.set_code(was)
        studio.theme.set_mode(Mode.SYSTEM)
        garbage.stop()
        qInstallMessageHandler(None)
    return paths


def _take_one(studio: Studio, services: Services, camera: Camera) -> None:
    """All pictures of one theme and language."""
    with open_window(services, studio) as (window, jobs):
        take_screens(camera, window, jobs)
        take_dialogs(camera, window, jobs)
        take_history(camera, window, jobs)
        take_people(camera, window, jobs)
    take_questions(camera, studio)
    take_import(camera.shoot)
    take_small(camera, services, studio)
    take_large_text(camera, services, studio)
    take_huge(camera, studio)
    take_empty(camera, studio)


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's warnings, but not the one that its windowless platform gives for every window."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)
