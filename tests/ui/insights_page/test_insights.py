"""The page of insights, by keys and clicks, on orders that a real sandbox has accepted."""

from __future__ import annotations

import itertools
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog

from ordermanager.domain.insights.insights import NEVER
from ordermanager.sandbox.server import SandboxServer
from ordermanager.ui.controls.date_range_dialog import DateRangeDialog
from ordermanager.ui.insights_page.bar_chart import ChartBar
from ordermanager.ui.insights_page.chart_part import CHARTS
from ordermanager.ui.insights_page.customers import AVERAGE, SALES_COUNT
from ordermanager.ui.insights_page.rfm_view import FREQUENCIES, RECENCIES
from tests.ui.shell.test_accessibility import nameless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def window(
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> MainWindow:
    """Four sales: two of C-1 this week, one of C-2 this week, one of C-3 long ago; C-4 has cancelled."""
    today = datetime.now(UTC)
    recent, old = (f"{today - timedelta(days=days):%Y-%m-%d %H:%M}" for days in (3, 300))
    ids = add_orders(1, 1, status="DELIVERED", date=recent, externalCustomerId="C-1")
    ids += add_orders(
        1, 2, status="DELIVERED", date=recent, externalCustomerId="C-1", email="client1@example.com"
    )
    ids += add_orders(1, 3, status="DELIVERED", date=recent, externalCustomerId="C-2")
    ids += add_orders(1, 4, status="DELIVERED", date=old, externalCustomerId="C-3")
    ids += add_orders(1, 5, status="CANCELLED", date=recent, externalCustomerId="C-4")
    services.outbox.queue(ids)
    assert services.sending.send().accepted == 5
    add_orders(1, 6, status="DELIVERED", externalCustomerId="C-9", email="client3@example.com", phone="")
    return open_window()


def cell(window: MainWindow, recency: int, frequency: int) -> Any:
    model = window.insights.rfm_part.rfm.model()
    return model.index(FREQUENCIES.index(frequency), RECENCIES.index(recency))


def test_the_page_counts_what_was_delivered(window: MainWindow, jobs: Jobs) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    found = {
        (recency, frequency): cell(window, recency, frequency).data()
        for recency in RECENCIES
        for frequency in FREQUENCIES
        if cell(window, recency, frequency).data()
    }
    assert found == {(0, 2): "1", (0, 1): "1", (5, 1): "1", (NEVER, 0): "2"}
    assert nameless(window) == []
    tiles = window.insights.tiles
    assert "4" in tiles.sales.accessibleName()
    assert "402.00" in tiles.revenue.accessibleName()
    assert "100.50" in tiles.average.accessibleName()


def test_a_chart_does_not_wait_for_what_is_being_loaded(
    window: MainWindow, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a thread loads a module, Python knows it by its name already."""
    whole = sys.modules[CHARTS]
    monkeypatch.setitem(sys.modules, CHARTS, ModuleType(CHARTS))
    revenue = window.insights.revenue
    revenue.show_overview(window.services.insights.overview())
    assert revenue.chart is None
    monkeypatch.setitem(sys.modules, CHARTS, whole)
    assert jobs.wait_idle()
    assert revenue.chart is not None
    assert revenue.chart.bars


def test_adding_up_can_be_stopped_and_asked_for_again_by_keys(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed = threading.Event()
    overview = services.insights.overview

    def once_and_again(*which: Any) -> Any:
        """As long as a person needs to press a button: else it would be over before."""
        overview(*which)
        assert pressed.wait(20)
        return overview(*which)

    monkeypatch.setattr(services.insights, "overview", once_and_again)
    page = window.insights
    window.go_to("insights")
    assert page.stop.isVisible()
    assert not page._refresh.isVisible()
    page.stop.setFocus()
    qtbot.keyClick(page.stop, Qt.Key.Key_Space)
    assert page._refresh.hasFocus()
    assert "not added up" in page._empty.heading
    pressed.set()
    assert jobs.wait_idle()
    assert not cell(window, 0, 2).data()
    qtbot.keyClick(page._refresh, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert cell(window, 0, 2).data() == "1"
    assert page._refresh.isVisible()
    assert not page.stop.isVisible()


def test_from_a_cell_to_the_orders_behind_it_by_keys(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, texts: Callable[[Any], list[list[str]]]
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    part = window.insights.rfm_part
    part.rfm.setFocus()
    part.rfm.setCurrentIndex(cell(window, 0, 1))
    qtbot.keyClick(part.rfm, Qt.Key.Key_Up)
    assert jobs.wait_idle()
    line = part.panel.model.row_at(0)
    assert line is not None
    assert (line.external_customer_id, line.sales) == ("C-1", 2)
    part.panel.table.setFocus()
    part.panel.table.setCurrentIndex(part.panel.model.index(0, 0))
    qtbot.keyClick(part.panel.table, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert window.pages.currentWidget() is window.orders
    assert shown_orders(window) == ["A-1", "A-2"]
    assert not window.orders.filters._closing["customers"].isHidden()
    qtbot.keyClick(window.orders.filters._closing["customers"], Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert len(shown_orders(window)) == 6


def shown_orders(window: MainWindow) -> list[str]:
    """The IDs of the orders in the list."""
    model = window.orders.model
    rows = (model.row_at(number) for number in range(model.rowCount()))
    return sorted(row.external_order_id for row in rows if row is not None)


def test_all_orders_behind_a_cell_and_nobody_elses(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    part = window.insights.rfm_part
    part.rfm.setCurrentIndex(cell(window, 0, 1))
    assert jobs.wait_idle()
    qtbot.mouseClick(part.panel.orders, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert shown_orders(window) == ["A-3"]  # A-6 shares the e-mail of A-3, but was never sent and is C-9's


def test_from_a_bar_to_its_orders_by_keys(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    for part, expected in (
        (window.insights.revenue, ["A-1", "A-2", "A-3"]),
        (window.insights.statuses, ["A-1", "A-2", "A-3", "A-5"]),
    ):
        window.go_to("insights")
        assert jobs.wait_idle()
        assert part.chart is not None
        part.step.setCurrentIndex(0)
        part.show_chart()
        part.chart.setFocus()
        qtbot.keyClick(part.chart, Qt.Key.Key_Home)
        qtbot.keyClick(part.chart, Qt.Key.Key_End)
        qtbot.keyClick(part.chart, Qt.Key.Key_Return)
        assert jobs.wait_idle()
        assert window.pages.currentWidget() is window.orders
        assert shown_orders(window) == expected


def test_a_segment_of_ones_own_is_a_filter_of_the_order_list(
    window: MainWindow, jobs: Jobs, qtbot: QtBot
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    segment = window.insights.segment
    segment.least_sales.setFocus()
    segment.least_sales.selectAll()
    qtbot.keyClicks(segment.least_sales, "1")
    segment.last_sale.setCurrentIndex(segment.last_sale.findText("longer ago than 90 days"))
    segment.show_button.setFocus()
    qtbot.keyClick(segment.show_button, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert [segment.panel.model.index(row, 0).data() for row in range(segment.panel.model.rowCount())] == [
        "Olena Shevchenko4"
    ]
    segment.panel.orders.setFocus()
    qtbot.keyClick(segment.panel.orders, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert shown_orders(window) == ["A-4"]


def test_what_is_missing_leads_to_the_orders(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    tile = window.insights.tiles.lacks["phone"]
    assert "17" in tile.accessibleName()
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert shown_orders(window) == ["A-6"]


@pytest.mark.parametrize("name", ["sales", "revenue", "average", "customers"])
def test_a_number_leads_to_exactly_the_sales_that_it_counts(
    name: str, window: MainWindow, jobs: Jobs, qtbot: QtBot
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    tile = getattr(window.insights.tiles, name)
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert window.pages.currentWidget() is window.orders
    assert shown_orders(window) == ["A-1", "A-2", "A-3", "A-4"]
    chip = window.orders.filters._closing["accepted"]
    assert chip.isVisibleTo(window.orders)
    assert "Delivered" in chip.text()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert not chip.isVisibleTo(window.orders)
    assert {"A-5", "A-6"} < set(shown_orders(window))


def test_customers_of_a_cell_and_the_pictures_can_be_saved(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    page = window.insights
    page.rfm_part.rfm.setCurrentIndex(cell(window, 0, 2))
    assert jobs.wait_idle()
    for button, name in (
        (page.rfm_part.panel.export, "c.csv"),
        (page.rfm_part.save, "rfm.png"),
        (page.rfm_part.save, "rfm.svg"),
        (page.rfm_part.save, "rfm.csv"),
        (page.revenue.save, "r.png"),
        (page.revenue.save, "r.svg"),
        (page.revenue.save, "r.csv"),
        (page.statuses.save, "s.svg"),
        (page.statuses.save, "s.csv"),
        (page.tiles.save, "t.png"),
        (page.tiles.save, "t.svg"),
        (page.tiles.save, "t.csv"),
    ):
        target = str(tmp_path / name)
        # The system's own dialog cannot be driven by keys here.
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, target=target: (target, ""))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert jobs.wait_idle()
    assert "C-1" in (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    for name, words in (
        ("r.svg", "Revenue over time"),
        ("s.svg", "Cancelled: 1"),
        ("rfm.svg", "at risk"),
        ("t.svg", "17%"),
    ):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.lstrip().startswith("<?xml")
        assert words in text  # a picture says by itself what it shows
    for name in ("r.png", "rfm.png", "t.png"):
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")
    for name in ("r.csv", "s.csv"):
        lines = (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) > 8  # a bar a month, no gaps
    assert "withoutPhone,1,0.1667," in (tmp_path / "t.csv").read_text(encoding="utf-8-sig").replace('"', "")
    assert len((tmp_path / "rfm.csv").read_text(encoding="utf-8-sig").splitlines()) == 5


def test_the_table_shows_money_too(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    part = window.insights.rfm_part
    part.view.setFocus()
    qtbot.keyClick(part.view, Qt.Key.Key_Down)
    assert cell(window, 0, 2).data() == "201"


def test_in_a_shop_of_several_currencies_each_number_says_which_it_is_of(
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    tmp_path: Path,
) -> None:
    common = {"status": "DELIVERED", "date": f"{datetime.now(UTC) - timedelta(days=40):%Y-%m-%d %H:%M}"}
    ids = add_orders(1, 1, externalCustomerId="C-1", **common)
    ids += add_orders(1, 2, externalCustomerId="C-2", email="client2@example.com", **common)
    ids += add_orders(1, 3, externalCustomerId="C-3", email="client3@example.com", currency="EUR", **common)
    services.outbox.queue(ids)
    assert services.sending.send().accepted == 3
    window = open_window()
    window.go_to("insights")
    assert jobs.wait_idle()
    page = window.insights
    assert page.tiles.sales.accessibleName() == "Sales in UAH: 2"
    services.insights.export_overview(tmp_path / "t.csv", services.insights.overview())
    assert "sales,2,,UAH" in (tmp_path / "t.csv").read_text(encoding="utf-8-sig").replace('"', "")
    part = page.rfm_part
    part.view.setCurrentIndex(1)
    assert part._picture().note.startswith("Revenue, UAH · ")
    part.rfm.setCurrentIndex(cell(window, 2, 1))
    assert jobs.wait_idle()
    assert part.panel._title.text() == "1 sale, the last one 1 to 2 months ago · 3 customers"
    model = part.panel.model
    lines = [[model.index(row, column).data() for column in (AVERAGE, SALES_COUNT)] for row in range(3)]
    assert sorted(lines) == [["100.50 UAH", "1"], ["100.50 UAH", "1"], ["none in UAH", "1"]]


def test_a_workspace_without_sales_says_what_will_be_here(
    open_window: Callable[[], MainWindow], jobs: Jobs
) -> None:
    window = open_window()
    window.go_to("insights")
    assert jobs.wait_idle()
    assert window.insights._empty.isVisible()


def test_a_picture_that_cannot_be_written_is_said(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    target = str(tmp_path / "missing" / "r.png")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (target, ""))
    qtbot.mouseClick(window.insights.revenue.save, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "r.png" in window.messages.text
    assert "cannot be written" in window.messages.text


def test_a_chart_shows_the_chosen_time_and_the_window_remembers_it(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    part = window.insights.revenue
    assert part.chart is not None
    assert "402.00" in part.sums.text()
    part.period.setFocus()
    part.period.setCurrentIndex(part.period.findText("12 months"))
    qtbot.keyClick(part.period, Qt.Key.Key_Up)
    assert part.period.currentText() == "3 months"
    assert (part.step.currentText(), len(part.chart.bars) > 8) == ("by week", True)
    assert "301.50" in part.sums.text()
    part.chart.setFocus()
    qtbot.keyClick(part.chart, Qt.Key.Key_Home)
    qtbot.keyClick(part.chart, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert shown_orders(window) == []  # the first week of the three months has no sale
    view = window.insights.view()
    window.close()
    again = open_window()
    again.insights.restore(view)
    again.go_to("insights")
    assert jobs.wait_idle()
    assert again.insights.revenue.period.currentText() == "3 months"
    assert again.insights.revenue.step.currentText() == "by week"
    assert again.insights.statuses.period.currentText() == "all time"


def test_from_one_day_to_another(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    part = window.insights.statuses
    part.period.setFocus()
    qtbot.keyClick(part.period, Qt.Key.Key_End)
    dialog = part.period.findChild(DateRangeDialog)
    assert dialog is not None
    first = QDate.currentDate().addDays(-301)
    dialog.first.setDate(first)
    dialog.last.setDate(first.addDays(2))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert part.step.currentText() == "by day"
    assert part.chart is not None
    assert len(part.chart.bars) == 3
    assert str(first.year()) in part.period.currentText()
    qtbot.keyClick(part.period, Qt.Key.Key_Home)
    assert part.period.currentText() == "30 days"


def test_one_account_at_a_time_and_never_practice_with_sales(
    window: MainWindow,
    services: Services,
    add_orders: Callable[..., list[int]],
    jobs: Jobs,
    qtbot: QtBot,
) -> None:
    """The four sales went to a sandbox; once there is a shop, they are seen only where the sandbox is chosen."""
    with SandboxServer() as shop:
        services.accounts.add("Shop", shop.url, key="k", is_sandbox=False)
        services.outbox.queue(add_orders(1, 8, status="DELIVERED", externalCustomerId="C-8", currency="EUR"))
        assert services.sending.send("Shop").accepted == 1
    page = window.insights
    window.go_to("insights")
    assert jobs.wait_idle()
    assert [page.account.itemText(number) for number in range(page.account.count())] == [
        "all",
        "Sandbox (sandbox)",
        "Shop",
    ]
    assert page.currency.currentData() == "EUR"
    assert "Sales: 1" in page.tiles.sales.accessibleName()
    page.account.setFocus()
    qtbot.keyClick(page.account, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert (page.account.currentData(), page.currency.currentData()) == ("Sandbox", "UAH")
    assert "Sales: 4" in page.tiles.sales.accessibleName()
    page.tiles.sales.setFocus()
    qtbot.keyClick(page.tiles.sales, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert shown_orders(window) == ["A-1", "A-2", "A-3", "A-4"]
    window.go_to("insights")
    assert jobs.wait_idle()
    page.rfm_part.rfm.setCurrentIndex(cell(window, 0, 2))
    assert jobs.wait_idle()
    qtbot.mouseClick(page.rfm_part.panel.orders, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert shown_orders(window) == ["A-1", "A-2"]


def test_numbers_too_long_for_four_in_a_row_stand_two_by_two(
    window: MainWindow, jobs: Jobs, qtbot: QtBot
) -> None:
    window.resize(1024, 640)
    window.go_to("insights")
    assert jobs.wait_idle()
    tiles = window.insights.tiles
    qtbot.waitUntil(lambda: tiles.sales.y() == tiles.customers.y())
    overview = window.insights._overview
    assert overview is not None
    tiles.show_overview(replace(overview, revenue=Decimal("61923497430"), average=Decimal("61923497430")))
    qtbot.waitUntil(lambda: tiles.sales.y() == tiles.revenue.y() < tiles.average.y() == tiles.customers.y())
    assert not window.insights._area.horizontalScrollBar().isVisible()


def test_labels_under_a_chart_stand_side_by_side_and_the_first_is_there(
    window: MainWindow, jobs: Jobs, qtbot: QtBot
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    chart = window.insights.revenue.chart
    axis = chart.getPlotItem().getAxis("bottom")
    for width, bars in itertools.product((300, 420, 900), (3, 12, 52)):
        days = [ChartBar(f"{number} Nov 2025", "", (number * 100.0,)) for number in range(1, bars + 1)]
        chart.show_bars(days, ("accent",))
        chart.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: chart.width() == width)
        picture = chart.grab()
        painter = QPainter(picture)
        said = axis.generateDrawSpecs(painter)[2]
        painter.end()
        texts, places = [text for _, _, text in said], [rect for rect, _, _ in said]
        assert texts[0] == "1 Nov 2025", (width, bars)
        assert bars == 3 or len(texts) > 1, (width, bars)
        assert all(one.right() < two.left() for one, two in itertools.pairwise(places)), (width, bars)
