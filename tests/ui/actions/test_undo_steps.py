"""Ctrl+Z takes back what was done last, whatever it was: never an older step behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from ordermanager.domain.states import Folder, State
from ordermanager.ui.actions.undo import LIMIT
from ordermanager.ui.import_dialog import ImportDialog
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> User:
    """Before a list of three, of which one was edited before everything else."""
    ids = add_orders(3)
    user = User(qtbot, open_window(), jobs)
    user.wait_for(lambda: len(user.rows) == 3)
    _edit_total(user, ids[0], "77")
    return user


def _edit_total(user: User, order_id: int, text: str) -> None:
    table = user.window.orders.table
    column = next(n for n, each in enumerate(user.window.orders.model.columns) if each.key == "totalCost")
    table.setFocus()
    table.go_to(order_id, column)
    user.press(Key.Key_F2)
    user.type(text)
    user.press(Key.Key_Return)
    user.wait_for(lambda: user.window.undo.can_undo)
    table.setFocus()


def _total_of(user: User, services: Services) -> str:
    """The one that was edited first, and must not be touched by what undoes something else."""
    return services.orders.get(services.orders.find(["A-1"])[0]).draft.get("totalCost")


def undo(user: User) -> None:
    user.window.orders.table.setFocus()
    user.press(Key.Key_Z, CTRL)


def redo(user: User) -> None:
    user.window.orders.table.setFocus()
    user.press(Key.Key_Z, CTRL | SHIFT)


def test_a_new_order_goes_with_all_that_was_typed_into_it(user: User, services: Services) -> None:
    user.press(Key.Key_N, CTRL)
    user.type("N-1")
    user.press(Key.Key_S, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 4)
    user.press(Key.Key_Tab)
    user.press(Key.Key_Tab)
    user.press(Key.Key_Tab)
    user.type("new@example.com")
    user.press(Key.Key_S, CTRL)
    user.wait()
    assert "New order" in user.window.actions_table["undo"].text()
    undo(user)
    user.wait_for(lambda: user.count(Folder.ALL) == 3)
    assert _total_of(user, services) == "77"
    redo(user)
    user.wait_for(lambda: user.count(Folder.ALL) == 4)
    back = services.orders.get(services.orders.find(["N-1"])[0]).draft
    assert back.get("email") == "new@example.com"
    undo(user)
    user.wait_for(lambda: user.count(Folder.ALL) == 3)
    undo(user)
    user.wait_for(lambda: _total_of(user, services) == "100.50")


def test_a_duplicate_goes_again(user: User, services: Services) -> None:
    user.press(Key.Key_D, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 4)
    undo(user)
    user.wait_for(lambda: user.count(Folder.ALL) == 3)
    assert _total_of(user, services) == "77"


def test_queueing_all_ready_orders_is_a_step(user: User, services: Services) -> None:
    before = user.count(Folder.READY)
    user.press(Key.Key_R, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == before)
    undo(user)
    user.wait_for(lambda: user.count(Folder.READY) == before)
    assert _total_of(user, services) == "77"
    redo(user)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == before)


def test_what_was_in_the_outbox_before_stays_there(user: User, services: Services) -> None:
    first = services.orders.find(["A-2"])
    services.outbox.queue(first)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 1)
    user.press(Key.Key_A, CTRL)
    user.press(Key.Key_Return, CTRL)
    user.wait_for(lambda: user.count(Folder.OUTBOX) > 1)
    undo(user)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 1)
    assert services.orders.get(first[0]).state is State.QUEUED


def test_withdrawing_is_a_step(user: User, services: Services) -> None:
    user.press(Key.Key_R, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.OUTBOX) > 0)
    waiting = user.count(Folder.OUTBOX)
    user.press(Key.Key_A, CTRL)
    user.press(Key.Key_Backspace, CTRL)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 0)
    assert "Withdraw" in user.window.actions_table["undo"].text()
    undo(user)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == waiting)
    redo(user)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 0)
    assert _total_of(user, services) == "77"


def test_sending_again_is_a_step_until_it_is_sent(
    sandbox: SandboxServer, user: User, services: Services
) -> None:
    services.outbox.queue()
    services.sending.send()
    user.wait_for(lambda: user.count(Folder.SENT) > 0)
    sent = user.count(Folder.SENT)
    user.window.go_to(Folder.SENT.value)
    user.wait_for(lambda: len(user.rows) == sent)
    user.window.orders.table.setFocus()
    user.press(Key.Key_A, CTRL)
    user.press(Key.Key_Return, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == sent)
    undo(user)
    user.wait_for(lambda: user.count(Folder.SENT) == sent)
    redo(user)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == sent)


def test_an_import_is_a_step(user: User, services: Services, tmp_path: Path, qtbot: QtBot) -> None:
    """One order is new, another one was here."""
    path = tmp_path / "orders.csv"
    path.write_text(
        "externalOrderId,externalCustomerId,totalCost,currency,status,date,email,items.externalItemId,items.name,"
        "items.quantity,items.cost,items.url,items.imageUrl\n"
        "A-2,C-2,999,UAH,DELIVERED,2026-11-20 12:00,two@example.com,S,Tea,1,999,https://s.example/t,https://s.example/t.png\n"
        "I-1,C-9,5,UAH,INITIALIZED,2026-11-20 12:00,nine@example.com,S,Tea,1,5,https://s.example/t,https://s.example/t.png\n",
        "utf-8",
    )
    user.window.deeds.open_import(path)
    user.wait()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: user.count(Folder.ALL) == 4)
    dialog.close()
    second = services.orders.find(["A-2"])[0]
    assert services.orders.get(second).draft.get("totalCost") == "999"
    assert "Import" in user.window.actions_table["undo"].text()
    for _ in range(2):
        undo(user)
        user.wait_for(lambda: user.count(Folder.ALL) == 3)
        assert services.orders.get(second).draft.get("totalCost") == "100.50"
        redo(user)
        user.wait_for(lambda: user.count(Folder.ALL) == 4)
        assert services.orders.get(second).draft.get("totalCost") == "999"
        assert services.orders.find(["I-1"])
    assert _total_of(user, services) == "77"


def test_a_new_order_that_was_sent_stays(sandbox: SandboxServer, user: User, services: Services) -> None:
    user.press(Key.Key_N, CTRL)
    user.type("N-1")
    user.press(Key.Key_S, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 4)
    number = services.orders.find(["N-1"])[0]
    good = services.orders.get(services.orders.find(["A-2"])[0]).draft.copy()
    good.fields["externalOrderId"] = "N-1"
    services.orders.save(good, number)
    services.outbox.queue([number])
    services.sending.send()
    user.wait_for(lambda: user.count(Folder.SENT) == 1)
    undo(user)
    user.wait_for(lambda: "it stays" in user.message)
    assert user.count(Folder.ALL) == 4


@pytest.mark.parametrize("code", ["uk"])
def test_steps_are_there_in_another_language_too(user: User, services: Services, code: str) -> None:
    user.press(Key.Key_A, CTRL)
    user.press(Key.Key_Delete)
    user.wait_for(lambda: user.count(Folder.ALL) == 0)
    services.settings.update(language=code)
    user.wait_for(lambda: user.window.folders.isVisible())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    user.press(Key.Key_Z, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 3)
    user.press(Key.Key_Z, CTRL)
    user.wait_for(lambda: _total_of(user, services) == "100.50")


def test_in_the_form_too_ctrl_z_takes_back_what_another_field_was_given(
    user: User, services: Services
) -> None:
    """A line takes Ctrl+Z for itself as long as it has something to take back, and no longer."""
    order = services.orders.find(["A-2"])[0]
    user.window.orders.table.go_to(order)
    user.wait()
    user.press(Key.Key_F3)
    pane = user.window.pane
    pane.form.box("lastName").focus()
    user.type("Neu")
    user.press(Key.Key_Tab)
    user.press(Key.Key_Z, CTRL)  # at once, before it has saved itself
    user.wait_for(lambda: pane.form.box("lastName").text() == "Shevchenko2")
    pane.form.box("currency").focus()
    user.press(Key.Key_Z, CTRL | SHIFT)
    user.wait_for(lambda: pane.form.box("lastName").text() == "Neu")
    user.press(Key.Key_Z, CTRL)
    user.wait_for(lambda: pane.form.box("lastName").text() == "Shevchenko2")
    user.wait_for(lambda: services.orders.get(order).draft.get("lastName") == "Shevchenko2")
    assert _total_of(user, services) == "77"
    user.press(Key.Key_Z, CTRL | SHIFT)
    user.wait_for(lambda: pane.form.box("lastName").text() == "Neu")
    assert pane.isAncestorOf(QApplication.focusWidget())
    pane.form.box("deliveryAddress").focus()
    user.type("Street")
    user.press(Key.Key_Z, CTRL)  # its own
    assert pane.form.box("deliveryAddress").text() != "Street"
    assert pane.form.box("lastName").text() == "Neu"


def test_delivered_and_queued_is_taken_back_as_one(user: User, services: Services) -> None:
    ids = services.orders.find(["A-2", "A-3"])

    def statuses() -> set[str]:
        return {services.orders.get(one).draft.get("status") for one in ids}

    user.window.orders.table.setFocus()
    user.window.orders.table.go_to(ids[0])
    user.window.orders.table.select_ids(ids)
    user.press(Key.Key_D, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 2)
    for _ in range(2):
        undo(user)
        user.wait_for(lambda: user.count(Folder.OUTBOX) == 0 and statuses() == {"INITIALIZED"})
        assert {services.orders.get(one).state for one in ids} == {State.READY}
        assert _total_of(user, services) == "77"
        redo(user)
        user.wait_for(lambda: user.count(Folder.OUTBOX) == 2 and statuses() == {"DELIVERED"})


def test_after_two_hundred_steps_an_edit_is_still_a_step_of_its_own(user: User, services: Services) -> None:
    """The stack was full and its index stood still: what was typed into an order that was new some steps ago belonged
    to the step that made it, and Ctrl+Z took the order away."""
    history = user.window.undo
    for number in range(LIMIT):
        history.done(str(number), lambda: None, lambda: None)
    user.press(Key.Key_N, CTRL)
    user.type("N-1")
    user.press(Key.Key_S, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 4)
    history.done("something else", lambda: None, lambda: None)
    for _ in range(3):
        user.press(Key.Key_Tab)
    user.type("new@example.com")
    user.press(Key.Key_S, CTRL)
    user.wait_for(lambda: "N-1" in history.undo_text)
    undo(user)
    undo(user)
    (order_id,) = services.orders.find(["N-1"])
    assert services.orders.get(order_id).draft.get("email") == ""
