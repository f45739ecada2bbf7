"""Asking an account: whose key it is, and which contacts it has (yespo-api.md 3, 3.1, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ordermanager.api.problems import ApiProblem, read_document
from ordermanager.domain.people.contacts import Contact, contact_from_json
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.api.client import YespoClient

MOST_CONTACTS = 50  # a person's e-mail or phone finds one or a few


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """Whom a key belongs to. `is_sandbox` is said by the sandbox alone."""

    user_email: str
    organisation_name: str
    org_id: str = ""
    is_sandbox: bool = False


@dataclass(frozen=True, slots=True)
class FoundContacts:
    """The contacts found, at most MOST_CONTACTS; `total` is how many the account has; `cards` is their JSON
    as it came."""

    contacts: tuple[Contact, ...]
    total: int
    cards: tuple[Mapping[str, Any], ...] = ()


async def account_info(client: YespoClient) -> AccountInfo:
    """Whether the key is good, asked in a way that changes nothing. Raises ApiProblem."""
    exchange = await client.get_json("/v1/account/info")
    document = read_document(exchange)
    found = document if isinstance(document, dict) else {}
    return AccountInfo(
        user_email=_text(found.get("userEmail")),
        organisation_name=_text(found.get("organisationName")),
        org_id=_text(found.get("orgId")),
        is_sandbox="x-sandbox" in exchange.headers,
    )


async def find_contacts(
    client: YespoClient, *, external_customer_id: str = "", email: str = "", phone: str = ""
) -> FoundContacts:
    """The contacts with this customer ID, or with this e-mail, or with this phone (digits): exactly one of
    them.

    The API refuses a customer ID together with anything else, and would want *all* of several others to fit,
    so whoever has more than one asks once for each. Raises ApiProblem, and WrongUse for none or several.
    """
    asked = {"externalCustomerId": external_customer_id, "email": email, "sms": phone}
    params = {name: value.strip() for name, value in asked.items() if value.strip()}
    if len(params) != 1:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "Look for a contact by one thing: the customer ID, the e-mail or the phone."
            )
        )
    exchange = await client.get_json(
        "/v1/contacts", {**params, "startindex": "1", "maxrows": str(MOST_CONTACTS)}
    )
    cards = _objects(read_document(exchange))
    total = exchange.headers.get("totalcount", "").strip()
    return FoundContacts(
        contacts=tuple(contact_from_json(card) for card in cards),
        total=int(total) if total.isascii() and total.isdigit() and len(total) < 12 else len(cards),
        cards=tuple(cards),
    )


async def get_contact(client: YespoClient, contact_id: str) -> tuple[Contact, Mapping[str, Any]] | None:
    """The full card of one contact and its JSON; None if the account has none of this id. Raises
    ApiProblem."""
    number = contact_id.strip()
    if not (number.isascii() and number.isdigit()):
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "A contact's number consists of digits."))
    exchange = await client.get_json(f"/v1/contact/{number}")
    if exchange.status == 404:
        return None
    document = read_document(exchange)
    return (contact_from_json(document), document) if isinstance(document, dict) else None


def _objects(document: Any) -> list[dict[str, Any]]:
    """The array of contacts; no match may be an empty body or an empty array, a single one may come without
    its array."""
    entries = document if isinstance(document, list) else [document]
    return [entry for entry in entries if isinstance(entry, dict) and entry]


def _text(value: Any) -> str:
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


__all__ = ["AccountInfo", "ApiProblem", "FoundContacts", "account_info", "find_contacts", "get_contact"]
