"""The few numbers that one looks at first, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.theme import GAP, TIGHT, WIDE, larger_font

if TYPE_CHECKING:
    from ordermanager.services.insights import Overview


class _Tile(QFrame):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._name = name
        self._number = PlainLabel("", self)
        self._number.setFont(larger_font(1.5, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, GAP, WIDE, GAP)
        column.setSpacing(TIGHT)
        column.addWidget(PlainLabel(name, self, role="muted"))
        column.addWidget(self._number)

    def show_number(self, text: str, tip: str = "") -> None:
        self._number.setText(text)
        set_plain_tooltip(self, tip)
        self.setAccessibleName(f"{self._name}: {text}")


class Tiles(QWidget):
    """Sales, revenue, average check, customers, and what the orders lack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sales = _Tile(self.tr("Sales"), self)
        self.revenue = _Tile(self.tr("Revenue"), self)
        self.average = _Tile(self.tr("Average check"), self)
        self.customers = _Tile(self.tr("Customers with a sale"), self)
        self.without_email = _Tile(self.tr("Orders without e-mail"), self)
        self.without_phone = _Tile(self.tr("Orders without phone"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for tile in (
            self.sales,
            self.revenue,
            self.average,
            self.customers,
            self.without_email,
            self.without_phone,
        ):
            row.addWidget(tile, 1)

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers."""
        found = overview.completeness
        self.sales.show_number(i18n.count(overview.sales))
        self.revenue.show_number(i18n.money(overview.revenue, overview.currency))
        self.average.show_number(i18n.money(overview.average, overview.currency))
        buyers = sum(cell.customers for cell in overview.cells if cell.frequency)
        self.customers.show_number(i18n.count(buyers))
        for tile, number in (
            (self.without_email, found.without_email),
            (self.without_phone, found.without_phone),
        ):
            share = number / found.orders if found.orders else 0.0
            tip = self.tr("{number} of {orders} orders here").format(
                number=i18n.count(number), orders=i18n.count(found.orders)
            )
            tile.show_number(f"{share:.0%}", tip)
