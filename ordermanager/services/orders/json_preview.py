"""The JSON of an order with errors: what can be read goes in as it would be sent, the rest as it was entered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ordermanager.domain.body import ITEM_SEQUENCE, ORDER_SEQUENCE
from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD, Kind
from ordermanager.domain.values.dates import date_text
from ordermanager.domain.values.money import plain, read_money
from ordermanager.domain.values.quantities import read_quantity
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from ordermanager.domain.checks.checked import Checked
    from ordermanager.domain.draft import OrderDraft


def unfinished_json(draft: OrderDraft, checked: Checked) -> str:
    """Compact JSON in the API's field order. Amounts that can be read are numbers with the very digits."""
    parts = []
    for name in ORDER_SEQUENCE:
        value = checked.readable.get(ORDER_FIELD[name].attribute)
        if value is not None:
            parts.append(f"{_text(name)}:{_value(value, ORDER_FIELD[name].kind)}")
        elif entered := draft.get(name):
            parts.append(f"{_text(name)}:{_text(entered)}")
    given = draft.without_empty()
    if given.additional_info:
        parts.append('"additionalInfo":' + _text(given.additional_info))
    if given.items:
        parts.append('"items":[' + ",".join(_item(item) for item in given.items) + "]")
    return "{" + ",".join(parts) + "}"


def _item(item: dict[str, str]) -> str:
    members = ((name, item[name].strip()) for name in ITEM_SEQUENCE if name in item)
    return (
        "{"
        + ",".join(f"{_text(name)}:{_entered(text, ITEM_FIELD[name].kind)}" for name, text in members)
        + "}"
    )


def _entered(text: str, kind: Kind) -> str:
    try:
        if kind is Kind.MONEY:
            return plain(read_money(text))
        if kind is Kind.QUANTITY:
            return plain(read_quantity(text))
    except Unreadable:
        pass
    return _text(text)


def _value(value: Any, kind: Kind) -> str:
    if kind in (Kind.MONEY, Kind.QUANTITY):
        return plain(value)
    return _text(date_text(value) if kind is Kind.DATE else str(value))


def _text(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode()
