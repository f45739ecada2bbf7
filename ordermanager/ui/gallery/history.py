"""Pictures of looking back: the history with its tabs, JSON masked and compared, large and small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.ui.gallery.camera import PATIENCE_MS, SMALL
from ordermanager.ui.order_pane.json_tab import JsonTab
from ordermanager.ui.shell.folder_list import HISTORY

if TYPE_CHECKING:
    from ordermanager.ui.gallery.camera import Camera
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

TABS = ("event", "json", "answer", "changes", "contact")
_JSON_TAB, _TIMELINE_TAB = 1, 3


def take_history(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    """Every state of the history page; leaves it as it was."""
    page, size = window.history, window.size()
    window.go_to(HISTORY)
    jobs.wait_idle(PATIENCE_MS)
    _choose_changed(window, jobs)
    for number, name in enumerate(TABS):
        page.tabs.setCurrentIndex(number)
        _shoot(camera, window, jobs, f"history-{name}")
    page.tabs.setCurrentIndex(1)
    page.tabs.sent_json.mask_people()
    page.tabs.sent_json.show_tree()
    _shoot(camera, window, jobs, "history-masked-tree")
    page.tabs.sent_json.show_tree(on=False)
    page.tabs.sent_json.mask_people(on=False)
    page.tabs.setCurrentIndex(0)
    trouble = EventFilters(kinds=frozenset({"rejected", "unconfirmed"}))
    page.show_query(EventQuery(filters=trouble))
    _shoot(camera, window, jobs, "history-not-sent")
    page.show_query(EventQuery(search="nobody has this"))
    _shoot(camera, window, jobs, "history-nothing-found")
    page.show_query(EventQuery())
    window.resize(*SMALL)
    _shoot(camera, window, jobs, "history-small")
    _take_order(camera, window, jobs)
    window.resize(size)
    jobs.wait_idle(PATIENCE_MS)


def _choose_changed(window: MainWindow, jobs: Jobs) -> None:
    """A line of an order that was sent before, if there is one, so that there is something to compare."""
    model = window.history.model
    shown = (model.row_at(row) for row in range(min(model.rowCount(), 200)))
    rows = (number for number, row in enumerate(shown) if row is not None and row.revision_number > 1)
    window.history.table.choose_row(next(rows, 0))
    jobs.wait_idle(PATIENCE_MS)


def _take_order(camera: Camera, window: MainWindow, jobs: Jobs) -> None:
    """The order of the chosen line in the pane of a small window: its time line, and two revisions compared."""
    _choose_changed(window, jobs)
    order_id = window.history.current_order_id()
    if order_id is None:
        return
    window.show_order_anywhere(order_id)
    jobs.wait_idle(PATIENCE_MS)
    tabs = window.pane.findChild(QTabWidget)
    if tabs is None:
        return
    for number, name in ((_TIMELINE_TAB, "small-timeline"), (_JSON_TAB, "small-json")):
        tabs.setCurrentIndex(number)
        _shoot(camera, window, jobs, name)
    json_tab = window.pane.findChild(JsonTab)
    if json_tab is not None:
        json_tab.compare_newest()
        _shoot(camera, window, jobs, "small-compared")
        json_tab.compare_newest(on=False)
    tabs.setCurrentIndex(0)


def _shoot(camera: Camera, window: MainWindow, jobs: Jobs, name: str) -> None:
    jobs.wait_idle(PATIENCE_MS)
    camera.shoot(window, name)
