"""What the window loads before its list is there (every module more is time that a person waits), and that it can be
used from then on: what is made later is made at once when a key asks for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ordermanager.domain.draft import OrderDraft
from ordermanager.services.app import Services
from ordermanager.ui.shell.main_window import MainWindow
from ordermanager.ui.shell.overview import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QWindow
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "first_paint.py"
HEAVY = {
    "PySide6.QtNetwork",
    "apsw.ext",
    "argparse",
    "asyncio",
    "charset_normalizer",
    "dataclasses",  # each that is made is a text that is compiled, which takes as long as loading two modules
    "email_validator",
    "hashlib",
    "html",
    "httpcore",
    "httpx",
    "inspect",
    "keyring",
    "logging",
    "msgspec",
    "numpy",
    "phonenumbers",
    "pydantic",
    "pyqtgraph",
    "python_calamine",
    "socket",
    "ssl",
    "tempfile",
    "traceback",
    "uuid",
    "xlsxwriter",
    "zipfile",
    "ordermanager.domain.checks.checks",
    "ordermanager.services.keys",
    "ordermanager.services.orders.orders",
    "ordermanager.services.results",
    "ordermanager.store.orders.rechecking",
    "ordermanager.store.records",
    "ordermanager.store.outbox.records",
    "ordermanager.ui.bulk",
    "ordermanager.ui.controls.open_dialog",
    "ordermanager.ui.controls.whole_line",
    "ordermanager.ui.latest",
    "ordermanager.ui.actions.deeds",
    "ordermanager.ui.actions.undo",
    "ordermanager.ui.history",
    "ordermanager.ui.import_dialog",
    "ordermanager.ui.insights_page",
    "ordermanager.ui.order_pane",
    "ordermanager.ui.settings_dialog",
    "ordermanager.ui.shell.welcome",
    "ordermanager.ui.shell.window_rest",
}
BEHIND_TABS = {
    "ordermanager.domain.history.explain",
    "ordermanager.domain.history.order_diff",
    "ordermanager.ui.json_view",
    "ordermanager.ui.order_pane.contact_tab",
    "ordermanager.ui.order_pane.json_tab",
    "ordermanager.ui.order_pane.timeline_tab",
}
WHERE_IT_TAKES_LONG = "ordermanager.ui.shell.opening"
"""Shown on a machine that is busy with other things."""
MOST_MODULES = 123
"""Of ours, with their folders, from the command on. There were 183 and fewer folders when all of the window was made
before its list."""

MORE_THAN_A_SCREEN = 80
"""So that the first rows come before all are counted."""


def test_the_list_is_painted_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    modules = what_a_start_loads(tmp_path)
    assert "ordermanager.ui.orders_page" in modules
    assert not HEAVY & modules
    ours = sorted(name for name in modules - {WHERE_IT_TAKES_LONG} if name.startswith("ordermanager"))
    assert len(ours) <= MOST_MODULES, ours


def test_the_whole_window_is_made_before_what_stands_behind_its_other_tabs(tmp_path: Path) -> None:
    modules = what_a_start_loads(tmp_path, "whole")
    assert "ordermanager.ui.order_pane.form" in modules
    assert not BEHIND_TABS & modules


def what_a_start_loads(folder: Path, until: str = "") -> set[str]:
    """The modules that are loaded when the list is painted, or `until` the window is whole."""
    with Services.open(folder) as services:
        services.orders.save(OrderDraft({"externalOrderId": "1001"}))
    command = [sys.executable, str(SCRIPT), str(folder), until]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=environment)
    word, *modules = said.stdout.split()
    assert word == "painted"
    return set(modules)


# -- keys right after the list was painted


@pytest.fixture
def painted(
    qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language
) -> Iterator[Callable[[Callable[[MainWindow, QWindow], None]], MainWindow]]:
    """Opens the window as a start does, and does something at the moment when its list was painted first."""
    for number in range(1001, 1001 + MORE_THAN_A_SCREEN):
        services.orders.save(OrderDraft({"externalOrderId": str(number)}))

    def open_and(deed: Callable[[MainWindow, QWindow], None]) -> MainWindow:
        window = MainWindow(services, jobs, theme, language)
        qtbot.addWidget(window)
        done: list[bool] = []

        def do() -> None:
            assert not window.is_whole
            deed(window, window.windowHandle())
            assert window.is_whole, "the key found half a window"
            done.append(True)

        window.show()
        window.activateWindow()
        window.orders.table.rows_painted.connect(do, Qt.ConnectionType.QueuedConnection)
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        assert jobs.wait_idle()
        return window

    yield open_and
    QApplication.processEvents()


Open = "Callable[[Callable[[MainWindow, QWindow], None]], MainWindow]"


def test_a_search_typed_at_once_is_searched(painted: Open) -> None:
    def type_it(_window: MainWindow, keys: QWindow) -> None:
        QTest.keyClick(keys, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        for key in "1003":
            QTest.keyClick(keys, key)

    window = painted(type_it)
    assert window.orders.search.text() == "1003"
    assert window.orders.query.search == "1003"
    assert window.orders.model.rowCount() == 1


def test_down_and_f3_at_once_open_the_next_order(painted: Open) -> None:
    shown: list[int | None] = []

    def press(window: MainWindow, keys: QWindow) -> None:
        QTest.keyClick(keys, Qt.Key.Key_Down)
        shown.append(window.orders.table.current_id)
        QTest.keyClick(keys, Qt.Key.Key_F3)

    window = painted(press)
    assert shown[0] is not None
    assert window.orders.table.current_id == shown[0]
    assert window.pane.current_order_id == shown[0]
    assert window.keyboard.is_in_pane


def test_the_keys_begin_at_the_first_order(painted: Open) -> None:
    rows: list[int] = []

    def press(window: MainWindow, keys: QWindow) -> None:
        rows.append(window.orders.table.currentIndex().row())
        QTest.keyClick(keys, Qt.Key.Key_Down)
        rows.append(window.orders.table.currentIndex().row())

    painted(press)
    assert rows == [0, 1]


def test_a_new_order_can_be_begun_at_once(painted: Open) -> None:
    window = painted(
        lambda _window, keys: QTest.keyClick(keys, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    )
    assert window.pane.current_order_id is None
    assert window.keyboard.is_in_pane


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_K, "palette"), (Qt.Key.Key_Comma, "settings")])
def test_the_palette_and_the_settings_open_at_once(painted: Open, key: Qt.Key, name: str) -> None:
    painted(lambda _window, keys: QTest.keyClick(keys, key, Qt.KeyboardModifier.ControlModifier))
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert isinstance(dialog, QWidget)
    assert not isinstance(dialog, MainWindow), f"no {name}"
    dialog.close()


def test_a_shortcut_of_what_is_made_last_works_at_once(painted: Open) -> None:
    """The filters are reached by what is made in the last step."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    window = painted(lambda _window, keys: QTest.keyClick(keys, Qt.Key.Key_F, control | shift))
    focus = window.focusWidget()
    assert focus is not None
    assert window.orders.filters.isAncestorOf(focus)


def test_a_click_at_once_finds_the_whole_window(painted: Open) -> None:
    def click(window: MainWindow, handle: QWindow) -> None:
        button = window.tools.widgetForAction(window.tools.actions()[0])
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=button.mapTo(window, button.rect().center()))

    window = painted(click)
    assert window.pane.current_order_id is None
    assert window.keyboard.is_in_pane


def test_a_menu_that_is_opened_at_once_has_its_entries(painted: Open) -> None:
    entries: list[str] = []

    def click(window: MainWindow, handle: QWindow) -> None:
        bar = window.menuBar()
        title = bar.actions()[0]
        place = bar.mapTo(window, bar.actionGeometry(title).center())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)
        menu = title.menu()
        assert isinstance(menu, QMenu)
        assert menu.isVisible()
        entries.extend(action.toolTip() for action in menu.actions() if not action.isSeparator())
        menu.close()

    painted(click)
    assert any("Ctrl+N" in entry for entry in entries)


def test_left_alone_the_window_makes_itself_whole(
    qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language
) -> None:
    services.orders.save(OrderDraft({"externalOrderId": "1001"}))
    window = MainWindow(services, jobs, theme, language)
    qtbot.addWidget(window)
    window.show()
    assert not window.is_whole
    assert jobs.wait_idle()
    assert window.is_whole
    assert window.has_pane
    assert window.pane.current_order_id == window.orders.table.current_id


def test_counts_come_after_the_first_rows_and_at_once_where_there_are_none(
    qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language
) -> None:
    for number in range(2):
        window = MainWindow(services, jobs, theme, language)
        qtbot.addWidget(window)
        if number:  # as a start does, which shows the window when the rows are there
            qtbot.waitUntil(lambda window=window: window.orders.model.rowCount() == 1)
        assert window.overview.state == State()
        with qtbot.waitSignal(window.overview.updated):
            window.show()
        assert window.overview.state.is_empty == (not number)
        assert (
            window.folders.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("1")
            == number
        )
        assert jobs.wait_idle()
        with qtbot.waitSignal(jobs.changed):  # the next window is not to hear of it
            services.orders.save(OrderDraft({"externalOrderId": "1001"}))
        window.close()
