"""The contacts that orders make at Yespo, and whose orders are one customer's (yespo-api.md 4.3)."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.domain.people.identity import Identity

_Order = TypeVar("_Order")


class MadeContacts(Generic[_Order]):
    """Contacts, each told by the order that made it. An order that goes to a contact that is there already does not
    change it, so its own phone and e-mail find nobody; but its customer ID is that contact's from then on."""

    def __init__(self) -> None:
        self.customers: dict[str, _Order] = {}
        self.phones: dict[str, _Order] = {}
        self.emails: dict[str, _Order] = {}

    def find(self, identity: Identity) -> _Order | None:
        """The order that made the contact whom the next order would go to: by its customer ID, else by the phone, else
        by the e-mail."""
        customer, email, phone = identity
        return self.customers.get(customer) or self.phones.get(phone) or self.emails.get(email)

    def take(self, identity: Identity, order: _Order) -> _Order | None:
        """The same of the next order: this one where it makes a new contact, None where it can make none."""
        customer, email, phone = identity
        maker = self.find(identity)
        if maker is None and (email or phone):
            maker = order
            if email:
                self.emails[email] = order
            if phone:
                self.phones[phone] = order
        if maker is not None and customer:
            self.customers.setdefault(customer, maker)
        return maker


class NumberedContacts:
    """The same for very many orders, and for the accounts of a shop at once. Orders and accounts are numbers, and so
    are customer IDs, e-mails and phones: 0 where there is none, `ALONE` where no other order has it.

    Each account has contacts of its own and binds customer IDs to them by its own orders. But whoever has the phone or
    the e-mail that a contact of another account was made with is the same customer.
    """

    def __init__(self, accounts: int, customers: int, emails: int, phones: int) -> None:
        self._accounts = [
            tuple(_zeros(each) for each in (customers, emails, phones)) for _ in range(accounts)
        ]
        self._emails, self._phones = _zeros(emails), _zeros(phones)
        # Of each contact: who made it, who first bound an ID to it, and the first contact of the same customer, with
        # whom first bound an ID to any of those.
        self._maker, self._bound, self._first, self._bound_any = (array("i", [0]) for _ in range(4))

    def take_all(self, arrivals: Iterable[tuple[int, int, int, int, int]]) -> Iterator[int]:
        """The contact to which an account assigns its next order, 0: none; of each of these (account, order, customer
        ID, e-mail, phone). An order that says who its customer is (`customers_of`) binds the contact to it. An order
        that comes again changes nothing."""
        accounts, all_emails, all_phones = self._accounts, self._emails, self._phones
        makers, bound, first, bound_any = self._maker, self._bound, self._first, self._bound_any
        for account, order, customer, email, phone in arrivals:
            customers, emails, phones = accounts[account]
            contact = customers[customer] or phones[phone] or emails[email]
            if not contact and (email or phone):
                contact = len(makers)
                makers.append(order)
                bound.append(0)
                bound_any.append(0)
                first.append(all_phones[phone] or all_emails[email] or contact)
                if email > ALONE:
                    emails[email] = contact
                    all_emails[email] = all_emails[email] or first[contact]
                if phone > ALONE:
                    phones[phone] = contact
                    all_phones[phone] = all_phones[phone] or first[contact]
            if contact and customer:
                if customer > ALONE and not customers[customer]:
                    customers[customer] = contact
                if not bound[contact]:
                    bound[contact] = order
                    bound_any[first[contact]] = bound_any[first[contact]] or order
            yield contact

    def known_by(self, contact: int) -> int:
        """The order that says whose contact it is: the one that first bound an ID to it, or to another contact of the
        same customer, else the one that made it, or the first of those."""
        first = self._first[contact]
        return self._bound[contact] or self._bound_any[first] or self._maker[first]


ALONE = 1
"""The number of every value that no other order has."""


def _zeros(count: int) -> array[int]:
    return array("i", bytes(4 * (count + 2)))


def customers_of(orders: Iterable[tuple[int, Identity]], accounts: int = 1) -> list[int | None]:
    """Whose each of these orders (account, identity) is, in the order in which they arrive: the number of the order
    among them that says who its customer is; None where that is the order itself.

    An order with a customer ID is that customer's: the shop itself tells its customers apart so, whatever phone they
    share. One without belongs to the customer whose contact gets it: known by the ID that was bound to that contact
    first, if any ever is, else by the order that made it. One that nobody can be found for is its own.
    """
    known: dict[tuple[int, str], int] = {}
    numbered: list[tuple[int, int, int, int, int]] = []
    for order, (account, identity) in enumerate(orders, 1):
        customer, email, phone = (
            known.setdefault(each, len(known) + 2) if each[1] else 0 for each in enumerate(identity)
        )
        numbered.append((account, order, customer, email, phone))
    size = len(known)
    made = NumberedContacts(accounts, size, size, size)
    contacts = [*made.take_all(numbered)]
    return [
        None if customer or not contact or (of := made.known_by(contact)) == order else of - 1
        for contact, (_, order, customer, _, _) in zip(contacts, numbered, strict=True)
    ]
