"""Reads the fields whose text is one of a few words: status, currency, source."""

from __future__ import annotations

import re

from ordermanager.domain.statuses import Status
from ordermanager.domain.values.currencies import ISO_4217, SIGNS
from ordermanager.domain.values.unreadable import Unreadable

_NOT_LETTERS = re.compile(r"[\s_-]+")
_STATUS_BY_LETTERS = {status.value.replace("_", ""): status for status in Status}
_STATUS_BY_WORD = {status.value: status for status in Status}
_SOURCES = {"online": "Online", "offline": "offline"}
"""Spelled as the API page spells them (yespo-api.md 1.1, `source`)."""


def read_status(text: str) -> Status:
    """One of the API's five words; case, spaces, hyphens and underscores do not matter.

    Words of other systems (`paid`) are for the import's value mapping. Raises Unreadable `status.unknown`.
    """
    status = _STATUS_BY_WORD.get(text)
    if status is not None:
        return status
    letters = _NOT_LETTERS.sub("", text).upper()
    status = _STATUS_BY_LETTERS.get(letters)
    if status is not None:
        return status
    raise Unreadable("status.unknown", "CANCELLED" if letters == "CANCELED" else None, value=text.strip())


def read_currency(text: str) -> str:
    """The code in capital letters. Raises Unreadable `currency.unknown` if ISO 4217 has no such code."""
    text = text.strip()
    code = text.upper()
    if code in ISO_4217:
        return code
    raise Unreadable("currency.unknown", SIGNS.get(text.casefold()), value=text)


def read_source(text: str) -> str:
    """`Online` or `offline`. Raises Unreadable `source.other` for the rest, which counts as online."""
    text = text.strip()
    source = _SOURCES.get(text.casefold())
    if source is not None:
        return source
    raise Unreadable("source.other", value=text)
