"""Orders stay where they are while someone works on them, and cells are written as in a spreadsheet."""

from __future__ import annotations

import time
from array import array
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ordermanager.domain.states import Folder
from ordermanager.ui.big_table.places import keep_places
from ordermanager.ui.look.theme import ICON
from tests.ui.bulk.test_bulk_texts import field, go_to_cell
from tests.ui.user import CTRL, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

Key = Qt.Key


@pytest.mark.parametrize(
    ("shown", "found", "kept"),
    [
        ([1, 2, 3], [3, 1, 2], [1, 2, 3]),
        ([1, 2, 3], [1, 3], [1, 3]),
        ([1, 2, 3], [4, 3, 1, 2], [4, 1, 2, 3]),
        ([1, 2, 3], [3, 4, 1, 2], [1, 2, 3, 4]),
        ([1, 2, 3], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
        ([1, 2, 3], [], []),
        ([], [2, 1], [2, 1]),
        ([5], list(range(1000)), list(range(1000))),
    ],
)
def test_who_was_shown_stays_in_its_place(shown: list[int], found: list[int], kept: list[int]) -> None:
    assert keep_places(array("q", shown), array("q", found)).tolist() == kept


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_it_is_always_what_was_found_in_the_old_order(shown: list[int], found: list[int]) -> None:
    kept = keep_places(array("q", shown), array("q", found)).tolist()
    assert sorted(kept) == sorted(found)
    assert [one for one in kept if one in shown] == [one for one in shown if one in found]
    new = [one for one in found if one not in shown]
    assert set(kept) - set(shown) == set(new)


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> User:
    add_orders(12)
    user = User(qtbot, open_window(), jobs)
    user.window.resize(1900, 900)
    user.wait_for(lambda: len(user.rows) == 12)
    return user


def test_a_column_is_written_down_as_in_a_spreadsheet(user: User, services: Services) -> None:
    """The list is sorted by the last change, and yet no row jumps away."""
    before = user.rows
    go_to_cell(user, 4, "phone")
    for number in range(3):
        for letter in f"05012345{number:02}":
            user.type(letter)
        user.press(Key.Key_Return)
    user.qtbot.wait(400)  # longer than the list waits before it is asked again
    user.wait()
    assert user.rows == before
    assert user.window.orders.table.currentIndex().row() == 7
    phones = [field(services, services.orders.find([name])[0], "phone") for name in before[4:7]]
    assert phones == ["0501234500", "0501234501", "0501234502"]
    user.window.go_to(Folder.READY.value)  # whoever asks for a list gets it sorted
    user.wait_for(lambda: user.rows[0] == before[6])


@pytest.mark.parametrize("begin", [Key.Key_F2, Key.Key_C])
def test_a_status_is_chosen_by_arrows(user: User, services: Services, begin: Key) -> None:
    go_to_cell(user, 2, "status")
    order = user.rows[2]
    user.press(begin)
    user.wait_for(lambda: QApplication.activePopupWidget() is not None)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        user.press(key)
    user.wait_for(lambda: field(services, services.orders.find([order])[0], "status") == "DELIVERED")


def test_escape_leaves_the_cell_as_it_was(user: User, services: Services) -> None:
    go_to_cell(user, 2, "email")
    user.type("x")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "x"
    user.press(Key.Key_Escape)
    assert user.window.orders.table.hasFocus()
    assert "x" not in {field(services, one, "email") for one in services.orders.find(user.rows)}


def test_the_form_does_not_move_its_order(user: User) -> None:
    before = user.rows
    go_to_cell(user, 5, "externalOrderId")
    user.press(Key.Key_F3)
    user.press(Key.Key_End)
    user.type("-b")
    user.press(Key.Key_S, CTRL)
    user.wait_for(lambda: user.rows[5] == before[5] + "-b")
    user.qtbot.wait(400)
    user.wait()
    assert user.rows[:5] == before[:5]
    assert user.rows[6:] == before[6:]
    assert user.window.orders.table.currentIndex().row() == 5


def test_a_letter_where_nothing_is_edited_asks_no_row(user: User) -> None:
    go_to_cell(user, 2, "state")
    asked = []
    model = user.window.orders.model
    match = model.match
    model.match = lambda *given: asked.append(given) or match(*given)  # type: ignore[method-assign]
    started = time.process_time()
    user.type("x")
    assert not asked
    assert time.process_time() - started < 1


def test_a_date_has_a_calendar(user: User, services: Services) -> None:
    go_to_cell(user, 2, "date")
    order = services.orders.find([user.rows[2]])[0]
    user.press(Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.cursorRect().right() < line.width() - 2 * ICON  # whole, beside the calendar's sign
    user.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    user.wait_for(lambda: QApplication.activePopupWidget() is not None)
    user.press(Key.Key_Right)
    user.press(Key.Key_Return)
    user.wait_for(lambda: QApplication.activePopupWidget() is None)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "2026-11-21 12:00"
    user.press(Key.Key_Return)
    user.wait_for(lambda: field(services, order, "date") == "2026-11-21 12:00")


def test_a_currency_is_chosen_or_typed(user: User, services: Services) -> None:
    order = services.orders.find([user.rows[2]])[0]
    user.window.orders.table.fit.show_column(user.window.orders.model.columns.index(_currency(user)), True)
    go_to_cell(user, 2, "currency")
    user.type("p")
    for letter in "ln":
        user.type(letter)
    user.press(Key.Key_Return)
    user.wait_for(lambda: field(services, order, "currency").upper() == "PLN")
    go_to_cell(user, 2, "currency")
    user.press(Key.Key_F2)
    user.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    user.wait_for(lambda: QApplication.activePopupWidget() is not None)
    user.press(Key.Key_Home)
    user.press(Key.Key_Return)
    user.wait_for(lambda: QApplication.activePopupWidget() is None)
    user.press(Key.Key_Return)
    user.wait_for(lambda: field(services, order, "currency") == "UAH")


def _currency(user: User) -> Any:
    return next(each for each in user.window.orders.model.columns if each.key == "currency")


def test_a_long_text_is_not_cut_by_looking_at_its_cell(user: User, services: Services) -> None:
    order = services.orders.find([user.rows[2]])[0]
    services.orders.change_field([order], "externalCustomerId", "C" * 50_000)
    user.wait()
    user.window.orders.table.fit.show_column(
        next(
            n for n, each in enumerate(user.window.orders.model.columns) if each.key == "externalCustomerId"
        ),
        True,
    )
    go_to_cell(user, 2, "externalCustomerId")
    user.press(Key.Key_F2)
    user.press(Key.Key_Return)
    user.wait()
    assert len(field(services, order, "externalCustomerId")) == 50_000
    go_to_cell(user, 2, "externalCustomerId")
    user.press(Key.Key_F2)
    user.press(Key.Key_Home)
    user.type("x")
    user.press(Key.Key_Return)
    user.wait_for(lambda: field(services, order, "externalCustomerId") == "x" + "C" * 50_000)


def test_what_cannot_be_read_is_there_to_be_put_right(user: User, services: Services) -> None:
    order = services.orders.find([user.rows[2]])[0]
    services.orders.change_field([order], "totalCost", "a lot")
    user.wait()
    go_to_cell(user, 2, "totalCost")
    user.press(Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    user.wait_for(lambda: line.text() == "a lot")
    user.type("7")
    user.press(Key.Key_Return)
    user.wait_for(lambda: field(services, order, "totalCost") == "7")
