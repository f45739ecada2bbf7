"""Below the list of events: the chosen one in words, its JSON, the answer, what changed since before, the contact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ordermanager.domain.sentences import KnownError, Sentence
from ordermanager.made_once import made_once
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.controls.low_page import LowPage
from ordermanager.ui.controls.page_parent import page_parent
from ordermanager.ui.history.event_facts import EventFacts
from ordermanager.ui.history.exchange_view import Exchange, ExchangeView
from ordermanager.ui.json_view import DiffView, JsonView
from ordermanager.ui.look.theme import GAP, SPACE
from ordermanager.ui.order_pane.contact_card import ContactCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from ordermanager.services.history.proofs import EventDetails, SentRequest
    from ordermanager.services.people.contact_results import ContactPreview
    from ordermanager.ui.jobs import Jobs

THIS_ORDER, WHOLE_REQUEST = range(2)
_EVENT, _SENT, ANSWER, CHANGES, CONTACT = range(5)


@dataclass(frozen=True, slots=True)
class _Loaded:
    details: EventDetails
    body: str
    before: str | None
    request: SentRequest
    members: int
    contact: ContactPreview | Sentence
    timezone: str


class HistoryDetails(QTabWidget):
    """`show_event` loads one line; `order_asked` brings the number of another order of the contact. The answer and the
    changes are made when their tabs are first shown: each is as large as the list of events."""

    order_asked = Signal(int)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._loaded: _Loaded | None = None
        self.setDocumentMode(True)
        self.setProperty("role", "page")
        inside = page_parent(self)
        sent_place = LowPage(inside)
        sent = QWidget(sent_place.viewport())
        self._answer_place, self._changes_place = LowPage(inside), LowPage(inside)
        self.facts = EventFacts(services.masker, inside)
        self.sent_json = JsonView(sent, jobs, services.masker)
        self.choice = ElidedBox(sent)
        self.choice.setAccessibleName(self.tr("What is shown"))
        contact = QScrollArea(inside)
        contact.setWidgetResizable(True)
        contact.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card = ContactCard(contact.viewport())
        contact.setWidget(self._card)
        _fill(sent, self.choice, self.sent_json)
        sent_place.hold(sent)
        for page, title in (
            (self.facts, self.tr("Event")),
            (sent_place, self.tr("JSON that was sent")),
            (self._answer_place, self.tr("Answer")),
            (self._changes_place, self.tr("Changes")),
            (contact, self.tr("Contact")),
        ):
            self.addTab(page, title)
        self.choice.currentIndexChanged.connect(self._show_sent)
        self.currentChanged.connect(self._make_what_is_shown)
        self._card.order_chosen.connect(self.order_asked)
        self._card.refresh_requested.connect(self._ask_account)

    @made_once
    def exchange(self) -> ExchangeView:
        """The request and what the server answered."""
        view = ExchangeView(self._jobs, self._services.masker, self._answer_place.viewport())
        self._answer_place.hold(view)
        if self._loaded is not None:
            _show_exchange(view, self._loaded)
        return view

    @made_once
    def changes(self) -> DiffView:
        """What differs from the revision that was sent before."""
        inner = QWidget(self._changes_place.viewport())
        view = DiffView(self._jobs, self._services.masker, inner)
        _fill(inner, view)
        self._changes_place.hold(inner)
        if self._loaded is not None:
            self._show_changes(view, self._loaded)
        return view

    def _make_what_is_shown(self, tab: int) -> None:
        if tab == ANSWER:
            self.exchange  # noqa: B018 - asking for it makes it
        elif tab == CHANGES:
            self.changes  # noqa: B018 - asking for it makes it

    def show_event(self, event_id: int) -> None:
        """Load and show a line of the history."""
        self._jobs.read((id(self), "event"), lambda: self._load(event_id), self._show, owner=self)

    def _load(self, event_id: int) -> _Loaded:
        """In a reader thread."""
        services = self._services
        details = services.proofs.details(event_id)
        row = details.row
        contact: ContactPreview | Sentence
        try:
            contact = services.contacts.preview_sent(row.order_id, row.id)
        except KnownError as error:  # the order was erased since; its proof stays
            contact = error.sentence
        return _Loaded(
            details,
            services.history.body(row.revision_id),
            None if details.before is None else services.history.body(details.before),
            services.proofs.head(row.batch_id),
            services.proofs.batch_size(row.batch_id),
            contact,
            services.settings.get().timezone,
        )

    def _show(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        row = loaded.details.row
        self.facts.show_details(loaded.details, loaded.timezone)
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem(self.tr("This order, exactly as it was sent"))
        self.choice.addItem(self.tr("The whole request of batch {batch}").format(batch=row.batch_id))
        self.choice.setItemText(
            WHOLE_REQUEST,
            self.choice.itemText(WHOLE_REQUEST) + ", " + self.tr("%n order(s)", "", loaded.members),
        )
        self.choice.blockSignals(False)
        self._show_sent(THIS_ORDER)
        if HistoryDetails.exchange.is_made(self):
            _show_exchange(self.exchange, loaded)
        if HistoryDetails.changes.is_made(self):
            self._show_changes(self.changes, loaded)
        is_here = not isinstance(loaded.contact, Sentence)
        self.setTabEnabled(CONTACT, is_here)
        if not isinstance(loaded.contact, Sentence):
            self._show_contact(loaded.contact)

    def _show_changes(self, view: DiffView, loaded: _Loaded) -> None:
        if loaded.before is not None:
            view.compare(loaded.before, loaded.body)
        else:
            view.show_none(self.tr("This is the first revision; nothing was sent before it."))

    def _show_sent(self, choice: int) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        row, proofs = loaded.details.row, self._services.proofs
        if choice == WHOLE_REQUEST:
            self._jobs.read(
                (id(self), "request"),
                lambda: proofs.request(row.batch_id).body,
                self.sent_json.set_json,
                owner=self,
            )
            self.sent_json.set_curl(lambda mask: proofs.curl(row.batch_id, mask=mask))
        else:
            self._jobs.drop_read((id(self), "request"))
            self.sent_json.set_json(loaded.body)
            self.sent_json.set_curl(lambda mask: proofs.curl(row.batch_id, row.revision_id, mask=mask))

    def _show_contact(self, preview: ContactPreview) -> None:
        self._card.show_preview(preview, self._services.settings.get().timezone)

    def _ask_account(self) -> None:
        if self._loaded is None:
            return
        event_id, order_id = self._loaded.details.row.id, self._loaded.details.row.order_id
        self._card.set_busy(True)
        show: Callable[[ContactPreview], None] = self._show_contact

        def shown(preview: ContactPreview) -> None:
            show(preview)
            self.show_event(event_id)  # its number at Yespo is known now

        self._jobs.network(
            self.tr("Asking for the contact"),
            lambda: self._services.contacts.refresh_sent(order_id, event_id),
            shown,
            lambda sentence: self._card.show_message(i18n.text(sentence)),
            owner=self,
        )


def _show_exchange(view: ExchangeView, loaded: _Loaded) -> None:
    view.show_exchange(Exchange(loaded.request, loaded.details.attempts), loaded.timezone)


def _fill(page: QWidget, *widgets: QWidget) -> None:
    """One below the other; the last takes the room."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
    layout.setSpacing(SPACE)
    for widget in widgets:
        layout.addWidget(widget, int(widget is widgets[-1]))
