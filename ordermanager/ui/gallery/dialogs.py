"""Pictures of the dialogs, opened by their actions as a person opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ordermanager.domain.states import Folder
from ordermanager.ui.gallery.camera import PATIENCE_MS
from ordermanager.ui.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from ordermanager.ui.gallery.camera import Camera
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

BY_ACTION = ("paste", "palette", "change", "send_later", "runs", "backups", "shortcuts")
"""Actions that open a dialog of ours; those of the system (files, printing) have no place here."""
PASTED = "P-1\tDelivered\nP-2\tx\nP-3\tCancelled"
SETTINGS_PAGES = ("general", "orders", "accounts")


def take_dialogs(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    """Every dialog in every theme and language."""
    window.go_to(Folder.ALL.value)
    jobs.wait_idle(PATIENCE_MS)
    window.deeds.open_settings()
    _take_settings(camera, jobs)
    close_dialogs(window, jobs)
    window.keyboard.go_to_list()
    window.orders.table.choose_row(
        0, [column.key for column in window.orders.model.columns].index("externalOrderId")
    )
    QApplication.clipboard().setText(PASTED)
    for action_id in BY_ACTION:
        window.actions_table[action_id].trigger()
        take_dialog(camera, window, jobs, action_id)


def take_dialog(camera: Camera, window: MainWindow, jobs: Jobs, name: str) -> None:
    """The dialog that is open, which is closed then."""
    jobs.wait_idle(PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        camera.shoot(dialog, name)
        close_dialogs(window, jobs)


def close_dialogs(window: MainWindow, jobs: Jobs) -> None:
    """Back to the window."""
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()  # a review is given up first, then its dialog
        jobs.wait_idle(PATIENCE_MS)
    window.activateWindow()
    jobs.wait_idle(PATIENCE_MS)


def _take_settings(camera: Camera, jobs: Jobs) -> None:
    jobs.wait_idle(PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, SettingsDialog):
        for number, name in enumerate(SETTINGS_PAGES):
            dialog.pages.setCurrentRow(number)
            jobs.wait_idle(PATIENCE_MS)
            camera.shoot(dialog, f"settings-{name}")
