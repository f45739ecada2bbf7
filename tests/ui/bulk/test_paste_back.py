"""What was copied from the list comes back from a spreadsheet: to the orders that it names, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ordermanager.importing.reading.pasted_cells import cells_text, pasted_cells
from ordermanager.ui.bulk.paste_dialog import PasteDialog
from ordermanager.ui.import_dialog import ImportDialog
from tests.ui.bulk.test_bulk_texts import field, go_to_cell
from tests.ui.user import CTRL, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

Key = Qt.Key
CELLS = st.text(st.sampled_from("ab\"\t\n\r '=,;Ж"), max_size=6)


@given(st.lists(st.tuples(CELLS, CELLS, st.just("end")), min_size=1, max_size=4))
def test_cells_are_read_as_they_were_written(rows: list[tuple[str, ...]]) -> None:
    assert pasted_cells(cells_text(rows)) == [list(row) for row in rows]


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> Iterator[User]:
    add_orders(3)
    add_orders(1, first=4, totalCost="1234.5", currency="EUR", lastName='O\'Neill  "Double"')
    user = User(qtbot, open_window(), jobs)
    user.window.resize(1900, 900)
    user.wait_for(lambda: len(user.rows) == 4)
    yield user
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


def copy_all(user: User) -> str:
    user.window.orders.table.setFocus()
    user.press(Key.Key_A, CTRL)
    user.press(Key.Key_C, CTRL)
    user.wait()
    return QGuiApplication.clipboard().text()


def paste(user: User, text: str) -> PasteDialog:
    QGuiApplication.clipboard().setText(text)
    user.window.orders.table.setFocus()
    user.press(Key.Key_V, CTRL)
    user.wait_for(QApplication.activeModalWidget)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog), dialog
    user.wait()
    return dialog


@pytest.mark.parametrize("code", ["en", "uk"])
def test_pasted_back_it_changes_nothing(user: User, services: Services, code: str) -> None:
    if code != "en":
        services.settings.update(language=code)
        user.wait_for(lambda: user.window.orders.model.rowCount() == 4)
    # of which the list shows nothing
    services.orders.change_field(services.orders.find(["A-1"]), "totalCost", "a lot")
    user.wait()
    dialog = paste(user, copy_all(user))
    assert not dialog.change.isEnabled()
    assert all(line.reason is not None for line in dialog._plan.lines)  # type: ignore[union-attr]
    assert len(dialog._plan.lines) == 4  # type: ignore[union-attr]


def test_changed_in_a_spreadsheet_it_goes_to_the_orders_that_it_names(user: User, services: Services) -> None:
    """Other rows are shown, in another order; items and whatever else is not in the table stay."""
    rows = [line.split("\t") for line in copy_all(user).splitlines()]
    email = rows[0].index("E-mail")
    for row in rows[1:]:
        row[email] = f"new-{row[rows[0].index('Order ID')]}@example.com"
    rows = [rows[0], *reversed(rows[1:3])]
    orders = user.window.orders
    orders.show_query(orders.query._replace(search="client1@"))
    user.wait_for(lambda: user.rows == ["A-1"])
    dialog = paste(user, cells_text(rows))
    assert "2" in dialog.change.text()
    user.press(Key.Key_Return)
    changed = [row[rows[0].index("Order ID")] for row in rows[1:]]
    numbers = services.orders.find(changed)
    user.wait_for(lambda: field(services, numbers[1], "email") == f"new-{changed[1]}@example.com")
    assert field(services, numbers[0], "email") == f"new-{changed[0]}@example.com"
    assert all(len(services.orders.get(number).draft.items) == 1 for number in numbers)
    assert field(services, services.orders.find(["A-1"])[0], "email") == "client1@example.com"


def test_the_currency_that_is_seen_is_copied(user: User) -> None:
    head, first, *_ = copy_all(user).splitlines()
    assert head.split("\t")[head.split("\t").index("Total") + 1] == "Currency"
    assert "EUR" in first.split("\t")


def test_a_letter_gets_a_table_and_a_spreadsheet_keeps_phones_as_text(user: User) -> None:
    copy_all(user)
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == 5
    assert "O&#x27;Neill" in html
    assert "mso-number-format:'\\@'\">380671000001</td>" in html


def test_rows_of_orders_that_are_not_here_are_named_and_imported_alone(user: User) -> None:
    dialog = paste(user, "Order ID\tE-mail\nA-2\tx@example.com\nZ-9\ty@example.com")
    assert "not here" in dialog.left_out.text()
    assert "1" in dialog.change.text()
    user.qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    user.wait_for(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))
    wizard = QApplication.activeModalWidget()
    assert isinstance(wizard, ImportDialog)
    user.wait()
    assert wizard._source == "Order ID\tE-mail\nZ-9\ty@example.com"  # type: ignore[attr-defined]


def test_several_rows_for_an_order_are_items_for_the_import(user: User) -> None:
    QGuiApplication.clipboard().setText("Order ID\tTotal\nA-2\t5\nA-2\t6")
    go_to_cell(user, 0, "status")
    user.press(Key.Key_V, CTRL)
    user.wait_for(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))


@pytest.mark.parametrize("head", ["Phone\tE-mail", "phone\temail"])
def test_a_header_without_orders_says_which_columns_are_meant(
    user: User, services: Services, head: str
) -> None:
    go_to_cell(user, 1, "status")  # the columns are named, the row is where the keys are
    order = services.orders.find([user.rows[1]])[0]
    dialog = paste(user, f"{head}\n0501112233\tz@example.com")
    assert "1" in dialog.change.text()
    user.press(Key.Key_Return)
    user.wait_for(lambda: field(services, order, "email") == "z@example.com")
    assert field(services, order, "phone") == "0501112233"
    assert field(services, order, "status") == "INITIALIZED"


def test_a_single_title_is_a_header_too(user: User, services: Services) -> None:
    go_to_cell(user, 0, "phone")
    order = services.orders.find([user.rows[0]])[0]
    dialog = paste(user, "Phone\n0501112244")
    assert "1" in dialog.change.text()
    user.press(Key.Key_Return)
    user.wait_for(lambda: field(services, order, "phone") == "0501112244")
