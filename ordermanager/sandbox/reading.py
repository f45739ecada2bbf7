"""Takes a request of orders apart and checks each as the API's newest page does (yespo-api.md 1.3, S2).

The exact text of every order is kept, digit for digit, so that a test can compare what arrived with what was
shown.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

MOST_ORDERS = 1000
STATUSES = frozenset({"INITIALIZED", "IN_PROGRESS", "DELIVERED", "CANCELLED", "ABANDONED_SHOPPING_CART"})
_REQUIRED = ("externalOrderId", "totalCost", "status", "date", "currency")
_MONEY = ("totalCost", "shipping", "discount", "taxes")
_TEXTS = (
    "externalOrderId",
    "externalCustomerId",
    "currency",
    "email",
    "phone",
    "firstName",
    "lastName",
    "restoreUrl",
    "statusDescription",
    "storeId",
    "source",
    "deliveryMethod",
    "paymentMethod",
    "deliveryAddress",
)
_ITEM_TEXTS = ("externalItemId", "name", "category", "url", "imageUrl", "description")
_IDENTIFIERS = ("externalCustomerId", "email", "phone")
_DATE = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?", re.ASCII
)
_BLANK = re.compile(r"[ \t\r\n]*")


class MalformedRequest(ValueError):
    """The request as a whole cannot be read: nothing of it is applied (HTTP 400)."""


@dataclass(frozen=True, slots=True)
class ReceivedOrder:
    """One order as it came: `text` is its JSON exactly, `value` what it says (numbers with a fraction are
    Decimal)."""

    text: str
    value: dict[str, Any]

    def text_of(self, name: str) -> str:
        """A text field, also one that came as a number; empty where it is missing."""
        value = self.value.get(name)
        if value is None:
            return ""
        text = str(value).strip()
        # Half of a surrogate pair (\ud83d alone) is legal in JSON and can be stored nowhere.
        return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _refuse(name: str) -> NoReturn:
    raise MalformedRequest(f"{name} is not JSON")


_decoder = json.JSONDecoder(parse_float=Decimal, parse_constant=_refuse)


def read_request(body: bytes) -> list[ReceivedOrder]:
    """The orders of `{"orders": […]}`. Raises MalformedRequest, whose text says what is wrong."""
    try:
        return _read_object(body.decode("utf-8-sig"))
    except MalformedRequest:
        raise
    except (ValueError, RecursionError) as error:
        raise MalformedRequest("Malformed JSON") from error


def _read_object(text: str) -> list[ReceivedOrder]:
    at = _expect(text, 0, "{")
    orders: list[ReceivedOrder] | None = None
    while not text.startswith("}", at):
        key, at = _decoder.raw_decode(text, at)
        at = _expect(text, at, ":")
        if key == "orders":
            orders, at = _read_array(text, at)
        else:
            _, at = _decoder.raw_decode(text, at)
        at = _next(text, at, "}")
    if text[at + 1 :].strip():
        raise MalformedRequest("Malformed JSON: something follows the object")
    if orders is None:
        raise MalformedRequest("The field 'orders' is missing")
    return orders


def _read_array(text: str, at: int) -> tuple[list[ReceivedOrder], int]:
    if not text.startswith("[", at):
        raise MalformedRequest("The field 'orders' must be an array")
    at = _skip(text, at + 1)
    orders: list[ReceivedOrder] = []
    while not text.startswith("]", at):
        value, end = _decoder.raw_decode(text, at)
        if not isinstance(value, dict):
            raise MalformedRequest("Every element of 'orders' must be an object")
        orders.append(ReceivedOrder(text[at:end], value))
        at = _next(text, end, "]")
    return orders, _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    assert match is not None
    return match.end()


def _expect(text: str, at: int, sign: str) -> int:
    at = _skip(text, at)
    if not text.startswith(sign, at):
        raise MalformedRequest(f"Malformed JSON: '{sign}' is missing")
    return _skip(text, at + 1)


def _next(text: str, at: int, end: str) -> int:
    """Past a comma to the next member, or onto `end`."""
    at = _skip(text, at)
    if text.startswith(end, at):
        return at
    at = _expect(text, at, ",")
    if text.startswith(end, at):
        raise MalformedRequest("Malformed JSON: a comma too many")
    return at


def fault_of(order: ReceivedOrder) -> str:
    """Why this order cannot be added or updated; empty if it can."""
    value = order.value
    for name in _REQUIRED:
        if value.get(name) in (None, ""):
            return f"Required field '{name}' is empty"
    for name in _TEXTS:
        if not _is_text(value.get(name)):
            return f"Field '{name}' must be a string"
    for name in _MONEY:
        if not _is_number(value.get(name)):
            return f"Field '{name}' must be a number"
    if not isinstance(value["status"], str) or value["status"] not in STATUSES:
        return f"Unknown status '{str(value['status'])[:40]}'"
    if not is_date(value["date"]):
        return "Field 'date' has a wrong format"
    if all(not order.text_of(name) for name in _IDENTIFIERS):
        return "At least one of 'externalCustomerId', 'email', 'phone' is required"
    return _items_fault(value.get("items"))


def _items_fault(items: Any) -> str:
    if items in (None, ""):
        return ""
    if not isinstance(items, list):
        return "Field 'items' must be an array"
    for number, item in enumerate(items):
        if not isinstance(item, dict):
            return f"items[{number}] must be an object"
        for name in ("externalItemId", "quantity"):
            if item.get(name) in (None, ""):
                return f"Required field 'items[{number}].{name}' is empty"
        if not (_is_number(item["quantity"]) and _is_number(item.get("cost"))):
            return f"'quantity' and 'cost' of items[{number}] must be numbers"
        if not all(_is_text(item.get(name)) for name in _ITEM_TEXTS):
            return f"A text field of items[{number}] is not a string"
    return ""


def is_date(text: Any) -> bool:
    """Whether this is a date and time in one of the forms that the vendor's pages and connectors show
    (1.4)."""
    match = _DATE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        return False
    try:
        datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        return False
    return True


def _is_text(value: Any) -> bool:
    """Connectors send ids as JSON numbers too (1.6)."""
    return value is None or (isinstance(value, (str, int, Decimal)) and not isinstance(value, bool))


def _is_number(value: Any) -> bool:
    """Connectors send decimals as numbers or as text, and an empty text for none (1.6)."""
    if value is None or value == "" or isinstance(value, Decimal):
        return True
    if isinstance(value, int):
        return not isinstance(value, bool)
    if not isinstance(value, str):
        return False
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False
