"""A list of today's orders shows tomorrow those of tomorrow: over midnight, and as a folder that was kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt

from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from tests.set_clock import SetClock
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 28, 21, 58, tzinfo=UTC))  # two minutes before midnight in Kyiv


@pytest.fixture
def services(tmp_path: Path, clock: SetClock) -> Iterator[Services]:
    with Services.open(tmp_path / "workspace", key_store=KeyStore.in_memory(), clock=clock) as opened:
        opened.settings.update(timezone="Europe/Kyiv")
        yield opened


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> User:
    for day in (27, 28, 29):
        add_orders(1, first=day, date=f"2026-11-{day} 00:00")
    user = User(qtbot, open_window(), jobs)
    user.wait()
    return user


def choose_date(user: User, name: str) -> None:
    """By the menu of the chip."""
    chip = user.window.orders.filters.date
    menu = chip.menu()
    menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
    entry = next(action for action in menu.actions() if action.text() == name)
    place = menu.actionGeometry(entry).center()
    user.qtbot.mouseMove(menu, place)
    user.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    user.wait()


def midnight(user: User, clock: SetClock) -> None:
    """It goes by, and the window looks at the clock."""
    clock.time = datetime(2026, 11, 28, 22, 1, tzinfo=UTC)
    user.window.orders.filters.move_on()
    user.window.kept.move_on()
    user.wait()


def test_over_midnight_today_is_another_day(user: User, clock: SetClock) -> None:
    filters = user.window.orders.filters
    choose_date(user, "Today")
    assert user.rows == ["A-28"]
    assert filters.date.text() == "Date: Today"
    midnight(user, clock)
    assert user.rows == ["A-29"]
    assert filters.date.text() == "Date: Today"


def test_days_that_were_named_stay(user: User, clock: SetClock) -> None:
    day = QDate(2026, 11, 28)
    user.window.orders.filters.choose_days(day, day)
    user.wait()
    midnight(user, clock)
    assert user.rows == ["A-28"]
    choose_date(user, "Yesterday")
    choose_date(user, "Any time")
    assert len(user.rows) == 3
    assert user.window.orders.filters.filters.is_empty


def test_a_kept_list_of_yesterday_moves_with_the_days(user: User, clock: SetClock) -> None:
    choose_date(user, "Yesterday")
    assert user.rows == ["A-27"]
    user.press(Qt.Key.Key_K, CTRL | SHIFT)
    user.wait()
    user.type("The day before")
    user.press(Qt.Key.Key_Return)
    user.wait()
    user.window.go_to(Folder.ALL.value)
    user.window.orders.filters.clear()
    user.wait()
    assert len(user.rows) == 3
    clock.time = datetime(2026, 11, 29, 12, tzinfo=UTC)
    user.window.go_to("kept:The day before")
    user.wait()
    assert user.rows == ["A-28"]
    assert user.window.orders.filters.date.text() == "Date: Yesterday"


def test_a_kept_list_is_counted_anew_when_a_day_begins(
    user: User, clock: SetClock, add_orders: Callable[..., list[int]]
) -> None:
    choose_date(user, "Today")
    user.press(Qt.Key.Key_K, CTRL | SHIFT)
    user.wait()
    user.press(Qt.Key.Key_Return)
    user.wait()
    folders = user.window.folders
    index = folders.model().index(next(n for n, key in enumerate(folders.keys) if key.startswith("kept:")), 0)
    add_orders(1, first=30, date="2026-11-29 08:00")
    user.wait_for(lambda: str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", 1"))
    midnight(user, clock)
    user.wait_for(lambda: str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", 2"))
