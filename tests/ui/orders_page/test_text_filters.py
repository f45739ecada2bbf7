"""A part of a column's text: a chip for each column, which says it and takes it away alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from tests.ui.user import User

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> User:
    for number, (name, email) in enumerate(
        [("Ann", "a@x.example"), ("Ann", "b@y.example"), ("Bob", "c@y.example")]
    ):
        add_orders(1, first=number, firstName=name, lastName="", email=email)
    user = User(qtbot, open_window(), jobs)
    user.wait()
    return user


def chips(user: User) -> list[QToolButton]:
    """Those of texts, as they stand from left to right."""
    found = user.window.orders.filters.findChildren(QToolButton)
    return sorted(
        (each for each in found if each.isVisible() and "“" in each.text()),
        key=lambda each: (each.y(), each.x()),
    )


def narrow(user: User, **parts: str) -> None:
    for column, part in parts.items():
        user.window.orders.filters.filter_text(column, "", part)
        user.wait()


def test_each_column_has_its_own_chip_in_the_order_of_asking(user: User) -> None:
    narrow(user, email="y.ex", name="an")
    assert [chip.text() for chip in chips(user)] == ["E-mail: “y.ex”", "Customer: “an”"]
    assert [chip.accessibleName() for chip in chips(user)] == ["E-mail: “y.ex”", "Customer: “an”"]
    assert user.window.orders.model.rowCount() == 1
    link = user.window.orders.filters.clear_link
    assert (chips(user)[-1].y(), chips(user)[-1].x()) < (link.y(), link.x())
    chips(user)[0].setFocus()
    user.press(Qt.Key.Key_Tab)
    assert chips(user)[1].hasFocus()


def test_one_is_taken_away_by_a_key_and_the_other_stays(user: User) -> None:
    narrow(user, email="y.ex", name="an")
    chips(user)[0].setFocus()
    user.press(Qt.Key.Key_Space)
    user.wait()
    assert [chip.text() for chip in chips(user)] == ["Customer: “an”"]
    assert user.window.orders.model.rowCount() == 2
    narrow(user, name="bo")
    assert [chip.text() for chip in chips(user)] == ["Customer: “bo”"]
    chips(user)[0].setFocus()
    user.press(Qt.Key.Key_Return)
    user.wait()
    assert not chips(user)
    assert user.window.orders.model.rowCount() == 3


def test_enter_opens_the_menu_of_a_chip(user: User) -> None:
    user.window.orders.filters.focus_first()
    user.press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    user.press(Qt.Key.Key_Escape)
    assert user.window.orders.table.hasFocus()
