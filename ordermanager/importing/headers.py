"""Header texts, made comparable: `Order #`, `order_no` and `Order No.` are one header."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

BLANK_KEY = ""


@lru_cache(maxsize=4096)
def header_key(title: str) -> str:
    """Only letters and digits, without case; `#` and `№` count as `no`, `%` and currency signs do not
    count.
    """
    text = unicodedata.normalize("NFKC", title.replace("#", " no ").replace("№", " no ")).casefold()
    return "".join(letter for letter in text if letter.isalnum())
