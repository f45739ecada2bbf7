"""The window on small screens and with large text; keys that open sheets; what stands shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QWidget,
)

from ordermanager.domain.states import Folder
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.order_pane.header import PaneHeader
from ordermanager.ui.order_pane.state_pill import StatePill
from ordermanager.ui.shell.folder_list import CUSTOMERS, HISTORY, IMPORTS, INSIGHTS
from ordermanager.ui.shell.shortcut_sheet import ShortcutSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


def test_the_window_fits_a_small_screen_in_every_place(
    spoken: str,
    text_size: float,
    services: Services,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    services.accounts.add(
        "A shop with a very long name " * 5, "http://127.0.0.1:9/api", key="k", default=True
    )
    add_orders(3)
    window = small()
    for place in window.folders.keys:
        window.go_to(place)
        assert jobs.wait_idle()
        QApplication.processEvents()
        assert window.width() <= 1024, place
        assert window.height() <= 640, place
        send = window.tools.send
        assert send.isVisible(), place
        assert window.tools.rect().contains(send.geometry()), place
        assert_not_cut(window, place)


def test_a_decision_is_whole_on_a_small_screen(
    spoken: str,
    services: Services,
    sandbox: SandboxServer,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    services.outbox.queue(add_orders(2))
    sandbox.fail("drop-after:1")
    assert services.sending.send().unconfirmed == 2
    window = small()
    window.go_to(Folder.UNCONFIRMED.value)
    assert jobs.wait_idle()
    QApplication.processEvents()
    assert window.pane.current_order_id is not None
    assert_not_cut(window, Folder.UNCONFIRMED.value)
    bar = window.orders.decisions
    assert bar.height() < window.height() / 2  # its text has the width, the buttons stand below it


def test_what_scrolls_down_needs_not_scroll_sideways(
    spoken: str,
    text_size: float,
    services: Services,
    sandbox: SandboxServer,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    services.outbox.queue(add_orders(3))
    services.sending.send()
    window = small()

    def look(where: str) -> None:
        assert jobs.wait_idle()
        for _ in range(3):
            QApplication.processEvents()
        for area in window.findChildren(QScrollArea):
            if area.isVisible():
                assert area.horizontalScrollBar().maximum() == 0, (where, area)
        for button in window.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), (where, button.text())
                assert button.parentWidget().rect().contains(button.geometry()), (where, button.text())

    window.go_to(Folder.SENT.value)
    assert jobs.wait_idle()
    window.orders.table.choose_row(0)
    tabs = window.pane.findChild(QTabWidget)
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        look(f"order, tab {number}")
    window.go_to(HISTORY)
    assert jobs.wait_idle()
    for number in range(window.history.tabs.count()):
        window.history.tabs.setCurrentIndex(number)
        look(f"history, tab {number}")
    for place in (CUSTOMERS, INSIGHTS, IMPORTS):
        window.go_to(place)
        look(place)


def test_no_button_or_label_of_a_dialog_is_cut(
    spoken: str,
    text_size: float,
    services: Services,
    sandbox: SandboxServer,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> None:
    ids = add_orders(3)
    services.outbox.queue(ids[:1])
    services.sending.send()
    services.outbox.queue(ids[1:2])
    window = open_window()
    window.resize(1440, 900)
    window.go_to(Folder.ALL.value)
    assert jobs.wait_idle()
    window.orders.table.choose_row(2)
    for action in (
        "new_status",
        "delete_at_yespo",
        "preview_send",
        "send_later",
        "runs",
        "backups",
        "connect",
        "change",
    ):
        window.actions_table[action].trigger()
        assert jobs.wait_idle()
        for _ in range(3):
            QApplication.processEvents()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog), action
        for part in (*dialog.findChildren(QPushButton), *dialog.findChildren(PlainLabel)):
            if part.isVisible():
                assert part.width() >= part.minimumSizeHint().width(), (action, part.text())
                if isinstance(part, PlainLabel) and part.wordWrap():
                    assert part.height() >= part.heightForWidth(part.width()), (action, part.text())
                if not scrolls(part):
                    place = QRect(part.mapTo(dialog, QPoint(0, 0)), part.size())
                    assert dialog.rect().contains(place), (action, part.text())
        dialog.close()
        assert jobs.wait_idle()


def assert_not_cut(window: MainWindow, place: str) -> None:
    """Buttons of the page and the head of the order are whole: with their words, or folded to their icons."""
    page = window.pages.currentWidget()
    heads = [page] if place != HISTORY else []  # its details scroll sideways
    if page is window.orders:
        heads.append(window.pane.findChild(PaneHeader))
        pill = window.pane.findChild(StatePill)
        assert pill.width() >= pill.sizeHint().width(), place
    for button in (each for head in heads for each in head.findChildren(QPushButton)):
        if button.isVisible() and not scrolls(button):
            assert button.width() >= button.minimumSizeHint().width(), (place, button.text())
            assert button.parentWidget().rect().contains(button.geometry()), (place, button.text())


def scrolls(widget: QWidget) -> bool:
    """Whether it is in something that scrolls, and so may be out of sight."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def test_the_tool_bar_folds_to_icons_and_unfolds(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()

    def words() -> set[str]:
        with_words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        buttons = window.tools.findChildren(QToolButton)
        return {button.text() for button in buttons if button.toolButtonStyle() == with_words}

    assert "New order" in words()
    window.resize(480, 600)
    qtbot.waitUntil(lambda: "New order" not in words())
    window.resize(1440, 800)
    qtbot.waitUntil(lambda: "New order" in words())
    window.resize(800, 600)
    qtbot.waitUntil(lambda: "New order" in words())
    window.tools.send.setText("Queue and send 1,000,000 orders of the spring sale and the autumn sale")
    qtbot.waitUntil(lambda: "New order" not in words())
    assert window.tools.rect().contains(window.tools.send.geometry())


def test_a_long_text_is_shortened_with_all_of_it_in_the_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("one two three four five <b>six</b> seven")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("…")
    assert "&lt;b&gt;six" in label.toolTip()
    label.resize(label.sizeHint())
    assert label.text() == "one two three four five <b>six</b> seven"
    assert not label.toolTip()


def test_the_question_mark_shows_the_keys_unless_a_text_is_written(
    qtbot: QtBot, add_orders: Callable[..., list[int]], open_window: Callable[[], MainWindow]
) -> None:
    add_orders(1)
    window = open_window()
    window.search()
    focus = QApplication.focusWidget()
    assert focus is window.orders.search
    QTest.keyClicks(focus, "a?")
    assert window.orders.search.text() == "a?"
    assert QApplication.activeModalWidget() is None
    window.orders.search.clear()
    window.orders.table.setFocus()
    QTest.keyClicks(window.orders.table, "?")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ShortcutSheet))
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def seen_columns(window: MainWindow) -> list[str]:
    table = window.orders.table
    return [
        column.key
        for section, column in enumerate(window.orders.model.columns)
        if not table.isColumnHidden(section) and table.columnWidth(section)
    ]


def test_beside_the_form_of_an_order_the_list_shows_its_total(
    open_window: Callable[[], MainWindow], add_orders: Callable[..., list[int]], jobs: Jobs, qtbot: QtBot
) -> None:
    add_orders(3)
    window = open_window()
    for width in (1024, 1366, 1024, 1920, 1024):
        window.resize(width, 640)
        assert jobs.wait_idle()
        assert window.pane.isVisible()
        assert {"mark", "state", "externalOrderId", "name", "totalCost"} <= set(seen_columns(window)), width
        header = window.orders.table.horizontalHeader()
        assert header.length() <= window.orders.table.viewport().width(), width
    narrow = window.splitter.sizes()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.splitter.sizes() == narrow


def test_panes_that_a_person_has_moved_stay(
    open_window: Callable[[], MainWindow], add_orders: Callable[..., list[int]], jobs: Jobs, qtbot: QtBot
) -> None:
    add_orders(1)
    window = open_window()
    handle = window.splitter.handle(2)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 50))
    qtbot.mouseMove(handle, QPoint(-90, 50))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 50))
    form = window.splitter.sizes()[2]
    assert form > 560
    window.resize(1300, 700)
    assert jobs.wait_idle()
    assert window.splitter.sizes()[2] == form
