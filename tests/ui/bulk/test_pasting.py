"""Ctrl+V in the list: cells of a spreadsheet go over the orders, after a look at what changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ordermanager.ui import i18n
from ordermanager.ui.bulk.paste_dialog import PasteDialog
from ordermanager.ui.bulk.paste_lines import FIELD, NOTE
from ordermanager.ui.import_dialog import ImportDialog
from tests.ui.bulk.test_bulk_texts import field, go_to_cell
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def ids(add_orders: Callable[..., list[int]]) -> list[int]:
    return add_orders(3)


@pytest.fixture
def user(qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, ids: list[int]) -> Iterator[User]:
    user = User(qtbot, open_window(), jobs)
    user.wait()
    yield user
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


def paste(user: User, text: str) -> PasteDialog:
    QGuiApplication.clipboard().setText(text)
    user.press(Qt.Key.Key_V, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog), dialog
    return dialog


def test_the_names_of_fields_are_not_cut_in_either_language(
    user: User, language: Language, ids: list[int]
) -> None:
    for code in ("uk", "en"):
        language.set_code(code)
        user.wait()
        go_to_cell(user, 0, "externalOrderId")
        dialog = paste(user, "P-1\tDelivered\tx@shop.example")
        user.wait()
        names = {texts[FIELD] for texts in shown(dialog)} - {""}
        assert i18n.field_name("externalOrderId") in names
        width, metrics = dialog.table.columnWidth(FIELD), dialog.table.fontMetrics()
        for name in names:
            assert metrics.horizontalAdvance(name) + 8 <= width, name
        dialog.close()


def many(text: str) -> str:
    """With the plural that a translation file gives, whether it is made already or not."""
    return text.replace("(s)", "s")


def shown(dialog: PasteDialog) -> list[list[str]]:
    lines = dialog.lines
    return [
        [str(lines.index(row, column).data()) for column in range(lines.columnCount())]
        for row in range(lines.rowCount())
    ]


def test_cells_change_the_orders_from_the_current_cell_on(
    user: User, ids: list[int], services: Services
) -> None:
    email = [column.key for column in user.window.orders.model.columns].index("email")
    user.window.orders.table.fit.show_column(email, True)
    go_to_cell(user, 1, "totalCost")
    first, second = (user.window.orders.model.id_at(row) for row in (1, 2))
    assert first is not None
    assert second is not None
    dialog = paste(user, "77.00\tnew@example.com\r\n88.00\t\r\n99.00\tgone@example.com\r\n")
    rows = shown(dialog)
    assert [row[1:4] for row in rows] == [
        ["Total", "100.50", "77.00"],
        ["E-mail", field(services, first, "email"), "new@example.com"],
        ["Total", "100.50", "88.00"],
        ["E-mail", field(services, second, "email"), "–"],
    ]
    assert "sum" in rows[0][NOTE] or "items" in rows[0][NOTE].lower()
    assert "1 copied row" in dialog.left_out.text()
    assert field(services, first, "totalCost") == "100.50"
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "2 orders changed" in user.message)
    assert field(services, first, "email") == "new@example.com"
    assert field(services, second, "email") == ""
    assert "Paste into 2 orders" in many(user.window.actions_table["undo"].text())
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "2 orders as before" in user.message)
    assert field(services, first, "totalCost") == "100.50"
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    user.wait_for(lambda: "2 orders changed again" in user.message)
    assert field(services, second, "totalCost") == "88.00"


def test_one_cell_fills_every_selected_row(user: User, ids: list[int], services: Services) -> None:
    go_to_cell(user, 0, "status")
    user.press(Qt.Key.Key_Down, SHIFT)
    user.press(Qt.Key.Key_Down, SHIFT)
    dialog = paste(user, "Delivered")
    assert many(dialog.title.text()) == "3 orders will change"
    assert shown(dialog)[0][2:4] == ["New", "Delivered"]
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "3 orders changed" in user.message)
    assert {field(services, one, "status") for one in ids} == {"DELIVERED"}


def test_a_column_that_cannot_be_edited_is_named(user: User, ids: list[int]) -> None:
    go_to_cell(user, 0, "name")
    dialog = paste(user, "Ivan")
    assert "Customer" in dialog.left_out.text()
    assert dialog.title.text() == "None of these columns can be edited"
    assert not dialog.change.isEnabled()
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))


def test_what_is_so_already_is_said(user: User, ids: list[int]) -> None:
    go_to_cell(user, 0, "status")
    dialog = paste(user, "New")
    assert dialog.title.text() == "Nothing would change"
    assert "these values already" in dialog.says.text()


def test_orders_in_the_outbox_are_left_alone_with_the_reason(
    user: User, ids: list[int], services: Services
) -> None:
    services.outbox.queue(ids[:1])
    user.wait()
    go_to_cell(user, 0, "status")
    user.press(Qt.Key.Key_Down, SHIFT)
    user.press(Qt.Key.Key_Down, SHIFT)
    dialog = paste(user, "Cancelled")
    notes = [row[NOTE] for row in shown(dialog) if row[0] == "A-1"]
    assert notes == ["In the outbox. Withdraw it first."]
    assert many(dialog.title.text()) == "2 orders will change"


def test_escape_changes_nothing(user: User, ids: list[int], services: Services) -> None:
    go_to_cell(user, 0, "status")
    paste(user, "Cancelled")
    user.press(Qt.Key.Key_Escape)
    assert {field(services, one, "status") for one in ids} == {"INITIALIZED"}


def test_a_table_with_a_header_is_imported(user: User) -> None:
    go_to_cell(user, 0, "status")
    QGuiApplication.clipboard().setText("Order ID\tTotal\tE-mail\r\nX-1\t5\tx@example.com")
    user.press(Qt.Key.Key_V, CTRL)
    user.wait_for(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))


def test_html_in_a_cell_is_text(user: User, ids: list[int]) -> None:
    go_to_cell(user, 0, "externalOrderId")
    dialog = paste(user, '"<img src=x>\n<b>1</b>"')
    assert shown(dialog)[0][3] == "<img src=x> <b>1</b>"
    tip = dialog.lines.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip


def test_in_an_empty_list_any_table_is_imported(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs
) -> None:
    user = User(qtbot, open_window(), jobs)
    QGuiApplication.clipboard().setText("A-1\t5.50\tx@example.com\r\nA-2\t7\ty@example.com")
    user.press(Qt.Key.Key_V, CTRL)
    user.wait_for(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    user.wait()


def test_a_thousand_rows_show_how_far_the_look_is_and_are_one_step(
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    services: Services,
) -> None:
    ids = add_orders(400)
    user = User(qtbot, open_window(), jobs)
    user.window.keyboard.go_to_list()
    go_to_cell(user, 0, "externalOrderId")
    dialog = paste(user, "\n".join(f"N-{number}" for number in range(1000)))
    user.wait_for(lambda: dialog.change.isEnabled())
    assert many(dialog.title.text()) == "400 orders will change"
    assert "600 copied rows" in many(dialog.left_out.text())
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: "400 orders changed" in many(user.message))
    assert {field(services, one, "externalOrderId") for one in ids} == {
        f"N-{number}" for number in range(400)
    }
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: "400 orders as before" in many(user.message))


def test_dates_that_may_be_two_days_are_asked_about_and_answered_by_a_key(
    user: User, ids: list[int], services: Services
) -> None:
    go_to_cell(user, 0, "date")
    order = user.window.orders.model.id_at(0)
    assert order is not None
    dialog = paste(user, "11/12/2025 10:00\n10/11/2025 11:00")
    user.wait()
    box = dialog.questions.boxes["date"]
    assert QApplication.focusWidget() is box, "what is asked has the keys"
    assert box.currentIndex() == -1
    assert "Date" in box.accessibleName()
    assert "11/12/2025" in box.accessibleName()
    assert shown(dialog)[0][NOTE].startswith("“11/12/2025 10:00” may mean")
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Down)
    assert shown(dialog)[0][3] == "2025-11-12 10:00"
    assert not shown(dialog)[0][NOTE].startswith("“11/12")
    assert QApplication.focusWidget() is box, "the other answer is one key away"
    user.press(Qt.Key.Key_Return)
    user.wait()
    assert field(services, order, "date") == "2025-11-12 10:00"
