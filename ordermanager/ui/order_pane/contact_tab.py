"""The Contact tab: loads whom the order goes to, and asks the account when the user wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.look.theme import WIDE
from ordermanager.ui.order_pane.contact_card import ContactCard

if TYPE_CHECKING:
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.people.contact_results import ContactPreview
    from ordermanager.ui.jobs import Jobs


class ContactTab(QScrollArea):
    """Shows the contact of one saved order."""

    order_chosen = Signal(int)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._order_id: int | None = None
        self._card = ContactCard(self, margin=WIDE)
        self._card.refresh_requested.connect(self.refresh)
        self._card.order_chosen.connect(self.order_chosen)
        self.setWidgetResizable(True)
        self.setWidget(self._card)

    def show_order(self, order_id: int | None) -> None:
        """Load the contact of an order; None: it is not saved yet."""
        if order_id != self._order_id:
            self._card.clear()
        self._order_id = order_id
        if order_id is None:
            self._card.show_message(self.tr("The contact is shown when the order has been saved."))
            return
        preview, settings = self._services.contacts.preview, self._services.settings.get
        self._jobs.read(
            ("contact", id(self)),
            lambda: (preview(order_id), settings().timezone),
            self._show,
            self._fail,
            owner=self,
        )

    def refresh(self) -> None:
        """Ask the account."""
        order_id = self._order_id
        if order_id is None:
            return
        self._card.set_busy(True)
        refresh, settings = self._services.contacts.refresh, self._services.settings.get
        self._jobs.network(
            self.tr("Asking for the contact"),
            lambda: (order_id, (refresh(order_id), settings().timezone)),
            lambda answer: self._show(answer[1]) if answer[0] == self._order_id else None,
            self._fail,
            owner=self,
        )

    def _show(self, loaded: tuple[ContactPreview, str]) -> None:
        self._card.show_preview(*loaded)

    def _fail(self, sentence: Sentence) -> None:
        self._card.show_message(i18n.text(sentence))
