"""Text of 200 % on the smallest screen: what has no room folds or scrolls, and nothing is pressed flat or cut."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionToolButton,
    QTabBar,
    QWidget,
)

from ordermanager.domain.insights.insights import CustomerSegment
from ordermanager.domain.states import Folder
from ordermanager.services.insights import CustomerLine
from ordermanager.store.history.records import TimelineEntry
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.low_page import LowPage
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.insights_page.customers import AVERAGE, LAST_SALE, NAME, SALES_COUNT, CustomerPanel
from ordermanager.ui.insights_page.rfm_view import RfmView
from ordermanager.ui.order_pane.tabs import PaneTabs
from ordermanager.ui.order_pane.timeline_tab import TimelineTab
from ordermanager.ui.settings_dialog import SettingsDialog
from ordermanager.ui.settings_dialog.account_form import AccountForm
from tests.ui.shell.test_accessibility import DIALOGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.import_dialog import ImportDialog
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme
    from ordermanager.ui.shell.main_window import MainWindow

SOLID = (QAbstractButton, QLineEdit, QComboBox, QLabel)


def settle(jobs: Jobs) -> None:
    assert jobs.wait_idle()
    for _ in range(3):
        QApplication.processEvents()


def flat(root: QWidget) -> list[str]:
    """What is lower than it can be read."""
    found = []
    for part in root.findChildren(QWidget):
        if part.isVisible() and isinstance(part, SOLID) and not isinstance(part.parentWidget(), QComboBox):
            least = part.minimumSizeHint().height()
            if isinstance(part, PlainLabel) and part.wordWrap():
                least = part.heightForWidth(part.width())
            if part.height() < least:
                found.append(f"{type(part).__name__} {part.accessibleName()}: {part.height()} of {least}")
    return found


def test_names_of_places_and_tabs_are_whole(
    large: None,
    spoken: str,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    add_orders(3)
    window = small()
    for folder in Folder:
        window.go_to(folder.value)
        window.orders.focus_list()
        settle(jobs)
        title = window.orders._title
        assert title.text() == title.whole, folder
    window.go_to(Folder.ALL.value)
    settle(jobs)
    bar = window.pane.findChild(QTabBar)
    last = bar.tabRect(bar.count() - 1)
    assert last.right() <= bar.width()
    assert not [button for button in bar.findChildren(QAbstractButton) if button.isVisible()]


def test_the_search_has_half_of_the_line_where_it_is_used(
    large: None,
    language: Language,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    language.set_code("uk")
    add_orders(3)
    window = small()
    window.go_to(Folder.ATTENTION.value)
    settle(jobs)
    search = window.orders.search
    unused = search.width()
    search.setFocus()
    settle(jobs)
    assert search.width() > 1.5 * unused
    search.setText("x")
    window.orders.table.setFocus()
    settle(jobs)
    assert search.width() > 1.5 * unused  # what is looked for is seen


def test_nothing_of_a_refused_order_is_pressed_flat(
    large: None,
    spoken: str,
    services: Services,
    sandbox: SandboxServer,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    services.outbox.queue(add_orders(2, currency=""))  # which this server wants
    assert services.sending.send().rejected == 2
    window = small()
    window.go_to(Folder.REJECTED.value)
    settle(jobs)
    tabs = window.pane.findChild(PaneTabs)
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        settle(jobs)
        assert not flat(window.pane), number
    tabs.setCurrentIndex(1)
    tabs.json.compare_newest()
    settle(jobs)
    above = [name.whole for name in tabs.json.diff.panes.names]
    assert above == [tabs.json._name(tabs.json._compared()), tabs.json._chooser.itemText(0)]
    assert "1" in above[0]
    assert not flat(window.pane)
    window.go_to("history")
    settle(jobs)
    for number in range(window.history.tabs.count()):
        window.history.tabs.setCurrentIndex(number)
        settle(jobs)
        assert not flat(window.history), number


def test_both_answers_to_a_doubt_are_seen_without_scrolling(
    large: None,
    spoken: str,
    services: Services,
    sandbox: SandboxServer,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> None:
    services.outbox.queue(add_orders(3))
    sandbox.fail("drop-after:1")
    assert services.sending.send().unconfirmed == 3
    window = open_window()
    window.resize(1440, 900)
    window.go_to(Folder.UNCONFIRMED.value)
    settle(jobs)
    bar = window.orders.decisions
    place = bar.parentWidget()
    for part in (bar._first, bar._second, *bar._meanings):
        assert part.isVisible()
        assert part.text()
        corner = part.mapTo(place, QPoint(part.width() - 1, part.height() - 1))
        assert place.rect().contains(corner), part.text()
    assert not flat(bar)


def test_the_settings_fold_and_never_scroll_sideways(
    large: None, spoken: str, services: Services, jobs: Jobs, small: Callable[[], MainWindow]
) -> None:
    services.accounts.add("Shop", "https://yespo.invalid/api", key="k", default=True)
    window = small()
    window.deeds.open_settings()
    settle(jobs)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    assert dialog.width() <= 1024
    for row in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(row)
        settle(jobs)
        (place,) = [each for each in dialog.findChildren(LowPage) if each.isVisible()]
        for part in place.findChildren(QWidget):
            if part.isVisible() and isinstance(part, SOLID):
                right = part.mapTo(place.viewport(), QPoint(part.width(), 0)).x()
                assert right <= place.viewport().width(), (row, part.accessibleName())
        assert not flat(dialog), row
    dialog.close()


def test_the_review_of_an_import_scrolls_where_texts_are_replaced(
    large: None, spoken: str, review: Callable[[Path], ImportDialog], tmp_path: Path, jobs: Jobs
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Email\n1,a@shop,ua\n2,b@shop,ua\n", "utf-8")
    dialog = review(path)
    dialog.resize(1024, 640)
    dialog.review.find_bar.open("email")
    settle(jobs)
    assert dialog.height() <= 640
    assert not flat(dialog.review.find_bar)
    assert dialog.review._store.isVisible()
    dialog.reject()
    settle(jobs)


def test_the_tables_of_an_import_keep_some_lines(
    large: None,
    spoken: str,
    open_dialog: Callable[[Path], ImportDialog],
    write_csv: Callable[..., Path],
    jobs: Jobs,
) -> None:
    dialog = open_dialog(write_csv({"Order ID": "1", "Email": "a@shop,ua", "Date": "02/03/2026"}))
    dialog.resize(1024, 640)
    settle(jobs)
    work = dialog.work
    for number, table in ((0, work.file.table), (1, work.columns_table), (4, work.orders_table)):
        work.tabs.setCurrentIndex(number)
        settle(jobs)
        assert dialog.height() <= 640
        assert table.viewport().height() >= 3 * table.verticalHeader().defaultSectionSize(), number
        assert not flat(dialog), number


def test_a_box_without_room_says_that_there_is_more(qtbot: QtBot, theme: Theme) -> None:
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem("Rows with the same number make one order")
    box.resize(140, 32)
    box.show()
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    assert option.currentText.endswith("…")
    box.resize(600, 32)
    box.initStyleOption(option)
    assert option.currentText == box.currentText()


def test_a_link_begins_where_the_text_above_it_begins(qtbot: QtBot, theme: Theme) -> None:
    def first_column(widget: QWidget) -> int:
        picture = widget.grab().toImage()
        ground = picture.pixel(picture.width() - 1, 0)
        return next(
            column
            for column in range(picture.width())
            if any(picture.pixel(column, row) != ground for row in range(picture.height()))
        )

    link, label = QPushButton("Hello"), PlainLabel("Hello")
    link.setProperty("role", "link")
    for widget in (link, label):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
    assert first_column(link) <= first_column(label) + 1


def test_the_arrow_beside_send_is_large_enough_to_hit(open_window: Callable[[], MainWindow]) -> None:
    send = open_window().tools.send
    option = QStyleOptionToolButton()
    send.initStyleOption(option)
    part = QStyle.SubControl.SC_ToolButtonMenu
    place = send.style().subControlRect(QStyle.ComplexControl.CC_ToolButton, option, part, send)
    assert place.width() >= 24
    assert place.height() >= 24


@pytest.mark.parametrize(("name", "is_marked"), [("Sandbox", False), ("Practice", True)])
def test_what_is_called_sandbox_is_not_marked_as_one_again(
    qtbot: QtBot, services: Services, theme: Theme, name: str, is_marked: bool
) -> None:
    services.accounts.add(name, "http://127.0.0.1:9/api", key="k", is_sandbox=True)
    form = AccountForm()
    qtbot.addWidget(form)
    form.show_account(services.accounts.list()[0])
    assert form._sandbox.isHidden() is not is_marked
    assert form._title.text() == name
    assert form._sandbox.textFormat() == Qt.TextFormat.PlainText


def test_a_time_without_room_behind_its_title_stands_below_it(
    qtbot: QtBot, jobs: Jobs, services: Services
) -> None:
    tab = TimelineTab(services, jobs)
    qtbot.addWidget(tab)
    entry = TimelineEntry(
        "2026-11-20T10:00:00Z", "sent", "program", 1, account_name="Sandbox", http_status=200
    )
    tab.model.set_entries([entry], "Europe/Kyiv")
    rows = tab.findChild(QListView)
    heights = []
    for width in (700, 240):
        rows.setFixedWidth(width)
        heights.append(rows.sizeHintForIndex(tab.model.index(0)).height())
    assert heights[1] >= heights[0] + rows.fontMetrics().height()


def test_columns_of_the_customers_table_are_never_narrower_than_their_titles(
    large: None, qtbot: QtBot, theme: Theme, language: Language
) -> None:
    view = RfmView()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    header, model = view.horizontalHeader(), view.model()
    for column in range(model.columnCount()):
        title = model.headerData(column, Qt.Orientation.Horizontal)
        assert header.sectionSize(column) > view.fontMetrics().horizontalAdvance(title), title


def test_half_a_number_is_not_shown(qtbot: QtBot) -> None:
    label = ElidedLabel("47 customers in the orders here", least=12)
    qtbot.addWidget(label)
    label.resize(label.fontMetrics().horizontalAdvance("47 c…") + 2, 20)
    label.show()
    assert label.text() == ""
    assert "47 customers" in label.toolTip()
    label.resize(label.sizeHint())
    assert label.text() == label.whole


def test_no_dialog_is_larger_than_the_smallest_screen(
    large: None,
    spoken: str,
    services: Services,
    jobs: Jobs,
    add_orders: Callable[..., list[int]],
    small: Callable[[], MainWindow],
) -> None:
    services.accounts.add("Sandbox", "http://127.0.0.1:9/api", key="k", is_sandbox=True, default=True)
    services.outbox.queue(add_orders(3))
    for name in ("7001", "#7001"):  # two that may be one
        add_orders(1, 900, externalOrderId=name)
    window = small()
    window.go_to(Folder.ALL.value)
    settle(jobs)
    table = window.orders.table
    order_id = [column.key for column in window.orders.model.columns].index("externalOrderId")
    QApplication.clipboard().setText("NEW-1")
    wide = {}
    for action_id in DIALOGS:
        table.choose_row(0, order_id)
        if action_id != "paste":  # which begins at the current cell
            table.selectAll()
        window.actions_table[action_id].trigger()
        settle(jobs)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, action_id
        if dialog.width() > 1024 or (
            dialog.height() > 640 and action_id != "shortcuts"
        ):  # which asks the screen
            wide[action_id] = (dialog.width(), dialog.height())
        assert not flat(dialog), action_id
        dialog.close()
        settle(jobs)
    assert wide == {}


def test_what_is_said_in_few_words_is_whole_beside_names_in_tables(
    large: None, qtbot: QtBot, theme: Theme, language: Language, services: Services, jobs: Jobs
) -> None:
    language.set_code("uk")
    panel = CustomerPanel(services, jobs, "")
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show()
    bought = "2026-11-22T10:00:00Z"
    check = Decimal("1690.00")
    line = CustomerLine("k", "K-1", "olena@shop.example", "", "Олена Коваль", 3, bought, 3 * check, check)
    panel._show([line], CustomerSegment(currency="UAH"), "")
    settle(jobs)
    table = panel.table
    for column in (SALES_COUNT, AVERAGE, LAST_SALE):
        cell = table.model().index(0, column)
        assert table.sizeHintForIndex(cell).width() <= table.columnWidth(column), cell.data()
    assert table.columnWidth(NAME) > 0.15 * table.width()
