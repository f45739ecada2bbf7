"""The few numbers that one looks at first, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ordermanager.services.insights import SALES
from ordermanager.store import OrderFilters
from ordermanager.ui import i18n
from ordermanager.ui.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.theme import GAP, TIGHT, WIDE, larger_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ordermanager.domain.insights import Lacking
    from ordermanager.services.insights import Overview


_IN_A_ROW = 4


class _Tile(QPushButton):
    """A number with its name; a click, Enter or Space asks for what it counts."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._number = PlainLabel("", self)
        self._number.setFont(larger_font(1.5, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, GAP, WIDE, GAP)
        column.setSpacing(TIGHT)
        column.addWidget(PlainLabel(name, self, role="muted"))
        column.addWidget(self._number)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)

    def show_number(self, text: str, tip: str) -> None:
        """Show a number; `tip` says more of it and what a click does."""
        self._number.setText(text)
        set_plain_tooltip(self, tip)
        self.setAccessibleName(f"{self._name}: {text}")
        self.setAccessibleDescription(tip)

    def sizeHint(self) -> QSize:
        """Override QPushButton::sizeHint, which knows nothing of a layout."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Override QPushButton::minimumSizeHint."""
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QPushButton::keyPressEvent, which takes Enter only in dialogs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Tiles(QWidget):
    """Sales, revenue, average check, customers, and what the orders lack. `orders_asked` brings the filters that find
    the orders behind a number."""

    orders_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sales = _Tile(self.tr("Sales"), self)
        self.revenue = _Tile(self.tr("Revenue"), self)
        self.average = _Tile(self.tr("Average check"), self)
        self.customers = _Tile(self.tr("Customers with a sale"), self)
        self.lacks: dict[Lacking, _Tile] = {
            "email": _Tile(self.tr("Without e-mail"), self),
            "phone": _Tile(self.tr("Without phone"), self),
            "customer": _Tile(self.tr("Without customer ID"), self),
            "contact": _Tile(self.tr("Cannot be reached"), self),
        }
        self._sales_filters = SALES
        for tile in (self.sales, self.revenue, self.average):
            tile.clicked.connect(lambda _on=False: self.orders_asked.emit(self._sales_filters))
        self.customers.clicked.connect(lambda _on=False: self.orders_asked.emit(SALES))
        for name, tile in self.lacks.items():
            tile.clicked.connect(
                lambda _on=False, name=name: self.orders_asked.emit(OrderFilters(lacking=name))
            )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        tiles = (self.sales, self.revenue, self.average, self.customers, *self.lacks.values())
        for number, tile in enumerate(tiles):
            grid.addWidget(tile, *divmod(number, _IN_A_ROW))
        for column in range(_IN_A_ROW):
            grid.setColumnStretch(column, 1)

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers."""
        found = overview.completeness
        self._sales_filters = overview.all_sales
        tip = self.tr("Enter or a click shows these orders.")
        self.sales.show_number(i18n.count(overview.sales), tip)
        self.revenue.show_number(i18n.money(overview.revenue, overview.currency), tip)
        self.average.show_number(i18n.money(overview.average, overview.currency), tip)
        buyers = sum(cell.customers for cell in overview.cells if cell.frequency)
        self.customers.show_number(
            i18n.count(buyers), self.tr("In every currency. Enter or a click shows their delivered orders.")
        )
        numbers: dict[Lacking, int] = {
            "email": found.without_email,
            "phone": found.without_phone,
            "customer": found.without_customer,
            "contact": found.without_contact,
        }
        for lacking, number in numbers.items():
            share = number / found.orders if found.orders else 0.0
            tip = self.tr("{number} of {orders} orders here. Enter or a click shows them.").format(
                number=i18n.count(number), orders=i18n.count(found.orders)
            )
            self.lacks[lacking].show_number(f"{share:.0%}", tip)
