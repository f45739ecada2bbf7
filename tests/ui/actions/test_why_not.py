"""Every action is in a menu and in the palette, and says why it cannot be done where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from ordermanager.ui.actions.specs import REASONS, why_not
from ordermanager.ui.actions.table import ACTIONS, ActionSpec, Need
from ordermanager.ui.shell.palette import KEYS, Palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def window(open_window: Callable[[], MainWindow], add_orders: Callable[..., list[int]]) -> MainWindow:
    add_orders(3)
    return open_window()


def open_palette(window: MainWindow, qtbot: QtBot, text: str) -> Palette:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    palette.field.insert(text)  # QTest knows no key for …
    return palette


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: str(spec.id))
def test_it_says_what_is_missing_exactly_where_something_is(spec: ActionSpec) -> None:
    assert why_not(spec, set(Need)) == ""
    for missing in Need:
        reason = why_not(spec, set(Need) - {missing})
        assert reason == (REASONS[missing] if missing in spec.needs else "")


def test_every_action_is_in_one_menu_and_in_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    in_menus = [each.objectName() for menu in menus if isinstance(menu, QMenu) for each in menu.actions()]
    assert sorted(name for name in in_menus if name) == sorted(spec.id for spec in ACTIONS)
    for spec in ACTIONS:
        action = window.actions_table[spec.id]
        assert action.isEnabled() == (not window.actions_table.why_not(spec.id)), spec.id
        if spec.id == "palette":
            continue
        words = action.text().replace("&", "")
        palette = open_palette(window, qtbot, words)
        lines = [palette.list.item(row) for row in range(palette.list.count())]
        found = next(line for line in lines if line.text() == words)
        if not action.isEnabled():
            assert found.data(KEYS) == window.actions_table.why_not(spec.id)
        palette.reject()


def test_keys_of_what_cannot_be_done_say_why(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    table = window.orders.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F8)
    assert window.messages.text == "Nothing is being sent."
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.text == "There is nothing to take back."
    qtbot.keyClick(table, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.text == "Nothing that is selected waits in the outbox."
    table.clearSelection()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert window.messages.text == "Nothing is selected. Select a row of the list first."
    window.go_to("insights")
    assert jobs.wait_idle()
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.text.startswith("This is for a list.")


def test_the_palette_says_why_and_keeps_it_last(window: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(window, qtbot, "")
    assert all(palette.list.item(row).text() != "Pause" for row in range(palette.list.count()))
    palette.reject()
    palette = open_palette(window, qtbot, "withdraw")
    lines = [palette.list.item(row).text() for row in range(palette.list.count())]
    palette.list.setCurrentRow(len(lines) - 1)
    reason = palette.list.currentItem().data(KEYS)
    assert reason in {"Nothing that is selected waits in the outbox.", "The outbox is empty."}
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.messages.text == reason)


def test_a_menu_shows_the_reason(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    assert all(menu.toolTipsVisible() for menu in menus if isinstance(menu, QMenu))
    assert "Nothing is being sent." in window.actions_table["stop"].toolTip()
    window.orders.table.choose_row(0)
    assert "sent already" not in window.actions_table["queue"].toolTip()


def test_a_new_order_is_not_taken_for_the_one_that_was_current(
    window: MainWindow, jobs: Jobs, qtbot: QtBot
) -> None:
    window.orders.table.choose_row(0)
    assert window.actions_table["print"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_idle()
    assert not window.actions_table["print"].isEnabled()
    assert window.actions_table.why_not("print") == "No order is chosen. Choose one in the list first."
