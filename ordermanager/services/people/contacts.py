"""Whom an order is or will be assigned to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ordermanager.domain.insights.insights import average_check
from ordermanager.domain.people.contact_matching import Binding, MatchKind, match_contact
from ordermanager.domain.people.contacts import contact_from_json
from ordermanager.domain.people.identity import Identity, draft_identity, email_key, phone_key
from ordermanager.domain.people.made_contacts import MadeContacts
from ordermanager.domain.states import State
from ordermanager.services.people.contact_results import ContactPreview, ContactTotals, LocalOrder
from ordermanager.store.times import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from ordermanager.domain.people.contact_matching import Match
    from ordermanager.domain.people.contacts import Contact
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.accounts import AccountService
    from ordermanager.services.context import Context
    from ordermanager.store.people.contacts import Arrival, ContactOrders
    from ordermanager.store.people.records import ContactCard
    from ordermanager.store.records import AccountRecord

_MOST_ORDERS = 100
_MOST_CARDS = 5
"""Of more, the rest is kept as the search gave it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of whom, at which account (None: there is none yet), and as things were before which moment (None: now)."""

    identity: Identity
    account: AccountRecord | None
    before: tuple[str, int] | None = None


class ContactService:
    """`preview` reads the workspace only; `look_up` and `refresh` ask the account over the network."""

    def __init__(self, context: Context, accounts: AccountService) -> None:
        self._context = context
        self._workspace = context.workspace
        self._accounts = accounts

    def preview(self, order_id: int) -> ContactPreview:
        """Whom an order goes to and why, from what the workspace knows: as it was sent, or, where its customer was
        changed since, whom it would go to now. Raises WrongUse for an unknown id."""
        return self._known(self._asked(order_id))

    def preview_sent(self, order_id: int, revision_id: int) -> ContactPreview:
        """The same of one revision of an order, as that was sent. Raises WrongUse for an unknown one."""
        return self._known(self._asked_sent(order_id, revision_id))

    def conflicts_sent(self, order_id: int, revision_id: int) -> tuple[Sentence, ...]:
        """Only what `preview_sent` says against whom the revision went to: that the contact has another e-mail than the
        order, for example."""
        asked = self._asked_sent(order_id, revision_id)
        cards, _ = self._known_cards(asked)
        return match_contact(asked.identity, self._earlier(asked), cards).conflicts

    def preview_of(self, identity: Identity, account_name: str | None = None) -> ContactPreview:
        """The same for an order that somebody with this ID, e-mail or phone would make next. Raises WrongUse for an
        unknown account."""
        return self._known(_Asked(identity, self._account(account_name)))

    def account_of(self, identity: Identity) -> str | None:
        """The account where they are known by their orders: the default one (None), or if that has accepted none of
        them, whichever accepted the last."""
        default = self._workspace.accounts.default()
        last = self._workspace.contacts.last_account(identity)
        if last is None or default is None or self.had_orders(identity):
            return None
        known = {account.id: account.name for account in self._workspace.accounts.list()}
        return known.get(last)  # one that was removed cannot be asked

    def _known(self, asked: _Asked) -> ContactPreview:
        cards, fetched = self._known_cards(asked)
        return self._preview(asked, cards, "cache" if cards else "local", fetched)

    def _known_cards(self, asked: _Asked) -> tuple[list[Contact] | None, str | None]:
        """The cards that are kept, None where there are none, and when the newest of them was fetched."""
        cached = self._cached(asked.identity, asked.account) if asked.account is not None else []
        cards = [contact_from_json(card.card) for card in cached]
        return cards or None, max((card.fetched_at for card in cached), default=None)

    def _account(self, name: str | None) -> AccountRecord | None:
        return self._workspace.accounts.default() if name is None else self._accounts.record(name)

    def refresh(self, order_id: int) -> ContactPreview:
        """`preview` after asking the account for the card. Raises KnownError where that fails."""
        return self._look_up(self._asked(order_id))

    def refresh_sent(self, order_id: int, revision_id: int) -> ContactPreview:
        """`preview_sent` after asking the account that it went to. Raises KnownError where that fails."""
        return self._look_up(self._asked_sent(order_id, revision_id))

    def look_up(self, identity: Identity, account_name: str | None = None) -> ContactPreview:
        """The card of whoever has this id, e-mail or phone. Raises KnownError: no account, no key, no answer."""
        return self._look_up(_Asked(identity, self._accounts.record(account_name)))

    def is_known(self, identity: Identity, account_name: str | None = None) -> bool:
        """Whether the account has a contact with this id, e-mail or phone; asks it. Raises KnownError as `look_up`."""
        return any(True for _ in self._ask(self._accounts.record(account_name), identity))

    def had_orders(self, identity: Identity, account_name: str | None = None) -> bool:
        """Whether the account accepted an order of theirs that has made a contact. Raises WrongUse for an unknown
        account."""
        return bool(self._earlier(_Asked(identity, self._account(account_name))))

    def _look_up(self, asked: _Asked) -> ContactPreview:
        account = asked.account or self._accounts.record()
        cards: dict[str, Mapping[str, Any]] = {}
        for card in self._ask(account, asked.identity):
            cards.setdefault(str(card.get("id")), card)
        whole = [self._whole(account, card) for card in list(cards.values())[:_MOST_CARDS]]
        whole += list(cards.values())[_MOST_CARDS:]
        now = self._context.now()
        for card in whole:
            self._workspace.contacts.put(account.id, card, now)
        contacts = [contact_from_json(card) for card in whole]
        return self._preview(asked, contacts, "account", to_text(now))

    def _whole(self, account: AccountRecord, found: Mapping[str, Any]) -> Mapping[str, Any]:
        """The card of one that was found: the search may leave out segments and fields (yespo-api.md 3.2)."""
        from ordermanager.api.contacts import get_contact
        from ordermanager.api.sync import HttpRunner

        number = str(found.get("id") or "")
        if not (number.isascii() and number.isdigit()):
            return found
        card = HttpRunner().run(get_contact(self._accounts.client(account), number))
        return {**found, **card[1]} if card is not None else found

    def _ask(self, account: AccountRecord, identity: Identity) -> Iterable[Mapping[str, Any]]:
        """The account's cards by each of the three, asked one by one (yespo-api.md 3.1)."""
        from ordermanager.api.contacts import find_contacts
        from ordermanager.api.sync import HttpRunner

        client, runner = self._accounts.client(account), HttpRunner()
        asked = {
            "external_customer_id": identity.external_customer_id,
            "email": identity.email,
            "phone": identity.phone,
        }
        for name, value in asked.items():
            if value:
                yield from runner.run(find_contacts(client, **{name: value})).cards

    def _preview(
        self,
        asked: _Asked,
        cards: list[Contact] | None,
        source: str,
        fetched_at: str | None,
    ) -> ContactPreview:
        identity = asked.identity
        match = match_contact(identity, self._earlier(asked), cards)
        # An order does not change the contact that it goes to; a new one has what the order has.
        known = match.known or identity
        by_email, by_phone = _reach(match, known, self._context.settings.get().region)
        people = _people_of(match, identity)
        found = self._workspace.contacts.orders_of(people, _MOST_ORDERS, self._of_others(asked, people))
        return ContactPreview(
            kind=match.kind,
            card=match.contact,
            reason=match.reason,
            source=source,
            fetched_at=fetched_at,
            reachable_email=by_email,
            reachable_phone=by_phone,
            known=known,
            conflicts=match.conflicts,
            orders=self._orders_of(found),
            totals=_totals(found),
            days_old=_days(fetched_at, self._context.now()) if source == "cache" else 0,
        )

    def _asked(self, order_id: int) -> _Asked:
        record = self._workspace.orders.get(order_id)
        identity = draft_identity(record.draft, self._context.rules_for((order_id,))(order_id).region)
        arrivals = self._workspace.contacts.arrivals(order_id)
        if arrivals and arrivals[-1].identity == identity:
            return self._as_sent(identity, arrivals[-1].account_id, arrivals)
        return _Asked(
            identity, self._refused_or_in_doubt_at(order_id, identity) or self._workspace.accounts.default()
        )

    def _refused_or_in_doubt_at(self, order_id: int, identity: Identity) -> AccountRecord | None:
        """The account that was last sent the order for this customer and did not say that it took it: it gets the
        order if that is sent again."""
        revisions = self._workspace.revisions.of_order(order_id)
        if not revisions or revisions[-1].state not in (State.REJECTED, State.UNCONFIRMED):
            return None
        event = self._workspace.events.get(revisions[-1].id)
        if Identity(event.external_customer_id, event.email.lower(), event.phone) != identity:
            return None
        return self._workspace.accounts.by_id(event.account_id)

    def _asked_sent(self, order_id: int, revision_id: int) -> _Asked:
        self._workspace.orders.get(order_id)  # of an order that was erased nothing is said
        event = self._workspace.events.get(revision_id)
        identity = Identity(event.external_customer_id, event.email.lower(), event.phone)
        return self._as_sent(identity, event.account_id, self._workspace.contacts.arrivals(order_id))

    def _as_sent(self, identity: Identity, account_id: int, arrivals: list[Arrival]) -> _Asked:
        """What came after the order's first event for this customer has not decided whom it went to."""
        first = next(
            (each.moment for each in arrivals if (each.account_id, each.identity) == (account_id, identity)),
            None,
        )
        accounts = self._workspace.accounts
        return _Asked(identity, accounts.by_id(account_id) if account_id else accounts.default(), first)

    def _cached(self, identity: Identity, account: AccountRecord) -> list[ContactCard]:
        """Cards by each of the three: they may be of different contacts, which is what a person must see."""
        alone = (
            Identity(external_customer_id=identity.external_customer_id),
            Identity(email=identity.email),
            Identity(phone=identity.phone),
        )
        found = {
            card.contact_id: card
            for one in alone
            if one and (card := self._workspace.contacts.find(account.id, one)) is not None
        }
        return list(found.values())

    def _earlier(self, asked: _Asked) -> list[Binding]:
        """Orders that the account accepted before, with one of the three, oldest first."""
        if asked.account is None:
            return []
        rows = self._workspace.contacts.bindings(asked.identity, asked.account.id, asked.before)
        return [
            Binding(
                Identity(row.external_customer_id, row.email.lower(), row.phone),
                row.external_order_id,
                date.fromisoformat(row.at[:10]),
            )
            for row in rows
        ]

    def _of_others(self, asked: _Asked, people: Sequence[Identity]) -> Callable[[int, Identity], bool]:
        """Whether an order of this number and for this customer is another contact's than that of `people`: its e-mail
        and its phone may be those of two."""
        made: MadeContacts[Identity] = MadeContacts()
        took: dict[tuple[int, Identity], Identity | None] = {}
        if asked.account is not None:
            for row in self._workspace.contacts.bindings(asked.identity, asked.account.id, None):
                identity = Identity(row.external_customer_id, row.email.lower(), row.phone)
                took.setdefault((row.order_id, identity), made.take(identity, identity))

        def is_of_another(order_id: int, identity: Identity) -> bool:
            maker = took.get((order_id, identity)) or made.find(identity)
            return maker is not None and not any(person.shares_with(maker) for person in people)

        return is_of_another

    def _orders_of(self, found: ContactOrders) -> tuple[LocalOrder, ...]:
        return tuple(
            LocalOrder(row.id, row.external_order_id, row.state, row.status, row.date)
            for row in self._workspace.orders.rows(found.ids)
        )


def _people_of(match: Match, identity: Identity) -> list[Identity]:
    """By what the contact's orders are known here. E-mail and phone of an order that goes to a contact may be those of
    another one; its customer ID is the contact's from then on (yespo-api.md 4.3)."""
    own, card = Identity(identity.external_customer_id), match.contact
    if card is None:
        return [identity] if match.known is None else [own, match.known]
    return [
        own,
        Identity(card.external_customer_id),
        *(Identity(email=email) for email in card.emails),
        *(Identity(phone=phone) for phone in card.phones),
    ]


def _totals(found: ContactOrders) -> ContactTotals:
    """Amounts of different currencies are not added up; the average is of the currency with most sales."""
    amounts = tuple((currency, Decimal(cents).scaleb(-2)) for currency, _, cents in found.sales)
    average = average_check(amounts[0][1], found.sales[0][1]) if amounts else None
    return ContactTotals(
        found.count, sum(number for _, number, _ in found.sales), amounts, average, found.last_date
    )


def _reach(match: Match, known: Identity, region: str) -> tuple[bool, bool]:
    """By e-mail and by SMS: of the contact whom the order goes to, which may have other addresses than the order. What
    is no e-mail and no phone (`known` may be as somebody typed it) reaches nobody."""
    if match.contact is not None:
        return bool(match.contact.emails), bool(match.contact.phones)
    if match.kind is MatchKind.NONE:
        return False, False
    return bool(email_key(known.email)), bool(phone_key(known.phone, region))


def _days(fetched_at: str | None, now: datetime) -> int:
    """How many whole days ago a card was fetched."""
    return max(0, (now - from_text(fetched_at)).days) if fetched_at else 0
