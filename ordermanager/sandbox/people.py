"""The sandbox's contacts: whom an order goes to, by the documented rule (yespo-api.md 4.3), and the search
(3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Card = dict[str, Any]
_FIRST_CONTACT_ID = 900_001


def digits(text: str) -> str:
    """A phone number's digits."""
    return "".join(sign for sign in text if sign.isascii() and sign.isdigit())


class People:
    """Contacts by everything that they are found by. Not thread-safe: SandboxData holds its lock around every
    call."""

    def __init__(self, cards: Iterable[Card] = (), bindings: Mapping[str, int] | None = None) -> None:
        self.cards: dict[int, Card] = {}
        self._customers: dict[str, int] = dict(bindings or {})
        self._channels: dict[tuple[str, str], int] = {}
        self._changed: dict[int, Card] = {}
        self._bound: list[tuple[str, int]] = []
        self._next_id = _FIRST_CONTACT_ID
        for card in cards:
            self._index(card)

    def assign(self, customer: str, email: str, phone: str, first_name: str, last_name: str) -> int | None:
        """The contact of an order: by its bound customer ID, else by phone or e-mail, else a new one.

        None where a customer ID alone is unknown: a contact needs a channel. An existing contact is not
        changed.
        """
        contact_id = self._customers.get(customer) if customer else None
        if contact_id is not None:
            return contact_id
        contact_id = self._channels.get(("sms", digits(phone))) or self._channels.get(
            ("email", email.lower())
        )
        if contact_id is None and (email or digits(phone)):
            channels = [("email", email), ("sms", digits(phone))]
            contact_id = self.add(
                {
                    "firstName": first_name,
                    "lastName": last_name,
                    "externalCustomerId": customer,
                    "channels": [{"type": kind, "value": value} for kind, value in channels if value],
                }
            )
        elif contact_id is not None and customer:
            self._bind(customer, contact_id)
        return contact_id

    def add(self, card: Mapping[str, Any]) -> int:
        """A new contact with the given parts of its card; its number."""
        contact_id = int(card.get("id") or self._next_id)
        whole = {name: value for name, value in card.items() if value not in ("", None)} | {"id": contact_id}
        self._index(whole)
        self._changed[contact_id] = whole
        if whole.get("externalCustomerId"):
            self._bind(str(whole["externalCustomerId"]), contact_id)
        return contact_id

    def take_changes(self) -> tuple[list[Card], list[tuple[str, int]]]:
        """New and changed cards, and new bindings of customer IDs, since the last call."""
        cards, bound = list(self._changed.values()), self._bound
        self._changed, self._bound = {}, []
        return cards, bound

    def search(self, wanted: Mapping[str, str]) -> list[Card]:
        """The contacts that fit all of `email`, `sms`, `firstname`, `lastname`, or have that
        `externalCustomerId`."""
        customer = wanted.get("externalCustomerId")
        if customer:
            contact_id = self._customers.get(customer)
            return [self.cards[contact_id]] if contact_id in self.cards else []
        tests: dict[str, Callable[[Card, str], bool]] = {
            "email": lambda card, text: text.lower() in self._values(card, "email"),
            "sms": lambda card, text: digits(text) in self._values(card, "sms"),
            "firstname": lambda card, text: str(card.get("firstName", "")).lower() == text.lower(),
            "lastname": lambda card, text: str(card.get("lastName", "")).lower() == text.lower(),
        }
        asked = [(tests[name], text) for name, text in wanted.items() if name in tests and text]
        return [card for card in self.cards.values() if all(test(card, text) for test, text in asked)]

    def _bind(self, customer: str, contact_id: int) -> None:
        self._customers[customer] = contact_id
        self._bound.append((customer, contact_id))

    def _index(self, card: Card) -> None:
        contact_id = int(card["id"])
        self.cards[contact_id] = card
        self._next_id = max(self._next_id, contact_id + 1)
        for kind in ("email", "sms"):
            for value in self._values(card, kind):
                self._channels.setdefault((kind, value), contact_id)

    @staticmethod
    def _values(card: Card, kind: str) -> set[str]:
        values = (
            str(channel["value"]) for channel in card.get("channels", []) if channel.get("type") == kind
        )
        return {value.lower() if kind == "email" else digits(value) for value in values}
