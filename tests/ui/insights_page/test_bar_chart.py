"""The labels below the bars of a chart: the first is always there, and none touches the next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pyqtgraph
import pytest
from PySide6.QtWidgets import QApplication

from ordermanager.ui.insights_page.bar_chart import BarChart, ChartBar
from ordermanager.ui.look.theme import Mode, Theme

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


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_lines_of_the_grid_can_be_seen(qtbot: QtBot, mode: Mode) -> None:
    """They lead from a number to the bars, and are fainter than what is counted."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = Theme(application)
    theme.set_mode(mode)
    try:
        chart = BarChart("Sales")
        qtbot.addWidget(chart)
        chart.resize(600, 200)
        chart.show_bars([ChartBar("May", "words", (100.0,)), ChartBar("June", "words", (0.0,))], ("accent",))
        chart.show()
        QApplication.processEvents()
        top, bottom = (
            chart.getPlotItem().vb.mapViewToScene(pyqtgraph.Point(1, height)) for height in (105, 5)
        )
        image = chart.grab().toImage()
        shades = [
            image.pixelColor(round(top.x()), y).lightness() for y in range(round(top.y()), round(bottom.y()))
        ]
        assert 10 < max(shades) - min(shades) < 80
    finally:
        theme.set_mode(Mode.SYSTEM)


def test_the_first_label_is_whole_beside_shorter_numbers_too(qtbot: QtBot) -> None:
    """The axis takes less room then, at whose cost the label reached beyond its bar."""
    chart = BarChart("Sales")
    qtbot.addWidget(chart)
    chart.resize(700, 200)
    chart.show()
    for height in (5_000_000.0, 8.0):
        chart.show_bars([ChartBar("29 Feb 24", "words", (height,))] * 400, ("accent",))
        chart.grab()
        QApplication.processEvents()
        first = chart.getPlotItem().vb.mapViewToScene(pyqtgraph.Point(0, 0)).x()
        assert first >= chart.fontMetrics().horizontalAdvance("29 Feb 24") / 2 - 1
