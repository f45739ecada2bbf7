"""The page of customers: search, the table, and what can be done with the chosen one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.people.records import CustomerQuery, CustomerRow
from ordermanager.ui import i18n
from ordermanager.ui.actions.specs import Need
from ordermanager.ui.big_table import CellDelegate, FittedTableView
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.empty_state import EmptyState
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.search_box import SearchBox
from ordermanager.ui.controls.word_fold import WordFold
from ordermanager.ui.customers_page.table import MATTERS_FIRST, CustomerTableModel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, larger_font
from ordermanager.ui.order_pane.contact_card import ContactCard
from ordermanager.ui.shell.folder_list import CUSTOMERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.services.people.contact_results import ContactPreview
    from ordermanager.ui.actions.actions import Actions
    from ordermanager.ui.jobs import Jobs

SMALLEST = 520


class CustomersPage(QWidget):
    """`orders_asked` brings the OrderFilters of one customer; `order_asked` an order's number here; `forget_asked` the
    Identity of somebody who is to be forgotten; `written` an export."""

    orders_asked = Signal(object)
    order_asked = Signal(int)
    forget_asked = Signal(object)
    written = Signal(object)

    def __init__(
        self, services: Services, jobs: Jobs, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(SMALLEST)
        self._services = services
        self._jobs = jobs
        self._actions = actions
        self._query = CustomerQuery()
        self.model = CustomerTableModel(services, jobs, self)
        self.table = FittedTableView(self.model, CellDelegate(), MATTERS_FIRST, CUSTOMERS, self)
        self.table.setAccessibleName(self.tr("Customers"))
        self.search = SearchBox(self)
        jobs.watch(self.search.timer)
        self.search.setPlaceholderText(self.tr("Search customers"))
        self.card = ContactCard(self)
        self._build()
        self._connect()
        self.table.show_sort(self._query.sort, descending=self._query.descending)

    def _build(self) -> None:
        title = PlainLabel(self.tr("Customers"), self, role="heading")
        title.setFont(larger_font(1.2))
        self._note = ElidedLabel("", self, role="muted", least=12)
        self.orders = self._button(self.tr("Their orders"), "all")
        self.forget = self._button(self.tr("Forget…"), "trash")
        self.export = self._button(self.tr("Export…"), "export")
        self.stop = self._button(self.tr("Cancel"), "stop")
        self.stop.setEnabled(True)
        self.stop.hide()
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SPACE, GAP, SPACE)
        head.setSpacing(SPACE)
        head.addWidget(title)
        head.addWidget(self._note, 1)
        head.addWidget(self.stop)
        for widget in (self.orders, self.forget, self.export, self.search):
            head.addWidget(widget)
        WordFold(self, (self.orders, self.forget, self.export), (title, self._note, self.search))
        self._empty = EmptyState(self)
        self._everybody = QAction(self.tr("Show everybody"), self)
        self._everybody.setProperty("iconName", "customers")
        self._everybody.triggered.connect(self._show_everybody)
        self._again = QAction(self.tr("Look through the orders"), self)
        self._again.setProperty("iconName", "refresh")
        self._again.triggered.connect(self.load)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.card)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(area)
        self._splitter.setSizes([420, 300])
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)

    def _button(self, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        set_icon(button, icon)
        button.setEnabled(False)
        return button

    def _connect(self) -> None:
        self.search.asked.connect(self._on_search)
        self.search.left.connect(self.focus_list)
        self.table.sort_asked.connect(self._on_sort)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _id: self._ask_orders())
        self.model.counted.connect(self._on_counted)
        self.model.rows_came.connect(self._on_rows)
        self.model.looked.connect(self._on_looked)
        self.orders.clicked.connect(self._ask_orders)
        self.forget.clicked.connect(self._ask_forget)
        self.export.clicked.connect(self._export)
        self.stop.clicked.connect(self._on_stop)
        self.card.order_chosen.connect(self.order_asked)
        self.card.refresh_requested.connect(self._ask_account)
        self._jobs.changed.connect(self._on_changed)

    def conditions(self) -> set[Need]:
        """What holds of this page, for enabling actions."""
        return {Need.COLUMNS}

    def view(self) -> dict[str, str]:
        """How the page is arranged, to be remembered."""
        return self.table.columns_view()

    def restore(self, view: Mapping[str, str]) -> None:
        """Arrange the page as it was."""
        self.table.restore_columns(view)

    # -- showing

    def load(self) -> None:
        """Show the list as it was; what has changed since is worked in meanwhile."""
        self.model.set_query(self._query)
        self.model.bring_up_to_date()

    def _on_changed(self, changes: Changes) -> None:
        # A page that is not shown looks when it is shown again.
        is_wanted = self.isVisible() and not self.model.is_stopped
        if is_wanted and (changes.orders or changes.history):
            self.model.bring_up_to_date()

    def focus_list(self) -> None:
        """Put the keyboard into the list, or on the next step when it is empty."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._empty.focus_first()

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()

    @property
    def current(self) -> CustomerRow | None:
        """The chosen customer."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _on_search(self, text: str) -> None:
        self._query = replace(self._query, search=text)
        self.model.set_query(self._query)

    def _show_everybody(self) -> None:
        self.search.set_text_quietly("")
        self._on_search("")
        self.table.setFocus()

    def _on_sort(self, key: str, descending: bool) -> None:
        self._query = replace(self._query, sort=key, descending=descending)
        self.model.set_query(self._query)

    def _offer_stop(self, *, is_offered: bool) -> None:
        """While the list is made for the first time the note, which says how far that is, has the room of the buttons
        that nothing can be done with."""
        self.stop.setVisible(is_offered)
        for button in (self.orders, self.forget, self.export):
            button.setVisible(not is_offered or self.model.rowCount() > 0)

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.model.stop_looking()

    def _on_counted(self, count: int) -> None:
        if not self.model.is_looking:
            self._offer_stop(is_offered=False)
        if not count and self.model.is_looking and not self._query.search:
            self._note.setText(self.tr("Looking through the orders…"))
            self._area.hide()
            return
        note = self.tr("%n customer(s), from the orders here", "", count) if count else ""
        if count and self.model.is_stopped:
            note = self.tr("{customers} · not brought up to date").format(customers=note)
        self._note.setText(note)
        self.export.setEnabled(count > 0)
        self._area.setVisible(count > 0)
        self._stack.setCurrentWidget(self.table if count else self._empty)
        if not count:
            self._show_empty()
        elif not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def _on_looked(self, percent: int) -> None:
        if self.model.is_looking and not self.model.is_stopped:
            self.stop.setEnabled(True)
            self._offer_stop(is_offered=True)
        if not self.model.rowCount() and self.model.is_looking:
            text = self.tr("Looking through the orders: {percent}")
            self._note.setText(text.format(percent=f"{percent}\N{NO-BREAK SPACE}%"))

    def _show_empty(self) -> None:
        if self._query.search:
            self._empty.show_state(
                "customers",
                self.tr("Nobody found"),
                self.tr("No customer matches your search."),
                [self._everybody],
            )
            return
        if self.model.is_stopped:
            self._empty.show_state(
                "customers",
                self.tr("The list was not made"),
                self.tr("You stopped looking through the orders."),
                [self._again],
            )
            return
        text = self.tr("Whoever is named in an order stands here, with all of their orders.")
        actions = [self._actions["import"], self._actions["new"]]
        self._empty.show_state("customers", self.tr("No customers yet"), text, actions)

    # -- the chosen one

    def _on_rows(self) -> None:
        if self.current is not None and not self.orders.isEnabled():
            self._on_current(self.current.id)

    def _on_current(self, customer: int | None) -> None:
        row = self.current if customer is not None else None
        for button in (self.orders, self.forget):
            button.setEnabled(row is not None)
        if row is None:
            self.card.clear()
            return
        contacts, settings = self._services.contacts, self._services.settings
        identity = self._services.customers.identity_of(row)
        self._jobs.read(
            (id(self), "card"),
            lambda: (contacts.preview_of(identity, contacts.account_of(identity)), settings.get().timezone),
            lambda loaded: self.card.show_preview(*loaded),
            owner=self,
        )

    def _ask_account(self) -> None:
        row = self.current
        if row is None:
            return
        self.card.set_busy(True)
        contacts, settings = self._services.contacts, self._services.settings
        identity, asked = self._services.customers.identity_of(row), row.id
        self._jobs.network(
            self.tr("Asking for the contact"),
            lambda: (contacts.look_up(identity, contacts.account_of(identity)), settings.get().timezone),
            lambda loaded: self._show_asked(asked, *loaded),
            self._fail,
            owner=self,
        )

    def _show_asked(self, asked: int, preview: ContactPreview, timezone: str) -> None:
        if self.table.current_id == asked:
            self.card.show_preview(preview, timezone)

    def _fail(self, sentence: Sentence) -> None:
        self.card.show_message(i18n.text(sentence))

    def _ask_orders(self) -> None:
        if self.current is not None:
            self.orders_asked.emit(OrderFilters(customer=self.current.key))

    def _ask_forget(self) -> None:
        if self.current is not None:
            self.forget_asked.emit(self._services.customers.identity_of(self.current))

    def _export(self) -> None:
        chosen: Any = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            "customers.csv",
            self.tr("CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)"),
        )
        if chosen[0]:
            path, query = Path(chosen[0]), self._query
            self._jobs.network(
                self.tr("Exporting…"),
                lambda: self._services.customers.export(path, query),
                self.written.emit,
                owner=self,
            )
