"""A typed word in the other alphabet: “ivan” for Іван or Иван, “шевченко” for Shevchenko.

There are many romanisations (passports, Ukrainian and Russian habits, German ones), so a word has hundreds of
spellings, of which a workspace has a few. They are looked for letter by letter in the index of words, and only what
begins some word there is followed further: that costs the same with ten orders as with a million.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.search.similar_words import known_beginnings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.store.database.sqlite import Database

SHORTEST = 3
"""Fewer letters begin a word of nearly every order in either alphabet."""
_LONGEST = 40
_MOST = 48
"""So many beginnings are followed at once; a name has far fewer."""

_IN_LATIN = {
    "а": "a", "б": "b", "в": "v w", "г": "h g", "ґ": "g h", "д": "d", "е": "e ye ie", "є": "ye ie e je",
    "ё": "yo io e jo",
    "ж": "zh j", "з": "z", "и": "y i", "і": "i", "ї": "yi i ji", "й": "i y j", "к": "k c", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s c", "т": "t", "у": "u", "ф": "f ph", "х": "kh h ch", "ц": "ts c tz",
    "ч": "ch",
    "ш": "sh", "щ": "shch sch", "ы": "y i", "э": "e", "ю": "yu iu ju", "я": "ya ia ja",
    "ь": "-", "ъ": "-", "ʼ": "-",
    "ія": "ia", "ия": "ia", "ій": "i y ey", "ий": "y i", "ый": "y", "ьо": "io yo o", "кс": "x", "дж": "j", "зг": "zgh",
}  # fmt: skip
"""Cyrillic letters, and what stands for them; a minus sign: nothing at all."""

_IN_CYRILLIC = {
    "a": "а", "b": "б", "c": "к ц с", "d": "д", "e": "е є э ё", "f": "ф", "g": "г ґ", "h": "г х", "i": "і и ї й",
    "j": "й дж",
    "k": "к", "l": "л ль", "m": "м", "n": "н нь", "o": "о", "p": "п", "q": "к", "r": "р рь", "s": "с сь", "t": "т ть",
    "u": "у", "v": "в", "w": "в", "x": "кс х", "y": "и й ы ій ий ый", "z": "з зь",
    "ch": "ч х", "ck": "к", "dzh": "дж", "gh": "г", "kh": "х", "ph": "ф", "sh": "ш", "sch": "щ", "shch": "щ",
    "ts": "ц ць",
    "tz": "ц", "zh": "ж",
    "ia": "я ія ия ья ʼя", "ie": "є ьє ʼє", "io": "ьо ё", "iu": "ю ʼю", "ey": "ій",
    "ja": "я", "je": "є", "ji": "ї", "jo": "йо ё", "ju": "ю",
    "ya": "я ья ʼя", "ye": "є е ʼє", "yi": "ї ий", "yo": "йо ьо ё", "yu": "ю ʼю",
}  # fmt: skip
"""Latin letters, and what they may stand for: the other way, and what people type."""


def in_other_alphabet(database: Database, word: str) -> tuple[str, ...]:
    """The beginnings of words of the index that `word` spells in the other alphabet: Cyrillic for Latin letters, Latin
    for Cyrillic ones.

    `word` is folded as the index folds words. None for a word of both, with a digit, or shorter than three letters.
    """
    if not SHORTEST <= len(word) <= _LONGEST:
        return ()
    table = next((each for each in (_LATIN, _CYRILLIC) if all(letter in each for letter in word)), None)
    return () if table is None else _without_longer(_spelled(database, word, table))


def _spelled(
    database: Database, word: str, table: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
) -> list[str]:
    """Every spelling that begins a word of the index."""
    reached: list[dict[str, None]] = [{} for _ in range(len(word) + 1)]
    reached[0][""] = None
    for place, letter in enumerate(word):
        so_far = known_beginnings(database, list(reached[place])) if place else [""]
        for group, meanings in table[letter] if so_far else ():
            if word.startswith(group, place):
                reached[place + len(group)].update(
                    dict.fromkeys(begun + meaning for begun in so_far[:_MOST] for meaning in meanings)
                )
    return known_beginnings(database, list(reached[-1]))


def _without_longer(beginnings: list[str]) -> tuple[str, ...]:
    """What a shorter one begins is found by that one."""
    kept: list[str] = []
    for each in sorted(beginnings):
        if not kept or not each.startswith(kept[-1]):
            kept.append(each)
    return tuple(kept)


def _by_first_letter(meanings: Mapping[str, str]) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for group, listed in meanings.items():
        meant = tuple("" if each == "-" else each for each in listed.split())
        table.setdefault(group[0], []).append((group, meant))
    return {letter: tuple(groups) for letter, groups in table.items()}


_LATIN, _CYRILLIC = _by_first_letter(_IN_CYRILLIC), _by_first_letter(_IN_LATIN)
