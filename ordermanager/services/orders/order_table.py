"""Orders as rows of a table and as JSON, with the texts as they were entered: importing them again changes nothing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ordermanager.domain.body import ITEM_SEQUENCE, ORDER_SEQUENCE
from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD, Kind
from ordermanager.services.files.tables import Column, ColumnKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ordermanager.domain.draft import OrderDraft

_KINDS = {Kind.MONEY: ColumnKind.NUMBER, Kind.QUANTITY: ColumnKind.NUMBER, Kind.PHONE: ColumnKind.PHONE}
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?").fullmatch

INFO = "additionalInfo"

ORDER_COLUMNS: tuple[Column, ...] = (
    *(Column(name, _KINDS.get(ORDER_FIELD[name].kind, ColumnKind.TEXT)) for name in ORDER_SEQUENCE),
    Column(INFO),
    *(Column(name, _KINDS.get(ITEM_FIELD[name].kind, ColumnKind.TEXT)) for name in ITEM_SEQUENCE),
)


def order_rows(draft: OrderDraft) -> Iterator[list[str]]:
    """One row an item, each with the order's own fields; an order without items has one row."""
    order = draft.without_empty()
    info = json.dumps(order.additional_info, ensure_ascii=False) if order.additional_info else ""
    own = [*(order.fields.get(name, "") for name in ORDER_SEQUENCE), info]
    for item in order.items or [{}]:
        yield [*own, *(item.get(name, "") for name in ITEM_SEQUENCE)]


def order_object(draft: OrderDraft, **more: str) -> str:
    """A JSON object in the API's shape. Amounts are numbers where that keeps their digits, else text; `more`
    goes in front.
    """
    order = draft.without_empty()
    parts = [f"{_text(name)}:{_text(text)}" for name, text in more.items()]
    parts.extend(
        _members(order.fields, ORDER_SEQUENCE, {name: field.kind for name, field in ORDER_FIELD.items()})
    )
    if order.additional_info:
        parts.append(f"{_text(INFO)}:{_text(order.additional_info)}")
    if order.items:
        kinds = {name: field.kind for name, field in ITEM_FIELD.items()}
        items = ("{" + ",".join(_members(item, ITEM_SEQUENCE, kinds)) + "}" for item in order.items)
        parts.append('"items":[' + ",".join(items) + "]")
    return "{" + ",".join(parts) + "}"


def _members(texts: Mapping[str, str], names: tuple[str, ...], kinds: Mapping[str, Kind]) -> list[str]:
    return [f"{_text(name)}:{_value(texts[name], kinds[name])}" for name in names if name in texts]


def _value(text: str, kind: Kind) -> str:
    return text if kind in (Kind.MONEY, Kind.QUANTITY) and _JSON_NUMBER(text) else _text(text)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
