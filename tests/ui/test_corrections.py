"""Corrections by keys: a new status for many orders, and asking the account to delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from ordermanager.domain.statuses import Status
from ordermanager.ui.corrections.deletion_dialog import DeletionDialog
from ordermanager.ui.corrections.status_dialog import StatusDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
) -> MainWindow:
    """Two orders that were sent; both are selected."""
    services.outbox.queue(add_orders(2))
    assert services.sending.send().accepted == 2
    window = open_window()
    window.go_to("sent")
    assert jobs.wait_idle()
    window.orders.table.setFocus()
    window.orders.table.selectAll()
    return window


def dialog_of(kind: type) -> Any:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def test_a_new_status_for_all_selected(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, services: Services, sandbox: SandboxServer
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL_SHIFT)
    assert jobs.wait_idle()
    dialog = dialog_of(StatusDialog)
    assert "orderDELIVERED: 2" in dialog.says.text()
    dialog.status.setFocus()
    while dialog.chosen is not Status.CANCELLED:
        qtbot.keyClick(dialog.status, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert "orderCANCELLED: 2" in dialog.says.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert services.outbox.waiting() == 2
    assert services.sending.send().accepted == 2
    assert {status for _, status in sandbox.ledger.events} == {"INITIALIZED", "CANCELLED"}


def test_deleting_there_needs_the_name_of_the_account(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, sandbox: SandboxServer
) -> None:
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    dialog = dialog_of(DeletionDialog)
    assert "2 request" in dialog.says.text()
    dialog.word.setFocus()
    qtbot.keyClicks(dialog.word, "sand")
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.word, "box")
    assert dialog.go.isEnabled()
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert sandbox.ledger.orders == {}
    assert QApplication.activeModalWidget() is None
    window.orders.table.choose_row(0)
    assert jobs.wait_idle()


def test_a_period_with_nothing_selected(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, sandbox: SandboxServer
) -> None:
    window.go_to("imports")
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    dialog = dialog_of(DeletionDialog)
    assert not dialog.by_orders.isEnabled()
    dialog.first.setDate(QDate(2026, 11, 19))
    dialog.last.setDate(QDate(2026, 11, 21))
    assert jobs.wait_idle()
    assert "3 request" in dialog.says.text()
    assert "2 order" in dialog.says.text()
    qtbot.keyClicks(dialog.word, "Sandbox")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert sandbox.ledger.orders == {}


def test_escape_asks_for_nothing(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, sandbox: SandboxServer
) -> None:
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    dialog = dialog_of(DeletionDialog)
    qtbot.keyClicks(dialog.word, "Sandbox")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert jobs.wait_idle()
    assert len(sandbox.ledger.orders) == 2
