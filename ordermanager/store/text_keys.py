"""The keys that orders are sorted by, and text as the database can hold it."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[0-9]+")
_KEY_LENGTH = 80


def order_key(external_order_id: str) -> str:
    """What an order id is sorted and looked up by: its numbers padded, so that 9 stands before 10."""
    return _DIGITS.sub(_padded, external_order_id.casefold())


def name_key(name: str) -> str:
    """What a name is sorted by and completed from, the same in capital and small letters."""
    return name.casefold()[:_KEY_LENGTH]


def _padded(match: re.Match[str]) -> str:
    return match.group().zfill(12)


def clean(text: str) -> str:
    """The text as UTF-8 can hold it: a lone surrogate, which JSON may bring, becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
