"""The page of customers, by keys: finding somebody, their orders, their card, and forgetting them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from ordermanager.store.people import customer_list
from ordermanager.ui.customers_page.forget_dialog import ForgetDialog
from ordermanager.ui.customers_page.table import MATTERS_FIRST
from tests.ui.user import said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def window(
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
) -> MainWindow:
    """Two delivered orders of C-1, one new of C-3; the place is open."""
    same = {
        "externalCustomerId": "C-1",
        "email": "client1@example.com",
        "phone": "0671000001",
        "lastName": "One",
    }
    ids = add_orders(2, 1, status="DELIVERED", **same)
    ids += add_orders(1, 3, date="2026-11-21 12:00")
    services.outbox.queue(ids)
    assert services.sending.send().accepted == 3
    window = open_window()
    window.go_to("customers")
    assert jobs.wait_idle()
    return window


def shown(window: MainWindow, texts: Callable[[Any], list[list[str]]]) -> list[tuple[str, ...]]:
    return [(row[0], row[1], row[4], row[5], row[6]) for row in texts(window.customers.model)]


def test_a_small_window_shows_the_columns_that_matter_and_every_title_whole(
    window: MainWindow, jobs: Jobs
) -> None:
    table = window.customers.table
    window.resize(1024, 640)
    window.go_to("customers")
    assert jobs.wait_idle()
    shown = table.shown_columns()
    assert {"name", "email", "orders", "last_date"} <= {column.key for column in shown} < set(MATTERS_FIRST)
    for section in table.shown_sections():
        title = table.fontMetrics().horizontalAdvance(table._model.columns[section].title)
        assert title <= table.columnWidth(section)
    assert not table.horizontalScrollBar().isVisible()


def test_who_has_ordered_and_for_how_much(
    window: MainWindow, jobs: Jobs, texts: Callable[[Any], list[list[str]]]
) -> None:
    assert shown(window, texts) == [
        ("Olena Shevchenko3", "client3@example.com", "1", "0", ""),
        ("Olena One", "client1@example.com", "2", "2", "201.00 UAH"),
    ]
    assert "2 customer" in said(window.customers)


def test_search_sort_and_their_orders_by_keys(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, texts: Callable[[Any], list[list[str]]]
) -> None:
    page = window.customers
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "one 067")
    assert jobs.wait_idle()
    assert [row[0] for row in shown(window, texts)] == ["Olena One"]
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert window.pages.currentWidget() is window.orders
    assert sorted(window.orders.model.row_at(row).external_order_id for row in range(2)) == ["A-1", "A-2"]
    assert window.orders.model.rowCount() == 2


def test_a_new_order_is_worked_in_while_the_list_is_open(
    window: MainWindow,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    texts: Callable[[Any], list[list[str]]],
    qtbot: QtBot,
) -> None:
    add_orders(1, 7, date="2026-11-25 12:00")
    qtbot.waitUntil(lambda: window.customers.model.rowCount() == 3, timeout=5000)
    assert jobs.wait_idle()
    assert shown(window, texts)[0][0] == "Olena Shevchenko7"


def test_the_card_is_there_offline_and_from_the_account(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, sandbox: SandboxServer
) -> None:
    page = window.customers
    page.table.choose_row(1)
    assert jobs.wait_idle()
    assert "belongs to the contact of order A-1" in said(page.card)
    assert "the account was not asked" in said(page.card)
    assert "Delivered: 201.00 UAH, average check 100.50 UAH" in said(page.card)
    qtbot.mouseClick(page.card._refresh, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "From the account, just now" in said(page.card)
    assert "Contact ID" in said(page.card)
    sandbox.stop()
    qtbot.mouseClick(page.card._refresh, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "Contact ID" in said(page.card)  # what was there stays; what went wrong is said above it


def test_forgetting_somebody_by_keys(
    window: MainWindow,
    jobs: Jobs,
    qtbot: QtBot,
    services: Services,
    texts: Callable[[Any], list[list[str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = window.customers
    page.table.choose_row(1)
    assert jobs.wait_idle()
    page.forget.setFocus()
    qtbot.keyClick(page.forget, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ForgetDialog)
    assert "2 orders" in said(dialog)
    target = tmp_path / "person.json"
    # The system's own dialog cannot be driven by keys here.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "client1@example.com" in target.read_text("utf-8")
    assert not dialog.erase.isEnabled()
    qtbot.keyClicks(dialog.word, "forge")
    assert not dialog.erase.isEnabled()
    qtbot.keyClicks(dialog.word, "t")
    qtbot.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert QApplication.activeModalWidget() is None
    assert "Erased from 2 orders" in said(window)
    assert "Yespo's own copy is separate" in said(window)
    names = [row[:2] for row in shown(window, texts)]
    assert ("Olena One", "client1@example.com") not in names
    assert services.people.find(services.customers.identity_of(page.model.row_at(0))).orders == ("A-3",)


@pytest.mark.parametrize("also", [True, False])
def test_what_was_put_aside_as_damaged_is_deleted_with_the_person_unless_unticked(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, services: Services, also: bool
) -> None:
    aside = services.folder / "damaged-20261123T120000000000Z"
    aside.mkdir()
    (aside / "orders.db").write_bytes(b"damaged")
    page = window.customers
    page.forget.setFocus()
    qtbot.keyClick(page.forget, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ForgetDialog)
    assert dialog.damaged.isVisible()
    if not also:
        dialog.damaged.setFocus()
        qtbot.keyClick(dialog.damaged, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.word, "forget")
    qtbot.keyClick(dialog.word, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert aside.exists() != also
    assert ("1 damaged database" in said(window)) == also
    assert (aside.name in said(window)) != also


def test_the_first_look_through_the_orders_says_how_far_it_is(
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(customer_list, "_COUNTED_BY", 500)
    add_orders(40, 1)
    window = open_window()
    said_so: list[str] = []
    page = window.customers
    page.model.looked.connect(lambda _percent: said_so.append(page._note.text()))
    window.go_to("customers")
    assert jobs.wait_idle()
    assert said_so
    assert all("%" in text for text in said_so[:1])
    assert "40" in page._note.text()
    assert "%" not in page._note.text()


def test_the_first_look_through_the_orders_can_be_stopped_and_asked_for_again_by_keys(
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    pressed, make_anew = threading.Event(), customer_list.make_anew

    def once_and_again(database: Any, links: Any) -> None:
        """As long as a person needs to press a button: else it would be over before."""
        make_anew(database, links)
        assert pressed.wait(20)
        make_anew(database, links)

    monkeypatch.setattr(customer_list, "_COUNTED_BY", 200)
    monkeypatch.setattr(customer_list, "make_anew", once_and_again)
    add_orders(40, 1)
    window = open_window()
    page = window.customers
    window.go_to("customers")
    qtbot.waitUntil(page.stop.isVisible)
    page.stop.setFocus()
    qtbot.keyClick(page.stop, Qt.Key.Key_Space)
    pressed.set()
    assert jobs.wait_idle()
    assert not page.stop.isVisible()
    assert page.model.rowCount() == 0
    assert "The list was not made" in said(page)
    page.focus_list()
    keys = QApplication.focusWidget()
    assert keys is not None
    qtbot.keyClick(keys, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert page.model.rowCount() == 40
    assert not page.stop.isVisible()


def test_an_empty_workspace_says_who_will_be_here(
    open_window: Callable[[], MainWindow], jobs: Jobs, qtbot: QtBot
) -> None:
    window = open_window()
    window.go_to("customers")
    assert jobs.wait_idle()
    assert "No customers yet" in said(window.customers)
    assert not window.customers.export.isEnabled()
