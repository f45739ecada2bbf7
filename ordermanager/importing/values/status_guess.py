"""What a status word that nobody knows probably means, as a proposal: shops write their own words around the usual ones
(`Скасовано клієнтом`, `Доставлен курьером`, `Cancelled - no payment`)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ordermanager.domain.statuses import Status
from ordermanager.importing.values.status_words import known_words, word_key

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_NOT = frozenset(
    (
        *("not", "no", "non", "never", "without", "yet", "until", "partially", "partly", "part"),
        *("не", "ні", "нет", "без", "ще", "еще", "ещё", "частково", "частично"),
    )
)
"""Beside one of these a known word may mean its opposite."""

_CROSSES = frozenset("❌✖✗✘❎🚫⛔")
"""They belong to a cancelled order, or say “not”."""

_STEM = 5
_MOST_ENDING = 3
"""Letters: `скасований` and `скасовано` differ in their endings only. English has no such endings: `deliver` and
`delivery` are not `delivered`."""


def probable_status(word: str) -> str:
    """The status (an API name) whose words stand in `word`; empty where none do, where those of several statuses do, or
    where a word beside them may turn their meaning round. More words that are known say more than fewer, and words as
    they are known more than those with another ending."""
    words = _WORD.findall(word_key(word))
    is_crossed = not _CROSSES.isdisjoint(word)
    found: set[str] = set()
    best = (0, False)
    rest: set[str] = set()
    for begin, first in enumerate(words):
        for phrase, status in _phrases().get(first[:_STEM], ()):
            part = words[begin : begin + len(phrase)]
            if not _is_same(part, phrase):
                continue
            rank = (len(phrase), part == phrase)
            if rank > best:
                best, found, rest = rank, set(), {*words[:begin], *words[begin + len(phrase) :]}
            if rank == best:
                found.add(status)
    status = found.pop() if len(found) == 1 and not rest & _NOT else ""
    return "" if is_crossed and status != Status.CANCELLED else status


@cache
def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """By how their first word begins."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for key, status in known_words().items():
        words = _WORD.findall(key)
        found.setdefault(words[0][:_STEM], []).append((words, status))
    return found


def _is_same(part: Sequence[str], phrase: Sequence[str]) -> bool:
    return len(part) == len(phrase) and all(map(_is_same_word, part, phrase))


def _is_same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    pairs = zip(one, other, strict=False)
    stem = next((place for place, (mine, its) in enumerate(pairs) if mine != its), min(len(one), len(other)))
    return stem >= _STEM and max(len(one), len(other)) - stem <= _MOST_ENDING and not one.isascii()
