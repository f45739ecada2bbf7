"""A shop owner's whole day, from the first order to the next morning, by keys alone.

Every key goes where the keyboard is, one after another, as a person's do; nothing is clicked and no widget is asked to
do anything. What is looked at between the steps is what the person sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from ordermanager.domain.states import Folder
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.look.colours import DARK
from ordermanager.ui.look.theme import colours
from ordermanager.ui.shell.folder_list import HISTORY, PLACE_KEYS
from ordermanager.ui.shell.main_window import MainWindow
from tests.ui.conftest import good_draft
from tests.ui.user import show_with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.i18n import Language
    from ordermanager.ui.look.theme import Theme

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
KNOWN = 3
"""So many orders of former days are there, of the customers 1 to 3."""


class Day:
    """A run of the program, from its start until it is quit, and the person before it."""

    def __init__(self, qtbot: QtBot, folder: Path, keys: KeyStore, theme: Theme, language: Language) -> None:
        self._qtbot = qtbot
        self.services = Services.open(folder, key_store=keys)
        self.jobs = Jobs()
        self.jobs.listen(self.services)
        self.crashes: list[str] = []
        self.jobs.crashed.connect(self.crashes.append)
        self.window = MainWindow(self.services, self.jobs, theme, language)
        show_with_keys(qtbot, self.window)
        self.settle()

    @property
    def keyboard(self) -> QWidget:
        """What has the keys: an open list of proposals before all."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.keyboard, key, modifiers)
            self.settle()

    def write(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.keyboard, letter)
            else:  # QTest knows the keys of one keyboard only
                for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.keyboard, QKeyEvent(kind, 0, NONE, letter))

    def settle(self) -> None:
        assert self.jobs.wait_idle(30_000)

    def see(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)
        self.settle()

    def take_proposal(self) -> None:
        """The first line of the list that opened below the field."""
        self.see(QApplication.activePopupWidget)
        self.press(Key.Key_Down)
        self.press(Key.Key_Return)
        self.see(lambda: QApplication.activePopupWidget() is None)

    def count(self, folder: Folder) -> int:
        return self.window.overview.state.counts.get(folder, 0)

    def go_to(self, place: str) -> None:
        combination = QKeySequence(PLACE_KEYS[place])[0]
        self.press(combination.key(), combination.keyboardModifiers())

    @property
    def rows(self) -> list[str]:
        model = self.window.orders.model
        ids = [column.key for column in model.columns].index("externalOrderId")
        return [str(model.index(row, ids).data()) for row in range(model.rowCount())]

    @property
    def field(self) -> str:
        """The name of the field that has the keys."""
        return (QApplication.focusWidget() or self.window).accessibleName()

    def quit(self) -> None:
        self.press(Key.Key_Q, CTRL)
        self.see(lambda: not self.window.isVisible())
        self.end()

    def end(self) -> None:
        self.window.close()
        self.window.deleteLater()
        assert self.jobs.shut_down()
        self.services.close()
        assert not self.crashes, self.crashes[0]


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[SandboxServer]:
    with SandboxServer(data_file=tmp_path / "sandbox.db") as server:
        yield server


@pytest.fixture
def begin(
    qtbot: QtBot, tmp_path: Path, sandbox: SandboxServer, theme: Theme, language: Language
) -> Iterator[Callable[[], Day]]:
    """Starts the program on one workspace, with orders of former days and the sandbox as its account."""
    keys = KeyStore.in_memory()
    folder = tmp_path / "workspace"
    with Services.open(folder, key_store=keys) as services:
        services.accounts.add("Sandbox", sandbox.url, key="sandbox-key", is_sandbox=True, default=True)
        for number in range(1, KNOWN + 1):
            services.orders.save(good_draft(number))
    days: list[Day] = []

    def start() -> Day:
        days.append(Day(qtbot, folder, keys, theme, language))
        return days[-1]

    yield start
    if days and days[-1].window.isVisible():  # the test ended in the middle
        days[-1].window.sending.stop()
        days[-1].end()


def draft_of(day: Day, number: str) -> dict[str, str]:
    ids = day.services.orders.list_ids(day.window.orders.query)
    details = [day.services.orders.get(order_id) for order_id in ids]
    found = next(each for each in details if each.draft.get("externalOrderId") == number)
    return dict(found.draft.fields)


def write_order_of_a_known_customer(day: Day) -> None:
    day.press(Key.Key_N, CTRL)
    assert day.field == "Order ID, required"
    day.write("D-1")
    day.press(Key.Key_Tab, times=3)  # the date is today's, the status New
    assert day.field == "E-mail"
    day.write("client2")
    day.take_proposal()
    day.see(lambda: day.field == "Items")  # all that is known of the customer is filled in
    day.write("Tea")
    day.take_proposal()
    day.write("2")


def write_order_of_a_new_customer(day: Day) -> None:
    assert day.field == "Order ID, required"
    day.write("D-2")
    day.press(Key.Key_Tab, times=3)
    for text in ("ivan@example.com", "067 111 22 33", "Іван", "Франко", "C-900"):
        day.write(text)
        day.press(Key.Key_Escape) if QApplication.activePopupWidget() else None
        day.press(Key.Key_Tab)
    assert day.field == "Items"
    for text in ("SKU-9", "Cup", "3", "50", "https://shop.example/cup", "https://shop.example/cup.png"):
        day.write(text)
        day.press(Key.Key_Tab)


def test_a_whole_day_by_keys(begin: Callable[[], Day], sandbox: SandboxServer) -> None:
    day = begin()
    assert day.count(Folder.READY) == KNOWN

    write_order_of_a_known_customer(day)
    day.press(Key.Key_N, CTRL | SHIFT)  # saves it, and the next one begins
    day.see(lambda: day.count(Folder.READY) == KNOWN + 1)
    write_order_of_a_new_customer(day)
    day.press(Key.Key_S, CTRL)
    day.see(lambda: day.count(Folder.READY) == KNOWN + 2)
    day.go_to(Folder.ALL.value)
    assert draft_of(day, "D-1")["totalCost"] == "201.00"  # nobody wrote it: two teapots
    assert draft_of(day, "D-1")["firstName"] == "Olena"
    assert draft_of(day, "D-2")["totalCost"] == "150.00"

    find_and_deliver(day)
    day.press(Key.Key_R, CTRL | SHIFT)  # and everything else that is ready
    day.see(lambda: day.count(Folder.OUTBOX) == KNOWN + 2)
    day.press(Key.Key_F9)
    day.see(lambda: day.count(Folder.SENT) == KNOWN + 2)
    look_at_what_was_sent(day)

    correct_a_rejected_order(day, sandbox)
    assert len(sandbox.ledger.orders) == KNOWN + 3

    day.go_to(Folder.SENT.value)
    day.press(Key.Key_Home)
    day.press(Key.Key_Down)
    order = day.window.orders.table.current_id
    day.quit()
    day = begin()
    assert day.window.folders.current_key == Folder.SENT.value
    assert day.window.orders.table.current_id == order
    assert day.window.orders.table.hasFocus()
    assert day.count(Folder.SENT) == KNOWN + 3
    assert day.services.settings.get().theme == "dark"
    day.quit()


def find_and_deliver(day: Day) -> None:
    """A customer calls: the parcel has come."""
    day.press(Key.Key_F, CTRL)
    day.write("client3")
    day.press(Key.Key_Down)
    day.see(lambda: day.rows == ["A-3"])
    assert day.window.orders.table.hasFocus()
    day.press(Key.Key_D, CTRL | SHIFT)
    day.see(lambda: day.count(Folder.OUTBOX) == 1)
    assert draft_of(day, "A-3")["status"] == "DELIVERED"
    day.press(Key.Key_F, CTRL)
    day.press(Key.Key_Escape)
    day.see(lambda: len(day.rows) == KNOWN + 2)
    day.press(Key.Key_Escape)
    assert day.window.orders.table.hasFocus()


def look_at_what_was_sent(day: Day) -> None:
    assert f"{KNOWN + 2} orders accepted" in day.window.messages.text
    day.press(Key.Key_F6, SHIFT, times=2)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Show them"
    day.press(Key.Key_Space)
    assert day.window.folders.current_key == Folder.SENT.value
    assert day.window.orders.table.hasFocus()
    assert set(day.rows) == {"A-1", "A-2", "A-3", "D-1", "D-2"}
    day.go_to(HISTORY)
    events = [day.window.history.model.index(row, 2).data() for row in range(KNOWN + 2)]
    assert sorted(events).count("orderDELIVERED") == 1
    assert sorted(events).count("orderINITIALIZED") == KNOWN + 1
    day.press(Key.Key_L, CTRL | SHIFT)  # it is evening
    assert colours() is DARK


def correct_a_rejected_order(day: Day, sandbox: SandboxServer) -> None:
    sandbox.fail("400:1")
    day.press(Key.Key_N, CTRL)
    day.write("D-3")
    day.press(Key.Key_Tab, times=3)
    day.write("client1")
    day.take_proposal()
    day.see(lambda: day.field == "Items")
    day.write("SKU-1")
    day.take_proposal()
    day.press(Key.Key_Return, CTRL)  # into the outbox
    day.see(lambda: day.count(Folder.OUTBOX) == 1)
    day.press(Key.Key_F9)
    day.see(lambda: day.count(Folder.REJECTED) == 1)
    day.go_to(Folder.REJECTED.value)
    assert day.rows == ["D-3"]
    day.press(Key.Key_F3)
    assert day.field == "Order ID, required"
    day.press(Key.Key_Tab, times=5)
    assert day.field == "First name"
    day.write("Oksana")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "Oksana"  # what was there was selected, and is typed over
    day.press(Key.Key_Return, CTRL)
    day.see(lambda: day.count(Folder.OUTBOX) == 1)
    day.press(Key.Key_F9)
    day.see(lambda: day.count(Folder.REJECTED) == 0 and day.count(Folder.OUTBOX) == 0)
    assert sandbox.ledger.orders["D-3"]
