"""Whom an order goes to at Yespo, and why: the vendor's rules (yespo-api.md 4.3) on what is known here.

1. A customer ID that an earlier order has bound goes to that contact, whatever e-mail or phone the order has.
2. Else the phone or the e-mail finds the contact.
3. Else Yespo makes a new contact from the order. An existing contact is never changed by an order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.people.made_contacts import MadeContacts
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ordermanager.domain.people.contacts import Contact
    from ordermanager.domain.people.identity import Identity


class MatchKind(StrEnum):
    """What the contact was found by; `new` is a contact that Yespo will make, `none` is nobody."""

    CUSTOMER_ID = "customer_id"
    PHONE = "phone"
    EMAIL = "email"
    NEW = "new"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Binding:
    """An earlier accepted order: who it said its customer was, its ID, and when it was sent (for people)."""

    identity: Identity
    external_order_id: str
    sent_at: date | str


@dataclass(frozen=True, slots=True)
class Match:
    """`contact` is the card if there is one; `reason` says why it is; `conflicts` what is against it. `known`: of a
    contact without a card, who it was when an earlier order made it; None where no order here has made it."""

    kind: MatchKind
    contact: Contact | None
    reason: Sentence
    conflicts: tuple[Sentence, ...] = ()
    known: Identity | None = None


def match_contact(
    identity: Identity, earlier: Sequence[Binding] = (), cards: Sequence[Contact] | None = None
) -> Match:
    """Whom an order with this identity goes to.

    `earlier` are accepted orders that share one of the three, oldest first. `cards` are what the account gave
    when it was asked; None if it was not, so that nothing is known of contacts that other systems have made.
    """
    if not identity:
        return Match(MatchKind.NONE, None, Sentence(_NOBODY))
    by_id = _by_customer_id(identity, earlier, cards or ())
    if by_id:
        return by_id
    found = _by_channel(identity, earlier, cards or ())
    if found:
        return found
    if not identity.email and not identity.phone:
        values = {"customer": identity.external_customer_id}
        return Match(MatchKind.NONE, None, Sentence(_UNKNOWN_ID_ONLY, values))
    return Match(MatchKind.NEW, None, Sentence(_NEW_UNASKED if cards is None else _NEW))


def _by_customer_id(identity: Identity, earlier: Sequence[Binding], cards: Sequence[Contact]) -> Match | None:
    customer = identity.external_customer_id
    if not customer:
        return None
    card = next((card for card in cards if card.external_customer_id == customer), None)
    bound = next(
        (
            each
            for each in earlier
            if each.identity.external_customer_id == customer and (each.identity.email or each.identity.phone)
        ),
        None,
    )
    if card is None and bound is None:
        return None
    maker = _made_by(earlier).customers.get(customer)
    if bound is not None:
        values = {"customer": customer, "order": bound.external_order_id, "date": bound.sent_at}
        reason = Sentence(_BOUND, values)
    else:
        reason = Sentence(_CARD_ID, {"customer": customer})
    known = None if card is not None or maker is None else maker.identity
    conflicts = _differences(identity, card, bound, maker)
    conflicts += _of_others(identity, card, cards) if cards else _elsewhere(identity, earlier)
    return Match(MatchKind.CUSTOMER_ID, card, reason, conflicts, known)


def _elsewhere(identity: Identity, earlier: Sequence[Binding]) -> tuple[Sentence, ...]:
    """Where the order's e-mail or phone is that of a contact whom another customer's earlier order has made."""
    made = _made_by(earlier)
    mine = made.customers.get(identity.external_customer_id)
    found = (
        (_EMAIL_ELSEWHERE, identity.email, made.emails.get(identity.email)),
        (_PHONE_ELSEWHERE, identity.phone, made.phones.get(identity.phone)),
    )
    return tuple(
        Sentence(template, {"mine": value, "contact": _name_of(maker)})
        for template, value, maker in found
        if maker is not None and maker is not mine
    )


def _differences(
    identity: Identity, card: Contact | None, bound: Binding | None, maker: Binding | None
) -> tuple[Sentence, ...]:
    """Where the order's e-mail or phone is not that of the contact whom its customer ID points to: the card's, else
    those with which `maker` made it. `bound` is the order that bound the ID to it."""
    emails, phones = _addresses(card, maker)
    conflicts: list[Sentence] = []
    if bound is not None and maker is not None and (mine := _made_with_another(identity, maker.identity)):
        values = {"customer": identity.external_customer_id, "date": bound.sent_at, "other": mine}
        conflicts.append(Sentence(_BOUND_ELSEWHERE, values))
    else:
        conflicts += _other_email(identity, emails)
    return (*conflicts, *_other_phone(identity, phones))


def _addresses(card: Contact | None, maker: Binding | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The e-mails and phones of a contact, as far as they are known."""
    if card is not None:
        return card.emails, card.phones
    return ((maker.identity.email,), (maker.identity.phone,)) if maker is not None else ((), ())


def _other_email(identity: Identity, emails: Sequence[str]) -> list[Sentence]:
    if not identity.email or not any(emails) or identity.email in emails:
        return []
    return [Sentence(_OTHER_EMAIL, {"mine": identity.email, "other": ", ".join(emails)})]


def _other_phone(identity: Identity, phones: Sequence[str]) -> list[Sentence]:
    if not identity.phone or not any(phones) or identity.phone in phones:
        return []
    return [Sentence(_OTHER_PHONE, {"mine": identity.phone, "other": ", ".join(phones)})]


def _of_others(identity: Identity, card: Contact | None, cards: Sequence[Contact]) -> tuple[Sentence, ...]:
    """Where the account has another contact with the order's e-mail or phone."""
    conflicts: list[Sentence] = []
    for other in cards:
        if card is not None and other.id == card.id:
            continue
        if identity.email in other.emails:
            conflicts.append(Sentence(_EMAIL_ELSEWHERE, {"mine": identity.email, "contact": other.id}))
        if identity.phone in other.phones:
            conflicts.append(Sentence(_PHONE_ELSEWHERE, {"mine": identity.phone, "contact": other.id}))
    return tuple(conflicts)


def _made_with_another(identity: Identity, made: Identity) -> str:
    """The e-mail, or else the phone, with which the contact was made, where the order has another."""
    if identity.email and made.email and identity.email != made.email:
        return made.email
    return made.phone if identity.phone and made.phone and identity.phone != made.phone else ""


def _by_channel(identity: Identity, earlier: Sequence[Binding], cards: Sequence[Contact]) -> Match | None:
    """The phone first, as the documentation names it first; the two may find different contacts."""
    by_phone = next((card for card in cards if identity.phone and identity.phone in card.phones), None)
    by_email = next((card for card in cards if identity.email and identity.email in card.emails), None)
    card = by_phone or by_email
    if card is not None:
        kind = MatchKind.PHONE if by_phone else MatchKind.EMAIL
        value = identity.phone if by_phone else identity.email
        reason = Sentence(_CARD_PHONE if by_phone else _CARD_EMAIL, {"value": value})
        return Match(kind, card, reason, _card_conflicts(identity, card, by_email if by_phone else None))
    return _by_earlier(identity, earlier)


def _by_earlier(identity: Identity, earlier: Sequence[Binding]) -> Match | None:
    """By the phone, else by the e-mail, that an earlier order has given the contact it made."""
    made = _made_by(earlier)
    by_phone, by_email = made.phones.get(identity.phone), made.emails.get(identity.email)
    binding = by_phone or by_email
    if binding is None:
        return None
    values = {"order": binding.external_order_id, "date": binding.sent_at}
    conflicts = _binding_conflicts(identity, binding)
    if by_phone and by_email and by_phone is not by_email:
        both = {"phone_contact": _name_of(by_phone), "email_contact": _name_of(by_email)}
        conflicts = (Sentence(_TWO_CONTACTS, both), *conflicts)
    else:
        conflicts = (*conflicts, *_other_address(identity, *_addresses(None, binding)))
    kind = MatchKind.PHONE if by_phone else MatchKind.EMAIL
    reason = Sentence(_EARLIER_PHONE if by_phone else _EARLIER_EMAIL, values)
    return Match(kind, None, reason, conflicts, binding.identity)


def _other_address(identity: Identity, emails: Sequence[str], phones: Sequence[str]) -> tuple[Sentence, ...]:
    """Where the contact that was found by one has another than the order's of the other."""
    return (*_other_email(identity, emails), *_other_phone(identity, phones))


def _made_by(earlier: Sequence[Binding]) -> MadeContacts[Binding]:
    """The contacts that these orders, oldest first, have made, each by the order that made it."""
    made: MadeContacts[Binding] = MadeContacts()
    for binding in earlier:
        made.take(binding.identity, binding)
    return made


def _name_of(maker: Binding) -> str:
    """What a person knows the contact of an earlier order by: Yespo's number for it is not known here."""
    return next(value for value in maker.identity if value)


def _card_conflicts(identity: Identity, card: Contact, by_email: Contact | None) -> tuple[Sentence, ...]:
    conflicts: list[Sentence] = []
    if by_email is not None and by_email.id != card.id:
        conflicts.append(Sentence(_TWO_CONTACTS, {"phone_contact": card.id, "email_contact": by_email.id}))
    mine, other = identity.external_customer_id, card.external_customer_id
    if mine and other and mine != other:
        conflicts.append(Sentence(_OTHER_ID, {"mine": mine, "other": other}))
    if by_email is None or by_email.id == card.id:
        conflicts += _other_address(identity, card.emails, card.phones)
    return tuple(conflicts)


def _binding_conflicts(identity: Identity, binding: Binding) -> tuple[Sentence, ...]:
    mine, other = identity.external_customer_id, binding.identity.external_customer_id
    return (Sentence(_OTHER_ID, {"mine": mine, "other": other}),) if mine and other and mine != other else ()


_NOBODY = QT_TRANSLATE_NOOP(
    "Sentence", "The order names nobody: fill in the customer ID, the e-mail or the phone."
)
_UNKNOWN_ID_ONLY = QT_TRANSLATE_NOOP(
    "Sentence", "Customer {customer} is not known yet, and without e-mail or phone no contact can be found."
)
_NEW = QT_TRANSLATE_NOOP(
    "Sentence", "Nobody in the account has this customer ID, phone or e-mail: a new contact is made."
)
_NEW_UNASKED = QT_TRANSLATE_NOOP(
    "Sentence",
    "Not known here. Yespo looks for the phone and the e-mail, and makes a new contact if nobody has them.",
)
_BOUND = QT_TRANSLATE_NOOP(
    "Sentence",
    "Customer {customer} belongs to the contact of order {order}, sent on {date}. The customer ID decides.",
)
_CARD_ID = QT_TRANSLATE_NOOP(
    "Sentence", "The contact has the customer ID {customer}, and the customer ID decides."
)
_CARD_PHONE = QT_TRANSLATE_NOOP("Sentence", "The contact has the phone {value}.")
_CARD_EMAIL = QT_TRANSLATE_NOOP("Sentence", "The contact has the e-mail {value}.")
_EARLIER_PHONE = QT_TRANSLATE_NOOP("Sentence", "Order {order}, sent on {date}, has the same phone.")
_EARLIER_EMAIL = QT_TRANSLATE_NOOP("Sentence", "Order {order}, sent on {date}, has the same e-mail.")
_BOUND_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Sentence",
    "Customer {customer} was bound to {other} on {date}: Yespo will assign the order to that contact. An order does "
    "not change the contact.",
)
_OTHER_EMAIL = QT_TRANSLATE_NOOP(
    "Sentence",
    "The order's e-mail is {mine}, the contact's is {other}. An order does not change the contact.",
)
_OTHER_PHONE = QT_TRANSLATE_NOOP(
    "Sentence",
    "The order's phone is {mine}, the contact's is {other}. An order does not change the contact.",
)
_EMAIL_ELSEWHERE = QT_TRANSLATE_NOOP("Sentence", "The e-mail {mine} belongs to another contact, {contact}.")
_PHONE_ELSEWHERE = QT_TRANSLATE_NOOP("Sentence", "The phone {mine} belongs to another contact, {contact}.")
_TWO_CONTACTS = QT_TRANSLATE_NOOP(
    "Sentence",
    "The phone belongs to contact {phone_contact}, the e-mail to {email_contact}: it is not known which one "
    "gets the order.",
)
_OTHER_ID = QT_TRANSLATE_NOOP(
    "Sentence", "The contact has the customer ID {other}, the order has {mine}. Is it the same person?"
)
