"""Who an order says its customer is, and where orders of the workspace contradict each other about it.

The customer ID binds to a contact at the first order and wins over e-mail and phone ever after (yespo-api.md
4.3), so one ID with two addresses, or one address with two IDs, sends messages to the wrong person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.values.emails import read_email
from ordermanager.domain.values.phones import read_phone
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from ordermanager.domain.draft import OrderDraft


class Identity(NamedTuple):
    """What tells customers apart: ID as it is, e-mail in small letters, phone as digits; empty if unknown."""

    external_customer_id: str = ""
    email: str = ""
    phone: str = ""

    def __bool__(self) -> bool:
        return bool(self.external_customer_id or self.email or self.phone)

    def given(self) -> tuple[tuple[str, str], ...]:
        """Name and value of each of the three that is given: what others are looked up by."""
        return tuple((name, value) for name, value in zip(self._fields, self, strict=True) if value)

    def shares_with(self, other: Identity) -> bool:
        """Whether any of the three is given in both and the same."""
        return (
            bool(self.external_customer_id and self.external_customer_id == other.external_customer_id)
            or bool(self.email and self.email == other.email)
            or bool(self.phone and self.phone == other.phone)
        )


def identity_of(readable: Mapping[str, Any]) -> Identity:
    """From what a check could read (`Checked.readable`)."""
    return Identity(
        readable.get("external_customer_id", ""),
        readable.get("email", "").lower(),
        readable.get("phone", ""),
    )


def draft_identity(draft: OrderDraft, region: str) -> Identity:
    """Of a draft, without checking the rest of it; what cannot be read counts as not given."""
    email, phone = email_key(draft.get("email")), phone_key(draft.get("phone"), region)
    return Identity(draft.get("externalCustomerId"), email, phone)


def email_key(text: str) -> str:
    """The e-mail in small letters; empty if it is empty or unreadable."""
    try:
        return read_email(text).lower() if text.strip() else ""
    except Unreadable:
        return ""


def phone_key(text: str, region: str) -> str:
    """The phone's digits with country code; empty if it is empty or unreadable."""
    try:
        return read_phone(text, region) if text.strip() else ""
    except Unreadable:
        return ""


def conflict_findings(identity: Identity, known: Iterable[Identity]) -> tuple[Finding, ...]:
    """What other orders contradict, as warnings; each code once, with the first contradiction in `known`.

    `known` are other orders' identities; those that share nothing with this one are passed over.
    """
    found: dict[str, Finding] = {}
    for other in known:
        for field, code, values in _contradictions(identity, other):
            found.setdefault(code, Finding(field, Severity.WARNING, code, values))
    return tuple(found.values())


def forgotten_finding(identity: Identity) -> Finding:
    """The warning for an order of somebody whose data was erased here because they asked for it."""
    field = "email" if identity.email else "phone" if identity.phone else "externalCustomerId"
    return Finding(field, Severity.WARNING, "customer.forgotten", {})


def duplicate_finding(external_order_id: str) -> Finding:
    """The warning for an order whose ID another order of the workspace has too."""
    return Finding("externalOrderId", Severity.WARNING, "order_id.duplicate", {"value": external_order_id})


def _contradictions(mine: Identity, other: Identity) -> Iterable[tuple[str, str, dict[str, object]]]:
    if mine.external_customer_id and mine.external_customer_id == other.external_customer_id:
        customer = mine.external_customer_id
        # one that can be nobody's binds nobody
        if mine.email and mine.email != other.email and email_key(other.email):
            yield "email", "customer.other_email", {"customer": customer, "other": other.email}
        if mine.phone and mine.phone != other.phone and phone_key(other.phone, ""):
            yield "phone", "customer.other_phone", {"customer": customer, "other": other.phone}
    elif mine.external_customer_id and other.external_customer_id:
        if mine.email and mine.email == other.email:
            yield "externalCustomerId", "email.other_customer", {"other": other.external_customer_id}
        if mine.phone and mine.phone == other.phone:
            yield "externalCustomerId", "phone.other_customer", {"other": other.external_customer_id}
