"""An order as JSON for the API, and JSON as a draft: no digit of a number changes on either way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD, Field, Kind
from ordermanager.domain.values.dates import date_text
from ordermanager.domain.values.money import plain

if TYPE_CHECKING:
    from ordermanager.domain.order import Order

ORDER_SEQUENCE: tuple[str, ...] = (
    "externalOrderId",
    "externalCustomerId",
    "totalCost",
    "status",
    "date",
    "email",
    "phone",
    "firstName",
    "lastName",
    "currency",
    "shipping",
    "discount",
    "taxes",
    "deliveryMethod",
    "paymentMethod",
    "deliveryAddress",
    "restoreUrl",
    "statusDescription",
    "storeId",
    "source",
)
"""As in the documentation's example (yespo-api.md 1.7); additionalInfo and items follow."""
ITEM_SEQUENCE: tuple[str, ...] = (
    "externalItemId",
    "name",
    "category",
    "quantity",
    "cost",
    "url",
    "imageUrl",
    "description",
)

_SURROGATE = re.compile("[\ud800-\udfff]")
_EXPONENT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,3}").fullmatch
_WRITERS: dict[Kind, Callable[[Any], str]] = {Kind.MONEY: plain, Kind.QUANTITY: plain}


def _plan(
    names: Sequence[str], fields: Mapping[str, Field]
) -> tuple[tuple[str, str, Callable[[Any], str]], ...]:
    def date(value: Any) -> str:
        return f'"{date_text(value)}"'

    return tuple(
        (
            fields[name].attribute,
            f'"{name}":',
            date if fields[name].kind is Kind.DATE else _WRITERS.get(fields[name].kind, encode_basestring),
        )
        for name in names
    )


_ORDER_PLAN = _plan(ORDER_SEQUENCE, ORDER_FIELD)
_ITEM_PLAN = _plan(ITEM_SEQUENCE, ITEM_FIELD)


def order_json(order: Order) -> str:
    """Compact JSON of one order: no absent fields, numbers with the very digits, dates with an offset.

    Ukrainian letters stay readable; only half characters, which UTF-8 cannot carry, are escaped.
    """
    items = None if order.items is None else [item.__dict__ for item in order.items]
    return _json(order.__dict__, items)


def request_body(bodies: Sequence[bytes]) -> bytes:
    """The request for these orders: their stored bytes, joined, so that what is shown is what is sent."""
    return b'{"orders":[' + b",".join(bodies) + b"]}"


def draft_from_json(value: Mapping[str, Any]) -> tuple[OrderDraft, tuple[str, ...]]:
    """An API order object as a draft, and the paths in it that the API does not know (`foo`, `items[0].bar`).

    Lenient: numbers keep their digits, null is absent, one item needs no list, the rest becomes JSON.
    """
    draft = OrderDraft()
    unknown: list[str] = []
    for name, given in value.items():
        if name == "items":
            draft.items = _items(given, unknown)
        elif name == "additionalInfo":
            draft.additional_info = _pairs(given)
        elif name not in ORDER_FIELD:
            unknown.append(name)
        elif given is not None:
            draft.fields[name] = _text(given, ORDER_FIELD[name].kind)
    return draft, tuple(unknown)


def _json(values: Mapping[str, Any], items: Sequence[Mapping[str, Any]] | None) -> str:
    parts = _members(values, _ORDER_PLAN)
    info = values.get("additional_info")
    if info is not None:
        pairs = [f"{encode_basestring(name)}:{encode_basestring(text)}" for name, text in info.items()]
        parts.append('"additionalInfo":{' + ",".join(pairs) + "}")
    if items is not None:
        lines = ["{" + ",".join(_members(item, _ITEM_PLAN)) + "}" for item in items]
        parts.append('"items":[' + ",".join(lines) + "]")
    text = "{" + ",".join(parts) + "}"
    return text if text.isascii() else _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _members(values: Mapping[str, Any], plan: Sequence[tuple[str, str, Callable[[Any], str]]]) -> list[str]:
    return [
        key + write(value) for attribute, key, write in plan if (value := values.get(attribute)) is not None
    ]


def _items(given: Any, unknown: list[str]) -> list[dict[str, str]]:
    items: list[dict[str, str]] = []
    for place, item in enumerate(
        [given] if isinstance(given, Mapping) else given if isinstance(given, list) else []
    ):
        if not isinstance(item, Mapping):
            unknown.append(f"items[{place}]")
            continue
        unknown.extend(f"items[{place}].{name}" for name in item if name not in ITEM_FIELD)
        known = ((name, value) for name, value in item.items() if name in ITEM_FIELD and value is not None)
        items.append({name: _text(value, ITEM_FIELD[name].kind) for name, value in known})
    if given is not None and not isinstance(given, (Mapping, list)):
        unknown.append("items")
    return items


def _pairs(given: Any) -> dict[str, str]:
    """An object as it is; PHP's empty list for an empty object; anything else under the field's own name."""
    if isinstance(given, Mapping):
        return {str(name): _text(value, Kind.TEXT) for name, value in given.items() if value is not None}
    return {"additionalInfo": _text(given, Kind.TEXT)} if given else {}


def _text(value: Any, kind: Kind) -> str:
    if isinstance(value, str):
        is_number = kind in (Kind.MONEY, Kind.QUANTITY)
        return plain(Decimal(value)) if is_number and _EXPONENT(value) else value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, float):
        return plain(Decimal(repr(value))) if value == value and abs(value) < 1e300 else repr(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return json.dumps(value, ensure_ascii=False, default=str)
