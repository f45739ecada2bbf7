"""A search with a slip in it: the list says that nothing matched exactly and shows what is similar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


def search(qtbot: QtBot, jobs: Jobs, window: MainWindow, text: str) -> None:
    box = window.orders.search
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert jobs.wait_idle()


def test_a_slip_is_forgiven_and_said(
    qtbot: QtBot, jobs: Jobs, open_window: Callable[[], MainWindow], add_orders: Callable[..., list[int]]
) -> None:
    wanted = add_orders(1, lastName="Kovalenko")
    add_orders(3, first=2, lastName="Bondar")
    window = open_window()
    page = window.orders
    search(qtbot, jobs, window, "kovaelnko")
    assert list(page.model.ids_between(0, 9)) == wanted
    assert page.similar.isVisible()
    assert page.similar.text() == "No exact match for “kovaelnko”. Similar: kovalenko"
    assert page.search.text() == "kovaelnko"

    page.table.sort_asked.emit("date", False)  # sorted anew, it is still there
    assert jobs.wait_idle()
    assert list(page.model.ids_between(0, 9)) == wanted

    search(qtbot, jobs, window, "bondar")
    assert page.model.rowCount() == 3
    assert not page.similar.isVisible()


def test_what_is_like_nothing_says_so(
    qtbot: QtBot, jobs: Jobs, open_window: Callable[[], MainWindow], add_orders: Callable[..., list[int]]
) -> None:
    add_orders(2)
    window = open_window()
    search(qtbot, jobs, window, "xylophone")
    assert window.orders.empty.isVisible()
    assert window.orders.empty.heading == "Nothing found for “xylophone”"
    assert not window.orders.similar.isVisible()
    qtbot.keyClick(window.orders.search, Qt.Key.Key_Escape)
    assert jobs.wait_idle()
    assert window.orders.model.rowCount() == 2
