"""Whom an order goes to, why, and whether a message can reach them. Shows a ContactPreview, asks for nothing
itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.people.contact_matching import MatchKind
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.controls.text_row import TextRow
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT, WIDE, larger_font
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from ordermanager.domain.people.contacts import Contact
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.people.contact_results import ContactPreview, ContactTotals

SIGN = 16
MOST_ORDERS = 20
LONGEST, LONGEST_ID = 300, 40


class ContactCard(QWidget):
    """`refresh_requested`: the user wants the card from the account; `order_chosen`: one of the contact's
    orders."""

    refresh_requested = Signal()
    order_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, margin: int = GAP) -> None:
        super().__init__(parent)
        self._refresh = QPushButton(self.tr("Ask the account"), self)
        set_icon(self._refresh, "refresh")
        set_plain_tooltip(self._refresh, self.tr("Fetch this contact's card from the account now"))
        self._refresh.clicked.connect(self.refresh_requested)
        self._source = PlainLabel("", self, role="muted", wrap=True)
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(margin, GAP, margin, WIDE)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(TextRow(self._source, (self._refresh,), self))
        self._layout.addWidget(self._body)
        self._layout.addStretch(1)

    def show_preview(self, preview: ContactPreview, timezone: str = "") -> None:
        """Show all of it, instead of what was shown."""
        self.set_busy(False)
        self._source.setText(self._source_text(preview, timezone))
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._who(preview))
        for conflict in preview.conflicts:
            layout.addWidget(_signed("warning", "warning", _sentence(conflict), body))
        if preview.card is not None:
            self._add_details(layout, preview.card)
        if preview.orders:
            self._add_orders(layout, preview, timezone)
        self._replace(body)

    def show_message(self, text: str) -> None:
        """Show a sentence instead of a card: nothing to show yet, or what went wrong."""
        self.set_busy(False)
        self._source.setText(text)

    def set_busy(self, busy: bool) -> None:
        """While the account is asked."""
        self._refresh.setEnabled(not busy)
        if busy:
            self._source.setText(self.tr("Asking the account…"))

    def clear(self) -> None:
        """Show nothing."""
        self._source.clear()
        self._replace(QWidget(self))

    # inside

    def _replace(self, body: QWidget) -> None:
        self._layout.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.show()

    def _who(self, preview: ContactPreview) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(WIDE, GAP, WIDE, GAP)
        layout.setSpacing(SPACE)
        name = PlainLabel(_name(preview.card) or self._nameless(preview), card, wrap=True, selectable=True)
        name.setFont(larger_font(1.2))
        layout.addWidget(name)
        layout.addWidget(PlainLabel(_sentence(preview.reason), card, wrap=True))
        for way, reachable, address, none in (
            (
                self.tr("E-mail"),
                preview.reachable_email,
                preview.known.email,
                self.tr("no e-mail is known here"),
            ),
            (self.tr("SMS"), preview.reachable_phone, preview.known.phone, self.tr("no phone is known here")),
        ):
            sign, tone = ("check", "good") if reachable else ("minus", "muted")
            text = self._reach_text(preview, address, reachable=reachable) or none
            layout.addWidget(_signed(sign, tone, f"{way}: {text}", card))
        return card

    def _reach_text(self, preview: ContactPreview, address: str, *, reachable: bool) -> str:
        """Without a card only what was sent from here is known of a contact, and it is said where to; nothing where
        nothing is."""
        if preview.card is not None or preview.source == "account" or preview.kind is MatchKind.NONE:
            return self.tr("can be reached") if reachable else self.tr("cannot be reached")
        if reachable:
            return self.tr("can be reached at {address}, as far as is known here").format(address=address)
        return ""

    def _nameless(self, preview: ContactPreview) -> str:
        names = {MatchKind.NONE: self.tr("Nobody yet"), MatchKind.NEW: self.tr("New contact")}
        return names.get(preview.kind, self.tr("Known contact"))

    def _add_details(self, layout: QVBoxLayout, card: Contact) -> None:
        rows = [
            (self.tr("Contact ID"), card.id),
            (self.tr("Customer ID"), card.external_customer_id),
            *((self._channel_name(channel.type), channel.value) for channel in card.channels),
            (self.tr("Language"), card.language_code),
            (self.tr("Time zone"), card.time_zone),
            (self.tr("Segments"), ", ".join(group.name or group.id for group in card.groups)),
            *card.address.items(),
            *card.fields.items(),
        ]
        given = [(label, text) for label, text in rows if text]
        if not given:
            return
        layout.addWidget(PlainLabel(self.tr("Card"), self, role="heading"))
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(TIGHT + 2)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for label, text in given:
            shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
            form.addRow(
                PlainLabel(label, self, role="muted"), PlainLabel(shown, self, wrap=True, selectable=True)
            )
        layout.addLayout(form)

    def _channel_name(self, kind: str) -> str:
        names = {"email": self.tr("E-mail"), "sms": self.tr("SMS")}
        return names.get(kind, kind)

    def _add_orders(self, layout: QVBoxLayout, preview: ContactPreview, timezone: str) -> None:
        totals, orders = preview.totals, preview.orders
        title = self.tr("%n order(s) of this contact here", "", totals.orders)
        layout.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        layout.addWidget(PlainLabel(self._totals_text(totals, timezone), self, role="muted", wrap=True))
        rows = QGridLayout()
        rows.setHorizontalSpacing(WIDE)
        rows.setVerticalSpacing(0)
        rows.setColumnStretch(3, 1)
        layout.addLayout(rows)
        for row, order in enumerate(orders[:MOST_ORDERS]):
            words = (
                order.external_order_id[:LONGEST_ID],
                i18n.date(order.date, timezone),
                status_name(order.status)[:LONGEST_ID],
                state_name(order.state),
            )
            button = QPushButton(words[0].replace("&", "&&"), self)
            button.setProperty("role", "link")
            button.setAccessibleName(" · ".join(word for word in words if word))
            button.clicked.connect(lambda _=False, number=order.order_id: self.order_chosen.emit(number))
            rows.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            rows.addWidget(PlainLabel(words[1], self, role="muted"), row, 1)
            for column, word in enumerate(words[2:], 2):
                rows.addWidget(ElidedLabel(word, self, role="muted"), row, column)
        if totals.orders > len(orders[:MOST_ORDERS]):
            rest = self.tr("and %n more", "", totals.orders - len(orders[:MOST_ORDERS]))
            layout.addWidget(PlainLabel(rest, self, role="muted"))

    def _totals_text(self, totals: ContactTotals, timezone: str) -> str:
        parts = []
        if totals.sales:
            amounts = " + ".join(i18n.money(amount, currency) for currency, amount in totals.amounts)
            parts.append(self.tr("Delivered: {amounts}").format(amounts=amounts))
            average = i18n.money(totals.average, totals.amounts[0][0])
            parts.append(self.tr("average check {amount}").format(amount=average))
        if totals.last_date:
            last = i18n.date(totals.last_date, timezone)
            parts.append(self.tr("last order {date}").format(date=last))
        text = ", ".join(parts)
        return text[:1].upper() + text[1:]

    def _source_text(self, preview: ContactPreview, timezone: str) -> str:
        if preview.source == "account":
            return self.tr("From the account, just now.")
        if preview.source == "cache":
            when = i18n.date_time(preview.fetched_at, timezone)
            if preview.days_old:
                ago = self.tr("%n day(s) ago", "", preview.days_old)
                when = f"{when} ({ago})"
            return self.tr("From the account, {when}.").format(when=when)
        return self.tr("From what this workspace knows; the account was not asked.")


def _signed(sign: str, tone: str, text: str, parent: QWidget) -> QWidget:
    """A line with a sign before it."""
    line = QWidget(parent)
    picture = Sign(sign, tone, SIGN, line)
    picture.keep_narrow()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(PlainLabel(text, line, role=tone if tone in ("warning", "error") else "", wrap=True), 1)
    return line


def _sentence(value: Sentence) -> str:
    return i18n.text(value)


def _name(card: Contact | None) -> str:
    return (
        ""
        if card is None
        else card.name or next(iter((*card.emails, *card.phones)), "") or card.external_customer_id
    )
