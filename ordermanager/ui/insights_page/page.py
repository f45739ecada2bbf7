"""The page of insights. Numbers are made in a job and as old as they say; opening the page makes them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui import i18n
from ordermanager.ui.elided_label import ElidedLabel
from ordermanager.ui.empty_state import EmptyState
from ordermanager.ui.icons import set_icon
from ordermanager.ui.insights_page.chart_part import RevenueChart, StatusChart
from ordermanager.ui.insights_page.rfm_part import RfmPart
from ordermanager.ui.insights_page.segment_part import SegmentPart
from ordermanager.ui.insights_page.tiles import Tiles
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import GAP, SPACE, WIDE, larger_font

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.insights import Overview
    from ordermanager.services.notices import Changes
    from ordermanager.ui.actions import Actions
    from ordermanager.ui.jobs import Jobs

SMALLEST = 520
"""Pixels. The tiles and the table would ask for more and squeeze the folders beside every page."""


class InsightsPage(QWidget):
    """Reads only. `orders_asked` brings the OrderFilters that find exactly the orders behind a number."""

    orders_asked = Signal(object)
    written = Signal(object)  # services.results.ExportResult, or the Path of a picture

    def __init__(
        self, services: Services, jobs: Jobs, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(SMALLEST)
        self._services = services
        self._jobs = jobs
        self._actions = actions
        self._overview: Overview | None = None
        self._currency: str | None = None
        self._build()
        jobs.changed.connect(self._on_changed)

    # -- making

    def _build(self) -> None:
        self.tiles = Tiles(self)
        services, jobs = self._services, self._jobs
        self.rfm_part = RfmPart(services, jobs, self)
        self.segment = SegmentPart(services, jobs, self)
        self.revenue = RevenueChart(services, jobs, self)
        self.statuses = StatusChart(services, jobs, self)
        self.tiles.orders_asked.connect(self.orders_asked)
        for part in (self.rfm_part, self.segment, self.revenue, self.statuses):
            part.orders_asked.connect(self.orders_asked)
            part.written.connect(self.written)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.tiles)
        column.addWidget(self._card(self.tr("Customers: last sale and number of sales"), self.rfm_part))
        column.addWidget(self._card(self.tr("Revenue over time"), self.revenue))
        column.addWidget(self._card(self.tr("Orders by status over time"), self.statuses))
        column.addWidget(self._card(self.tr("A segment of your own"), self.segment))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self._body)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(area)
        self._stack.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._make_head())
        page.addWidget(self._stack, 1)

    def _make_head(self) -> QHBoxLayout:
        title = PlainLabel(self.tr("Insights"), self, role="heading")
        title.setFont(larger_font(1.2, bold=True))
        self._note = ElidedLabel("", self, role="muted")
        self.currency = QComboBox(self)
        self.currency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currency.setAccessibleName(self.tr("Currency of the amounts"))
        self.currency.activated.connect(lambda _number: self._on_currency())
        self._refresh = QPushButton(self.tr("Refresh"), self)
        set_icon(self._refresh, "refresh")
        self._refresh.clicked.connect(self.load)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SPACE, GAP, SPACE)
        head.setSpacing(GAP)
        head.addWidget(title)
        head.addWidget(self._note, 1)
        head.addWidget(self.currency)
        head.addWidget(self._refresh)
        return head

    def _card(self, heading: str, content: QWidget) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(WIDE, GAP, WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(heading, card, role="heading"))
        column.addWidget(content)
        return card

    # -- showing

    def load(self) -> None:
        """Make the numbers; called when the page is shown."""
        currency = self._currency
        if self._overview is None:
            self._note.setText(self.tr("Adding up the orders…"))
        self._jobs.read(
            (id(self), "insights"),
            lambda: self._services.insights.overview(currency),
            self._show,
            owner=self,
        )

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.rfm_part.rfm.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()
        self.revenue.retint()
        self.statuses.retint()

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self._note.setText(
            self.tr("Delivered and accepted orders, as Yespo counts. As of {when}.").format(
                when=i18n.date_time(overview.at, str(overview.zone))
            )
        )
        has_sales = bool(overview.currencies)
        self.currency.setVisible(has_sales)
        if not has_sales:
            self._empty.show_state(
                "insights",
                self.tr("No delivered orders yet"),
                self.tr(
                    "When orders with the status Delivered have been sent, this page shows who buys, and how much."
                ),
                [self._actions["import"]],
            )
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self.currency.clear()
        for code, sales in overview.currencies:
            name = code or self.tr("without currency")
            self.currency.addItem(f"{name} · {i18n.count(sales)}", code)
        self.currency.setCurrentIndex(max(0, self.currency.findData(overview.currency)))
        self.tiles.show_overview(overview)
        for part in (self.rfm_part, self.segment, self.revenue, self.statuses):
            part.show_overview(overview)

    def _on_currency(self) -> None:
        self._currency = self.currency.currentData()
        self.load()

    def _on_changed(self, changes: Changes) -> None:
        if changes.history and self.isVisible():
            self.load()
