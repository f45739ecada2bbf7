"""The few numbers that one looks at first, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ordermanager.services.insights import SALES
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.insights_page.picture import Picture
from ordermanager.ui.insights_page.saving import SaveButton
from ordermanager.ui.look.theme import GAP, TIGHT, WIDE, larger_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ordermanager.domain.insights.insights import Lacking
    from ordermanager.services.app import Services
    from ordermanager.services.insights import Overview
    from ordermanager.ui.jobs import Jobs


_IN_A_ROW = 4


class _Tile(QPushButton):
    """A number with its name; a click, Enter or Space asks for what it counts."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._number = PlainLabel("", self)
        self._number.setFont(larger_font(1.5))
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, GAP, WIDE, GAP)
        column.setSpacing(TIGHT)
        self._title = PlainLabel(name, self, role="muted")
        column.addWidget(self._title)
        column.addWidget(self._number)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)

    def rename(self, name: str) -> None:
        """Call its number so from now on."""
        self._name = name
        self._title.setText(name)

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

    written = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._overview: Overview | None = None
        self._numbers = numbers = QWidget(self)
        self.save = SaveButton(services, jobs, self.tr("At a glance"), self)
        self.save.written.connect(self.written)
        self.sales = _Tile(self.tr("Sales"), numbers)
        self.revenue = _Tile(self.tr("Revenue"), numbers)
        self.average = _Tile(self.tr("Average check"), numbers)
        self.customers = _Tile(self.tr("Customers with a sale"), numbers)
        self.lacks: dict[Lacking, _Tile] = {
            "email": _Tile(self.tr("Without e-mail"), numbers),
            "phone": _Tile(self.tr("Without phone"), numbers),
            "customer": _Tile(self.tr("Without customer ID"), numbers),
            "contact": _Tile(self.tr("Cannot be reached"), numbers),
        }
        self._sales_filters = self._all_filters = SALES
        for tile in (self.sales, self.revenue, self.average):
            tile.clicked.connect(lambda _on=False: self.orders_asked.emit(self._sales_filters))
        self.customers.clicked.connect(lambda _on=False: self.orders_asked.emit(self._all_filters))
        for name, tile in self.lacks.items():
            tile.clicked.connect(
                lambda _on=False, name=name: self.orders_asked.emit(OrderFilters(lacking=name))
            )
        self._grid = QGridLayout(numbers)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._tiles = (self.sales, self.revenue, self.average, self.customers, *self.lacks.values())
        self._columns = 0
        self._arrange(_IN_A_ROW)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(numbers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Four in a row, or two where their numbers are too long for that."""
        self._arrange(_IN_A_ROW if self._width(_IN_A_ROW) <= self.width() else _IN_A_ROW // 2)

    def _width(self, columns: int) -> int:
        widest = [
            max(tile.minimumSizeHint().width() for tile in self._tiles[column::columns])
            for column in range(columns)
        ]
        return sum(widest) + GAP * (columns - 1)

    def _arrange(self, columns: int) -> None:
        # Said, or the grid of four would keep the page as wide as it needs.
        self._numbers.setMinimumWidth(self._width(_IN_A_ROW // 2))
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, *divmod(number, columns))
        for column in range(_IN_A_ROW):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers."""
        self._overview = overview
        self.save.set_content(
            "insights.png",
            self._picture,
            lambda path: self._services.insights.export_overview(path, overview),
        )
        found = overview.completeness
        self._sales_filters, self._all_filters = overview.all_sales, overview.sales_of_all
        tip = self.tr("Enter or a click shows these orders.")
        sales = self.tr("Sales")
        if len(overview.currencies) > 1 and overview.currency:  # else one would take them for all
            sales = self.tr("Sales in {currency}").format(currency=overview.currency)
        self.sales.rename(sales)
        self.sales.show_number(i18n.count(overview.sales), tip)
        self.revenue.show_number(i18n.money(overview.revenue, overview.currency), tip)
        self.average.show_number(i18n.money(overview.average, overview.currency), tip)
        self.customers.show_number(
            i18n.count(overview.buyers),
            self.tr("In every currency. Enter or a click shows their delivered orders."),
        )
        numbers: dict[Lacking, int] = {
            "email": found.without_email,
            "phone": found.without_phone,
            "customer": found.without_customer,
            "contact": found.without_contact,
        }
        for lacking, number in numbers.items():
            tip = self.tr("{number} of {orders} orders here. Enter or a click shows them.").format(
                number=i18n.count(number), orders=i18n.count(found.orders)
            )
            self.lacks[lacking].show_number(_percent(number, found.orders), tip)
        self._fit()

    def _picture(self) -> Picture:
        at = "" if self._overview is None else i18n.date_time(self._overview.at, str(self._overview.zone))
        return Picture(self._numbers, self.tr("Insights"), at)


def _percent(number: int, whole: int) -> str:
    """Whole per cent; what is not nothing, and not all, does not look so."""
    share = 100 * number / whole if whole else 0.0
    if 0 < share < 1:
        return "< 1%"
    return "> 99%" if 99 < share < 100 else f"{share:.0f}%"
