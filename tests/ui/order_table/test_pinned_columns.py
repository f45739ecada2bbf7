"""Columns pinned at the left: seen, clicked, edited and remembered while the others scroll under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.big_table.header import BigTableHeader
from ordermanager.ui.order_table import OrderTableModel, OrderTableView
from tests.ui.user import CTRL, SHIFT, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def table(
    qtbot: QtBot, services: Services, jobs: Jobs, add_orders: Callable[..., list[int]]
) -> OrderTableView:
    add_orders(30)
    view = OrderTableView(OrderTableModel(services, jobs))
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.activateWindow()
    view.setFocus()
    model = cast("OrderTableModel", view.model())
    model.set_query(OrderQuery(sort="external_order_id", descending=False))
    assert jobs.wait_idle()
    for number in range(len(model.columns)):
        view.fit.show_column(number, True)
    return view


def section(table: OrderTableView, key: str) -> int:
    keys = [column.key for column in cast("OrderTableModel", table.model()).columns]
    return keys.index(key)


def header(table: OrderTableView) -> BigTableHeader:
    return cast("BigTableHeader", table.horizontalHeader())


def strip_picture(table: OrderTableView) -> QImage:
    """What is seen where the pinned columns are, without their edge."""
    width = table.pins.width - 2
    return table.viewport().grab().toImage().copy(0, 0, width, 200)


def pin(table: OrderTableView, *keys: str) -> None:
    for key in keys:
        table.fit.pin_column(section(table, key))
    QApplication.processEvents()


def test_they_stand_first_and_look_the_same_however_far_it_is_scrolled(table: OrderTableView) -> None:
    pin(table, "email", "externalOrderId")
    order = [column.key for column in table.shown_columns()]
    assert order[:2] == ["email", "externalOrderId"]
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 300
    before = strip_picture(table)
    for value in (1, 150, bar.maximum(), 40, 0):
        bar.setValue(value)
        QApplication.processEvents()
        assert strip_picture(table) == before, value
    pin(table, "email", "externalOrderId")
    assert table.pins.sections == []
    bar.setValue(150)
    QApplication.processEvents()
    assert table.viewport().grab().toImage().copy(0, 0, before.width(), 200) != before


def test_a_click_meets_the_cell_that_is_seen(qtbot: QtBot, table: OrderTableView) -> None:
    pin(table, "externalOrderId")
    table.horizontalScrollBar().setValue(200)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, table.rowHeight(0) * 3 + 5))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (
        3,
        section(table, "externalOrderId"),
    )
    assert table.horizontalScrollBar().value() == 200, "it is seen already"
    beside = table.indexAt(QPoint(table.pins.width + 5, 5))
    assert beside.column() != section(table, "externalOrderId")


def test_a_pinned_cell_is_edited_where_it_is_seen(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, services: Services
) -> None:
    pin(table, "email")
    table.setCurrentIndex(table.model().index(2, section(table, "email")))
    table.horizontalScrollBar().setValue(200)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.x() == 0
    editor.selectAll()
    qtbot.keyClicks(editor, "new@example.com")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    (order_id,) = services.orders.find(["A-3"])
    assert services.orders.get(order_id).draft.get("email") == "new@example.com"


def test_going_to_a_cell_does_not_leave_it_below_them(table: OrderTableView) -> None:
    pin(table, "externalOrderId")
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    for key in ("phone", "status", "date", "mark"):
        index = table.model().index(0, section(table, key))
        table.setCurrentIndex(index)
        table.scrollTo(index)
        assert table.visualRect(index).left() >= table.pins.strip, key
    table.setCurrentIndex(table.model().index(0, section(table, "externalOrderId")))


def test_the_header_sorts_and_opens_its_menu_by_what_is_seen(qtbot: QtBot, table: OrderTableView) -> None:
    pin(table, "externalOrderId")
    table.horizontalScrollBar().setValue(200)
    asked: list[str] = []
    table.sort_asked.connect(lambda key, _descending: asked.append(key))
    qtbot.mouseClick(header(table).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert asked == ["external_order_id"]
    assert header(table).section_at(QPoint(30, 10)) == section(table, "externalOrderId")
    menu = table.header_menu(section(table, "externalOrderId"))
    names = [action.text() for action in menu.actions()]
    assert "Unpin “Order ID”" in names
    next(action for action in menu.actions() if action.text().startswith("Unpin")).trigger()
    assert table.pins.sections == []


def test_too_wide_ones_scroll_with_the_others(table: OrderTableView) -> None:
    pin(table, "email", "name", "phone")
    assert table.pins.edge == 0
    table.horizontalScrollBar().setValue(200)
    assert table.pins.strip == 0
    table.resize(1200, 400)
    assert table.pins.edge == table.pins.width


def test_they_are_remembered_and_given_back(
    table: OrderTableView, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    pin(table, "email", "externalOrderId")
    remembered = table.columns_view()
    other = OrderTableView(OrderTableModel(services, jobs))
    qtbot.addWidget(other)
    other.restore_columns(remembered)
    assert other.pins.sections == table.pins.sections
    other.fit.reset()
    assert other.pins.sections == []


def test_a_column_is_pinned_by_keys(
    qtbot: QtBot, add_orders: Callable[..., list[int]], open_window: Callable[[], MainWindow], jobs: Jobs
) -> None:
    add_orders(3)
    user = User(qtbot, open_window(), jobs)
    table = user.window.orders.table
    table.setCurrentIndex(table.model().index(0, section(table, "date")))
    user.press(Qt.Key.Key_B, CTRL | SHIFT)
    assert table.shown_columns()[0].key == "date"
    user.press(Qt.Key.Key_B, CTRL | SHIFT)
    assert table.pins.sections == []


def test_a_column_is_moved_and_made_wider_by_keys(
    qtbot: QtBot, add_orders: Callable[..., list[int]], open_window: Callable[[], MainWindow], jobs: Jobs
) -> None:
    add_orders(3)
    user = User(qtbot, open_window(), jobs)
    user.window.resize(1900, 900)
    user.wait()
    table = user.window.orders.table
    number = section(table, "date")
    table.setCurrentIndex(table.model().index(0, number))
    before = table.horizontalHeader().visualIndex(number)
    width = table.columnWidth(number)

    def choose(name: str) -> None:
        table.setFocus()
        user.press(Qt.Key.Key_H, CTRL | SHIFT)
        for wanted in ("Place and width", name):
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            for _ in menu.actions():
                now = menu.activeAction()
                if now is not None and now.text().replace("&", "") == wanted:
                    break
                qtbot.keyClick(menu, Qt.Key.Key_Down)
            qtbot.keyClick(menu, Qt.Key.Key_Return)
            user.wait()
        user.wait_for(lambda: QApplication.activePopupWidget() is None)

    choose("To the left")
    assert table.horizontalHeader().visualIndex(number) == before - 1
    choose("To the right")
    choose("Wider")
    assert table.horizontalHeader().visualIndex(number) == before
    assert table.columnWidth(number) > width
    assert table.columns_view()  # remembered for the next start
