"""The chip of amounts: from, to and currency, by keys; kept with a list."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from ordermanager.domain.states import Folder
from ordermanager.services.orders.kept_lists import query_of
from ordermanager.ui.controls.amount_form import AmountForm
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> Iterator[User]:
    for number, (total, currency) in enumerate(
        [("10", "UAH"), ("99.99", "UAH"), ("100", "UAH"), ("100", "USD"), ("5000.50", "UAH")]
    ):
        add_orders(1, first=number, totalCost=total, currency=currency)
    user = User(qtbot, open_window(), jobs)
    user.wait()
    yield user
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def chip(user: User) -> QToolButton:
    chips = user.window.orders.filters.findChildren(QToolButton)
    return next(each for each in chips if each.text().startswith("Amount"))


def open_form(user: User) -> AmountForm:
    menu = chip(user).menu()
    menu.popup(chip(user).mapToGlobal(chip(user).rect().bottomLeft()))
    form = menu.findChild(AmountForm)
    assert form is not None
    user.qtbot.waitUntil(lambda: form.least.hasFocus(), timeout=5000)
    return form


def test_from_and_to_and_currency(user: User) -> None:
    form = open_form(user)
    user.qtbot.keyClicks(form.least, "99,99")
    user.qtbot.keyClick(form.least, Qt.Key.Key_Tab)
    assert form.most.hasFocus()
    user.qtbot.keyClicks(form.most, "100")
    user.qtbot.keyClick(form.most, Qt.Key.Key_Return)
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2", "A-3"])
    assert chip(user).text() == "Amount: 99.99 – 100.00"
    form = open_form(user)
    assert (form.least.text(), form.most.text()) == ("99.99", "100")
    form.currency.setFocus()
    form.currency.setCurrentIndex(form.currency.findData("USD"))
    user.qtbot.keyClick(form.currency, Qt.Key.Key_Return)
    user.wait_for(lambda: user.rows == ["A-3"])
    form = open_form(user)
    user.qtbot.mouseClick(form.clear, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: len(user.rows) == 5)
    assert chip(user).text() == "Amount"


@pytest.mark.parametrize(
    ("least", "most", "shown", "rows"),
    [
        ("1000", "", "Amount: from 1,000.00", ["A-4"]),
        ("", "50", "Amount: up to 50.00", ["A-0"]),
        ("200", "50", "Amount: 50.00 – 200.00", ["A-1", "A-2", "A-3"]),
        ("100", "100", "Amount: 100.00", ["A-2", "A-3"]),
    ],
)
def test_one_end_or_turned(user: User, least: str, most: str, shown: str, rows: list[str]) -> None:
    form = open_form(user)
    user.qtbot.keyClicks(form.least, least)
    user.qtbot.keyClicks(form.most, most)
    user.qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: sorted(user.rows) == rows)
    assert chip(user).text() == shown


def test_what_is_no_amount_is_said_in_place(user: User) -> None:
    form = open_form(user)
    user.qtbot.keyClicks(form.most, "much")
    user.qtbot.keyClick(form.most, Qt.Key.Key_Return)
    assert form.problem.text().startswith("“much” is not an amount.")
    assert form.isVisible()
    assert len(user.rows) == 5


def test_a_kept_list_keeps_the_amounts(user: User, services: Services) -> None:
    form = open_form(user)
    user.qtbot.keyClicks(form.least, "100")
    user.qtbot.keyClick(form.least, Qt.Key.Key_Return)
    user.wait_for(lambda: len(user.rows) == 3)
    user.press(Qt.Key.Key_K, CTRL | SHIFT)
    user.wait_for(lambda: user.window.folders.isAncestorOf(QApplication.focusWidget()))
    QApplication.focusWidget().selectAll()
    user.type("Large")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "Large" in services.settings.get().lists)
    query = query_of(services.settings.get().lists["Large"])
    assert query is not None
    assert query.filters.least == Decimal(100)
    user.window.go_to(Folder.ALL.value)
    user.wait_for(lambda: len(user.rows) == 5)
    user.window.go_to("kept:Large")
    user.wait_for(lambda: len(user.rows) == 3)
    assert chip(user).text() == "Amount: from 100.00"
