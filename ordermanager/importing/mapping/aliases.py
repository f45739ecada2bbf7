"""The dictionary of headers (in the languages that its file names) in resources/layouts/_aliases.json, ready for
look-ups.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.values.currency_words import without_currency
from ordermanager.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEHIND = re.compile(
    r"\s*\(\s*[-–−][^)]*\)\s*$|\s*\*+\s*$|[\s,;]+\(?(?:шт|pcs?|pieces|од|ks|szt|Stk)\.?\)?\s*$"
)
"""What stands behind a header and changes nothing: what is taken off (`Quantity (- Refund)`), a star, a unit."""

_BETWEEN_LANGUAGES = re.compile(r"\s*[/|]\s*")

_ALIKE = 0.75
"""Of the letters of two headers, in their order."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """By header key: `exact` the API's own names, `sure` and `maybe` the fields that a header may mean;
    `rank` is the place of a sure header among those of its field, best first.

    `first_last` and `last_first` are columns with a whole name; `line_totals` are amounts of one line, never
    an order's; `documents` are numbers of a receipt or a waybill, which are the order's where it has no other;
    `address_places` are columns with a town, a street or a branch, `address_parts` what may stand beside these; words
    of `of_delivery` and `of_billing` stand before or behind the header of any part, or of a contact;
    `times` hold a time of day beside a date column; `items` hold all items of an order in one cell; `totals` (lower
    case) begin a row of sums, `footers` (lower case) stand in a last line such as "83 record(s) downloaded".
    """

    exact: Dict[str, str]
    sure: Dict[str, str]
    rank: Dict[str, int]
    maybe: Dict[str, tuple[str, ...]]
    first_last: frozenset[str]
    last_first: frozenset[str]
    line_totals: frozenset[str]
    documents: frozenset[str]
    address_places: frozenset[str]
    address_parts: frozenset[str]
    of_delivery: tuple[str, ...]
    of_billing: tuple[str, ...]
    times: frozenset[str]
    items: frozenset[str]
    totals: frozenset[str]
    footers: tuple[str, ...]

    def knows(self, title: str) -> bool:
        """Whether a header is in the dictionary at all; used to find the header row."""
        return self._knows(self.key_of(title))

    def key_of(self, title: str) -> str:
        """The key under which a header is in the dictionary, be it without a currency behind it."""
        key = header_key(title)
        if self._knows(key):
            return key
        bare = header_key(without_currency(_BEHIND.sub("", title)))
        return bare if self._knows(bare) else self._in_two_languages(title) or key

    def _in_two_languages(self, title: str) -> str:
        """The key of a header such as `Сума / Total`, whose parts all mean one field; else empty."""
        parts = [header_key(part) for part in _BETWEEN_LANGUAGES.split(title)]
        fields = {self.sure.get(part) or next(iter(self.maybe.get(part, ())), "") for part in parts}
        if len(parts) < 2 or len(fields) > 1 or "" in fields:
            return ""
        return next((part for part in parts if part in self.sure), parts[0])

    @staticmethod
    def unqualified(key: str, words: Iterable[str]) -> str:
        """The key without one of these words before or behind it; empty where it has none."""
        for word in words:
            for bare in (key.removeprefix(word), key.removesuffix(word)):
                if bare and bare != key:
                    return bare
        return ""

    def near(self, key: str) -> Iterator[tuple[float, str]]:
        """The fields of headers that are much like this one; what cannot be is known by length and letters alone."""
        length = len(key)
        for known, name in self.sure.items():
            if min(length, len(known)) * 2 >= _ALIKE * (length + len(known)):
                matcher = SequenceMatcher(None, key, known)
                if matcher.quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
                    yield ratio, name

    def _knows(self, key: str) -> bool:
        return (
            key in self.sure
            or key in self.exact
            or key in self.maybe
            or key in self.first_last
            or key in self.last_first
            or key in self.line_totals
            or key in self.items
            or key in self.documents
        )


@cache
def aliases() -> Aliases:
    """The dictionary, read once."""
    given = json.loads(resource("layouts/_aliases.json").read_text("utf-8"))
    sure: dict[str, str] = {}
    rank: dict[str, int] = {}
    maybe: dict[str, list[str]] = {}
    for name, words in given["fields"].items():
        for place, title in enumerate(words["sure"]):
            sure.setdefault(header_key(title), name)
            rank.setdefault(header_key(title), place)
        for title in words["maybe"]:
            maybe.setdefault(header_key(title), []).append(name)
    return Aliases(
        exact={header_key(field.name): field.name for field in (*ORDER_FIELDS, *ITEM_FIELDS)},
        sure=sure,
        rank=rank,
        maybe={key: tuple(names) for key, names in maybe.items()},
        first_last=_keys(given["full_names"]["first_last"]),
        last_first=_keys(given["full_names"]["last_first"]),
        line_totals=_keys(given["line_totals"]),
        documents=_keys(given["documents"]),
        address_places=_keys(given["address"]["places"]),
        address_parts=_keys(given["address"]["parts"]),
        of_delivery=_longest_first(given["address"]["delivery"]),
        of_billing=_longest_first(given["address"]["billing"]),
        times=_keys(given["times"]),
        items=_keys(given["items"]),
        totals=frozenset(word.casefold() for word in given["totals"]),
        footers=tuple(word.casefold() for word in given["footers"]),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(header_key, words), key=len, reverse=True))


def _keys(titles: list[str]) -> frozenset[str]:
    return frozenset(map(header_key, titles))
