"""Likely duplicates in the window: found, compared, merged by keys and clicks, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ordermanager.domain.states import Folder
from ordermanager.ui.duplicates import DuplicatesDialog
from tests.ui.bulk.test_pasting import many
from tests.ui.conftest import good_draft
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def ids(services: Services) -> list[int]:
    """A pair that differs in its payment, one that differs in nothing but the ID, and an order by itself."""
    same = {"externalCustomerId": "C", "email": "c@example.com"}
    drafts = [
        good_draft(1, externalOrderId="1001", paymentMethod="Card"),
        good_draft(2, externalOrderId="#1001", paymentMethod="Cash", phone=""),
        good_draft(3, externalOrderId="W-7", phone="", **same),
        good_draft(4, externalOrderId="#w-07", phone="", **same),
        good_draft(5),
    ]
    drafts[3].fields["lastName"] = drafts[2].fields["lastName"]
    return [services.orders.save(draft).order_id for draft in drafts]


@pytest.fixture
def user(qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, ids: list[int]) -> Iterator[User]:
    user = User(qtbot, open_window(), jobs)
    yield user
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


def look(user: User) -> DuplicatesDialog:
    user.press(Qt.Key.Key_M, CTRL | SHIFT)
    user.wait_for(lambda: isinstance(QApplication.activeModalWidget(), DuplicatesDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DuplicatesDialog)
    user.wait_for(lambda: dialog.list.count() or "No two" in dialog.title.text())
    return dialog


def cells(dialog: DuplicatesDialog, title: str) -> list[str]:
    model = dialog.comparison
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == title)
    return [str(model.index(row, column).data()) for column in range(1, model.columnCount())]


def pick(user: User, dialog: DuplicatesDialog, title: str, column: int) -> None:
    model = dialog.comparison
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == title)
    dialog.cells.setFocus()
    dialog.cells.setCurrentIndex(model.index(row, column))
    user.press(Qt.Key.Key_Space)


def test_two_orders_become_one_and_two_again(user: User, ids: list[int], services: Services) -> None:
    dialog = look(user)
    assert dialog.list.count() == 2
    assert dialog.list.item(0).text().startswith("1001  ·  #1001\nsame ID")
    assert "same customer" in dialog.list.item(1).text()
    assert cells(dialog, "Payment method") == ["Card", "Cash", "Card"]
    assert cells(dialog, "Phone")[2] == "0671000001"
    pick(user, dialog, "Payment method", 2)
    assert cells(dialog, "Payment method")[2] == "Cash"
    user.click(dialog, "Merge")
    user.wait_for(lambda: dialog.list.count() == 1)
    user.click(dialog, "Close")
    assert services.orders.get(ids[0]).draft.get("paymentMethod") == "Cash"
    assert user.count(Folder.ALL) == 4
    assert "Merge 2 orders" in many(user.window.actions_table["undo"].text())
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "are back" in user.message)
    assert services.orders.get(ids[0]).draft.get("paymentMethod") == "Card"
    assert user.count(Folder.ALL) == 5
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    user.wait_for(lambda: "2 orders merged" in many(user.message))
    assert user.count(Folder.ALL) == 4
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "are back" in user.message)
    assert user.count(Folder.ALL) == 5


def test_the_other_one_may_stay(user: User, ids: list[int], services: Services) -> None:
    dialog = look(user)
    dialog.keep.setFocus()
    user.press(Qt.Key.Key_Down)
    assert cells(dialog, "Payment method")[2] == "Cash"
    assert dialog.comparison.kept.id == ids[1]
    user.click(dialog, "Merge")
    user.wait_for(lambda: dialog.list.count() == 1)
    assert services.orders.get(ids[1]).draft.get("phone") == "0671000001"


def test_all_that_agree_are_merged_in_one_step(user: User, ids: list[int], services: Services) -> None:
    dialog = look(user)
    user.click(dialog, "Merge all that agree")
    user.wait_for(lambda: dialog.list.count() == 1)
    assert "1 group" in dialog.title.text()
    assert dialog.list.item(0).text().startswith("1001"), "their payment differs"
    user.click(dialog, "Not the same")
    assert dialog.title.text() == "No two orders look alike."
    assert not dialog.merge.isEnabled()
    user.click(dialog, "Close")
    assert user.count(Folder.ALL) == 4
    dialog = look(user)
    assert dialog.list.count() == 0, "it was ruled out"
    user.qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: dialog.list.count() == 1)
    user.click(dialog, "Close")
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 5)


def test_what_waits_cannot_be_merged_and_says_so(user: User, ids: list[int], services: Services) -> None:
    services.outbox.queue(ids[:1])
    dialog = look(user)
    assert not dialog.merge.isEnabled()
    assert dialog.notes.text() == "1001 is in the outbox. Withdraw it first, then merge."


def test_what_was_sent_is_said(user: User, ids: list[int], services: Services, sandbox: object) -> None:
    services.outbox.queue(ids[:1])
    services.sending.send()
    user.wait()
    dialog = look(user)
    dialog.keep.setFocus()
    user.press(Qt.Key.Key_Down)
    assert "1001: sent or queued before. What was sent stays" in dialog.notes.text()
    user.press(Qt.Key.Key_Up)
    assert "reaches Yespo only when you queue it again" not in dialog.notes.text()
    pick(user, dialog, "Payment method", 2)
    assert "reaches Yespo only when you queue it again" in dialog.notes.text()
