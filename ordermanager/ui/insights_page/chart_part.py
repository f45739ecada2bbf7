"""A chart over time with the length of its bars to choose, a legend, and a button that saves it."""

from __future__ import annotations

import importlib
import sys
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ordermanager.domain.insights.insights import Step, step_bounds
from ordermanager.domain.insights.periods import Period, PeriodKind
from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.insights_page.legend import Legend
from ordermanager.ui.insights_page.period_box import PeriodBox
from ordermanager.ui.insights_page.picture import Picture
from ordermanager.ui.insights_page.saving import SaveButton
from ordermanager.ui.look.theme import SPACE
from ordermanager.ui.room_for_types import make_room
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from ordermanager.domain.insights.insights import Bar, StatusBar
    from ordermanager.services.app import Services
    from ordermanager.services.insights import Overview
    from ordermanager.services.results import ExportResult
    from ordermanager.store.orders.filters import OrderFilters
    from ordermanager.ui.insights_page.bar_chart import BarChart
    from ordermanager.ui.jobs import Jobs

CHARTS = "ordermanager.ui.insights_page.bar_chart"
"""Large, with all that it needs: loaded in a thread, for the first chart."""
APART_MS = 10
"""Between making a part and showing its numbers: each takes as long as a turn of the window may take."""
CHART_HEIGHT = 240
_USUAL_STEP = {
    PeriodKind.DAYS_30: Step.DAY,
    PeriodKind.MONTHS_3: Step.WEEK,
    PeriodKind.MONTHS_12: Step.MONTH,
    PeriodKind.ALL: Step.MONTH,
}
_DAYS_BY_DAY, _DAYS_BY_WEEK = 45, 200
STATUS_TONES = {
    Status.DELIVERED: "good",
    Status.IN_PROGRESS: "accent",
    Status.INITIALIZED: "muted",
    Status.CANCELLED: "error",
    Status.ABANDONED_SHOPPING_CART: "warning",
}


def charts() -> type[BarChart] | None:
    """What draws, once it is loaded. (Its module is among those of Python already while a thread loads it; importing it
    then would wait for that thread.)"""
    kind: type[BarChart] | None = getattr(sys.modules.get(CHARTS), "BarChart", None)
    return kind


def load_charts(jobs: Jobs, then: Callable[[], None], owner: QWidget) -> None:
    """Load what draws, in a thread."""
    make_room()
    jobs.network("", lambda: importlib.import_module(CHARTS), lambda _module: then(), owner=owner)


class ChartPart(QWidget):
    """Subclasses say what the bars are. `orders_asked` brings the filters that find the orders behind a bar."""

    orders_asked = Signal(object)
    written = Signal(object)
    key = ""
    """Its name among what is remembered, and of its files."""

    def __init__(self, services: Services, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._overview: Overview | None = None
        self.chart: BarChart | None = None
        self.setAccessibleName(name)
        self.period = PeriodBox(self)
        self.period.chosen.connect(self._on_period)
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
        self.sums = ElidedLabel("", self, role="muted")
        self.legend = Legend(self, has_patterns=True)
        self.save = SaveButton(services, jobs, name, self)
        self.save.written.connect(self.written)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.period)
        line.addWidget(self.step)
        line.addWidget(self.sums, 1)
        line.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addLayout(line)
        self._column.addWidget(self.legend)
        self.legend.hide()

    # -- to be said by subclasses

    def _show(self, overview: Overview, chart: BarChart) -> None:
        raise NotImplementedError

    def _filters(self, overview: Overview, number: int) -> OrderFilters:
        raise NotImplementedError

    def _export(self, path: Path) -> ExportResult:
        raise NotImplementedError

    def _note(self) -> str:
        return self.sums.text()

    # -- the same for all

    def view(self) -> dict[str, str]:
        """What is to be remembered of it."""
        return {
            f"insights_{self.key}_period": str(self.period.period),
            f"insights_{self.key}_step": self.chosen_step.value,
        }

    def restore(self, view: Mapping[str, str]) -> None:
        """As it was; what cannot be read is left as it is."""
        try:
            self.period.show_period(Period.read(view.get(f"insights_{self.key}_period", "")))
            self._choose_step(Step(view.get(f"insights_{self.key}_step", "")))
        except ValueError:
            return

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers."""
        self._overview = overview
        self.show_chart()

    def show_chart(self) -> None:
        """Show the bars of the chosen length and time."""
        if self._overview is None:
            return
        if self.chart is not None:
            self._show(self._overview, self.chart)
        elif (kind := charts()) is not None:
            self._make_chart(kind)
            QTimer.singleShot(APART_MS, self, self.show_chart)
        else:
            load_charts(self._jobs, self.show_chart, self)

    def _make_chart(self, kind: type[BarChart]) -> None:
        self.chart = kind(self.accessibleName(), self)
        self.chart.setFixedHeight(CHART_HEIGHT)
        self.chart.bar_asked.connect(self._on_bar)
        self._column.addWidget(self.chart)
        self.save.set_content(f"{self.key}.png", self._picture, self._export)

    def retint(self) -> None:
        """The theme changed."""
        self.legend.retint()
        if self.chart is not None:
            self.chart.retint()

    @property
    def chosen_step(self) -> Step:
        """How long a bar is."""
        return Step(self.step.currentData())

    def _on_period(self) -> None:
        """Bars of the length that a period is usually looked at in; another one may be chosen then."""
        period = self.period.period
        step = _USUAL_STEP.get(period.kind)
        if step is None:
            days = (period.last - period.first).days
            step = Step.DAY if days <= _DAYS_BY_DAY else Step.WEEK if days <= _DAYS_BY_WEEK else Step.MONTH
        self._choose_step(step)
        self.show_chart()

    def _choose_step(self, step: Step) -> None:
        self.step.setCurrentIndex(self.step.findData(step))

    def _on_bar(self, number: int) -> None:
        if self._overview is not None:
            self.orders_asked.emit(self._filters(self._overview, number))

    def _picture(self) -> Picture:
        assert self.chart is not None
        return Picture(
            self.chart, self.accessibleName(), self._note(), self.legend.entries, has_patterns=True
        )

    def _bounds(self, overview: Overview, begin: date) -> tuple[datetime, datetime]:
        return step_bounds(begin, self.chosen_step, overview.zone, overview.days(self.period.period))

    def _dates(self, begins: Sequence[date]) -> str:
        """What the bars go from and to, in words."""
        overview = self._overview
        if not begins or overview is None:
            return ""
        first = self._bounds(overview, begins[0])[0].date()
        last = self._bounds(overview, begins[-1])[1].date() - timedelta(days=1)
        return f"{i18n.day(first)} – {i18n.day(last)}"


class RevenueChart(ChartPart):
    """Revenue of the chosen currency."""

    key = "revenue"

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(services, jobs, self.tr("Revenue over time"), parent)
        self._bars: list[Bar] = []

    def _show(self, overview: Overview, chart: BarChart) -> None:
        from ordermanager.ui.insights_page.bar_chart import ChartBar

        step = self.chosen_step
        self._bars = overview.bars(step, self.period.period)
        begins = [bar.begin for bar in self._bars]
        shown = []
        for bar in self._bars:
            sales = self.tr("%n sale(s)", "", bar.sales)
            words = f"{long_label(bar.begin, step)}: {i18n.money(bar.revenue, overview.currency)}, {sales}"
            shown.append(ChartBar(label_of(bar.begin, step, begins), words, (float(bar.revenue),)))
        chart.show_bars(shown, ("accent",))
        revenue = sum((bar.revenue for bar in self._bars), Decimal(0))
        sales = self.tr("%n sale(s)", "", sum(bar.sales for bar in self._bars))
        amount = i18n.money(revenue, overview.currency)
        dates = self._dates(begins)
        self.sums.setText(f"{dates}: {amount}, {sales}" if dates else self.tr("No sales in this time."))

    def _filters(self, overview: Overview, number: int) -> OrderFilters:
        return overview.sales_between(*self._bounds(overview, self._bars[number].begin))

    def _export(self, path: Path) -> ExportResult:
        assert self._overview is not None
        return self._services.insights.export_bars(path, self._overview, self.chosen_step, self.period.period)


class StatusChart(ChartPart):
    """Accepted orders by status, whatever their currency."""

    key = "statuses"

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(services, jobs, self.tr("Orders by status over time"), parent)
        self._bars: list[StatusBar] = []

    def _show(self, overview: Overview, chart: BarChart) -> None:
        from ordermanager.ui.insights_page.bar_chart import ChartBar

        step = self.chosen_step
        self._bars = overview.status_bars(step, self.period.period)
        begins = [bar.begin for bar in self._bars]
        shown = []
        for bar in self._bars:
            parts = [
                f"{status_name(status)}: {i18n.count(bar.orders[status])}"
                for status in STATUS_TONES
                if bar.orders.get(status)
            ]
            words = "\n".join([long_label(bar.begin, step), *parts])
            heights = tuple(float(bar.orders.get(status, 0)) for status in STATUS_TONES)
            shown.append(ChartBar(label_of(bar.begin, step, begins), words, heights))
        chart.show_bars(shown, tuple(STATUS_TONES.values()))
        self.legend.show_entries(
            [
                (
                    tone,
                    f"{status_name(status)}: {i18n.count(sum(bar.orders.get(status, 0) for bar in self._bars))}",
                )
                for status, tone in STATUS_TONES.items()
            ]
        )
        self.legend.show()
        orders = self.tr("%n order(s)", "", sum(bar.total for bar in self._bars))
        dates = self._dates(begins)
        self.sums.setText(f"{dates}: {orders}" if dates else self.tr("No orders in this time."))

    def _filters(self, overview: Overview, number: int) -> OrderFilters:
        return overview.accepted_between(*self._bounds(overview, self._bars[number].begin))

    def _export(self, path: Path) -> ExportResult:
        assert self._overview is not None
        return self._services.insights.export_statuses(
            path, self._overview, self.chosen_step, self.period.period
        )


def label_of(begin: date, step: Step, begins: Sequence[date]) -> str:
    """What stands under a bar, among bars that begin on these days."""
    if step is Step.MONTH:
        return i18n.month(begin)
    return i18n.short_day(begin, year=begins[0].year != begins[-1].year)


def long_label(begin: date, step: Step) -> str:
    """What a bar is called where there is room."""
    return i18n.month(begin) if step is Step.MONTH else i18n.day(begin)
