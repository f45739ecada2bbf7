"""The customers of a cell or a segment: a list, their orders one key away, and a button that saves it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.services.insights import SALES
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.ui import i18n
from ordermanager.ui.controls.column_words import fit_words
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.row_list import dress_as_row_list
from ordermanager.ui.controls.row_model import RowModel
from ordermanager.ui.controls.text_row import TextRow
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.insights.insights import CustomerSegment
    from ordermanager.services.app import Services
    from ordermanager.services.insights import CustomerLine
    from ordermanager.ui.jobs import Jobs

NAME, REACHED, SALES_COUNT, AVERAGE, LAST_SALE = range(5)
_MOST_LETTERS = 24


class CustomerModel(RowModel["CustomerLine"]):
    """A list of one segment has an end (services.insights.MAX_CUSTOMERS)."""

    right = frozenset((SALES_COUNT, AVERAGE))

    def __init__(self, timezone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timezone = timezone
        self._currency = ""
        self.titles = (
            self.tr("Customer"),
            self.tr("E-mail or phone"),
            self.tr("Sales"),
            self.tr("Average check"),
            self.tr("Last sale"),
        )

    def show(self, lines: Sequence[CustomerLine], currency: str) -> None:
        """Show these."""
        self._currency = currency
        self.show_rows(lines)

    def text(self, line: CustomerLine, column: int) -> str:
        """Override RowModel.text."""
        return {
            NAME: line.name or line.external_customer_id,
            REACHED: line.email or line.phone,
            SALES_COUNT: i18n.count(line.sales),
            AVERAGE: self._average(line),
            LAST_SALE: i18n.date(line.last_sale, self._timezone) if line.last_sale else "",
        }[column]

    def _average(self, line: CustomerLine) -> str:
        if line.average is not None:
            return i18n.money(line.average, self._currency)
        return self.tr("none in {currency}").format(currency=self._currency) if line.sales else ""


class CustomerPanel(QWidget):
    """Shows a segment. `orders_asked` brings the filters that find one customer's orders, or those of all."""

    orders_asked = Signal(object)
    written = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._segment: CustomerSegment | None = None
        self.model = CustomerModel(services.settings.get().timezone, self)
        self.table = self._make_table()
        self._title = PlainLabel(hint, self, role="muted", wrap=True)
        self.orders = QPushButton(self.tr("Their orders"), self)
        set_icon(self.orders, "all")
        self.orders.clicked.connect(self._ask_all)
        self.export = QPushButton(self.tr("Export…"), self)
        set_icon(self.export, "export")
        self.export.clicked.connect(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(TextRow(self._title, (self.orders, self.export), self))
        column.addWidget(self.table, 1)
        self._enable()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        dress_as_row_list(table, self.tr("Customers"))
        table.setProperty("role", "rows")
        header = table.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(REACHED, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(lambda index: self._ask_one(index.row()))
        _fit_columns(table)
        return table

    def show_segment(self, segment: CustomerSegment | None, title: str) -> None:
        """Load the customers of a segment; None shows nobody."""
        self._segment = segment
        self._title.setText(title)
        if segment is None:
            self.model.show([], "")
            self._enable()
            return
        self._jobs.read(
            (id(self), "customers"),
            lambda: self._services.insights.customers(segment),
            lambda lines: self._show(lines, segment, title),
            owner=self,
        )

    def _show(self, lines: Sequence[CustomerLine], segment: CustomerSegment, title: str) -> None:
        self.model.show(lines, segment.currency)
        _fit_columns(self.table)
        count = self.tr("%n customer(s)", "", len(lines))
        self._title.setText(f"{title} · {count}")
        self._enable()

    def _enable(self) -> None:
        for button in (self.orders, self.export):
            button.setEnabled(self._segment is not None and self.model.rowCount() > 0)

    def _ask_one(self, row: int) -> None:
        line = self.model.row_at(row)
        if line is not None:
            self.orders_asked.emit(OrderFilters(customer=line.key))

    def _ask_all(self) -> None:
        if self._segment is not None:
            self.orders_asked.emit(self._counted()._replace(segment=self._segment))

    def _counted(self) -> OrderFilters:
        """The sales that make the segment; of customers who may have none, all their orders."""
        segment = self._segment
        if segment is None or not segment.has_sales:
            return OrderFilters()
        return SALES._replace(account=segment.account)

    def _export(self) -> None:
        segment = self._segment
        chosen: Any = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            "customers.csv",
            self.tr("CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)"),
        )
        if not chosen[0] or segment is None:
            return
        path = Path(chosen[0])
        self._jobs.network(
            self.tr("Exporting…"),
            lambda: self._services.insights.export_customers(path, segment),
            self.written.emit,
            owner=self,
        )


def _fit_columns(table: QTableView) -> None:
    """Numbers and days take what they need, names the rest."""
    for column in (SALES_COUNT, AVERAGE, LAST_SALE):
        fit_words(table, column, least=0, most=_MOST_LETTERS)
