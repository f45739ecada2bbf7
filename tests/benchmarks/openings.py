"""Opens every place, dialog and menu of the window, as on a person's first day, and says how long it did not answer:
`openings.py FOLDER [--once] [--profile PATTERN]` prints one JSON object: the worst turn of each step, in milliseconds.

In a process of its own, and with nothing loaded before: what is opened first pays for what it needs. FOLDER is made by
openings_workspace.
"""

from __future__ import annotations

import argparse
import cProfile
import fnmatch
import json
import pstats
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QTabWidget, QToolButton, QWidget

from ordermanager.domain.states import Folder
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.app import Program, make_application
from tests.benchmarks.openings_day import Day
from tests.benchmarks.openings_workspace import HUGE
from tests.benchmarks.turns import Turns, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.ui.shell.main_window import MainWindow

DIALOGS = (
    "palette", "change", "send_later", "runs", "backups", "shortcuts", "settings", "connect", "new_status",
    "preview_send", "delete_at_yespo", "paste", "duplicates",
)  # fmt: skip
"""Actions that open a dialog of ours; those of the system (files, printing) are not ours to make quick."""
IN_PLACE = (
    "new",
    "edit",
    "filter",
    "search",
    "replace",
    "keep_list",
    "show_pane",
    "show_pane",
    "about",
    "welcome",
    "pin_column",
    "pin_column",
)
"""In the window itself; what is a switch is put back."""
MEGABYTE = 1_000_000
AT_REST_MS = 2500
"""A person looks at the window before doing anything; meanwhile it loads what may come next."""


class Walk:
    """Goes through the window and keeps the worst turn of each step, in milliseconds."""

    def __init__(self, window: MainWindow, folder: Path, profiled: str = "") -> None:
        self.worst: dict[str, float] = {}
        self._window = window
        self._jobs = window.jobs
        self._folder = folder
        self._profiled = profiled
        self._turns = Turns()

    def go(self, *, once: bool = False) -> None:
        """Everything, what may have loaded something twice."""
        self._places("first")
        self._order()
        self._history()
        self._in_place()
        self._menus()
        self._dialogs("first")
        self._customers()
        self._import("first")
        if not once:
            self._places("again")
            self._dialogs("again")
            self._import("again")
        self._huge()
        Day(self._window, self.step).go()
        self._looks()

    def step(self, name: str, deed: Callable[[], object]) -> None:
        """Do it as a turn of its own of the event loop, and wait until all is done that comes of it."""
        profile = cProfile.Profile() if self._profiled and fnmatch.fnmatch(name, self._profiled) else None
        self._turns.begin()
        QTimer.singleShot(0, deed)
        if profile is not None:
            profile.enable()
        settle(self._jobs)
        if profile is not None:
            profile.disable()
            pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(60)
        self.worst[name] = round(self._turns.end() * 1000, 1)

    def _places(self, when: str) -> None:
        for key in self._window.folders.keys:
            self.step(f"place {key}, {when}", lambda key=key: self._window.go_to(key))

    def _order(self) -> None:
        window = self._window
        self.step("folder of all orders", lambda: window.go_to(Folder.ALL.value))
        tabs = _the(QTabWidget, window.pane)
        for number in (*range(tabs.count()), 0):
            self.step(f"order, tab {number}", lambda number=number: tabs.setCurrentIndex(number))
        self.step("all orders selected", window.orders.table.selectAll)
        self.step("one order selected", lambda: window.orders.table.choose_row(0))

    def _history(self) -> None:
        window = self._window
        window.go_to("history")
        settle(self._jobs)
        tabs = window.history.tabs
        for number in range(tabs.count()):
            self.step(f"history, tab {number}", lambda number=number: tabs.setCurrentIndex(number))
        self.step("history, tree", lambda: tabs.sent_json.show_tree())

    def _in_place(self) -> None:
        window = self._window
        window.go_to(Folder.ALL.value)
        settle(self._jobs)
        for number, action in enumerate(IN_PLACE):
            self.step(f"action {number} {action}", window.actions_table[action].trigger)
            self._close_dialogs()
        window.go_to(Folder.DRAFTS.value)
        settle(self._jobs)
        window.go_to(Folder.ALL.value)
        settle(self._jobs)

    def _menus(self) -> None:
        window = self._window
        for action in window.menuBar().actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                self._menu(f"menu {action.text()}", menu)
        for number, chip in enumerate(window.orders.filters.findChildren(QToolButton)):
            if chip.isVisible() and chip.menu() is not None:
                self._menu(f"menu of chip {number}", chip.menu())

    def _menu(self, name: str, menu: QMenu) -> None:
        self.step(name, lambda: menu.popup(self._window.mapToGlobal(QPoint(50, 50))))
        menu.hide()

    def _dialogs(self, when: str) -> None:
        window = self._window
        window.go_to(Folder.ALL.value)
        window.keyboard.go_to_list()
        settle(self._jobs)
        keys = [column.key for column in window.orders.model.columns]
        window.orders.table.choose_row(0, keys.index("externalOrderId"))
        settle(self._jobs)
        QApplication.clipboard().setText("P-1\tDelivered\nP-2\tx\nP-3\tCancelled")
        for action in DIALOGS:
            self.step(f"dialog {action}, {when}", window.actions_table[action].trigger)
            if action == "settings":
                self._settings(when)
            self._close_dialogs(f"dialog {action} closed, {when}")

    def _settings(self, when: str) -> None:
        dialog: Any = QApplication.activeModalWidget()
        for row in range(dialog.pages.count()):
            self.step(f"settings, page {row}, {when}", lambda row=row: dialog.pages.setCurrentRow(row))

    def _customers(self) -> None:
        window = self._window
        window.go_to("customers")
        settle(self._jobs)
        self.step("dialog forget", window.customers.forget.click)
        self._close_dialogs()

    def _import(self, when: str) -> None:
        window = self._window
        window.go_to(Folder.ALL.value)
        settle(self._jobs)
        self.step(f"import, empty, {when}", lambda: window.deeds.open_import(None))
        self._close_dialogs(f"import, empty, closed, {when}")
        self.step(f"import, file, {when}", lambda: window.deeds.open_import(self._folder / "import.csv"))
        dialog: Any = QApplication.activeModalWidget()
        for number in range(dialog.work.tabs.count()):
            self.step(
                f"import, tab {number}, {when}",
                lambda number=number: dialog.work.tabs.setCurrentIndex(number),
            )
        self.step(f"import, review, {when}", dialog.work.review_button.click)
        groups = dialog.review.groups
        for row in range(groups.count()):
            self.step(f"import, group {row}, {when}", lambda row=row: groups.setCurrentRow(row))
        self.step(f"import, review, replace, {when}", lambda: dialog.review.find_bar.open("email"))
        self._close_dialogs(f"import, file, closed, {when}")

    def _huge(self) -> None:
        window = self._window
        number = window.services.orders.find([HUGE])[0]
        other = next(each for each in window.services.orders.list_ids(OrderQuery()) if each != number)
        window.pane.show_order(other)
        settle(self._jobs)
        self.step("order of two megabytes", lambda: window.show_order(number))
        shown = len(window.pane.form.draft().get("deliveryAddress"))
        if shown < MEGABYTE:
            raise RuntimeError(f"{shown} letters are shown, of order {window.pane.current_order_id}")
        self.step("order of two megabytes, left", lambda: window.pane.show_order(other))
        self.step("order of two megabytes, again", lambda: window.pane.show_order(number))

    def _looks(self) -> None:
        window = self._window
        self.step("look dark", window.switch_theme)
        self.step("look light", window.switch_theme)
        self.step("language uk", lambda: window.speak("uk"))
        for key in ("history", "insights", Folder.ALL.value):
            self.step(f"place {key}, in another language", lambda key=key: window.go_to(key))
        self.step("language en", lambda: window.speak("en"))
        for key in ("insights", "history"):
            self.step(f"place {key}, in the first language again", lambda key=key: window.go_to(key))
            self.step(f"language uk, seen in {key}", lambda: window.speak("uk"))
            self.step(f"language en, seen in {key}", lambda: window.speak("en"))

    def _close_dialogs(self, name: str = "") -> None:
        while (dialog := QApplication.activeModalWidget()) is not None:
            if name:
                self.step(name, dialog.close)
            else:
                dialog.close()
                settle(self._jobs)
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget is not self._window:
                widget.close()
        settle(self._jobs)


def _the(kind: type[Any], owner: QWidget) -> Any:
    found = owner.findChild(kind)
    if found is None:
        raise RuntimeError(f"no {kind.__name__}")
    return found


def main(folder: Path, *, once: bool, profiled: str) -> dict[str, float]:
    """Start the program as its user does, and walk."""
    app = make_application()
    program = Program(app, folder / "workspace", demo=True)
    program.start()
    loop = QEventLoop()
    while program.window is None:
        QTimer.singleShot(20, loop, loop.quit)
        loop.exec()
    settle(program.jobs, AT_REST_MS)
    walk = Walk(program.window, folder, profiled)
    walk.go(once=once)
    program.window._is_closing = True
    program.window.close()
    program.end()
    return walk.worst


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--once", action="store_true", help="not the second opening of everything")
    parser.add_argument("--profile", default="", help="a pattern of steps whose profile is printed")
    given = parser.parse_args()
    print(json.dumps(main(given.folder, once=given.once, profiled=given.profile)))
