"""Many orders at once, by keys: cells filled down and edited together, texts replaced, links of items by a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ordermanager.ui.bulk import ChangeDialog
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def ids(add_orders: Callable[..., list[int]]) -> list[int]:
    return add_orders(3)


@pytest.fixture
def user(qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, ids: list[int]) -> User:
    user = User(qtbot, open_window(), jobs)
    user.wait()
    return user


def go_to_cell(user: User, row: int, key: str) -> None:
    model = user.window.orders.model
    column = next(number for number, column in enumerate(model.columns) if column.key == key)
    user.window.orders.table.choose_row(row, column)


def field(services: Services, order_id: int, name: str) -> str:
    return services.orders.get(order_id).draft.get(name)


def test_fill_down_gives_the_other_rows_the_first_one_s_value_and_is_undone(
    user: User, ids: list[int], services: Services
) -> None:
    go_to_cell(user, 0, "totalCost")
    first = user.window.orders.table.current_id
    others = [order_id for order_id in ids if order_id != first]
    services.orders.change_field([first], "totalCost", "77.00")
    user.wait()
    user.press(Qt.Key.Key_Down, SHIFT)
    user.press(Qt.Key.Key_Down, SHIFT)
    user.press(Qt.Key.Key_J, CTRL)
    user.wait_for(lambda: "2 orders" in user.message)
    assert {field(services, order_id, "totalCost") for order_id in others} == {"77.00"}
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "as before" in user.message)
    assert {field(services, order_id, "totalCost") for order_id in others} == {"100.50"}


def test_a_cell_edited_in_a_selection_is_offered_to_the_rest(
    user: User, ids: list[int], services: Services
) -> None:
    go_to_cell(user, 0, "totalCost")
    user.press(Qt.Key.Key_Down, SHIFT)
    user.press(Qt.Key.Key_F2)
    QApplication.focusWidget().selectAll()
    user.type("55.00")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "other 1 selected order too" in user.message)
    assert sum(field(services, one, "totalCost") == "55.00" for one in ids) == 1
    button = next(b for b in user.window.messages.findChildren(QPushButton) if b.text() == "Set")
    user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: sum(field(services, one, "totalCost") == "55.00" for one in ids) == 2)


def test_texts_are_replaced_after_seeing_what_would_change(
    user: User, ids: list[int], services: Services
) -> None:
    user.press(Qt.Key.Key_H, CTRL)
    user.type("shop.example")
    user.press(Qt.Key.Key_Tab)
    user.type("store.example")
    bar = next(bar for bar in user.window.orders.children() if hasattr(bar, "preview"))
    user.wait_for(lambda: "6 places" in bar.preview.text())
    assert "shop.example/teapot" in bar.preview.text()
    assert services.orders.get(ids[0]).draft.items[0]["url"] == "https://shop.example/teapot"
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "3 orders changed" in user.message)
    assert services.orders.get(ids[0]).draft.items[0]["url"] == "https://store.example/teapot"
    user.press(Qt.Key.Key_Escape)
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "3 orders as before" in user.message)
    assert services.orders.get(ids[0]).draft.items[0]["url"] == "https://shop.example/teapot"


def test_links_of_items_are_made_by_a_pattern(user: User, ids: list[int], services: Services) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChangeDialog)
    dialog.field.setFocus()
    user.press(Qt.Key.Key_End)
    user.press(Qt.Key.Key_Up)
    dialog.pattern.setFocus()
    dialog.pattern.selectAll()
    user.type("https://shop.example/p/")
    user.press(Qt.Key.Key_Return)
    assert "{externalItemId}" in dialog._problem.text()
    user.type("{externalItemId}")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "3 orders changed" in user.message)
    assert {services.orders.get(one).draft.items[0]["url"] for one in ids} == {"https://shop.example/p/SKU-1"}
