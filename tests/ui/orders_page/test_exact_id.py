"""Searching for an order's ID: the order that has this very ID is the current one, wherever it stands in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.user import CTRL, User

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
    for first in (1001, 10010, 10011, 10012):
        add_orders(1, first=first)
    user = User(qtbot, open_window(), jobs)
    user.wait()
    return user


def search(user: User, text: str) -> None:
    user.press(Qt.Key.Key_F, CTRL)
    user.type(text)
    user.press(Qt.Key.Key_Return)
    user.wait()


def test_the_very_id_is_current_and_the_list_stays_sorted(user: User, services: Services) -> None:
    (wanted,) = services.orders.find(["A-1001"])
    search(user, "A-1001")
    model, table = user.window.orders.model, user.window.orders.table
    assert model.rowCount() == 4
    assert table.current_id == wanted
    assert table.currentIndex().row() == 3
    assert user.window.pane.current_order_id == wanted
    assert user.window.orders.search.hasFocus()


def test_without_such_an_id_the_first_is_current(user: User) -> None:
    search(user, "A-100")
    assert user.window.orders.model.rowCount() == 4
    assert user.window.orders.table.currentIndex().row() == 0


def test_the_next_search_is_not_disturbed_by_the_last(user: User, services: Services) -> None:
    search(user, "A-1001")
    user.window.orders.search.selectAll()
    user.type("A-10011")
    user.press(Qt.Key.Key_Return)
    (wanted,) = services.orders.find(["A-10011"])
    user.wait()
    assert user.window.orders.table.current_id == wanted
    assert user.window.orders.model.rowCount() == 1
