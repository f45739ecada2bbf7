"""People made unrecognisable in what is shared: e-mails, phones, names, addresses; the same person looks the same.

What an order is (ids of orders and items, amounts, dates, statuses) stays, or nobody could help. What a customer wrote,
and links that open an order, are hidden whole.
"""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

from ordermanager.domain.json_text import Digits, JsonObject, compact, read_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.json_text import Value

_EMAIL = re.compile(r"[^\s<>\"'(),;:=]+@[^\s<>\"'(),;:]+")
_LONG_NUMBER = re.compile(r"\d[\d\s().-]{7}")
_PHONE = re.compile(r"(?<![\w.:-])\+?\d(?:[\s().-]{0,2}\d){8,14}(?![\w.:-])")
_WORD = re.compile(r"\w+")
_WORD_SIGNS = re.compile(r"[^a-z0-9]+")
_NOT_DIGITS = re.compile(r"[^0-9]+")

_KINDS = {
    "email": "email", "emailaddress": "email", "useremail": "email", "contactemail": "email",
    "phone": "phone", "sms": "phone", "phonenumber": "phone", "viber": "phone",
    "firstname": "name", "lastname": "name", "fullname": "name", "contactname": "name", "customername": "name",
    "externalcustomerid": "customer", "contactkey": "customer",
    "deliveryaddress": "address", "address": "address", "town": "address", "postcode": "address", "region": "address",
    "restoreurl": "link",
    "additionalinfo": "text", "comment": "text", "fields": "text",
}  # fmt: skip
"""A JSON key without capitals and signs, and what stands under it; also in everything below it."""
_KEPT = frozenset(
    (
        "externalorderid",
        "eventkey",
        "orderid",
        "contactid",
        "id",
        "externalitemid",
        "date",
        "url",
        "imageurl",
        "storeid",
    )
)
"""Long numbers here are no phones."""
_CHANNELS = {"email": "email", "sms": "phone", "viber": "phone"}
_FORMS: dict[str, Callable[[int], str]] = {
    "email": lambda number: f"person{number}@masked.invalid",
    "phone": lambda number: f"000{number:09}",  # no country's numbers begin so
    "name": lambda number: f"Name{number}",
    "customer": lambda number: f"customer-{number}",
    "address": lambda number: f"Address {number}",
    "link": lambda number: f"https://masked.invalid/{number}",
    "text": lambda number: f"Text {number}",
}
_LEAST = 2
"""A name of one letter is replaced where it stands as a name, but not looked for in other texts."""


class Masker:
    """Gives each e-mail, phone, name … one mask for as long as it lives. May be used by several threads."""

    def __init__(self) -> None:
        self._masks: dict[str, dict[str, str]] = {kind: {} for kind in _FORMS}
        self._given: set[str] = set()
        self._names: dict[str, str] = {}
        self._by_first_word: dict[str, list[str]] = {}
        self._lock = threading.Lock()

    def mask(self, kind: str, text: str) -> str:
        """The mask of one value; empty stays empty, and a mask itself."""
        key = _key(kind, text)
        if not key:
            return text
        with self._lock:
            if text in self._given:
                return text
            masks = self._masks[kind]
            if key not in masks:
                masks[key] = _FORMS[kind](len(masks) + 1)
                self._given.add(masks[key])
            if kind in ("name", "customer") and len(key) >= _LEAST:
                self._remember(key, masks[key])
            return masks[key]

    def _remember(self, name: str, mask: str) -> None:
        """A name that texts are searched for, by its first word: there may be thousands of names."""
        if name not in self._names:
            first = _WORD.search(name)
            self._by_first_word.setdefault(first.group() if first else "", []).append(name)
        self._names[name] = mask

    def json(self, text: str) -> str:
        """A JSON text (an order, a request, an answer, a card) with everybody masked; of anything else see `text`."""
        try:
            value = read_json(text)
        except (ValueError, RecursionError):
            return self.text(text)
        self._collect(value, "", "")
        return compact(self._masked(value, "", ""))

    def text(self, text: str, *, phones: bool = True) -> str:
        """Free text: e-mails and phones by their form, names if they were met before."""
        if "@" in text:
            text = _EMAIL.sub(lambda found: self.mask("email", found.group()), text)
        if phones and _LONG_NUMBER.search(text):
            text = _PHONE.sub(lambda found: self.mask("phone", found.group()), text)
        return self._without_names(text)

    def field(self, name: str, text: str) -> str:
        """The value of a field of an order, by the field's name; of one that holds no person, see `text`."""
        kind = _KINDS.get(_WORD_SIGNS.sub("", name.casefold()), "")
        return self.mask(kind, text) if kind else self.text(text)

    def _without_names(self, text: str) -> str:
        lowered = text.casefold()
        with self._lock:
            known = [
                name
                for word in {"", *_WORD.findall(lowered)}
                for name in self._by_first_word.get(word, ())
                if name in lowered
            ]
        if not known:
            return text
        known.sort(key=len, reverse=True)
        pattern = "|".join(re.escape(name) for name in known)
        found = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
        return found.sub(lambda name: self._names.get(name.group().casefold(), _FORMS["name"](0)), text)

    def _collect(self, value: Value, key: str, kind: str) -> None:
        """Meet every name first: a message may name a person before the order does."""
        for name, below, child in _members(value, key, kind):
            self._collect(child, name, below)
        if kind in ("name", "customer") and isinstance(value, str):
            self.mask(kind, value)

    def _masked(self, value: Value, key: str, kind: str) -> Value:
        if isinstance(value, JsonObject):
            pairs = zip(value.pairs, _members(value, key, kind), strict=True)
            return JsonObject(
                [(self._key(name, kind), self._masked(child, *how)) for (name, child), (*how, _) in pairs]
            )
        if isinstance(value, list):
            return [self._masked(child, key, kind) for child in value]
        if not isinstance(value, str):
            return value
        if kind:
            return self.mask(kind, value)
        if isinstance(value, Digits):
            return value
        return self.text(value, phones=key not in _KEPT)

    def _key(self, name: str, kind: str) -> str:
        """Keys are the API's words, except in what a customer filled in."""
        return self.text(name) if kind == "text" else self.text(name, phones=False)


def _members(value: Value, key: str, kind: str) -> list[tuple[str, str, Value]]:
    """The members of a container, each with its plain key and what kind of thing it is."""
    if isinstance(value, list):
        return [(key, kind, child) for child in value]
    if not isinstance(value, JsonObject):
        return []
    channel = next(
        (
            _CHANNELS.get(child, "text")
            for name, child in value.pairs
            if name == "type" and isinstance(child, str)
        ),
        "",
    )
    found = []
    for name, child in value.pairs:
        plain = _WORD_SIGNS.sub("", name.casefold())
        own = kind or _KINDS.get(plain, "")
        if key == "channels" and plain == "value":
            own = channel
        elif key == "channels" and plain == "device":
            own = "text"
        found.append((plain, own, child))
    return found


def _key(kind: str, text: str) -> str:
    """Two spellings of one value have one key; a phone is known by its last nine digits, however it is written."""
    if kind == "phone":
        return _NOT_DIGITS.sub("", text)[-9:]
    return " ".join(text.split()).casefold()
