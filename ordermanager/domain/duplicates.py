"""When two orders are likely one: the same ID written differently, or the same sale written down twice."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SKIPPED = re.compile(r"[\s#№_]+")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_PRICE_DIGITS = 40

ItemsKey = tuple[tuple[str, str, str], ...]


def order_id_key(external_order_id: str) -> str:
    """The same for `#1001`, `1001`, `01001` and `10 01`, for `a-7` and `A-7`: without blanks, # and №, capitals and
    leading zeros. Empty where nothing is left."""
    text = unicodedata.normalize("NFKC", external_order_id.replace("№", "#")).casefold()
    return _ZEROS.sub("", _SKIPPED.sub("", text))


def items_key(items: Iterable[Mapping[str, str]]) -> ItemsKey:
    """The same for the same things in the same quantities at the same prices, whatever their sequence."""
    return tuple(sorted(_item_key(item) for item in items if any(map(str.strip, item.values()))))


def _item_key(item: Mapping[str, str]) -> tuple[str, str, str]:
    name = item.get("externalItemId", "").strip() or item.get("name", "").strip()
    return name.casefold(), _number(item.get("quantity", "")), _number(item.get("cost", ""))


def _number(text: str) -> str:
    text = "".join(text.split()).replace(",", ".")
    if not text or len(text) > _PRICE_DIGITS:
        return text
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text.casefold()
    return f"{value.normalize():f}" if value.is_finite() and abs(value.adjusted()) < _PRICE_DIGITS else text
