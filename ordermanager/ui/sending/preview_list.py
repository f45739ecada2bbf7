"""The orders behind a number of “What will happen”: whose they are, why they are counted, and a way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.history.send_preview import Topic
from ordermanager.domain.statuses import Status
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.row_list import dress_as_row_list
from ordermanager.ui.controls.row_model import RowModel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, larger_font
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ordermanager.domain.history.send_preview import Sendable, SendPreview
    from ordermanager.services.app import Services

ORDER, STATUS, CUSTOMER, REACHED, DATE, WHY = range(6)
_WIDTHS = {ORDER: 13, STATUS: 15, CUSTOMER: 18, REACHED: 24, DATE: 18}
"""Letters; the reason has the rest."""
_SIZE = (980, 420)


class _Model(RowModel["Sendable"]):
    """The orders as they were foretold from; no text is made before it is seen."""

    def __init__(
        self, preview: SendPreview, what: Topic | Status | None, timezone: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._topic = what if isinstance(what, Topic) else None
        self._timezone = timezone
        titles = (
            self.tr("Order"),
            self.tr("Status"),
            self.tr("Customer"),
            self.tr("E-mail or phone"),
            self.tr("Date"),
            self.tr("Why"),
        )
        self.titles = titles[:WHY] if self._topic is None else titles
        if self._topic is not None:
            self.rows = preview.named.get(self._topic, ())
        elif isinstance(what, Status):
            self.rows = [order for order in preview.orders if order.status is what]
        else:
            self.rows = preview.orders

    def text(self, order: Sendable, column: int) -> str:
        """Override RowModel.text."""
        me = order.identity
        if column == WHY:
            return "" if self._topic is None else i18n.text(self._preview.why(self._topic, order))
        if column == DATE:
            return i18n.date_time(order.date, self._timezone) if order.date else ""
        return {
            ORDER: order.external_order_id,
            STATUS: status_name(order.status),
            CUSTOMER: " · ".join(part for part in (order.name, me.external_customer_id) if part),
            REACHED: me.email or me.phone,
        }[column]


class _Table(QTableView):
    """Enter opens the chosen row: `asked` brings its number."""

    asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractItemView::keyPressEvent, which leaves Enter to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class SendPreviewList(QDialog):
    """`what`: a topic, a status, or None for all orders. `order_asked` brings the number of one to be looked at,
    `orders_asked` the OrderFilters that find all of them, to be changed together."""

    order_asked = Signal(int)
    orders_asked = Signal(object)

    def __init__(
        self, services: Services, preview: SendPreview, what: Topic | Status | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self._title(what))
        grow_to_text(self, *_SIZE)
        self.model = _Model(preview, what, services.settings.get().timezone, self)
        counted = self.tr("%n order(s)", "", len(self.model.rows))
        title = PlainLabel(f"{self._title(what)}: {counted}", self, role="heading", wrap=True)
        title.setFont(larger_font(1.1))
        self.why = PlainLabel("", self, wrap=True)
        """The reason of the chosen row, whole."""
        self.table = self._make_table()
        self.show_order = QPushButton(self.tr("Show the order"), self)
        set_icon(self.show_order, "eye")
        self.show_order.setEnabled(bool(self.model.rows))
        self.show_order.clicked.connect(lambda _on=False: self._ask(self.table.currentIndex().row()))
        close = QPushButton(self.tr("Back"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.show_all = QPushButton(self.tr("Show all in the list"), self)
        set_icon(self.show_all, "all")
        self.show_all.setAutoDefault(False)
        self.show_all.setEnabled(bool(self.model.rows))
        self.show_all.clicked.connect(self._ask_all)
        self.show_became = QPushButton(self.tr("Show what it became"), self)
        set_icon(self.show_became, "eye")
        self.show_became.setAutoDefault(False)
        self.show_became.setVisible(what is Topic.BOUGHT)
        self.show_became.clicked.connect(lambda _on=False: self._ask_became(preview))
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_became)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.show_all)
        buttons.addWidget(self.show_order)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(self.table, 1)
        column.addWidget(self.why)
        column.addLayout(buttons)
        self.table.setFocus()

    def _title(self, what: Topic | Status | None) -> str:
        if isinstance(what, Status):
            return what.event_name
        if what is None:
            return self.tr("All that is sent")
        return {
            Topic.NEW: self.tr("Customers who are new, as far as is known here"),
            Topic.UNREACHABLE: self.tr("Customers whom no message can reach"),
            Topic.ELSEWHERE: self.tr("Orders that go to a contact with another e-mail"),
            Topic.OLD: self.tr("Orders of more than a month ago"),
            Topic.CARTS: self.tr("Abandoned carts"),
            Topic.BOUGHT: self.tr("Carts that became an order"),
            Topic.TWICE: self.tr("Orders whose event may come twice"),
        }[what]

    def _make_table(self) -> _Table:
        table = _Table(self)
        table.setModel(self.model)
        dress_as_row_list(table, self.tr("Orders"))
        table.setProperty("role", "list")
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        letter = table.fontMetrics().horizontalAdvance("0")
        for column, letters in _WIDTHS.items():
            table.setColumnWidth(column, letters * letter)
        table.selectionModel().currentRowChanged.connect(lambda now, _before: self._say_why(now.row()))
        if self.model.rows:
            table.selectRow(0)
        table.asked.connect(self._ask)
        table.doubleClicked.connect(lambda index: self._ask(index.row()))
        return table

    def _say_why(self, row: int) -> None:
        order = self.model.row_at(row)
        if order is not None:
            self.why.setText(self.model.text(order, WHY))

    def _ask_became(self, preview: SendPreview) -> None:
        order = self.model.row_at(self.table.currentIndex().row())
        became = preview.became.get(order.order_id) if order is not None else None
        if became is not None:
            self.accept()
            self.order_asked.emit(became.order_id)

    def _ask_all(self) -> None:
        self.accept()
        self.orders_asked.emit(OrderFilters(among=tuple(order.order_id for order in self.model.rows)))

    def _ask(self, row: int) -> None:
        order = self.model.row_at(row)
        if order is not None:
            self.accept()
            self.order_asked.emit(order.order_id)
