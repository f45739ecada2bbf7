"""The first two minutes, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ordermanager.domain.states import Folder
from ordermanager.ui.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


def focused() -> QPushButton:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QPushButton), widget
    return widget


def test_the_first_step_by_one_key_leads_to_orders_that_can_be_sent(
    qtbot: QtBot, jobs: Jobs, services: Services, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    assert window.orders.welcome.isVisible()
    assert "sandbox" in focused().text()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.folders.current_key == Folder.READY.value, timeout=30_000)
    assert jobs.wait_idle()
    assert window.orders.model.rowCount() > 10
    assert services.accounts.get().is_sandbox
    window.go_to(Folder.ALL.value)
    assert jobs.wait_idle()
    assert not window.orders.welcome.isVisible()


def test_the_steps_are_reached_by_tab_and_the_third_opens_the_accounts(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    open_window()
    seen = [focused().text()]
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused().text())
    assert len(set(seen)) == 3
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SettingsDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.property("page") == "accounts"
    dialog.close()


def test_skipped_it_stays_away_and_the_help_menu_has_it_again(
    qtbot: QtBot, jobs: Jobs, services: Services, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert not window.orders.welcome.isVisible()
    assert window.orders.empty.isVisible()
    window.close()
    assert jobs.wait_idle()
    again = open_window()
    assert again.orders.empty.isVisible()
    again.actions_table["welcome"].trigger()
    qtbot.waitUntil(again.orders.welcome.isVisible)
    again.go_to(Folder.DRAFTS.value)
    assert jobs.wait_idle()
    assert again.orders.empty.isVisible()
