"""Steps that are undone faster than they can be carried out are carried out in their order all the same."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ordermanager.ui.bulk import Wish
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

MANY = 120
CURRENCIES = ("USD", "EUR", "PLN")


@pytest.fixture
def user(qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs) -> User:
    user = User(qtbot, open_window(), jobs)
    user.wait()
    return user


def test_three_steps_at_once(user: User, services: Services, add_orders: Callable[..., list[int]]) -> None:
    ids = array("q", add_orders(MANY))
    user.wait_for(lambda: len(user.rows) == MANY)

    def currencies() -> set[str]:
        return {record.draft.get("currency") for record in services.orders.records(list(ids))}

    for code in CURRENCIES:  # asked for together, too
        user.window.bulk.change(ids, Wish("currency", code, code))
    user.wait()
    assert currencies() == {"PLN"}
    user.window.orders.table.setFocus()
    for _ in CURRENCIES:
        user.qtbot.keyClick(user.window.orders.table, Qt.Key.Key_Z, CTRL)
    user.wait()
    assert currencies() == {"UAH"}
    for _ in CURRENCIES:
        user.qtbot.keyClick(user.window.orders.table, Qt.Key.Key_Z, CTRL | SHIFT)
    user.wait()
    assert currencies() == {"PLN"}


def test_steps_of_every_kind_at_once(
    user: User, services: Services, add_orders: Callable[..., list[int]]
) -> None:
    """A change of many, what was typed into one of them after it, a deletion, and all of it back and forth."""
    ids = array("q", add_orders(MANY))
    user.wait_for(lambda: len(user.rows) == MANY)
    first = services.orders.find(["A-7"])[0]
    user.window.bulk.change(ids, Wish("currency", "USD", "USD"))
    user.wait()
    user.window.orders.table.go_to(first)
    user.wait()
    user.press(Qt.Key.Key_F3)
    user.window.pane.form.box("lastName").focus()
    user.type("Franko")
    user.press(Qt.Key.Key_S, CTRL)
    user.wait()
    user.window.bulk.change(ids, Wish("currency", "EUR", "EUR"))
    user.wait()
    user.window.commands.delete([first])
    user.wait()
    table = user.window.orders.table
    table.setFocus()

    def state() -> tuple[int, set[str], str]:
        records = services.orders.records(list(ids))
        there = {record.draft.get("currency") for record in records}
        names = {record.id: record.draft.get("lastName") for record in records}
        return user.window.orders.model.rowCount(), there, names[first]

    for _ in range(4):
        user.qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
    user.wait()
    assert state() == (MANY, {"UAH"}, "Shevchenko7")
    for _ in range(3):
        user.qtbot.keyClick(table, Qt.Key.Key_Z, CTRL | SHIFT)
    user.wait()
    assert state() == (MANY, {"EUR"}, "Franko")
