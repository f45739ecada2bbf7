"""Header texts, made comparable: `Order #`, `order_no` and `Order No.` are one header."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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


def told_apart(header: Sequence[str]) -> tuple[str, ...]:
    """The titles, with a tab and its number behind each that stands there again: `Name`, `Name<tab>2`. No header has a
    tab in it, so `place_of` finds the very column.
    """
    seen: Counter[str] = Counter()
    titles = []
    for title in header:
        key = header_key(title)
        seen[key] += 1
        titles.append(f"{title}\t{seen[key]}" if seen[key] > 1 else title)
    return tuple(titles)


def place_of(title: str, keys: Sequence[str]) -> int | None:
    """The index of the column that a title of `told_apart` means; `keys` are the header's. None: it is not there."""
    text, _, number = title.partition("\t")
    key = header_key(text)
    places = [place for place, each in enumerate(keys) if each == key]
    wanted = int(number) - 1 if number.isdecimal() and number != "0" else 0
    return places[wanted] if wanted < len(places) else None
