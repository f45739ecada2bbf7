"""The page of insights. Numbers are made in a job and as old as they say; opening the page makes them anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.insights import RfmCell, Step
from ordermanager.ui import i18n
from ordermanager.ui.empty_state import EmptyState
from ordermanager.ui.icons import set_icon
from ordermanager.ui.insights_page.customers import LAST_SALE, NAME, REACHED, SALES, CustomerModel
from ordermanager.ui.insights_page.rfm_view import RfmView
from ordermanager.ui.insights_page.tiles import Tiles
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import GAP, SPACE, WIDE, larger_font

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.insights import CustomerLine, Overview
    from ordermanager.services.notices import Changes
    from ordermanager.ui.actions import Actions
    from ordermanager.ui.insights_page.chart import BarChart
    from ordermanager.ui.jobs import Jobs

_CHART_HEIGHT = 240
SMALLEST = 520
"""Pixels. The tiles and the table would ask for more and squeeze the folders beside every page."""


class InsightsPage(QWidget):
    """Reads only. `customer_asked` brings the text that finds a customer's orders."""

    customer_asked = Signal(str)
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
        self._cell: RfmCell | None = None
        self._chart: BarChart | None = None
        self._build()
        jobs.changed.connect(self._on_changed)

    # -- making

    def _build(self) -> None:
        self.tiles = Tiles(self)
        self.rfm = RfmView(self)
        self.rfm.cell_chosen.connect(self._on_cell)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.tiles)
        column.addWidget(
            self._card(self.tr("Customers: last sale and number of sales"), self._make_rfm_part())
        )
        column.addWidget(self._card(self.tr("Revenue over time"), self._make_chart_part()))
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
        self._note = PlainLabel("", self, role="muted")
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

    def _make_rfm_part(self) -> QWidget:
        self.customers = CustomerModel(self._services.settings.get().timezone, self)
        self.table = QTableView(self)
        self.table.setModel(self.customers)
        self.table.setAccessibleName(self.tr("Customers of the chosen cell"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(REACHED, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        letter = self.table.fontMetrics().horizontalAdvance("0")
        self.table.setColumnWidth(SALES, 10 * letter)
        self.table.setColumnWidth(LAST_SALE, 13 * letter)
        self.table.activated.connect(lambda index: self._ask(self.customers.line(index.row())))
        self._cell_title = PlainLabel(self.tr("Choose a cell to see its customers."), self, role="muted")
        self._export_cell = QPushButton(self.tr("Export…"), self)
        set_icon(self._export_cell, "export")
        self._export_cell.setEnabled(False)
        self._export_cell.clicked.connect(self._export_customers)
        line = QHBoxLayout()
        line.addWidget(self._cell_title, 1)
        line.addWidget(self._export_cell)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(WIDE, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.rfm)
        parts.addWidget(right)
        parts.setSizes([640, 480])
        parts.setChildrenCollapsible(False)
        return parts

    def _make_chart_part(self) -> QWidget:
        self._step = QComboBox(self)
        self._step.setAccessibleName(self.tr("Length of a bar"))
        for step, words in (
            (Step.DAY, self.tr("by day")),
            (Step.WEEK, self.tr("by week")),
            (Step.MONTH, self.tr("by month")),
        ):
            self._step.addItem(words, step)
        self._step.setCurrentIndex(2)
        self._step.activated.connect(lambda _number: self._show_chart())
        self._save = QPushButton(self.tr("Save…"), self)
        set_icon(self._save, "save")
        self._save.clicked.connect(self._save_chart)
        line = QHBoxLayout()
        line.addWidget(self._step)
        line.addStretch(1)
        line.addWidget(self._save)
        part = QWidget(self)
        self._chart_place = QVBoxLayout(part)
        self._chart_place.setContentsMargins(0, 0, 0, 0)
        self._chart_place.setSpacing(SPACE)
        self._chart_place.addLayout(line)
        return part

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
        self._jobs.read(
            (id(self), "insights"),
            lambda: self._services.insights.overview(currency),
            self._show,
            owner=self,
        )

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()
        if self._chart is not None:
            self._chart.retint()

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
        self.rfm.show_cells(overview.cells, overview.currency)
        self._show_chart()

    def _show_chart(self) -> None:
        if self._overview is None:
            return
        if self._chart is None:
            from ordermanager.ui.insights_page.chart import BarChart

            self._chart = BarChart(self)
            self._chart.setFixedHeight(_CHART_HEIGHT)
            self._chart_place.addWidget(self._chart)
        step = Step(self._step.currentData())
        self._chart.show_bars(self._overview.bars(step), step, self._overview.currency)

    def _on_currency(self) -> None:
        self._currency = self.currency.currentData()
        self.load()

    def _on_changed(self, changes: Changes) -> None:
        if changes.history and self.isVisible():
            self.load()

    # -- customers

    def _on_cell(self, cell: RfmCell | None) -> None:
        self._cell = cell
        self._export_cell.setEnabled(cell is not None)
        if cell is None or self._overview is None:
            self._cell_title.setText(self.tr("Nobody is in this cell."))
            self.customers.show([])
            return
        self._cell_title.setText(self.rfm.title_of(cell))
        at, recency, frequency = self._overview.at, cell.recency, cell.frequency
        self._jobs.read(
            (id(self), "customers"),
            lambda: self._services.insights.customers(at, recency, frequency),
            self.customers.show,
            owner=self,
        )

    def _ask(self, line: CustomerLine | None) -> None:
        if line is not None and line.search_text:
            self.customer_asked.emit(line.search_text)

    # -- out

    def _export_customers(self) -> None:
        cell, overview = self._cell, self._overview
        path = self._ask_path("customers.csv", self.tr("CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)"))
        if path is None or cell is None or overview is None:
            return
        self._jobs.network(
            self.tr("Exporting…"),
            lambda: self._services.insights.export_customers(path, overview.at, cell.recency, cell.frequency),
            self.written.emit,
            owner=self,
        )

    def _save_chart(self) -> None:
        chart, overview = self._chart, self._overview
        path = self._ask_path(
            "revenue.png", self.tr("Picture (*.png);;Drawing (*.svg);;CSV (*.csv);;Excel (*.xlsx)")
        )
        if path is None or chart is None or overview is None:
            return
        if path.suffix.lower() in (".png", ".svg"):
            chart.save(path)
            self.written.emit(path)
            return
        step = Step(self._step.currentData())
        self._jobs.network(
            self.tr("Exporting…"),
            lambda: self._services.insights.export_bars(path, overview, step),
            self.written.emit,
            owner=self,
        )

    def _ask_path(self, name: str, kinds: str) -> Path | None:
        chosen: Any = QFileDialog.getSaveFileName(self, self.tr("Save as"), name, kinds)
        return Path(chosen[0]) if chosen[0] else None
