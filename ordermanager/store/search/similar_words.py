"""Words of the search index that differ from a typed one by a single slip: a wrong, missing, extra or swapped letter.

All texts one slip away are made and looked up, some hundreds of seeks in the index: that takes as long with ten orders
as with a million, where comparing with every word of the index would not.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.store.database.sqlite import Database

SHORTEST = 4
"""Shorter words are one slip away from half the index."""
_WHOLE_UP_TO = 4
"""A text this short must be a whole word of the index; a longer one may be the beginning of a word."""
_LONGEST = 40
_MOST = 20

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё"
_DIGITS = "0123456789"
_IS_NUMBER = re.compile(r"[0-9]+").fullmatch

_LAST = "\U0010ffff"
_FIRST_BEGINNING = (
    "SELECT asked.value, (SELECT term FROM temp.search_terms WHERE term >= asked.value "
    "AND term < asked.value || ? ) AS found FROM json_each(?) AS asked WHERE found IS NOT NULL"
)


def similar_words(database: Database, word: str) -> dict[str, str]:
    """Each text one slip away that the index knows, with the first word that begins with it (or is it).

    `word` is folded as the index folds words. A number is not corrected: another order id or phone is no slip.
    """
    if not SHORTEST <= len(word) <= _LONGEST or _IS_NUMBER(word):
        return {}
    texts = sorted(set(one_slip_away(word)) - {word})
    found = {
        text: term
        for text, term in _beginnings(database, texts)
        if may_stand_for(text, term) and not term.startswith(word)
    }
    return dict(list(found.items())[:_MOST])


def is_known(database: Database, word: str) -> bool:
    """Whether some word of the index begins with this one."""
    return bool(_beginnings(database, [word]))


def known_beginnings(database: Database, texts: list[str]) -> list[str]:
    """Those of `texts` that begin some word of the index, in their order."""
    return [text for text, _ in _beginnings(database, texts)] if texts else []


def must_be_whole(text: str) -> bool:
    """Whether a text is too short to stand for the words that only begin with it."""
    return len(text) <= _WHOLE_UP_TO


def may_stand_for(text: str, term: str) -> bool:
    """Whether `term`, the first word of the index from `text` on, is one that `text` finds."""
    return term == text or not must_be_whole(text)


def one_slip_away(word: str) -> Iterator[str]:
    """What is written with one letter wrong, missing, extra, or swapped with its neighbour; some more than once."""
    letters = _letters_beside(word)
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        for letter in letters:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def _letters_beside(word: str) -> str:
    """The letters that may have been meant: of the scripts that the word is written in."""
    scripts = [script for script in (_LATIN, _CYRILLIC, _DIGITS) if any(letter in script for letter in word)]
    return "".join(scripts)


def next_word(database: Database, text: str) -> str:
    """The first word of the index from `text` on; empty if there is none."""
    _open_words(database)
    found = database.value("SELECT term FROM temp.search_terms WHERE term >= ? LIMIT 1", (text,))
    return str(found or "")


def has_more(database: Database, text: str, most: int, *, begins: bool) -> bool:
    """Whether this word, or all that it `begins`, stand in the index more than so many times."""
    _open_words(database)
    found = database.value(
        "SELECT count(*) FROM (SELECT 1 FROM temp.search_terms WHERE term >= ? AND term <= ? LIMIT ?)",
        (text, text + _LAST if begins else text, most + 1),
    )
    return int(found) > most


def _open_words(database: Database) -> None:
    # `instance`: the other kinds count all orders that have a word before they name it.
    database.script(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab ('main', 'order_search', 'instance')"
    )


def _beginnings(database: Database, texts: list[str]) -> list[tuple[str, str]]:
    _open_words(database)
    found = database.all(_FIRST_BEGINNING, (_LAST, json.dumps(texts)))
    return [(text, term) for text, term in found]
