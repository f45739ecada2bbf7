"""Another language makes every part of the window anew, in short turns: until all is there the old picture stays, and a
key that comes meanwhile is not lost."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ordermanager.domain.draft import OrderDraft
from ordermanager.ui.jobs import READERS
from ordermanager.ui.shell import window_rebuild

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def window(open_window: Callable[[], MainWindow], services: Services, jobs: Jobs) -> MainWindow:
    """With five orders, of which the third is shown."""
    for number in range(1001, 1006):
        services.orders.save(OrderDraft({"externalOrderId": str(number)}))
    made = open_window()
    made.orders.table.choose_row(2)
    assert jobs.wait_idle()
    return made


def until_half(window: MainWindow) -> None:
    """Until what is seen was made anew, and the rest was not."""
    for _ in range(10_000):
        QApplication.processEvents()
        if not window.is_whole:
            return
    raise AssertionError("it was made in one turn")


def menu(window: MainWindow) -> str:
    return window.menuBar().actions()[1].text()


def test_the_old_picture_stays_until_all_is_there(window: MainWindow, language: Language, jobs: Jobs) -> None:
    shown, english = window.pane.current_order_id, menu(window)
    language.set_code("uk")
    until_half(window)
    turns = 0
    while not window.updatesEnabled():
        turns += 1
        QApplication.processEvents()
    assert turns > 3
    assert window.is_whole
    assert jobs.wait_idle()
    assert menu(window) != english
    assert window.pane.current_order_id == window.orders.table.current_id == shown


def test_a_key_that_comes_meanwhile_finds_all_of_it(
    window: MainWindow, language: Language, jobs: Jobs
) -> None:
    window.keyboard.go_to_list()
    language.set_code("uk")
    until_half(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.is_whole
    assert window.updatesEnabled()
    for digit in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_0, Qt.Key.Key_3):
        QTest.keyClick(window.windowHandle(), digit)
    assert jobs.wait_idle()
    assert window.orders.query.search == "1003"


def test_another_language_before_the_last_one_was_there(
    window: MainWindow, language: Language, jobs: Jobs
) -> None:
    english = menu(window)
    language.set_code("uk")
    until_half(window)
    language.set_code("en")
    assert jobs.wait_idle()
    assert window.is_whole
    assert window.updatesEnabled()
    assert menu(window) == english
    assert window.has_pane
    assert window.orders.model.rowCount() == 5


def test_the_current_order_stays_when_the_language_changes_twice_at_once(
    window: MainWindow, language: Language, jobs: Jobs
) -> None:
    current = window.orders.table.current_id
    may_read = threading.Event()
    for number in range(READERS):
        jobs.read(("busy", number), lambda: may_read.wait(20), lambda _in_time: None)
    for code in ("uk", "en"):
        language.set_code(code)
        until_half(window)
        window.finish()  # all is there, but for the list, which is still to be read
        assert window.orders.table.current_id is None
    may_read.set()
    assert jobs.wait_idle()
    assert window.orders.table.current_id == window.pane.current_order_id == current


def parts_of(window: MainWindow) -> Counter[str]:
    """How many of each kind of object there are in the window."""
    return Counter(type(each).__name__ for each in window.findChildren(QObject))


def test_nothing_of_the_window_that_was_goes_on(
    window: MainWindow, language: Language, jobs: Jobs, qtbot: QtBot
) -> None:
    def speak(code: str) -> None:
        language.set_code(code)
        until_half(window)
        assert jobs.wait_idle()

    speak("uk")
    qtbot.waitUntil(lambda: parts_of(window)["SendingDesk"] == 1)
    once = parts_of(window)
    speak("en")
    speak("uk")
    qtbot.waitUntil(lambda: parts_of(window) == once)


def test_a_deed_that_goes_on_says_its_end_before_the_language_changes(
    window: MainWindow, language: Language, jobs: Jobs
) -> None:
    english = menu(window)
    may_end = threading.Event()
    said: list[tuple[bool, str]] = []
    jobs.network(
        "Exporting…",
        lambda: may_end.wait(20),
        lambda in_time: said.append((in_time, menu(window))),
        owner=window.out,
    )
    language.set_code("uk")
    for _ in range(50):
        QApplication.processEvents()
    assert menu(window) == english
    assert "Exporting…" in window.messages.text
    may_end.set()
    until_half(window)
    assert jobs.wait_idle()
    assert said == [(True, english)]
    assert menu(window) != english


def test_an_answer_that_comes_to_the_old_list_meanwhile_does_no_harm(
    window: MainWindow, language: Language, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_rebuild, "APART_MS", 60_000)
    window.go_to("outbox")
    assert jobs.wait_idle()
    old = window.orders
    assert old.empty.isVisible()  # with a button for what can be done
    language.set_code("uk")
    assert jobs.wait_idle()
    assert window.orders is not old
    old.show_query(old.query)
    assert jobs.wait_idle()


def test_closing_meanwhile_is_closing(window: MainWindow, language: Language) -> None:
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    language.set_code("uk")
    until_half(window)
    window.close()
    assert closed
