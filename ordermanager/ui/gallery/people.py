"""Pictures of people and corrections: customers, forgetting, what will happen, new statuses, deletions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QScrollArea

from ordermanager.domain.history.send_preview import Topic
from ordermanager.domain.states import Folder
from ordermanager.ui.gallery.camera import PATIENCE_MS, SMALL
from ordermanager.ui.sending.body import SendBody
from ordermanager.ui.shell.folder_list import CUSTOMERS, INSIGHTS

if TYPE_CHECKING:
    from ordermanager.ui.gallery.camera import Camera
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


def take_people(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    """Each place and dialog, large and some of them small; leaves the window as it was."""
    size = window.size()
    _take_insights(camera, window, jobs)
    window.go_to(CUSTOMERS)
    jobs.wait_idle(PATIENCE_MS)
    window.customers.card.refresh_requested.emit()
    _shoot(camera, window, jobs, "customers-card")
    window.customers.forget.click()
    _shoot_dialog(camera, window, jobs, "customers-forget")
    window.resize(*SMALL)
    _shoot(camera, window, jobs, "customers-small")
    window.resize(size)
    window.go_to(Folder.ALL.value)
    jobs.wait_idle(PATIENCE_MS)
    window.orders.table.selectAll()
    for action, name in (
        ("preview_send", "what-will-happen"),
        ("new_status", "new-status"),
        ("delete_at_yespo", "delete-at-yespo"),
    ):
        window.actions_table[action].trigger()
        _shoot_dialog(camera, window, jobs, name)
    _take_named(camera, window, jobs)
    window.orders.table.clearSelection()
    jobs.wait_idle(PATIENCE_MS)


def _take_named(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    """The orders behind a number of what will happen."""
    window.actions_table["preview_send"].trigger()
    jobs.wait_idle(PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    bodies = [] if dialog is None else dialog.findChildren(SendBody)
    if dialog is not None and bodies:
        bodies[-1].asked.emit(Topic.NEW)
        _shoot_dialog(camera, window, jobs, "what-will-happen-orders")
        dialog.close()


def _take_insights(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    """The table with the customers of a cell, and what is below it."""
    window.go_to(INSIGHTS)
    jobs.wait_idle(PATIENCE_MS)
    rfm = window.insights.rfm_part.rfm
    model = rfm.model()
    places = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    filled = next((place for place in places if model.index(*place).data()), None)
    if filled is not None:
        rfm.setCurrentIndex(model.index(*filled))
    _shoot(camera, window, jobs, "insights-cell")
    area = window.insights.findChild(QScrollArea)
    if area is not None:
        window.insights.segment.show_segment()
        jobs.wait_idle(PATIENCE_MS)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        _shoot(camera, window, jobs, "insights-segment")
        area.verticalScrollBar().setValue(0)


def _shoot(camera: Camera, window: MainWindow, jobs: Jobs, name: str) -> None:
    jobs.wait_idle(PATIENCE_MS)
    camera.shoot(window, name)


def _shoot_dialog(camera: Camera, window: MainWindow, jobs: Jobs, name: str) -> None:
    jobs.wait_idle(PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        camera.shoot(dialog, name)
        dialog.close()
        jobs.wait_idle(PATIENCE_MS)
        window.activateWindow()
        jobs.wait_idle(PATIENCE_MS)
