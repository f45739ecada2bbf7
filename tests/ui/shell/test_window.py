"""A person's day in the window, by keys and clicks only, on a real workspace and a real sandbox."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from ordermanager.domain.states import Folder, State
from ordermanager.ui.bulk import ChangeDialog
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.look.colours import DARK
from ordermanager.ui.look.theme import GAP, colours
from ordermanager.ui.shell.folder_list import HISTORY, IMPORTS
from ordermanager.ui.shell.palette import Palette
from ordermanager.ui.shell.view_state import unpack_sizes
from tests.ui.conftest import good_draft
from tests.ui.user import CTRL, NONE, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.shell.main_window import MainWindow


def test_an_empty_workspace_says_what_to_do(user: User) -> None:
    page = user.window.orders
    assert page.welcome.isVisible()
    page.welcome.skipped.emit()
    assert page.empty.isVisible()
    assert page.empty.heading == "No orders yet"
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Import…"
    assert not user.window.actions_table["send"].isEnabled()


def test_a_new_order_is_written_without_the_mouse(user: User, services: Services) -> None:
    user.press(Qt.Key.Key_N, CTRL)
    user.wait_for(lambda: user.window.keyboard.is_in_pane)
    user.type("W-1")
    user.press(Qt.Key.Key_S, CTRL)
    user.window.pane.flush()
    user.wait_for(lambda: user.count(Folder.ALL) == 1)
    assert user.rows == ["W-1"]
    (order_id,) = services.orders.list_ids(user.window.orders.query)
    assert services.orders.get(order_id).draft.get("externalOrderId") == "W-1"


@pytest.fixture
def with_orders(add_orders: Any) -> list[int]:
    return list(add_orders(3))


def test_folders_show_counts_and_are_reached_by_keys(with_orders: list[int], user: User) -> None:
    assert user.count(Folder.READY) == 3
    keys = user.window.folders.keys
    user.press(getattr(Qt.Key, f"Key_{keys.index(Folder.READY.value) + 1}"), CTRL)
    assert user.window.folders.current_key == Folder.READY.value
    assert len(user.rows) == 3
    user.press(getattr(Qt.Key, f"Key_{keys.index(Folder.OUTBOX.value) + 1}"), CTRL)
    assert user.rows == []
    assert user.window.orders.empty.heading == "The outbox is empty"


def test_the_first_order_is_chosen_at_the_start_also_where_there_are_many(
    add_orders: Any, open_window: Callable[[], MainWindow]
) -> None:
    add_orders(70)  # more than the list asks for at first
    table = open_window().orders.table
    assert table.hasFocus()
    assert table.selected_count == 1
    assert table.currentIndex().row() == 0


def test_f6_goes_round_the_panes(with_orders: list[int], user: User) -> None:
    window = user.window
    assert window.orders.table.hasFocus()
    user.press(Qt.Key.Key_F6)
    user.wait_for(lambda: window.keyboard.is_in_pane)
    user.press(Qt.Key.Key_F6)
    assert window.folders.hasFocus()
    user.press(Qt.Key.Key_F6)
    assert window.orders.table.hasFocus()
    user.press(Qt.Key.Key_F6, SHIFT)
    assert window.folders.hasFocus()


def test_search_finds_as_one_types_and_escape_brings_all_back(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_F, CTRL)
    assert user.window.orders.search.hasFocus()
    user.type("shevchenko2")
    user.wait_for(lambda: user.rows == ["A-2"])
    user.press(Qt.Key.Key_A, CTRL)
    user.type("nobody at all")
    user.wait_for(lambda: user.window.orders.empty.isVisible())
    assert "nobody at all" in user.window.orders.empty.heading
    user.press(Qt.Key.Key_F, CTRL)
    user.press(Qt.Key.Key_Escape)
    user.wait_for(lambda: len(user.rows) == 3)


def test_a_search_in_a_folder_says_that_it_is_one(with_orders: list[int], user: User) -> None:
    page = user.window.orders
    user.window.go_to(Folder.SENT.value)
    user.press(Qt.Key.Key_F, CTRL)
    user.type("shevchenko2")
    user.wait_for(lambda: "shevchenko2" in page.empty.heading)
    assert "All orders" in page.empty.accessibleName()
    user.window.go_to(Folder.ALL.value)
    user.press(Qt.Key.Key_F, CTRL)
    user.type("nobody")
    user.wait_for(lambda: "nobody" in page.empty.heading)
    assert "All orders" not in page.empty.accessibleName()


def test_the_first_step_that_can_be_done_is_the_one_that_stands_out(user: User) -> None:
    can, cannot = QAction("New order", user.window), QAction("Put in the outbox", user.window)
    cannot.setEnabled(False)
    empty = user.window.orders.empty
    empty.show_state("box", "Nothing here", "Begin.", [cannot, can])
    steps = [each for each in empty.findChildren(QPushButton) if not each.isHidden()]
    assert [(each.text(), each.property("role")) for each in steps] == [("New order", "primary")]


def test_delete_and_undo(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_Delete)
    user.wait_for(lambda: user.count(Folder.ALL) == 0)
    assert "3 orders deleted" in user.message
    user.click(user.window.messages, "Undo")
    user.wait_for(lambda: user.count(Folder.ALL) == 3)
    user.wait_for(lambda: len(user.rows) == 3)


def test_duplicate_makes_a_draft_and_goes_there(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_D, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 4)
    assert user.window.folders.current_key == Folder.DRAFTS.value


def test_queue_and_withdraw(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_Return, CTRL)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 3)
    assert "3 orders are in the outbox" in user.message
    user.window.go_to(Folder.OUTBOX.value)
    user.wait()
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_Backspace, CTRL)
    user.wait_for(lambda: user.count(Folder.READY) == 3)
    assert "withdrawn" in user.message


def test_an_order_with_errors_is_not_queued_and_the_reason_is_said(add_orders: Any, user: User) -> None:
    add_orders(1, totalCost="a lot")
    user.wait_for(lambda: user.rows == ["A-1"])
    user.press(Qt.Key.Key_Home)
    user.press(Qt.Key.Key_Return, CTRL)
    user.wait_for(lambda: user.message)
    assert "still has errors" in user.message
    assert user.count(Folder.OUTBOX) == 0


def test_f9_queues_and_sends_what_is_ready(
    sandbox: SandboxServer, with_orders: list[int], user: User, services: Services
) -> None:
    assert user.window.tools.send.text() == "Send 3 ready"
    user.press(Qt.Key.Key_F9)
    user.wait_for(lambda: user.count(Folder.SENT) == 3)
    assert "3 orders accepted" in user.message
    assert {row.state for row in services.orders.rows(with_orders)} == {State.ACCEPTED}
    assert len(sandbox.ledger.orders) == 3
    assert not user.window.sending.is_running
    user.click(user.window.messages, "Show them")
    assert user.window.folders.current_key == Folder.SENT.value


def test_the_sandbox_is_always_named_as_one_and_only_once(
    sandbox: SandboxServer, user: User, services: Services
) -> None:
    status = user.window.status
    badge = next(label for label in status.findChildren(PlainLabel) if label.text() == "SANDBOX")
    account = next(each for each in status.findChildren(QToolButton) if each.accessibleName() == "Account")
    assert account.text() == "Sandbox"
    assert account.property("role") == "sandbox"
    assert not badge.isVisible()
    status.show_account(replace(services.accounts.list()[0], name="Training"))
    assert account.text() == "Training"
    assert badge.isVisible()
    assert not account.property("role")


def test_nothing_moves_when_a_message_comes(with_orders: list[int], user: User) -> None:
    window = user.window

    def places() -> list[QRect]:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return [part.geometry() for part in (window.splitter, window.pages, window.orders.table, window.pane)]

    before = places()
    for text in ("Done.", "One word after the other. " * 30):
        window.messages.show_message("error", text, "Undo", lambda: None)
        assert places() == before
        assert window.middle.rect().contains(window.messages.geometry())
        assert window.messages.geometry().bottom() > window.middle.height() - 2 * GAP
        label = next(each for each in window.messages.findChildren(PlainLabel) if each.text() == text)
        assert label.height() >= label.heightForWidth(label.width())
    window.resize(window.width() - 200, window.height() - 50)
    places()
    assert window.middle.rect().contains(window.messages.geometry())


def test_without_an_account_sending_says_where_to_get_one(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_F9)
    user.wait_for(lambda: user.message)
    assert "No account" in user.message


def test_a_real_account_is_asked_about_before_anything_is_sent(
    sandbox: SandboxServer, with_orders: list[int], services: Services, user: User
) -> None:
    services.accounts.add("Shop", sandbox.url, key="key", is_sandbox=False)
    services.accounts.set_default("Shop")
    user.wait()
    asked = user.answer("Not now")
    user.press(Qt.Key.Key_F9)
    user.wait_for(lambda: asked)
    assert "Send 3 orders to Shop?" in asked[0]
    assert "orderINITIALIZED: 3" in asked[0]
    assert user.count(Folder.READY) == 3
    assert not sandbox.ledger.orders
    user.answer("Send 3")
    user.press(Qt.Key.Key_F9)
    user.wait_for(lambda: user.count(Folder.SENT) == 3)


def test_unconfirmed_orders_are_decided_in_their_folder(
    sandbox: SandboxServer, with_orders: list[int], services: Services, user: User
) -> None:
    sandbox.fail("drop-after:1")
    user.press(Qt.Key.Key_F9)
    user.wait_for(lambda: user.count(Folder.UNCONFIRMED) == 3)
    sandbox.behave()
    assert "3 unconfirmed" in user.message
    user.window.go_to(Folder.UNCONFIRMED.value)
    user.wait()
    bar = user.window.orders.decisions
    assert bar.isVisible()
    user.click(bar, "Mark as accepted")
    user.wait_for(lambda: user.count(Folder.SENT) == 3)
    assert not bar.isVisible()
    assert QApplication.focusWidget() is user.window.orders.empty  # not in the form, where Qt would put them


def test_sent_orders_can_be_sent_again(
    sandbox: SandboxServer, with_orders: list[int], services: Services, user: User
) -> None:
    services.outbox.queue(with_orders)
    services.sending.send()
    user.window.go_to(Folder.SENT.value)
    user.wait_for(lambda: len(user.rows) == 3)
    user.press(Qt.Key.Key_Home)
    user.press(Qt.Key.Key_Return, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 1)


def test_the_history_shows_the_event_its_json_and_its_contact(
    sandbox: SandboxServer, with_orders: list[int], services: Services, user: User
) -> None:
    services.outbox.queue(with_orders[:1])
    services.sending.send()
    user.window.go_to(HISTORY)
    history = user.window.history
    user.wait_for(lambda: history.model.rowCount() == 1)
    said = [str(history.model.index(0, column).data()) for column in range(history.model.columnCount())]
    assert "orderINITIALIZED" in said
    assert "A-1" in said
    assert "Accepted" in said
    user.press(Qt.Key.Key_Return)
    assert user.window.pages.currentWidget() is user.window.orders
    assert user.window.pane.current_order_id == with_orders[0]


def test_a_table_pasted_into_the_window_is_imported(user: User) -> None:
    QGuiApplication.clipboard().setText("externalOrderId\ttotalCost\nP-1\t10\n")
    user.press(Qt.Key.Key_V, CTRL)
    user.wait_for(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QWidget)
    user.click(dialog, "Import")
    user.wait_for(lambda: user.count(Folder.ALL) == 1)
    if QApplication.activeModalWidget() is not None:
        dialog.close()
    user.wait()
    user.window.go_to(IMPORTS)
    user.wait()
    assert user.window.imports.model.rowCount() == 1


def test_an_empty_clipboard_is_said(user: User) -> None:
    QGuiApplication.clipboard().clear()
    user.press(Qt.Key.Key_V, CTRL)
    assert "clipboard holds no table" in user.message


def test_a_file_dropped_on_the_window_opens_its_import(user: User, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("externalOrderId,totalCost\nD-1,10\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, NONE
    place = QPointF(200, 200)
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(user.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(user.window, QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))
    user.wait()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QWidget)
    dialog.close()
    user.wait()


def drop(user: User, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy, button = QPointF(200, 200), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(user.window, QDragEnterEvent(place.toPoint(), copy, data, button, NONE))
    drops = QDropEvent(place, copy, data, button, NONE)
    QApplication.sendEvent(user.window, drops)
    user.wait()


def import_shown(user: User) -> ImportDialog:
    (dialog,) = (each for each in user.window.findChildren(ImportDialog) if each.isVisible())
    return dialog


def test_several_files_dropped_at_once_come_one_after_another(user: User, tmp_path: Path) -> None:
    paths = [tmp_path / f"orders{number}.csv" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(f"externalOrderId,totalCost\nD-{number},10\n", encoding="utf-8")
    drop(user, *paths)
    dialog = import_shown(user)
    assert dialog.windowTitle() == "Import orders: file 1 of 3"
    user.wait_for(lambda: dialog.can_import)
    user.qtbot.keyClick(dialog.work.import_button, Qt.Key.Key_Return)
    user.wait_for(lambda: dialog.result_page.isVisible())
    button = dialog.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Next file: orders1.csv (2 of 3)"
    user.qtbot.keyClick(button, Qt.Key.Key_Return)
    user.wait_for(lambda: dialog.can_import)
    assert dialog.windowTitle() == "Import orders: file 2 of 3"
    user.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    user.wait()
    assert user.message.endswith("still to be looked at.")
    user.window.messages.take_keys()
    user.press(Qt.Key.Key_Return)
    dialog = import_shown(user)
    assert dialog.windowTitle() == "Import orders"
    user.wait_for(lambda: dialog.can_import)
    user.qtbot.keyClick(dialog.work.import_button, Qt.Key.Key_Return)
    user.wait_for(lambda: dialog.result_page.isVisible())
    button = dialog.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Show the orders"
    user.qtbot.keyClick(button, Qt.Key.Key_Return)
    user.wait()
    assert user.count(Folder.ALL) == 2
    assert user.window.orders.import_name == "orders2.csv"


def test_a_dropped_web_address_is_not_taken(user: User) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/orders.csv"), QUrl("file://server/share/orders.csv")])
    enter = QDragEnterEvent(
        QPointF(200, 200).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE
    )
    enter.ignore()
    QApplication.sendEvent(user.window, enter)
    assert not enter.isAccepted()


def test_copy_gives_a_table_for_a_spreadsheet(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_C, CTRL)
    user.wait_for(lambda: "copied" in user.message)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 4
    assert "Order ID" in lines[0].split("\t")
    assert all("Ready" in line for line in lines[1:])


def test_f1_shows_every_key_and_the_settings_open(user: User) -> None:
    for key, modifier in ((Qt.Key.Key_F1, NONE), (Qt.Key.Key_Comma, CTRL)):
        user.press(key, modifier)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QWidget)
        user.press(Qt.Key.Key_Escape)
        assert QApplication.activeModalWidget() is None


def test_the_look_switches_and_is_remembered(user: User, services: Services) -> None:
    user.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert colours() is DARK
    assert services.settings.get().theme == "dark"
    assert not user.window.grab().isNull()


def test_the_window_comes_back_as_it_was(
    qtbot: QtBot,
    with_orders: list[int],
    user: User,
    open_window: Callable[[], MainWindow],
    services: Services,
) -> None:
    user.window.go_to(Folder.READY.value)
    header = user.window.orders.table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) - 1, header.height() // 2)
    wider = edge + QPoint(222 - header.sectionSize(2), 0)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(header.viewport(), wider)
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=wider)
    user.press(Qt.Key.Key_Down)
    chosen = user.window.orders.table.current_id
    handle = user.window.splitter.handle(2)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 50))
    qtbot.mouseMove(handle, QPoint(60, 50))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 50))
    user.wait()
    assert user.window.splitter.sizes()[2] < 480
    sizes = user.window.splitter.sizes()
    user.window.close()
    user.wait()
    again = open_window()
    assert again.folders.current_key == Folder.READY.value
    assert again.orders.table.columnWidth(2) == 222
    assert again.orders.table.current_id == chosen != again.orders.model.id_at(0)
    assert unpack_sizes(services.settings.get().view, "panes", (0, 0, 0)) == sizes


def test_what_a_job_failed_at_is_said_in_the_bar_and_escape_closes_it(user: User, services: Services) -> None:
    user.jobs.read("x", lambda: services.orders.get(999_999), lambda _order: None)
    user.wait_for(lambda: user.message)
    user.press(Qt.Key.Key_Escape)
    assert user.message == ""


def test_nothing_in_the_window_takes_data_for_rich_text(add_orders: Any, user: User) -> None:
    add_orders(1, firstName="<b>Olena</b><img src='/etc/hostname'>", externalOrderId="<i>1</i>")
    user.wait_for(lambda: user.rows == ["<i>1</i>"])
    user.press(Qt.Key.Key_Home)
    for label in user.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text(), label.text()
    for widget in user.window.findChildren(QWidget):
        assert "<img" not in widget.toolTip()


def test_every_control_has_a_name_for_screen_readers(with_orders: list[int], user: User) -> None:
    nameless = [
        button
        for button in user.window.findChildren(QToolButton)
        if button.isVisible() and not (button.text() or button.accessibleName())
    ]
    assert not nameless


def test_the_form_stays_while_its_order_leaves_the_folder(
    add_orders: Any, user: User, services: Services
) -> None:
    first, second = add_orders(2, totalCost="")
    user.window.go_to(Folder.DRAFTS.value)
    user.wait_for(lambda: len(user.rows) == 2)
    user.window.orders.table.go_to(first)
    user.wait()
    user.press(Qt.Key.Key_F6)
    user.wait_for(lambda: user.window.keyboard.is_in_pane)
    services.orders.change_field([first], "totalCost", "100.50")
    user.wait_for(lambda: len(user.rows) == 1)
    assert user.window.pane.current_order_id == first
    assert second in services.orders.list_ids(user.window.orders.query)
    assert user.window.orders.table.selected_count == 0  # Delete would not mean the one that is seen


def test_an_order_that_becomes_ready_in_the_form_is_the_one_that_is_selected(
    add_orders: Any, user: User, services: Services
) -> None:
    add_orders(3)
    user.window.go_to(Folder.READY.value)
    user.wait_for(lambda: len(user.rows) == 3)
    user.press(Qt.Key.Key_N, CTRL)
    user.type("A-1001")
    user.window.pane.flush()
    user.wait_for(lambda: user.count(Folder.DRAFTS) == 1)
    assert user.window.orders.table.selected_count == 0
    order_id = user.window.pane.current_order_id
    assert order_id is not None
    form = user.window.pane.form
    for name, text in good_draft(1001).fields.items():
        form.box(name).take(text)
    form.items.model.set_items(good_draft(1001).items)
    form.changed.emit()
    user.window.pane.flush()
    user.wait_for(lambda: user.count(Folder.READY) == 4)
    assert list(user.window.orders.table.selected_ids()) == [order_id]
    assert user.window.pane.current_order_id == order_id


def test_closing_while_sending_waits_for_the_request(
    sandbox: SandboxServer, with_orders: list[int], services: Services, user: User
) -> None:
    user.press(Qt.Key.Key_F9)
    user.wait_for(lambda: user.count(Folder.SENT) == 3)
    closed: list[bool] = []
    user.window.closed.connect(lambda: closed.append(True))
    services.orders.change_field(with_orders, "status", "DELIVERED")
    user.wait()
    user.window.deeds.send()
    user.qtbot.waitUntil(lambda: user.window.sending.is_running)
    user.window.close()
    user.wait_for(lambda: closed)
    assert not services.sending.is_running
    states = {row.state for row in services.orders.rows(with_orders)}
    assert State.SENDING not in states


def test_keys_typed_before_an_order_has_come_go_to_that_order(
    add_orders: Any, user: User, services: Services
) -> None:
    first, second = add_orders(2)
    user.wait_for(lambda: len(user.rows) == 2)
    pane = user.window.pane
    pane.show_order(first)
    user.wait()
    pane.form.box("lastName").focus()
    user.press(Qt.Key.Key_End)
    pane.show_order(second)
    user.type("!")  # nothing has run since: the first order is still in the form
    user.press(Qt.Key.Key_S, CTRL)
    user.wait_for(lambda: services.orders.get(second).draft.get("lastName") != "Shevchenko2")
    assert services.orders.get(first).draft.get("lastName") == "Shevchenko1"
    assert "!" in services.orders.get(second).draft.get("lastName")


def test_what_is_typed_right_after_ctrl_n_is_the_new_order(add_orders: Any, user: User) -> None:
    add_orders(1)
    user.wait_for(lambda: user.rows == ["A-1"])
    user.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CTRL)
    user.type("N-7")  # before the new order is there
    user.wait()
    assert user.window.pane.form.draft().get("externalOrderId") == "N-7"


def test_undo_and_redo_of_delete_and_of_queueing(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_Return, CTRL)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 3)
    assert "Put 3 order" in user.window.actions_table["undo"].text()
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: user.count(Folder.READY) == 3)
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 3)
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: user.count(Folder.READY) == 3)
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_Delete)
    user.wait_for(lambda: user.count(Folder.ALL) == 0)
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: user.count(Folder.ALL) == 3)
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.ALL) == 0)


def test_undo_of_queueing_says_what_was_sent_already(
    sandbox: SandboxServer, with_orders: list[int], user: User, services: Services
) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_Return, CTRL)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 3)
    services.sending.send()
    user.wait_for(lambda: user.count(Folder.SENT) == 3)
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "sent already" in user.message)
    assert user.count(Folder.SENT) == 3


def test_a_field_of_many_orders_is_changed_by_keys_and_taken_back(
    with_orders: list[int], user: User, services: Services
) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChangeDialog)
    dialog.field.setFocus()
    user.press(Qt.Key.Key_End)
    user.press(Qt.Key.Key_Up)
    user.press(Qt.Key.Key_Up)  # past the links of items: the customer's ID, from the e-mail
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "3 order" in user.message)
    ids = [services.orders.get(one).draft.get("externalCustomerId") for one in with_orders]
    assert ids == [f"client{n}@example.com" for n in (1, 2, 3)]
    services.orders.change_field(with_orders[:1], "externalCustomerId", "mine")
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "changed since" in user.message)
    ids = [services.orders.get(one).draft.get("externalCustomerId") for one in with_orders]
    assert ids == ["mine", "C-2", "C-3"]


def test_a_wrong_date_is_refused_where_it_is_written(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChangeDialog)
    dialog.field.setFocus()
    user.press(Qt.Key.Key_Down)
    dialog.date.setFocus()
    user.type("tomorrow-ish")
    user.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert any("no date" in label.text() for label in dialog.findChildren(PlainLabel) if label.isVisible())
    user.press(Qt.Key.Key_Escape)


def test_delivered_orders_are_marked_and_queued_in_one_step(
    with_orders: list[int], user: User, services: Services
) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_D, CTRL | SHIFT)
    user.wait_for(lambda: user.count(Folder.OUTBOX) == 3)
    assert {row.status for row in services.orders.rows(with_orders)} == {"DELIVERED"}


def test_the_selection_is_added_up_per_currency(add_orders: Any, user: User) -> None:
    add_orders(2)
    add_orders(1, first=3, currency="EUR", totalCost="0.10")
    user.wait_for(lambda: len(user.rows) == 3)
    user.press(Qt.Key.Key_A, CTRL)
    labels = user.window.status.findChildren(PlainLabel)
    user.wait_for(lambda: any("201.00 UAH · 0.10 EUR" in label.text() for label in labels))


def test_copy_as_json_gives_what_would_be_sent(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_C, CTRL | SHIFT)
    user.wait_for(lambda: "copied" in user.message)
    copied = json.loads(QGuiApplication.clipboard().text())
    assert sorted(order["externalOrderId"] for order in copied) == ["A-1", "A-2", "A-3"]


def test_chips_narrow_the_list_by_keys(add_orders: Any, user: User) -> None:
    add_orders(2)
    add_orders(1, first=3, status="DELIVERED")
    add_orders(1, first=4, status="DELIVERED", totalCost="")
    user.wait_for(lambda: len(user.rows) == 4)
    user.press(Qt.Key.Key_F, CTRL | SHIFT)
    chip = QApplication.focusWidget()
    assert isinstance(chip, QToolButton)
    assert chip.text() == "State"
    bar = user.window.orders.filters
    bar.asked.emit(bar.filters._replace(statuses=frozenset({"DELIVERED"})))
    user.wait_for(lambda: sorted(user.rows) == ["A-3", "A-4"])
    bar.asked.emit(bar.filters._replace(findings="errors"))
    user.wait_for(lambda: user.rows == ["A-4"])
    user.click(bar, "Clear filters")
    user.wait_for(lambda: len(user.rows) == 4)


def test_a_chip_s_menu_stays_open_for_several_choices(add_orders: Any, user: User) -> None:
    add_orders(1)
    add_orders(1, first=2, status="DELIVERED")
    add_orders(1, first=3, status="CANCELLED")
    user.wait_for(lambda: len(user.rows) == 3)
    chip = next(b for b in user.window.orders.filters.findChildren(QToolButton) if b.text() == "Status")
    menu = chip.menu()
    menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
    for name in ("Delivered", "Cancelled"):
        action = next(action for action in menu.actions() if action.text() == name)
        place = menu.actionGeometry(action).center()
        user.qtbot.mouseMove(menu, place)
        user.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert menu.isVisible()
    user.wait_for(lambda: sorted(user.rows) == ["A-2", "A-3"])
    menu.close()
    assert chip.text() == "Status: Delivered, Cancelled"


def test_days_are_the_workspace_s_own(add_orders: Any, user: User) -> None:
    add_orders(1, date="2026-11-20 00:00")
    add_orders(1, first=2, date="2026-11-20 23:59")
    add_orders(1, first=3, date="2026-11-21 00:00")
    user.wait_for(lambda: len(user.rows) == 3)
    user.window.orders.filters.choose_days(QDate(2026, 11, 20), QDate(2026, 11, 20))
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2"])


def test_a_column_is_filtered_from_its_menu_and_columns_are_hidden_and_reset(
    with_orders: list[int], user: User
) -> None:
    table = user.window.orders.table
    names = [column.key for column in user.window.orders.model.columns]
    menu = table.header_menu(names.index("name"))
    menu.popup(table.mapToGlobal(QPoint(50, 10)))
    field = menu.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    user.qtbot.keyClicks(field, "CHENKO2")
    user.qtbot.keyClick(field, Qt.Key.Key_Return)
    user.wait_for(lambda: user.rows == ["A-2"])
    user.click(user.window.orders.filters, "Customer: “CHENKO2”")
    user.wait_for(lambda: len(user.rows) == 3)
    hide = next(a for a in table.header_menu(names.index("date")).actions() if "Hide" in a.text())
    hide.trigger()
    assert "date" not in [column.key for column in table.shown_columns()]
    user.window.actions_table["reset_columns"].trigger()
    assert "date" in [column.key for column in table.shown_columns()]


@pytest.mark.parametrize("width", [1024, 1440, 1900])
def test_the_columns_that_matter_fit_the_window(with_orders: list[int], user: User, width: int) -> None:
    user.window.resize(width, 800)
    user.wait()
    table = user.window.orders.table
    assert not table.horizontalScrollBar().isVisible()
    shown = [column.key for column in table.shown_columns()]
    assert shown[:3] == ["mark", "state", "externalOrderId"]
    if width >= 1440:
        assert {"status", "date", "name", "totalCost"} <= set(shown)
    items = user.window.pane.form.items.view
    user.wait_for(lambda: items.model().rowCount() == 1)
    assert not items.horizontalScrollBar().isVisible()


def test_the_palette_finds_commands_places_and_orders(with_orders: list[int], user: User) -> None:
    user.press(Qt.Key.Key_K, CTRL)
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    user.type("event hist")
    user.wait()
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: user.window.folders.current_key == HISTORY)
    user.press(Qt.Key.Key_K, CTRL)
    user.type("shevchenko2")
    user.wait()
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: user.window.pane.current_order_id == with_orders[1])


def test_a_backup_is_made_by_itself_once_a_day(
    with_orders: list[int], user: User, services: Services
) -> None:
    folder = services.folder / "backups"
    user.qtbot.waitUntil(lambda: any(folder.glob("*.db")), timeout=15_000)
    user.wait()
    assert services.backup_if_due() is None


def test_a_language_change_keeps_the_place_and_the_selection(
    add_orders: Any, user: User, services: Services
) -> None:
    ids = add_orders(4)
    user.wait_for(lambda: len(user.rows) == 4)
    window = user.window
    window.go_to(Folder.READY.value)
    user.wait()
    window.orders.table.go_to(ids[1])
    user.press(Qt.Key.Key_Down, SHIFT)
    selected = sorted(window.orders.table.selected_ids())
    assert len(selected) == 2
    services.settings.update(language="uk")
    user.wait_for(lambda: window.orders.model.rowCount() == 4)
    assert window.folders.current_key == Folder.READY.value
    assert sorted(window.orders.table.selected_ids()) == selected
    services.settings.update(language="en")
    user.wait_for(lambda: window.orders.model.rowCount() == 4)
    user.press(Qt.Key.Key_A, CTRL)
    assert window.orders.table.selected_count == 4


def test_what_was_typed_into_the_form_is_one_step_of_undo(
    with_orders: list[int], user: User, services: Services
) -> None:
    pane = user.window.pane
    pane.show_order(with_orders[0])
    user.wait()
    pane.form.box("lastName").focus()
    user.press(Qt.Key.Key_End)
    for letter in "xyz":
        user.type(letter)
        user.press(Qt.Key.Key_S, CTRL)
    assert services.orders.get(with_orders[0]).draft.get("lastName") == "Shevchenko1xyz"
    user.window.orders.table.setFocus()
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: services.orders.get(with_orders[0]).draft.get("lastName") == "Shevchenko1")
    user.wait_for(lambda: pane.form.draft().get("lastName") == "Shevchenko1")
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    user.wait_for(lambda: services.orders.get(with_orders[0]).draft.get("lastName") == "Shevchenko1xyz")
    services.orders.change_field(with_orders[:1], "lastName", "Other")
    user.window.orders.table.setFocus()
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "changed since" in user.message)
    assert services.orders.get(with_orders[0]).draft.get("lastName") == "Other"


def test_a_cell_edited_in_the_list_is_undone(with_orders: list[int], user: User, services: Services) -> None:
    table = user.window.orders.table
    column = next(n for n, found in enumerate(user.window.orders.model.columns) if found.key == "totalCost")
    table.go_to(with_orders[0], column)
    user.press(Qt.Key.Key_F2)
    user.type("77")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: services.orders.get(with_orders[0]).draft.get("totalCost") == "77")
    table.setFocus()
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: services.orders.get(with_orders[0]).draft.get("totalCost") == "100.50")


def test_what_is_typed_into_a_cell_stays_while_orders_come_in(
    with_orders: list[int], user: User, services: Services, add_orders: Callable[..., list[int]]
) -> None:
    table = user.window.orders.table
    column = next(n for n, found in enumerate(user.window.orders.model.columns) if found.key == "totalCost")
    table.go_to(with_orders[0], column)
    user.press(Qt.Key.Key_F2)
    user.type("7")
    services.orders.change_field([with_orders[0]], "lastName", "Franko")  # the row is read anew
    add_orders(1, first=900)  # and so is the list
    assert user.jobs.wait_idle()
    user.type("7")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: services.orders.get(with_orders[0]).draft.get("totalCost") == "77")
    assert services.orders.get(with_orders[0]).draft.get("lastName") == "Franko"
