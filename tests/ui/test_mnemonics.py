"""Each entry of a menu has a letter of its own, in both languages, and the letter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton

from ordermanager.ui.controls.plain import ask
from ordermanager.ui.mnemonics import mnemonic_of, with_letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

Key = Qt.Key


def menus_of(window: MainWindow) -> list[QMenu]:
    found = [action.menu() for action in window.menuBar().actions()]
    return [menu for menu in found if isinstance(menu, QMenu)]


def letters_of(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    letters = [mnemonic_of(action.text()) for action in menu.actions() if action.text()]
    menu.aboutToHide.emit()
    return letters


@pytest.mark.parametrize("code", ["en", "uk"])
def test_letters_are_unique_within_each_menu(
    open_window: Callable[[], MainWindow], language: Language, code: str
) -> None:
    language.set_code(code)
    window = open_window()
    titles = [mnemonic_of(action.text()) for action in window.menuBar().actions()]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    menus = [*menus_of(window), window.desk.menu, window.actions_table.context_menu(window)]
    assert len(menus) == 8
    for menu in menus:
        letters = letters_of(menu)
        assert letters
        assert all(letters), menu.title()
        assert len(set(letters)) == len(letters), menu.title()
        if code == "uk" and menu.title():
            assert sum(not letter.isascii() for letter in letters) > len(letters) / 2


def test_texts_are_plain_again_when_the_menu_is_closed(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    before = [action.text() for menu in menus_of(window) for action in menu.actions()]
    for menu in menus_of(window):
        letters_of(menu)
    assert [action.text() for menu in menus_of(window) for action in menu.actions()] == before
    assert not any("&" in text for text in before)


def test_alt_and_two_letters_do_what_the_menu_says(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs
) -> None:
    window = open_window()
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=5000)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_N)
    assert jobs.wait_idle()
    window.activateWindow()  # which a desktop does when a menu goes
    qtbot.waitUntil(lambda: window.keyboard.is_in_pane, timeout=5000)
    assert window.actions_table["new"].text() == "New order"


def test_a_question_is_answered_by_a_letter(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()

    def press() -> None:
        box = window.findChild(QMessageBox)
        assert box is not None
        letters = [mnemonic_of(button.text()) for button in box.findChildren(QPushButton)]
        assert sorted(letters) == ["k", "s"]
        QTest.keyClick(box, Key.Key_S, Qt.KeyboardModifier.AltModifier)

    QTimer.singleShot(50, window, press)
    assert ask(window, "Send them?", yes="Send 3", no="Keep")


@given(st.lists(st.text(alphabet="abc XY&ійї1", max_size=8), max_size=12))
def test_no_letter_is_given_twice(texts: list[str]) -> None:
    plain = [text.replace("&", "&&") for text in texts]
    marked = with_letters(plain)
    letters = [letter for letter in map(mnemonic_of, marked) if letter]
    assert len(set(letters)) == len(letters)
    for before, after in zip(plain, marked, strict=True):
        assert after.replace("&&", "").replace("&", "") == before.replace("&&", "")
        free = {letter.casefold() for letter in before if letter.isalpha()} - set(letters)
        assert mnemonic_of(after) or not free


def test_what_is_marked_stays_marked() -> None:
    assert with_letters(["&Save", "Send", "Stop"]) == ["&Save", "S&end", "S&top"]
