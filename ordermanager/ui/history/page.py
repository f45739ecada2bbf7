"""The page of the event history: the list above, the chosen event's JSON and contact below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.sentences import KnownError, Sentence
from ordermanager.store.records import EventQuery, EventRow
from ordermanager.ui import i18n
from ordermanager.ui.big_table import BigTableView
from ordermanager.ui.contact_card import ContactCard
from ordermanager.ui.empty_state import EmptyState
from ordermanager.ui.history.table import EventDelegate, EventTableModel
from ordermanager.ui.icons import icon, set_icon
from ordermanager.ui.json_view import JsonView
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.search_box import SearchBox
from ordermanager.ui.theme import GAP, SPACE, larger_font

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.results import ContactPreview
    from ordermanager.ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class _Details:
    event_json: str
    sent_json: str
    contact: ContactPreview | Sentence


class HistoryPage(QWidget):
    """Reads only. `order_asked` brings an order's number here, to show it in its folder."""

    order_asked = Signal(int)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._query = EventQuery()
        self.model = EventTableModel(services, jobs, self)
        self.table = BigTableView(self.model, EventDelegate(), self)
        self.table.setAccessibleName(self.tr("Event history"))
        self.search = SearchBox(self)
        jobs.watch(self.search.timer)
        self.search.setPlaceholderText(self.tr("Search the history"))
        self.event_json = JsonView(self, jobs)
        self.sent_json = JsonView(self, jobs)
        self._card = ContactCard(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        title = PlainLabel(self.tr("Event history"), self, role="heading")
        title.setFont(larger_font(1.2, bold=True))
        self._order = QPushButton(self.tr("Show the order"), self)
        set_icon(self._order, "form")
        self._order.setEnabled(False)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SPACE, GAP, SPACE)
        head.setSpacing(GAP)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._order)
        head.addWidget(self.search)
        self._empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.event_json, icon("json", "muted"), self.tr("Event"))
        self.tabs.addTab(self.sent_json, icon("send", "muted"), self.tr("JSON that was sent"))
        self.tabs.addTab(self._card, icon("user", "muted"), self.tr("Contact"))
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.tabs)
        self._splitter.setSizes([360, 300])
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.search.asked.connect(self._on_search)
        self.search.left.connect(self.table.setFocus)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _event_id: self._show_order())
        self._order.clicked.connect(self._show_order)
        self._card.order_chosen.connect(self.order_asked)
        self._card.refresh_requested.connect(self._ask_account)
        self.model.counted.connect(self._on_counted)

    def load(self) -> None:
        """Show the newest events; called when the page is first shown."""
        if self.model.query is None:
            self.model.set_query(self._query)

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()
        for number, name in enumerate(("json", "send", "user")):
            self.tabs.setTabIcon(number, icon(name, "muted"))

    def _on_search(self, text: str) -> None:
        self._query = replace(self._query, search=text)
        self.model.set_query(self._query)

    def _on_counted(self, count: int) -> None:
        self.tabs.setVisible(count > 0)
        self._stack.setCurrentWidget(self.table if count else self._empty)
        if not count:
            self._show_empty()
        elif not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _show_empty(self) -> None:
        if self._query.search:
            heading = self.tr("Nothing found")
            text = self.tr("No event matches your search.")
        else:
            heading = self.tr("No events yet")
            text = self.tr("Each order that is sent raises an event at Yespo. Its proof will be kept here.")
        self._empty.show_state("history", heading, text, [])

    def _current_row(self) -> EventRow | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _on_current(self, event_id: int | None) -> None:
        self._order.setEnabled(event_id is not None)
        if event_id is None:
            return
        self._jobs.read(
            (id(self), "details"), lambda: self._read_details(event_id), self._show_details, owner=self
        )

    def _read_details(self, event_id: int) -> _Details:
        """In a reader thread: the three things below the list."""
        event = self._services.history.event_rows([event_id])[0]
        contact: ContactPreview | Sentence
        try:
            contact = self._services.contacts.preview(event.order_id)
        except KnownError as error:  # the order was deleted since; its proof stays
            contact = error.sentence
        return _Details(
            self._services.history.event_json(event_id),
            self._services.history.body(event.revision_id),
            contact,
        )

    def _show_details(self, details: _Details) -> None:
        self.event_json.set_json(details.event_json)
        self.sent_json.set_json(details.sent_json)
        is_here = not isinstance(details.contact, Sentence)
        self.tabs.setTabEnabled(2, is_here)
        if not isinstance(details.contact, Sentence):
            self._show_contact(details.contact)

    def _show_contact(self, preview: ContactPreview) -> None:
        self._card.show_preview(preview, self._services.settings.get().timezone)

    def _ask_account(self) -> None:
        row = self._current_row()
        if row is None:
            return
        order_id = row.order_id
        self._card.set_busy(True)
        self._jobs.network(
            self.tr("Asking for the contact"),
            lambda: self._services.contacts.refresh(order_id),
            self._show_contact,
            lambda sentence: self._card.show_message(i18n.text(sentence)),
            owner=self,
        )

    def _show_order(self) -> None:
        row = self._current_row()
        if row is not None:
            self.order_asked.emit(row.order_id)
