"""The contacts that orders make at Yespo, and whose orders are one customer's (yespo-api.md 4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ordermanager.domain.people.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Iterable

_Order = TypeVar("_Order")


class MadeContacts(Generic[_Order]):
    """Contacts, each told by the order that made it. An order that goes to a contact that is there already does not
    change it, so its own phone and e-mail find nobody; but its customer ID is that contact's from then on."""

    def __init__(self) -> None:
        self.customers: dict[str, _Order] = {}
        self.phones: dict[str, _Order] = {}
        self.emails: dict[str, _Order] = {}

    def take(self, identity: Identity, order: _Order) -> _Order | None:
        """The order that made the contact whom this order, the next one, goes to: by its customer ID, else by the
        phone, else by the e-mail; this one where it makes a new contact, None where it can make none."""
        customer, email, phone = identity
        maker = self.customers.get(customer) or self.phones.get(phone) or self.emails.get(email)
        if maker is None and (email or phone):
            maker = order
            if email:
                self.emails[email] = order
            if phone:
                self.phones[phone] = order
        if maker is not None and customer:
            self.customers.setdefault(customer, maker)
        return maker


class _Contact:
    """What customers know a contact by: who made it, and the first customer ID that was bound to it."""

    def __init__(self, maker: Identity) -> None:
        self.maker = maker
        self.customer_id = ""


def customers_of(orders: Iterable[Identity]) -> list[Identity]:
    """What the customer of each of these orders, in the order in which they arrive, is known by.

    An order with a customer ID is that customer's: the shop itself tells its customers apart so, whatever phone they
    share. One without belongs to the customer whose contact gets it: known by the ID that was bound to that contact
    first, if any ever is, else by the order that made it. One that nobody can be found for is its own.
    """
    made: MadeContacts[_Contact] = MadeContacts()
    found: list[tuple[Identity, _Contact | None]] = []
    for identity in orders:
        contact = made.take(identity, _Contact(identity))
        if contact is not None and identity.external_customer_id and not contact.customer_id:
            contact.customer_id = identity.external_customer_id
        found.append((identity, contact))
    return [_known_by(identity, contact) for identity, contact in found]


def _known_by(identity: Identity, contact: _Contact | None) -> Identity:
    customer_id = identity.external_customer_id or (contact.customer_id if contact else "")
    if customer_id:
        return Identity(customer_id)
    return identity if contact is None else contact.maker
