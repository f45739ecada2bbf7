"""A few contacts, so that the demo shows whom orders go to and why. The people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ordermanager.sandbox.server import SandboxServer

_PEOPLE: tuple[dict[str, Any], ...] = (
    {
        "id": 900001,
        "firstName": "Olena",
        "lastName": "Kovalenko",
        "externalCustomerId": "C-1001",
        "channels": [
            {"type": "email", "value": "olena.kovalenko@example.com"},
            {"type": "sms", "value": "380671234567"},
        ],
        "languageCode": "uk",
        "timeZone": "Europe/Kyiv",
        "addressBookId": 1,
        "address": {
            "region": "Kyiv",
            "town": "Kyiv",
            "address": "Khreshchatyk 1, fl. 7",
            "postcode": "01001",
        },
        "fields": [{"id": 101, "value": "gold"}, {"id": 102, "value": "1988-04-12"}],
        "groups": [
            {"id": 11, "name": "Newsletter", "type": "Static"},
            {"id": 12, "name": "Regular customers", "type": "Static"},
        ],
    },
    {
        "id": 900002,
        "firstName": "John",
        "lastName": "Smith",
        "externalCustomerId": "12345",
        "channels": [
            {"type": "email", "value": "mail@example.com"},
            {"type": "sms", "value": "380942583691"},
        ],
        "languageCode": "en-GB",
        "timeZone": "Europe/London",
        "addressBookId": 1,
        "groups": [{"id": 11, "name": "Newsletter", "type": "Static"}],
    },
    {
        "id": 900003,
        "firstName": "Андрій",
        "lastName": "Шевченко",
        "channels": [{"type": "sms", "value": "380501112233"}, {"type": "viber", "value": "380501112233"}],
        "languageCode": "uk",
        "timeZone": "Europe/Kyiv",
        "addressBookId": 1,
        "address": {"region": "Lviv", "town": "Lviv"},
    },
)


def seed_contacts(server: SandboxServer) -> None:
    """Add the demo's contacts; those that are there already are written anew, so it may be called at every
    start."""
    for card in _PEOPLE:
        server.add_contact(card)
