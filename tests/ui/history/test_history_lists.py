"""The list of events is arranged, narrowed, kept and remembered as the list of orders is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from ordermanager.domain.states import Folder
from tests.ui.history.test_history_page import draft
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def user(
    qtbot: QtBot,
    services: Services,
    sandbox: SandboxServer,
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
) -> User:
    """Four orders that were sent, A-2 twice, A-4 refused; A-3 and A-1 went to one e-mail."""
    for number in range(1, 5):
        more = {"currency": ""} if number == 4 else {}
        services.orders.save(
            draft(number, **more, **({"email": "client1@example.com"} if number == 3 else {}))
        )
    services.outbox.queue()
    services.sending.send()
    (second,) = services.orders.find(["A-2"])
    services.orders.save(draft(2, status="DELIVERED"), second)
    services.outbox.queue([second])
    services.sending.send()
    user = User(qtbot, open_window(), jobs)
    user.window.go_to("history")
    user.wait()
    user.window.history.table.setFocus()
    return user


def values(user: User, column: str = "event_key") -> list[str]:
    model = user.window.history.model
    section = [each.key for each in model.columns].index(column)
    return [str(model.index(row, section).data()) for row in range(model.rowCount())]


def shown(user: User) -> list[str]:
    return [column.key for column in user.window.history.table.shown_columns()]


def go_to_column(user: User, key: str) -> None:
    """By arrow keys, in the list."""
    table = user.window.history.table
    for _ in range(20):
        if user.window.history.model.columns[table.currentIndex().column()].key == key:
            return
        user.press(Qt.Key.Key_Right)
    raise AssertionError(f"the keyboard never comes to {key}")


def column_menu(user: User) -> QMenu:
    user.press(Qt.Key.Key_H, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(user: User, menu: QMenu, text: str) -> None:
    action = next(each for each in menu.actions() if each.text() == text)
    menu.setActiveAction(action)
    user.qtbot.keyClick(menu, Qt.Key.Key_Return)
    user.wait()


def test_columns_are_hidden_shown_pinned_and_put_back_by_keys(user: User) -> None:
    first = shown(user)
    assert "phone" not in first
    go_to_column(user, "name")
    choose(user, column_menu(user), "Hide “Event”")
    assert shown(user) == [key for key in first if key != "name"]
    menu = column_menu(user)
    chooser = next(each.menu() for each in menu.actions() if each.text() == "Columns")
    chooser.popup(QPoint(0, 0))
    action = next(each for each in chooser.actions() if each.text() == "Phone")
    chooser.setActiveAction(action)
    user.qtbot.keyClick(chooser, Qt.Key.Key_Return)
    menu.close()
    assert "phone" in shown(user)
    user.window.history.table.setFocus()
    go_to_column(user, "phone")
    user.press(Qt.Key.Key_B, CTRL | SHIFT)
    assert shown(user)[0] == "phone"
    user.window.actions_table["reset_columns"].trigger()
    assert shown(user) == first


@pytest.mark.parametrize("column", ["batch", "revision", "reason", "phone", "external_customer_id"])
def test_every_column_sorts(user: User, column: str) -> None:
    page = user.window.history
    section = [each.key for each in page.model.columns].index(column)
    titles = {each.key: each.title for each in page.model.columns}
    assert all(each.sort for each in page.model.columns)
    page.table.fit.show_column(section, shown=True)
    page.table.setCurrentIndex(page.model.index(0, section))
    choose(user, column_menu(user), "Sort up")
    up = values(user, column)
    choose(user, column_menu(user), "Sort down")
    down = values(user, column)
    assert titles[column]
    if column == "reason":
        assert [bool(text) for text in up] == [bool(text) for text in down] == [True, *[False] * 4]
    else:
        assert up == sorted(up)
        assert down == sorted(up, reverse=True) != up


def test_a_column_is_narrowed_to_a_part_of_its_text(user: User) -> None:
    go_to_column(user, "contact")
    field = column_menu(user).findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    user.qtbot.keyClicks(field, "CLIENT1@")
    user.qtbot.keyClick(field, Qt.Key.Key_Return)
    user.wait_for(lambda: values(user) == ["A-3", "A-1"])
    user.click(user.window.history.filters, "Contact: “CLIENT1@”")
    user.wait_for(lambda: len(values(user)) == 5)


def test_only_this_event_key_and_only_this_contact(user: User) -> None:
    page = user.window.history
    user.press(Qt.Key.Key_Home)
    assert values(user)[0] == "A-2"
    user.press(Qt.Key.Key_G, CTRL)
    assert values(user) == ["A-2", "A-2"]
    assert page.filters.key.text() == "Event key: A-2"
    user.click(page.filters, "Event key: A-2")
    assert len(values(user)) == 5
    page.table.choose_row(values(user).index("A-1"))
    page.table.setFocus()
    user.press(Qt.Key.Key_U, CTRL)
    assert values(user) == ["A-3", "A-1"]
    assert page.filters.person.text() == "Contact: client1@example.com"


def test_a_slip_in_a_word_is_forgiven_and_said(user: User) -> None:
    user.press(Qt.Key.Key_F, CTRL)
    user.type("Solomjia")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: len(values(user)) == 5)
    page = user.window.history
    assert page.similar.isVisible()
    assert "solomiia" in page.similar.text().lower()
    assert page.search.text() == "Solomjia"
    page.search.selectAll()
    user.type("qqqqqqqq")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: page._stack.currentWidget() is page._empty)
    assert not page.similar.isVisible()


def keep(user: User, search: str, name: str) -> None:
    user.press(Qt.Key.Key_F, CTRL)
    user.type(search)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_K, CTRL | SHIFT)
    user.wait_for(lambda: user.window.folders.isAncestorOf(QApplication.focusWidget()))
    QApplication.focusWidget().selectAll()
    user.type(name)
    user.press(Qt.Key.Key_Return)


def test_a_list_of_events_is_kept_counted_gone_to_and_taken_away(user: User, services: Services) -> None:
    window = user.window
    keep(user, "A-2", "The second")
    folders = window.folders
    user.wait_for(lambda: "kept:The second" in folders.keys)
    index = folders.model().index(folders.keys.index("kept:The second"), 0)
    user.wait_for(lambda: index.data(Qt.ItemDataRole.AccessibleTextRole) == "The second, 2")
    window.go_to(Folder.ALL.value)
    user.wait()
    assert window.pages.currentWidget() is window.orders
    folders.setFocus()
    for _ in range(folders.keys.index("kept:The second")):
        user.press(Qt.Key.Key_Down)
    user.wait_for(lambda: values(user) == ["A-2", "A-2"])
    assert window.pages.currentWidget() is window.history
    assert window.history._title.whole == "The second"
    assert window.history.search.text() == "A-2"
    window.history.table.setFocus()
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().count("A-2") == 2
    window.go_to("history")
    user.wait_for(lambda: len(values(user)) == 5)
    assert window.history._title.whole == "Event history"
    window.go_to("kept:The second")
    user.wait()
    folders.setFocus()
    user.press(Qt.Key.Key_Delete)
    user.wait_for(lambda: "kept:The second" not in folders.keys)
    assert folders.current_key == "history"
    button = next(b for b in window.messages.findChildren(QPushButton) if b.text() == "Undo")
    user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: "kept:The second" in folders.keys)


def test_columns_and_sorting_are_remembered_from_start_to_start(
    user: User, services: Services, open_window: Callable[[], MainWindow]
) -> None:
    go_to_column(user, "account")
    choose(user, column_menu(user), "Pin “Account” at the left")
    go_to_column(user, "event_key")
    choose(user, column_menu(user), "Sort up")
    remembered = shown(user)
    assert remembered[0] == "account"
    user.window.close()
    user.wait()
    window = open_window()
    assert "history_columns" in window.view(), "of a page that was not shown this time"
    window.go_to("history")
    again = User(user.qtbot, window, user.jobs)
    again.wait()
    assert shown(again) == remembered
    assert values(again) == ["A-1", "A-2", "A-2", "A-3", "A-4"]
    assert (window.history.query.sort, window.history.query.descending) == ("event_key", False)


def test_another_language_keeps_a_kept_list_and_its_name(user: User, language: Language) -> None:
    keep(user, "A-3", "Third")
    user.wait_for(lambda: user.window.folders.current_key == "kept:Third")
    user.window.speak("uk")
    user.wait()
    user.wait_for(lambda: values(user) == ["A-3"])
    assert user.window.history._title.whole == "Third"
    assert user.window.folders.current_key == "kept:Third"
