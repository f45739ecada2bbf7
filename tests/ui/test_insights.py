"""The page of insights, by keys and clicks, on orders that a real sandbox has accepted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ordermanager.domain.insights import NEVER
from ordermanager.ui.insights_page.rfm_view import FREQUENCIES, RECENCIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.main_window import MainWindow


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
    return open_window()


def cell(window: MainWindow, recency: int, frequency: int) -> Any:
    model = window.insights.rfm.model()
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
    assert found == {(0, 2): "1", (0, 1): "1", (5, 1): "1", (NEVER, 0): "1"}
    tiles = window.insights.tiles
    assert "4" in tiles.sales.accessibleName()
    assert "402.00" in tiles.revenue.accessibleName()
    assert "100.50" in tiles.average.accessibleName()


def test_from_a_cell_to_the_orders_behind_it_by_keys(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, texts: Callable[[Any], list[list[str]]]
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    page = window.insights
    page.rfm.setFocus()
    page.rfm.setCurrentIndex(cell(window, 0, 1))
    qtbot.keyClick(page.rfm, Qt.Key.Key_Up)
    assert jobs.wait_idle()
    line = page.customers.line(0)
    assert line is not None
    assert (line.external_customer_id, line.sales) == ("C-1", 2)
    page.table.setFocus()
    page.table.setCurrentIndex(page.customers.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert window.pages.currentWidget() is window.orders
    shown = [text for row in texts(window.orders.model) for text in row if text in ("A-1", "A-2", "A-3")]
    assert sorted(shown) == ["A-1", "A-2"]


def test_customers_of_a_cell_and_the_chart_can_be_saved(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go_to("insights")
    assert jobs.wait_idle()
    page = window.insights
    page.rfm.setCurrentIndex(cell(window, 0, 2))
    assert jobs.wait_idle()
    for button, name in ((page._export_cell, "c.csv"), (page._save, "r.svg"), (page._save, "r.csv")):
        target = str(tmp_path / name)
        # The system's own dialog cannot be driven by keys here.
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, target=target: (target, ""))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert jobs.wait_idle()
    assert "C-1" in (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "r.svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")
    assert (
        len((tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()) > 8
    )  # a bar a month, no gaps


def test_a_workspace_without_sales_says_what_will_be_here(
    open_window: Callable[[], MainWindow], jobs: Jobs
) -> None:
    window = open_window()
    window.go_to("insights")
    assert jobs.wait_idle()
    assert window.insights._empty.isVisible()
