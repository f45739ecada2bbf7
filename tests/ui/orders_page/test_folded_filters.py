"""Filters above the list, with text of 200 % on the smallest screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ordermanager.domain.states import Folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


def test_filters_leave_the_room_to_the_list_until_they_are_asked_for(
    large: None,
    spoken: str,
    qtbot: QtBot,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    def settle() -> None:
        assert jobs.wait_idle()
        for _ in range(3):
            QApplication.processEvents()

    add_orders(1)
    add_orders(2, 5, currency="EUR")
    window = small()
    window.go_to(Folder.ALL.value)
    settle()
    bar, page = window.orders.filters, window.orders
    one_line = bar.height()
    assert one_line < 2 * bar._status.sizeHint().height()
    first = bar._folding
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Space)
    settle()
    assert bar._currency.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bar._state
    bar.asked.emit(bar.filters._replace(findings="none"))
    settle()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    settle()
    assert bar._findings.isVisible()  # by which the list is narrowed
    assert not bar._status.isVisible()
    window.actions_table["filter"].trigger()
    assert QApplication.focusWidget() is bar._state
    window.resize(1920, 1080)
    settle()
    assert not first.isVisible()
    assert bar._currency.isVisible()
