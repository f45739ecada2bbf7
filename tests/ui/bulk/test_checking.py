"""Check all orders again, by its key: how far it is, what it found, and stopping it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.states import Folder
from tests.ui.bulk.test_pasting import many
from tests.ui.conftest import good_draft
from tests.ui.user import SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


def test_it_says_what_is_different_and_leads_there(
    qtbot: QtBot, services: Services, jobs: Jobs, open_window: Callable[[], MainWindow]
) -> None:
    services.settings.update(rule_set=RuleSet.NO_ITEMS.value)
    bare = good_draft(1)
    bare.items = []
    services.orders.save(bare)
    services.orders.save(good_draft(2))
    user = User(qtbot, open_window(), jobs)
    services.settings.update(rule_set=RuleSet.FULL.value)
    user.press(Qt.Key.Key_F7, SHIFT)
    user.wait_for(lambda: "checked" in user.message)
    assert many(user.message) == "2 orders checked. 1 now has errors. 1 not sent yet has errors."
    assert user.count(Folder.DRAFTS) == 1
    button = next(b for b in user.window.messages.findChildren(QPushButton) if b.text() == "Show them")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: user.rows == ["A-1"])


def test_it_can_be_stopped_and_begun_again(
    qtbot: QtBot,
    services: Services,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> None:
    add_orders(900)
    user = User(qtbot, open_window(), jobs)
    user.window.actions_table["check_all"].trigger()
    qtbot.waitUntil(lambda: user.window.status._cancel.isVisible(), timeout=10_000)
    qtbot.mouseClick(user.window.status._cancel, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: "checked" in user.message)
    user.press(Qt.Key.Key_F7, SHIFT)
    user.wait_for(lambda: "900 order" in user.message)
    assert "no order has gained or lost errors" in user.message.lower()
