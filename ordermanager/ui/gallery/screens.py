"""Pictures of the window's places and of the order pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from ordermanager.domain.states import Folder
from ordermanager.ui.gallery.camera import PATIENCE_MS

if TYPE_CHECKING:
    from ordermanager.ui.gallery.camera import Camera
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

PANE_TABS = ("form", "json", "contact", "timeline")


def take_screens(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    """Every place of the folder list, and the tabs of an order that has a story to tell."""
    folders = [folder.value for folder in Folder]
    for key in (key for key in window.folders.keys if key in folders):
        take_place(camera, window, jobs, key)
    _take_pane(camera, window, jobs)
    for key in (key for key in window.folders.keys if key not in folders):
        take_place(camera, window, jobs, key)
    window.actions_table["about"].trigger()
    camera.shoot(window, "message")
    window.messages.dismiss()


def take_place(camera: Camera, window: MainWindow, jobs: Jobs, key: str, name: str = "") -> None:
    """Go somewhere and take its picture."""
    window.go_to(key)
    jobs.wait_idle(PATIENCE_MS)
    camera.shoot(window, name or key)


def _take_pane(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    window.go_to(Folder.SENT.value)
    jobs.wait_idle(PATIENCE_MS)
    tabs = window.pane.findChild(QTabWidget)
    if tabs is None or not window.orders.model.rowCount():
        return
    for number, name in enumerate(PANE_TABS):
        tabs.setCurrentIndex(number)
        jobs.wait_idle(PATIENCE_MS)
        camera.shoot(window, f"order-{name}")
    tabs.setCurrentIndex(0)
