"""Whom an order is or will be assigned to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ordermanager.domain.contact_matching import Binding, match_contact
from ordermanager.domain.contacts import contact_from_json
from ordermanager.domain.identity import Identity, draft_identity
from ordermanager.services.results import ContactPreview, LocalOrder
from ordermanager.store import EventQuery, OrderQuery
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ordermanager.domain.contacts import Contact
    from ordermanager.services.accounts import AccountService
    from ordermanager.services.context import Context
    from ordermanager.store import AccountRecord, ContactCard, EventRow

_MOST_ORDERS = 100


class ContactService:
    """`preview` reads the workspace only; `look_up` and `refresh` ask the account over the network."""

    def __init__(self, context: Context, accounts: AccountService) -> None:
        self._context = context
        self._workspace = context.workspace
        self._accounts = accounts

    def preview(self, order_id: int) -> ContactPreview:
        """Whom an order goes to and why, from what the workspace knows. Raises WrongUse for an unknown id."""
        identity = self._identity_of(order_id)
        account = self._workspace.accounts.default()
        cached = self._cached(identity, account) if account is not None else []
        cards = [contact_from_json(card.card) for card in cached]
        fetched = max((card.fetched_at for card in cached), default=None)
        return self._preview(identity, cards or None, "cache" if cards else "local", fetched, order_id)

    def refresh(self, order_id: int, account_name: str | None = None) -> ContactPreview:
        """The same after asking the account for the card. Raises KnownError where that fails."""
        return self._look_up(self._identity_of(order_id), account_name, order_id)

    def look_up(self, identity: Identity, account_name: str | None = None) -> ContactPreview:
        """The card of whoever has this id, e-mail or phone. Raises KnownError: no account, no key, no answer."""
        return self._look_up(identity, account_name, None)

    def is_known(self, identity: Identity, account_name: str | None = None) -> bool:
        """Whether the account has a contact with this id, e-mail or phone; asks it. Raises KnownError as `look_up`."""
        return any(True for _ in self._ask(self._accounts.record(account_name), identity))

    def had_orders(self, identity: Identity) -> bool:
        """Whether an order of theirs was accepted before."""
        return bool(self._earlier(identity, None))

    def known_orders(self, identity: Identity, limit: int = _MOST_ORDERS) -> tuple[LocalOrder, ...]:
        """The orders of this workspace that share the id, the e-mail or the phone, newest first."""
        return self._orders_of(identity, limit)

    def _look_up(self, identity: Identity, account_name: str | None, order_id: int | None) -> ContactPreview:
        account = self._accounts.record(account_name)
        cards: dict[str, Mapping[str, Any]] = {}
        for card in self._ask(account, identity):
            cards.setdefault(str(card.get("id")), card)
        now = self._context.now()
        for card in cards.values():
            self._workspace.contacts.put(account.id, card, now)
        contacts = [contact_from_json(card) for card in cards.values()]
        return self._preview(identity, contacts, "account", to_text(now), order_id)

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
        identity: Identity,
        cards: list[Contact] | None,
        source: str,
        fetched_at: str | None,
        order_id: int | None,
    ) -> ContactPreview:
        match = match_contact(identity, self._earlier(identity, order_id), cards)
        card = match.contact
        return ContactPreview(
            kind=match.kind,
            card=card,
            reason=match.reason,
            source=source,
            fetched_at=fetched_at,
            reachable_email=bool(card.emails if card else identity.email),
            reachable_phone=bool(card.phones if card else identity.phone),
            conflicts=match.conflicts,
            orders=self._orders_of(identity),
        )

    def _identity_of(self, order_id: int) -> Identity:
        record = self._workspace.orders.get(order_id)
        return draft_identity(record.draft, self._context.rules_for((order_id,))(order_id).region)

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

    def _earlier(self, identity: Identity, order_id: int | None) -> list[Binding]:
        """Accepted orders here that share one of the three, oldest first."""
        found: dict[int, EventRow] = {}
        for value in (identity.external_customer_id, identity.email, identity.phone):
            if value:
                ids = self._workspace.events.ids(
                    EventQuery(search=value, kind="accepted", descending=False, limit=_MOST_ORDERS)
                )
                found.update({row.id: row for row in self._workspace.events.rows(ids)})
        bindings = [
            Binding(
                Identity(row.external_customer_id, row.email.lower(), row.phone),
                row.event_key,
                date.fromisoformat(row.at[:10]),
            )
            for row in sorted(found.values(), key=lambda row: row.at)
            if row.order_id != order_id
        ]
        return [binding for binding in bindings if binding.identity.shares_with(identity)]

    def _orders_of(self, identity: Identity, limit: int = _MOST_ORDERS) -> tuple[LocalOrder, ...]:
        rows = {}
        for value in (identity.external_customer_id, identity.email, identity.phone):
            if value:
                query = OrderQuery(search=value, sort="date", limit=limit)
                rows.update(
                    {row.id: row for row in self._workspace.orders.rows(self._workspace.orders.ids(query))}
                )
        mine = [
            row
            for row in rows.values()
            if Identity(row.external_customer_id, row.email.lower(), row.phone).shares_with(identity)
        ]
        mine.sort(key=lambda row: row.date, reverse=True)
        return tuple(
            LocalOrder(row.id, row.external_order_id, row.state, row.status, row.date) for row in mine[:limit]
        )
