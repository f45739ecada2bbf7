"""“What did we send, when, and to whom?”, by keys alone: each goes where the keyboard is, the test focuses nothing."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QTabBar, QWidget

from tests.ui.user import said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys where the focus is, and waits until what they asked for is shown."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    @property
    def place(self) -> QWidget:
        """Where the next key goes."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.place, key, modifiers)
        assert self._jobs.wait_idle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.place, text)
        assert self._jobs.wait_idle()

    def tab_to(self, wanted: str) -> QWidget:
        """Press Tab until the focus is on what a screen reader calls so."""
        heard = []
        for _ in range(40):
            place = self.place
            name = place.accessibleName() or getattr(place, "text", str)()
            if name == wanted or (wanted == "tabs" and isinstance(place, QTabBar)):
                return place
            heard.append(name)
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {wanted}, only to {heard}")


@pytest.fixture
def window(
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> MainWindow:
    """Five orders that were sent; the third was delivered at another price since."""
    ids = add_orders(5, 1)
    services.outbox.queue(ids)
    services.sending.send()
    draft = services.orders.get(ids[2]).draft
    draft.fields |= {"status": "DELIVERED", "totalCost": "90.00"}
    services.orders.save(draft, ids[2])
    services.outbox.queue([ids[2]])
    assert services.sending.send().accepted == 1
    return open_window()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_what_did_we_send_when_and_to_whom(
    window: MainWindow, services: Services, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = tmp_path / "order.pdf"
    # The system's own dialog cannot be driven by keys here.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(pdf), ""))
    keys = Keyboard(jobs)
    assert jobs.wait_idle()

    # Find it by the phone as the customer says it.
    keys.press(Qt.Key.Key_2, ALT)
    keys.press(Qt.Key.Key_F, CONTROL)
    keys.type("067 100 00 03")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Down)
    assert keys.place is window.history.table
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.press(Qt.Key.Key_C, CONTROL)
    head, newest, oldest = (line.split("\t") for line in clipboard().split("\n"))
    for line, event in ((newest, "orderDELIVERED"), (oldest, "orderINITIALIZED")):
        told = dict(zip(head, line, strict=True))
        assert (told["Event"], told["Event key"], told["Contact"]) == (event, "A-3", "client3@example.com")
        assert told["Result"] == "Accepted"
        assert told["When"][:4].isdigit()

    # What exactly: the JSON as it was sent, both of it and then the older one.
    keys.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert [each["status"] for each in json.loads(clipboard())] == ["DELIVERED", "INITIALIZED"]
    keys.press(Qt.Key.Key_End)
    keys.press(Qt.Key.Key_C, CONTROL | SHIFT)
    (order,) = services.orders.find(["A-3"])
    revision = services.history.revisions(order)[-1]
    assert clipboard() == services.history.body(revision.id)

    # What changed since, from the newer line.
    keys.press(Qt.Key.Key_Home)
    keys.tab_to("tabs")
    for _ in range(3):
        keys.press(Qt.Key.Key_Right)
    keys.tab_to("What differs")
    keys.press(Qt.Key.Key_C, CONTROL)
    assert "Status: INITIALIZED → DELIVERED" in clipboard()

    # To whom: the account is asked for the contact.
    keys.tab_to("tabs")
    keys.press(Qt.Key.Key_Right)
    keys.tab_to("Ask the account")
    keys.press(Qt.Key.Key_Space)
    heard = said(window.history.tabs)
    assert heard.startswith("From the account, ")
    assert "Olena Shevchenko3" in heard
    assert "The contact has the customer ID C-3, and the customer ID decides." in heard

    # All of it on paper.
    keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "order.pdf" in said(window)


def choose(keys: Keyboard, begin: str) -> None:
    """Go down the open menu to the entry that begins so, and press Enter."""
    menu = keys.place
    assert isinstance(menu, QMenu)
    try:
        for _ in range(30):
            action = menu.activeAction()
            if action is not None and action.text().replace("&", "").startswith(begin):
                keys.press(Qt.Key.Key_Return)
                return
            keys.press(Qt.Key.Key_Down)
        raise AssertionError(f"no entry {begin}")
    finally:
        menu.close()


def test_i_never_got_my_confirmation(
    window: MainWindow,
    services: Services,
    sandbox: SandboxServer,
    jobs: Jobs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the call to the ticket: found, explained, masked, as a command line, in a bundle; and taken away at last."""
    chosen: list[str] = []
    # The system's own dialog cannot be driven by keys here.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen[-1], ""))
    keys = Keyboard(jobs)
    assert jobs.wait_idle()
    people = ("client3", "Shevchenko", "067100", "+38067100")

    # Found by the e-mail, with a slip; all that went to this contact.
    keys.press(Qt.Key.Key_2, ALT)
    keys.press(Qt.Key.Key_F, CONTROL)
    keys.type("shevchenkp3")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Down)
    assert keys.place is window.history.table
    keys.press(Qt.Key.Key_U, CONTROL)
    assert window.history.model.rowCount() == 2

    # The list is kept for the next call, under its own name.
    keys.press(Qt.Key.Key_K, CONTROL | SHIFT)
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.type("The third")
    keys.press(Qt.Key.Key_Return)
    assert "kept:The third" in window.folders.keys, window.folders.keys
    keys.press(Qt.Key.Key_F6)
    assert keys.place is window.history.table

    # To the order: its time line, why no message came, masked for the ticket.
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.orders
    keys.tab_to("tabs")
    for _ in range(3):
        keys.press(Qt.Key.Key_Right)
    keys.tab_to("Copy masked")
    keys.press(Qt.Key.Key_Space)
    ticket = clipboard()
    assert "sandbox, which writes to nobody" in ticket
    assert "Revision 2 accepted, event orderDELIVERED" in ticket
    assert not [each for each in people if each in ticket]

    # The request as a command line: nobody is named in it, and no key.
    keys.tab_to("tabs")
    for _ in range(2):
        keys.press(Qt.Key.Key_Left)
    keys.tab_to("Revision")
    keys.press(Qt.Key.Key_Down)
    keys.tab_to("Mask people")
    keys.press(Qt.Key.Key_M, CONTROL)
    keys.tab_to("Copy")
    # A tool button does not come back from its menu before something is chosen there.
    QTimer.singleShot(0, window, lambda: choose(keys, "Copy as curl"))
    keys.press(Qt.Key.Key_Space)
    command = clipboard()
    assert command.startswith("curl -X POST")
    assert "$YESPO_API_KEY" in command
    assert not [each for each in (*people, "sandbox-key") if each in command]
    QGuiApplication.clipboard().clear()
    keys.press(Qt.Key.Key_U, CONTROL)
    assert clipboard() == command

    # For those who mend the program.
    chosen.append(str(tmp_path / "bundle.zip"))
    keys.press(Qt.Key.Key_S, CONTROL | SHIFT)
    with zipfile.ZipFile(chosen[-1]) as bundle:
        told = bundle.read("orders/1.json").decode()
    assert '"A-3"' in told
    assert "Shevchenko" not in told

    # The customer wants the order gone at the shop's account: by the menu, the account's name typed.
    keys.press(Qt.Key.Key_2, ALT)
    keys.press(Qt.Key.Key_F, CONTROL)
    keys.type("A-3")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_O, ALT)
    choose(keys, "Ask Yespo to delete")
    keys.tab_to("Type the account's name, “Sandbox”:")
    keys.type("Sandbox")
    keys.press(Qt.Key.Key_Return)
    assert "A-3" not in sandbox.ledger.orders
    assert len(sandbox.ledger.orders) == 4
    assert "1 deletion asked for" in said(window)
