"""The labels below the bars of a chart: the first is always there, and none touches the next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ordermanager.ui.insights_page.bar_chart import BarChart, ChartBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("width", [200, 300, 420, 900, 1600])
@pytest.mark.parametrize("bars", [1, 3, 12, 60])
def test_labels_have_room_at_any_width(qtbot: QtBot, width: int, bars: int) -> None:
    chart = BarChart("Sales")
    qtbot.addWidget(chart)
    chart.resize(1000, 200)
    chart.show_bars(
        [ChartBar(f"2026-{n + 1:02}-28", "words", (float(n + 1),)) for n in range(bars)], ("accent",)
    )
    chart.show()
    chart.resize(width, 200)
    QApplication.processEvents()
    view = chart.getPlotItem().vb
    centres = [
        view.mapViewToScene(view.viewRect().center().__class__(place, 0)).x() for place in chart.labelled
    ]
    label = chart.fontMetrics().horizontalAdvance("2026-01-28")
    assert chart.labelled[0] == 0
    assert all(second - first > label for first, second in pairwise(centres))
    assert centres[0] >= label / 2 - 1
    assert centres[-1] + label / 2 <= width
    if width >= 900:
        assert len(chart.labelled) >= min(bars, 6)


def test_no_bars_no_labels(qtbot: QtBot) -> None:
    chart = BarChart("Sales")
    qtbot.addWidget(chart)
    chart.show_bars([], ("accent",))
    assert not chart.labelled


def test_a_chart_alone_can_be_closed_and_shown_again(qtbot: QtBot) -> None:
    chart = BarChart("Sales")
    qtbot.addWidget(chart)
    chart.show_bars([ChartBar("May", "words", (1.0, 2.0))] * 20, ("good", "accent"))
    chart.show()
    before = chart.grab().toImage()
    assert chart.close()
    assert not chart.isVisible()
    chart.show()
    assert chart.grab().toImage() == before
