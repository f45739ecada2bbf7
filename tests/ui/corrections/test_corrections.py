"""Corrections by keys: a new status for many orders, and asking the account to delete."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from ordermanager.domain.statuses import Status
from ordermanager.ui.corrections.deletion_dialog import DeletionDialog
from ordermanager.ui.corrections.deletions_dialog import DeletionsDialog
from ordermanager.ui.corrections.status_dialog import StatusDialog
from tests.ui.conftest import good_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

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
    assert "orderDELIVERED: 2" in dialog.body.lines
    dialog.status.setFocus()
    while dialog.chosen is not Status.CANCELLED:
        qtbot.keyClick(dialog.status, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert "orderCANCELLED: 2" in dialog.body.lines
    for part in (dialog.status, dialog.body):
        assert part.height() >= part.sizeHint().height()
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


def test_what_waits_in_the_outbox_is_named_and_what_was_never_sent_left_out(
    window: MainWindow,
    jobs: Jobs,
    qtbot: QtBot,
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
) -> None:
    services.outbox.queue(add_orders(1, first=8))
    (order,) = services.orders.find(["A-1"])
    services.orders.save(good_draft(1, status="DELIVERED"), order)
    services.outbox.queue([order])
    window.go_to("all")
    assert jobs.wait_idle()
    window.orders.table.selectAll()
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    says = dialog_of(DeletionDialog).says.text()
    assert "2 request" in says
    assert "1 order is in the outbox" in says
    assert "1 order was never sent" in says


def test_the_account_that_they_went_to_is_named_and_asked(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, services: Services, sandbox: SandboxServer
) -> None:
    services.accounts.add("Another", "http://127.0.0.1:9/api", key="k", default=True)
    assert jobs.wait_idle()
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    dialog = dialog_of(DeletionDialog)
    qtbot.keyClicks(dialog.word, "Another")
    assert not dialog.go.isEnabled()
    dialog.word.clear()
    qtbot.keyClicks(dialog.word, "Sandbox")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert sandbox.ledger.orders == {}


def test_earlier_requests_and_what_came_of_them(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, services: Services, sandbox: SandboxServer
) -> None:
    plan = services.corrections.plan_orders(services.orders.find(["A-1"]))
    services.corrections.delete(plan)
    services.accounts.set_key("Sandbox", "bad-key")
    begin = datetime(2026, 11, 20, tzinfo=UTC)
    services.corrections.delete(services.corrections.plan_period(begin, begin + timedelta(hours=5)))
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    dialog = dialog_of(DeletionDialog)
    qtbot.mouseClick(dialog.earlier, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    earlier = dialog_of(DeletionsDialog)
    table = earlier.table
    texts = [[table.item(row, column).text() for column in range(1, 4)] for row in range(table.rowCount())]
    assert texts[1] == ["Sandbox", "A-1", "asked"]
    assert texts[0][2].startswith("refused: ")
    assert "key" in texts[0][2]
    assert " – " in texts[0][1]
    qtbot.keyClick(earlier, Qt.Key.Key_Escape)
    assert dialog_of(DeletionDialog) is dialog


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


def test_ids_are_pasted_and_those_of_nobody_need_a_tick(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, services: Services, sandbox: SandboxServer
) -> None:
    services.orders.delete(services.orders.find(["A-2"]))
    window.go_to("imports")
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    dialog = dialog_of(DeletionDialog)
    QApplication.clipboard().setText("A-2\nB-77\n")
    dialog.ids.setFocus()
    qtbot.keyClick(dialog.ids, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "B-77" in dialog.says.text())
    assert dialog.by_ids.isChecked()
    assert "1 request" in dialog.says.text()
    assert dialog.unknown_too.isVisible()
    assert not dialog.unknown_too.isChecked()
    qtbot.keyClicks(dialog.word, "Sandbox")
    assert dialog.go.isEnabled()
    dialog.unknown_too.setFocus()
    qtbot.keyClick(dialog.unknown_too, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert "2 request" in dialog.says.text()
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert set(sandbox.ledger.orders) == {"A-1"}
    assert [row.external_order_id for row in services.corrections.deletions()] == ["B-77", "A-2"]


def test_the_chosen_events_of_the_history_name_the_orders(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, services: Services, sandbox: SandboxServer
) -> None:
    window.go_to("history")
    assert jobs.wait_idle()
    window.history.table.setFocus()
    qtbot.keyClick(window.history.table, Qt.Key.Key_Home)
    window.actions_table["delete_at_yespo"].trigger()
    assert jobs.wait_idle()
    dialog = dialog_of(DeletionDialog)
    assert dialog.by_ids.isChecked()
    assert dialog.ids.toPlainText() == "A-2"
    qtbot.keyClicks(dialog.word, "Sandbox")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert set(sandbox.ledger.orders) == {"A-1"}


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
