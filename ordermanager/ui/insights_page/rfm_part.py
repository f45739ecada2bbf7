"""The RFM table with the customers of its chosen cell beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui import i18n
from ordermanager.ui.insights_page.customers import CustomerPanel
from ordermanager.ui.insights_page.legend import Legend
from ordermanager.ui.insights_page.picture import Picture
from ordermanager.ui.insights_page.rfm_view import RfmView
from ordermanager.ui.insights_page.saving import SaveButton
from ordermanager.ui.look.theme import SPACE, WIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ordermanager.domain.insights.insights import RfmCell
    from ordermanager.services.app import Services
    from ordermanager.services.insights import Overview
    from ordermanager.ui.jobs import Jobs


SIDE_BY_SIDE = 1250
PANEL_HEIGHT = 220
"""Pixels."""


class RfmPart(QWidget):
    """`orders_asked` brings filters; `written` what was saved."""

    orders_asked = Signal(object)
    written = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._overview: Overview | None = None
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        left = QWidget(self._parts)
        self.rfm = RfmView(left)
        self.rfm.cell_chosen.connect(self._on_cell)
        self.panel = CustomerPanel(
            services, jobs, self.tr("Choose a cell to see its customers."), self._parts
        )
        self.panel.orders_asked.connect(self.orders_asked)
        self.panel.written.connect(self.written)
        self.view = QComboBox(left)
        self.view.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.view.setAccessibleName(self.tr("What the cells show"))
        self.view.addItem(self.tr("Customers"), False)
        self.view.addItem(self.tr("Revenue"), True)
        self.view.activated.connect(lambda _number: self.rfm.show_money(bool(self.view.currentData())))
        self.save = SaveButton(services, jobs, self.rfm.accessibleName(), left)
        self.save.written.connect(self.written)
        self.legend = Legend(left)
        self.legend.show_entries(self.rfm.legend)
        line = QHBoxLayout()
        line.addWidget(self.view)
        line.addStretch(1)
        line.addWidget(self.save)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(line)
        column.addWidget(self.rfm)
        column.addWidget(self.legend)
        column.addStretch(1)
        self._parts.addWidget(left)
        self._parts.addWidget(self.panel)
        self._parts.setChildrenCollapsible(False)
        self.panel.setMinimumHeight(PANEL_HEIGHT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: side by side where both have room, else one below the other."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= SIDE_BY_SIDE
        self._parts.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        self.panel.setContentsMargins(WIDE if is_wide else 0, 0 if is_wide else SPACE, 0, 0)

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers; the chosen cell stays chosen."""
        self._overview = overview
        self.rfm.show_cells(overview.cells, overview.currency)
        revenue = self.tr("Revenue")
        self.view.setItemText(1, f"{revenue}, {overview.currency}" if overview.currency else revenue)
        self.save.set_content(
            "rfm.png", self._picture, lambda path: self._services.insights.export_rfm(path, overview)
        )

    def retint(self) -> None:
        """The theme changed."""
        self.legend.retint()

    def _picture(self) -> Picture:
        at = "" if self._overview is None else i18n.date_time(self._overview.at, str(self._overview.zone))
        return Picture(
            self.rfm, self.rfm.accessibleName(), f"{self.view.currentText()} · {at}", self.rfm.legend
        )

    def _on_cell(self, cell: RfmCell | None) -> None:
        if cell is None or self._overview is None:
            self.panel.show_segment(None, self.tr("Nobody is in this cell."))
        else:
            self.panel.show_segment(self._overview.segment_of(cell), self.rfm.title_of(cell))
