"""A chart over time with the length of its bars to choose, a legend, and a button that saves it."""

from __future__ import annotations

import importlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.insights import Step, step_bounds
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.services.insights import SALES
from ordermanager.ui import i18n
from ordermanager.ui.icons import set_icon
from ordermanager.ui.insights_page.legend import Legend
from ordermanager.ui.theme import SPACE
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ordermanager.services.app import Services
    from ordermanager.services.insights import Overview
    from ordermanager.services.results import ExportResult
    from ordermanager.store import OrderFilters
    from ordermanager.ui.insights_page.bar_chart import BarChart, ChartBar
    from ordermanager.ui.jobs import Jobs

CHARTS = "ordermanager.ui.insights_page.bar_chart"
"""Large, with all that it needs: loaded in a thread, for the first chart."""
CHART_HEIGHT = 240
PICTURES = (".png", ".svg")
STATUS_TONES = {
    Status.DELIVERED: "good",
    Status.IN_PROGRESS: "accent",
    Status.INITIALIZED: "muted",
    Status.CANCELLED: "error",
    Status.ABANDONED_SHOPPING_CART: "warning",
}


class ChartPart(QWidget):
    """Subclasses say what the bars are. `orders_asked` brings the filters that find the orders behind a bar."""

    orders_asked = Signal(object)
    written = Signal(object)
    file_name = "chart.png"

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._overview: Overview | None = None
        self.chart: BarChart | None = None
        self.step = QComboBox(self)
        self.step.setAccessibleName(self.tr("Length of a bar"))
        for step, words in (
            (Step.DAY, self.tr("by day")),
            (Step.WEEK, self.tr("by week")),
            (Step.MONTH, self.tr("by month")),
        ):
            self.step.addItem(words, step)
        self.step.setCurrentIndex(2)
        self.step.activated.connect(lambda _number: self.show_chart())
        self.legend = Legend(self)
        self.save = QPushButton(self.tr("Save…"), self)
        set_icon(self.save, "save")
        self.save.clicked.connect(self._save)
        line = QHBoxLayout()
        line.addWidget(self.step)
        line.addWidget(self.legend, 1)
        line.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addLayout(line)

    # -- to be said by subclasses

    def _bars(self, overview: Overview, step: Step) -> tuple[Sequence[ChartBar], Sequence[str]]:
        raise NotImplementedError

    def _filters(self, overview: Overview, begin: date, step: Step) -> OrderFilters:
        raise NotImplementedError

    def _begins(self, overview: Overview, step: Step) -> Sequence[date]:
        raise NotImplementedError

    def _export(self, path: Path, overview: Overview, step: Step) -> ExportResult:
        raise NotImplementedError

    # -- the same for all

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers."""
        self._overview = overview
        self.show_chart()

    def show_chart(self) -> None:
        """Show the bars of the chosen length."""
        if self._overview is None:
            return
        if self.chart is None and CHARTS not in sys.modules:
            self._jobs.network("", lambda: importlib.import_module(CHARTS), self._on_loaded, owner=self)
            return
        if self.chart is None:
            from ordermanager.ui.insights_page.bar_chart import BarChart

            self.chart = BarChart(self.accessibleName(), self)
            self.chart.setFixedHeight(CHART_HEIGHT)
            self.chart.bar_asked.connect(self._on_bar)
            self._column.addWidget(self.chart)
        self.chart.show_bars(*self._bars(self._overview, self._chosen()))

    def _on_loaded(self, _module: object) -> None:
        """The numbers did not wait for what draws."""
        self.show_chart()

    def retint(self) -> None:
        """The theme changed."""
        self.legend.retint()
        if self.chart is not None:
            self.chart.retint()

    def _chosen(self) -> Step:
        return Step(self.step.currentData())

    def _on_bar(self, number: int) -> None:
        if self._overview is not None:
            begin = self._begins(self._overview, self._chosen())[number]
            self.orders_asked.emit(self._filters(self._overview, begin, self._chosen()))

    def _save(self) -> None:
        chosen: Any = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            self.file_name,
            self.tr("Picture (*.png);;Drawing (*.svg);;CSV (*.csv);;Excel (*.xlsx)"),
        )
        path, overview, step = Path(chosen[0]), self._overview, self._chosen()
        if not chosen[0] or overview is None or self.chart is None:
            return
        if path.suffix.lower() in PICTURES:
            self.chart.save(path)
            self.written.emit(path)
            return
        self._jobs.network(
            self.tr("Exporting…"), lambda: self._export(path, overview, step), self.written.emit, owner=self
        )


class RevenueChart(ChartPart):
    """Revenue of the chosen currency."""

    file_name = "revenue.png"

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(services, jobs, parent)
        self.setAccessibleName(self.tr("Revenue over time"))

    def _bars(self, overview: Overview, step: Step) -> tuple[Sequence[ChartBar], Sequence[str]]:
        from ordermanager.ui.insights_page.bar_chart import ChartBar

        bars = []
        for bar in overview.bars(step):
            sales = self.tr("%n sale(s)", "", bar.sales)
            words = f"{label_of(bar.begin, step)}: {i18n.money(bar.revenue, overview.currency)}, {sales}"
            bars.append(ChartBar(label_of(bar.begin, step), words, (float(bar.revenue),)))
        return bars, ("accent",)

    def _begins(self, overview: Overview, step: Step) -> Sequence[date]:
        return [bar.begin for bar in overview.bars(step)]

    def _filters(self, overview: Overview, begin: date, step: Step) -> OrderFilters:
        return overview.sales_between(*step_bounds(begin, step, overview.zone))

    def _export(self, path: Path, overview: Overview, step: Step) -> ExportResult:
        return self._services.insights.export_bars(path, overview, step)


class StatusChart(ChartPart):
    """Accepted orders by status, whatever their currency."""

    file_name = "statuses.png"

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(services, jobs, parent)
        self.setAccessibleName(self.tr("Orders by status over time"))

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers."""
        self.legend.show_entries(
            [
                (tone, f"{status_name(status)}: {i18n.count(overview.statuses.get(status, 0))}")
                for status, tone in STATUS_TONES.items()
            ]
        )
        super().show_overview(overview)

    def _bars(self, overview: Overview, step: Step) -> tuple[Sequence[ChartBar], Sequence[str]]:
        from ordermanager.ui.insights_page.bar_chart import ChartBar

        bars = []
        for bar in overview.status_bars(step):
            parts = [
                f"{status_name(status)}: {i18n.count(bar.orders[status])}"
                for status in STATUS_TONES
                if bar.orders.get(status)
            ]
            words = "\n".join([label_of(bar.begin, step), *parts])
            heights = tuple(float(bar.orders.get(status, 0)) for status in STATUS_TONES)
            bars.append(ChartBar(label_of(bar.begin, step), words, heights))
        return bars, tuple(STATUS_TONES.values())

    def _begins(self, overview: Overview, step: Step) -> Sequence[date]:
        return [bar.begin for bar in overview.status_bars(step)]

    def _filters(self, overview: Overview, begin: date, step: Step) -> OrderFilters:
        first, after = step_bounds(begin, step, overview.zone)
        accepted = frozenset(status.value for status in Status)
        return replace(SALES, accepted_as=accepted, begin=utc_text(first), end=utc_text(after))

    def _export(self, path: Path, overview: Overview, step: Step) -> ExportResult:
        return self._services.insights.export_statuses(path, overview, step)


def label_of(begin: date, step: Step) -> str:
    """What stands under a bar."""
    return f"{begin:%m.%Y}" if step is Step.MONTH else f"{begin:%d.%m.%y}"
