"""A segment to be put together: number of sales, average check, last sale, as the platform's segments know them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.insights.insights import CustomerSegment
from ordermanager.domain.summary import utc_text
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.number_box import NumberBox, pad
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.customer_words import segment_words
from ordermanager.ui.insights_page.customers import CustomerPanel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import SPACE

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.insights import Overview
    from ordermanager.ui.jobs import Jobs

PANEL_HEIGHT = 260
_MOST = 1_000_000_000.0


class SegmentPart(QWidget):
    """`orders_asked` brings filters; `written` what was saved."""

    orders_asked = Signal(object)
    written = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._timezone = services.settings.get().timezone
        self._line = line = QWidget(self)
        self.least_sales = self._number(self.tr("Sales at least"), 1)
        self.most_sales = self._number(self.tr("Sales at most"), 0)
        self.least_average = self._amount(self.tr("Average check at least"))
        self.most_average = self._amount(self.tr("Average check at most"))
        self.last_sale = QComboBox(line)
        self.last_sale.setAccessibleName(self.tr("Last sale"))
        self._fill_last_sale()
        self.show_button = QPushButton(self.tr("Show customers"), line)
        set_icon(self.show_button, "customers")
        self.show_button.clicked.connect(self.show_segment)
        self.panel = CustomerPanel(
            services, jobs, self.tr("Choose what the customers have in common, then show them."), self
        )
        self.panel.orders_asked.connect(self.orders_asked)
        self.panel.written.connect(self.written)
        self.panel.setFixedHeight(PANEL_HEIGHT)
        flow = FlowLayout(line, SPACE, SPACE)
        flow.setContentsMargins(0, 0, 0, 0)
        for words, widget in (
            (self.tr("Sales from"), self.least_sales),
            (self.tr("to"), self.most_sales),
            (self.tr("Average check from"), self.least_average),
            (self.tr("to"), self.most_average),
            (self.tr("Last sale"), self.last_sale),
        ):
            label = PlainLabel(words, line, role="muted")
            label.setBuddy(widget)
            label.setMinimumHeight(widget.sizeHint().height())
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            flow.addWidget(label)
            flow.addWidget(widget)
            flow.keep_with_next(label)
        for least in (self.least_sales, self.least_average):
            flow.keep_with_next_if_room(least)
        flow.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(line)
        column.addWidget(self.panel)

    def _number(self, name: str, first: int) -> NumberBox:
        box = NumberBox(0, 100_000, self.tr("any"), self._line)
        box.setValue(first)
        box.setAccessibleName(name)
        return box

    def _amount(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self._line)
        box.setRange(0, _MOST)
        box.setDecimals(2)
        box.setSpecialValueText(self.tr("any"))
        box.setAccessibleName(name)
        pad(box)
        box.setMinimumWidth(box.fontMetrics().horizontalAdvance("0") * 12)
        return box

    def _fill_last_sale(self) -> None:
        self.last_sale.addItem(self.tr("at any time"), (0, False))
        for days, recent, old in (
            (14, self.tr("within 2 weeks"), self.tr("longer ago than 2 weeks")),
            (30, self.tr("within 30 days"), self.tr("longer ago than 30 days")),
            (90, self.tr("within 90 days"), self.tr("longer ago than 90 days")),
            (180, self.tr("within 180 days"), self.tr("longer ago than 180 days")),
            (365, self.tr("within a year"), self.tr("longer ago than a year")),
        ):
            self.last_sale.addItem(recent, (days, False))
            self.last_sale.addItem(old, (days, True))

    def show_overview(self, overview: Overview) -> None:
        """Averages are in the currency of this; amounts say so."""
        self._overview = overview
        for box in (self.least_average, self.most_average):
            box.setSuffix(f" {overview.currency}" if overview.currency else "")

    @property
    def segment(self) -> CustomerSegment | None:
        """What is put together now; None before there are numbers."""
        if self._overview is None:
            return None
        days, is_old = self.last_sale.currentData()
        bound = utc_text(self._overview.at - timedelta(days=days)) if days else ""
        return CustomerSegment(
            least_sales=self.least_sales.value(),
            most_sales=self.most_sales.value() or None,
            since="" if is_old else bound,
            until=bound if is_old else "",
            least_average=_amount_of(self.least_average),
            most_average=_amount_of(self.most_average),
            currency=self._overview.currency,
            account=self._overview.account,
        )

    def show_segment(self) -> None:
        """List the customers of what is put together."""
        segment = self.segment
        if segment is not None:
            self.panel.show_segment(segment, segment_words(segment, self._timezone))


def _amount_of(box: QDoubleSpinBox) -> Decimal | None:
    return Decimal(str(box.value())) if box.value() else None
