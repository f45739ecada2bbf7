"""Ctrl+K finds whatever there is: settings too, in other words for them, and orders in spite of a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from ordermanager.ui.settings_dialog import SettingsDialog
from ordermanager.ui.settings_dialog.index import SETTINGS
from ordermanager.ui.shell.palette import Palette
from tests.ui.user import CTRL, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> Iterator[User]:
    add_orders(3)
    user = User(qtbot, open_window(), jobs)
    user.wait_for(lambda: len(user.rows) == 3)
    yield user
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


def look_for(user: User, text: str) -> list[str]:
    user.window.orders.table.setFocus()
    user.press(Key.Key_K, CTRL)
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    user.type(text)
    user.wait()
    return [palette.list.item(row).text() for row in range(palette.list.count())]


@pytest.mark.parametrize(
    ("typed", "focused"),
    [
        ("language", "Language"),
        ("time zone", "Dates without a time zone are in"),
        ("phones without", "Phones without a country code are from"),
        ("currency of", "Currency of a new order"),
        ("api key", "Accounts"),
        ("before sending", "Show what will happen before sending"),
    ],
)
def test_a_setting_opens_where_it_stands(user: User, typed: str, focused: str) -> None:
    assert look_for(user, typed)
    user.press(Key.Key_Return)
    user.wait_for(lambda: isinstance(QApplication.activeModalWidget(), SettingsDialog))

    def has_keys() -> bool:
        widget = QApplication.focusWidget()
        return widget is not None and focused in (
            widget.accessibleName(),
            getattr(widget, "text", str)().replace("&", ""),
        )

    user.wait_for(has_keys)


def test_of_choices_the_chosen_one_has_the_keys(user: User) -> None:
    look_for(user, "rules required")
    user.press(Key.Key_Return)
    user.wait_for(lambda: isinstance(QApplication.focusWidget(), QRadioButton))
    button = QApplication.focusWidget()
    assert isinstance(button, QRadioButton)
    assert button.isChecked()


def test_every_setting_of_the_dialog_is_there(user: User, services: Services) -> None:
    """What is on a page and has the keys is a setting of the index, or belongs to one."""
    names = look_for(user, "setting")
    for setting in SETTINGS:
        assert f"Setting: {setting.name}" in names


def test_the_list_is_sorted_from_it(user: User) -> None:
    assert "Sort by Order ID" in look_for(user, "sort by order")
    user.press(Key.Key_Return)
    user.wait_for(lambda: user.rows == ["A-1", "A-2", "A-3"])
    look_for(user, "sort by order")
    user.press(Key.Key_Return)
    user.wait_for(lambda: user.rows == ["A-3", "A-2", "A-1"])


def test_an_order_is_found_in_spite_of_a_slip(user: User) -> None:
    assert any("A-2" in line for line in look_for(user, "clinet2"))


def test_the_order_with_this_very_id_comes_first(
    user: User, add_orders: Callable[..., list[int]], services: Services
) -> None:
    add_orders(1, first=1001)
    for number in (10011, 10012, 10013):
        add_orders(1, first=number)
    user.wait()
    (row,) = services.orders.rows(services.orders.find(["A-1001"]))
    found = look_for(user, row.external_order_id)
    assert found[0].startswith("A-1001 ")
    assert len(found) == len(set(found)) == 4
    user.press(Key.Key_Return)
    user.wait_for(lambda: user.window.orders.table.current_id == row.id)
