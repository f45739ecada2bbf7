"""Reads how many pieces were bought: `2`, `2.0`, `1,5`, `3 шт.`, `1,5 кг`."""

from __future__ import annotations

import re
from decimal import Decimal

from ordermanager.domain.values.money import MAX_LENGTH, number
from ordermanager.domain.values.unreadable import Unreadable

_WHOLE = re.compile(r"[1-9][0-9]{0,8}").fullmatch
_COUNTED = re.compile(
    r"(?:[x×х]\s*)?(-?[0-9.,'\s]+?)\s*(?:(?:шт|од|ед|уп|упак|пач|пар|кг|г|л|м|pcs|pc|szt|stk|st|ea|kg|[x×х])\.?)?",
    re.IGNORECASE,
).fullmatch


def read_quantity(text: str) -> Decimal:
    """A number above zero; a whole one has no decimals (`2.0` gives 2), others keep their digits.

    Raises Unreadable with a code that begins with `quantity.`.
    """
    text = text.strip()
    if _WHOLE(text):
        return Decimal(text)
    match = _COUNTED(text) if len(text) <= MAX_LENGTH else None
    if match is None:
        raise Unreadable("quantity.unreadable", value=text)
    value = number(match[1], text, "quantity")
    if value <= 0:
        raise Unreadable("quantity.not_positive", value=text)
    whole = value.to_integral_value()
    return whole if value == whole else value
