"""Header texts, made comparable: `Order #`, `order_no` and `Order No.` are one header."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BLANK_KEY = ""


@lru_cache(maxsize=4096)
def header_key(title: str) -> str:
    """Only letters and digits, without case; `#` and `№` count as `no`, `%` and currency signs do not
    count.
    """
    text = unicodedata.normalize("NFKC", title.replace("#", " no ").replace("№", " no ")).casefold()
    return "".join(letter for letter in text if letter.isalnum())


def header_set(titles: Iterable[str]) -> str:
    """One short text for a set of headers, the same whatever their order, case and punctuation: what saved
    profiles are found by. Blank headers do not count.
    """
    keys = sorted({key for title in titles if (key := header_key(title))})
    return hashlib.sha256("\n".join(keys).encode("utf-8", "replace")).hexdigest()[:32]
