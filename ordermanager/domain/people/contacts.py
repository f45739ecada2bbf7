"""Contacts at Yespo: their card, and whom an order will go to (yespo-api.md 3.2 and 4.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ordermanager.domain.people.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to reach a contact: `type` is email, sms, viber, mobilepush …; `value` an address or number."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """A segment that a contact is in; only static ones are named in a card."""

    id: str
    name: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact's card. `address` is text by name (`town` …), `fields` by the field's id."""

    id: str
    external_customer_id: str = ""
    first_name: str = ""
    last_name: str = ""
    channels: tuple[Channel, ...] = ()
    language_code: str = ""
    time_zone: str = ""
    groups: tuple[Group, ...] = ()
    address: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def emails(self) -> tuple[str, ...]:
        """Every e-mail address, in small letters."""
        return tuple(channel.value.strip().lower() for channel in self.channels if channel.type == "email")

    @property
    def phones(self) -> tuple[str, ...]:
        """Every phone number that takes SMS, as digits."""
        return tuple(_digits(channel.value) for channel in self.channels if channel.type == "sms")

    @property
    def name(self) -> str:
        """First and last name, or what there is of them."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def identity(self) -> Identity:
        """The card's first e-mail and phone, and its customer ID."""
        return Identity(self.external_customer_id, next(iter(self.emails), ""), next(iter(self.phones), ""))


def contact_from_json(value: Mapping[str, Any]) -> Contact:
    """A card from an answer. Lenient: numbers or text, one entry without its list, anything may lack."""
    return Contact(
        id=_text(value.get("id")),
        external_customer_id=_text(value.get("externalCustomerId")),
        first_name=_text(value.get("firstName")),
        last_name=_text(value.get("lastName")),
        channels=tuple(
            Channel(_text(entry.get("type")).lower(), _text(entry.get("value")))
            for entry in _objects(value.get("channels"))
            if _text(entry.get("value"))
        ),
        language_code=_text(value.get("languageCode")),
        time_zone=_text(value.get("timeZone")),
        groups=tuple(
            Group(_text(entry.get("id")), _text(entry.get("name")), _text(entry.get("type")))
            for entry in _objects(value.get("groups"))
        ),
        address=_texts(value.get("address")),
        fields={_text(entry.get("id")): _text(entry.get("value")) for entry in _objects(value.get("fields"))},
    )


def contact_to_json(contact: Contact) -> dict[str, Any]:
    """The card as JSON that `contact_from_json` reads back, without what is empty."""
    card: dict[str, Any] = {
        "id": contact.id,
        "externalCustomerId": contact.external_customer_id,
        "firstName": contact.first_name,
        "lastName": contact.last_name,
        "channels": [{"type": channel.type, "value": channel.value} for channel in contact.channels],
        "languageCode": contact.language_code,
        "timeZone": contact.time_zone,
        "groups": [{"id": group.id, "name": group.name, "type": group.type} for group in contact.groups],
        "address": dict(contact.address),
        "fields": [{"id": name, "value": text} for name, text in contact.fields.items()],
    }
    return {name: part for name, part in card.items() if part}


def _objects(value: Any) -> list[Mapping[str, Any]]:
    """The objects in a list, or the single one that came without its list (yespo-api.md 2.4)."""
    entries = value if isinstance(value, list) else [value]
    return [entry for entry in entries if isinstance(entry, dict)]


def _texts(value: Any) -> dict[str, str]:
    entries = value.items() if isinstance(value, dict) else ()
    return {name: text for name, entry in entries if (text := _text(entry))}


def _text(value: Any) -> str:
    if value is None or isinstance(value, (dict, list, bool)):
        return ""
    return str(value).strip()


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isdigit())
