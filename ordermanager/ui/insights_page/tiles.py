"""The few numbers that one looks at first, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ordermanager.store import OrderFilters
from ordermanager.ui import i18n
from ordermanager.ui.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.theme import GAP, TIGHT, WIDE, colours, larger_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from ordermanager.domain.insights import Lacking
    from ordermanager.services.insights import Overview


_IN_A_ROW = 4


class _Tile(QFrame):
    """A number with its name; one with `asks` can be clicked, or chosen with Enter."""

    asked = Signal()

    def __init__(self, name: str, parent: QWidget, *, asks: bool = False) -> None:
        super().__init__(parent)
        self._asks = asks
        if asks:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mouseReleaseEvent."""
        super().mouseReleaseEvent(event)
        if self._asks and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if self._asks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QFrame::paintEvent: a frame of the accent colour where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(colours().accent))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)


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
            "email": _Tile(self.tr("Without e-mail"), self, asks=True),
            "phone": _Tile(self.tr("Without phone"), self, asks=True),
            "customer": _Tile(self.tr("Without customer ID"), self, asks=True),
            "contact": _Tile(self.tr("Cannot be reached"), self, asks=True),
        }
        for name, tile in self.lacks.items():
            tile.asked.connect(lambda name=name: self.orders_asked.emit(OrderFilters(lacking=name)))
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
        self.sales.show_number(i18n.count(overview.sales))
        self.revenue.show_number(i18n.money(overview.revenue, overview.currency))
        self.average.show_number(i18n.money(overview.average, overview.currency))
        buyers = sum(cell.customers for cell in overview.cells if cell.frequency)
        self.customers.show_number(i18n.count(buyers))
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
