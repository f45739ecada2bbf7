"""Lists kept as folders, by keys: kept, named, gone to, counted, brought up to date, taken away and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ordermanager.domain.states import Folder
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> User:
    add_orders(3)
    user = User(qtbot, open_window(), jobs)
    user.wait()
    return user


def keep_search(user: User, search: str, name: str) -> None:
    user.press(Qt.Key.Key_F, CTRL)
    user.type(search)
    user.wait_for(lambda: len(user.rows) == 1)
    user.press(Qt.Key.Key_K, CTRL | SHIFT)
    user.wait_for(lambda: user.window.folders.isAncestorOf(QApplication.focusWidget()))
    user.wait()
    user.type(name)
    user.press(Qt.Key.Key_Return)


def names(user: User) -> list[str]:
    return [place.name for place in user.window.folders.places if place.is_kept]


def test_a_search_is_kept_named_in_place_and_gone_back_to(user: User, services: Services) -> None:
    keep_search(user, "shevchenko2", "The second")
    user.wait_for(lambda: names(user) == ["The second"])
    assert list(services.settings.get().lists) == ["The second"]
    user.window.go_to(Folder.ALL.value)
    user.wait()
    assert len(user.rows) == 3
    folders = user.window.folders
    folders.setFocus()
    for _ in range(list(folders.keys).index("kept:The second")):
        user.press(Qt.Key.Key_Down)
    user.wait_for(lambda: user.rows == ["A-2"])
    assert user.window.orders.search.text() == "shevchenko2"
    index = folders.model().index(folders.keys.index("kept:The second"), 0)
    user.wait_for(lambda: index.data(Qt.ItemDataRole.AccessibleTextRole) == "The second, 1")


def test_counts_that_arrive_leave_alone_the_name_that_is_being_typed(
    user: User, add_orders: Callable[..., list[int]]
) -> None:
    user.press(Qt.Key.Key_K, CTRL | SHIFT)
    user.wait_for(lambda: user.window.folders.isAncestorOf(QApplication.focusWidget()))
    user.type("Mine")
    add_orders(1, first=50)
    folders = user.window.folders
    all_orders = folders.model().index(0, 0)
    user.wait_for(lambda: str(all_orders.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", 4"))
    user.type(" own")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: names(user) == ["Mine own"])


def test_enter_goes_on_from_the_search_to_what_it_found(user: User) -> None:
    user.press(Qt.Key.Key_F, CTRL)
    user.type("shevchenko2")
    user.wait_for(lambda: user.rows == ["A-2"])
    user.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is user.window.orders.table
    user.press(Qt.Key.Key_F, CTRL)
    user.type("nobody at all")
    user.press(Qt.Key.Key_Return)
    assert user.window.orders.search.hasFocus(), "it is searched first"
    user.wait_for(lambda: user.rows == [])
    user.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_a_kept_list_is_taken_away_by_a_key_and_brought_back(user: User) -> None:
    keep_search(user, "shevchenko3", "Third")
    user.wait_for(lambda: names(user) == ["Third"])
    user.window.folders.setFocus()
    user.press(Qt.Key.Key_Delete)
    user.wait_for(lambda: names(user) == [])
    assert "Third" in user.message
    assert user.window.folders.current_key == Folder.ALL.value
    button = next(b for b in user.window.messages.findChildren(QPushButton) if b.text() == "Undo")
    user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: names(user) == ["Third"])


def test_kept_lists_are_renamed_moved_and_brought_up_to_date(user: User) -> None:
    keep_search(user, "shevchenko1", "One")
    user.wait_for(lambda: names(user) == ["One"])
    keep_search(user, "shevchenko2", "One")
    user.wait_for(lambda: names(user) == ["One", "One 2"])
    menu = user.window.kept.menu("kept:One 2")
    next(action for action in menu.actions() if action.text() == "Move up").trigger()
    user.wait_for(lambda: names(user) == ["One 2", "One"])
    user.window.go_to("kept:One")
    user.press(Qt.Key.Key_F, CTRL)
    user.type("shevchenko3")
    user.wait_for(lambda: user.rows == ["A-3"])
    menu = user.window.kept.menu("kept:One")
    next(action for action in menu.actions() if action.text() == "Keep what is shown now").trigger()
    user.wait()
    user.window.go_to(Folder.ALL.value)
    user.wait()
    user.window.go_to("kept:One")
    user.wait_for(lambda: user.rows == ["A-3"])
    user.window.folders.setFocus()
    user.press(Qt.Key.Key_F2)
    QApplication.focusWidget().selectAll()
    user.type("Uno")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: names(user) == ["One 2", "Uno"])
    assert user.window.folders.current_key == "kept:Uno"
