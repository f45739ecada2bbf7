"""Which one-byte encodings fit bytes, likeliest first: what the letters look like, what charset-normalizer
says, and which language the user speaks.

charset-normalizer alone is right on pages of text and wrong on lists of names: it calls cp1252 cp1250
(design.md 8) and KOI8-U Shift-JIS. Names and addresses say most by their capitals and by whether letters of
two scripts stand in one word.
"""

from __future__ import annotations

import locale
from functools import lru_cache

ONE_BYTE = (
    "cp1251",
    "koi8_u",
    "cp1252",
    "cp1250",
    "iso8859_1",
    "iso8859_2",
    "cp866",
    "mac_cyrillic",
    "shift_jis",
)
"""What is offered and guessed besides Unicode."""

_LOOKED_AT = 6_000
"""Bytes whose letters are weighed."""

_CYRILLIC = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЁЪЫЭ")
_OFTEN = frozenset("оаинтеслвркдмупіОАИНТЕСЛВРКДМУПІ")
_BOTH = frozenset("éáíóúöüäçôëýßÉÁÍÓÚÖÜÄÇÔËÝ")
_WESTERN = frozenset("àâèêîïûùñãõåøæœìòÀÂÈÊÎÏÛÙÑÃÕÅØÆŒ") | _BOTH
_CENTRAL = frozenset("ąćęłńśźżčďěňřšťůžőűşţăâîĺľđĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰŞŢĂÂÎĽĐ") | _BOTH
_RARE = frozenset("ìòÌÒĺŕĹŔđĐ")
_TYPOGRAPHY = frozenset("«»„“”‘’–—…№€§°©®™\u00a0•")
_BEHIND_A_WORD = frozenset("™®")
_OPENING = frozenset("¿¡")
_VOWELS = frozenset("aeiouyàáâãäåæąăèéêëęěìíîïòóôõöøőùúûüůűýœ")
_ALPHABETS = {
    "cp1251": _CYRILLIC, "koi8_u": _CYRILLIC, "cp866": _CYRILLIC, "mac_cyrillic": _CYRILLIC,
    "cp1252": _WESTERN, "iso8859_1": _WESTERN, "cp1250": _CENTRAL, "iso8859_2": _CENTRAL,
}  # fmt: skip
_HABITS = {"cp1251": 0.03, "cp1252": 0.02, "cp1250": 0.01, "koi8_u": 0.01, "shift_jis": 0.01}
"""What files of before Unicode mostly were in, where nothing else decides."""

_AT_HOME = {
    "cyrillic": {"cp1251": 0.12, "koi8_u": 0.10, "cp866": 0.08, "mac_cyrillic": 0.08},
    "central": {"cp1250": 0.12, "iso8859_2": 0.10},
    "japanese": {"shift_jis": 0.12},
    "western": {"cp1252": 0.06, "iso8859_1": 0.05},
}
_LANGUAGES = {
    **dict.fromkeys(("uk", "ru", "bg", "be", "mk", "sr"), "cyrillic"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs"), "central"),
    "ja": "japanese",
}


def own_one_byte(language: str | None = None) -> str:
    """What files of this user's language were written in before Unicode."""
    return next(iter(_at_home(language)))


@lru_cache(maxsize=32)
def ranked(sample: bytes, language: str | None = None) -> tuple[tuple[str, float], ...]:
    """The encodings that can decode bytes beyond ASCII and how sure each is, 0…1, surest first."""
    texts: dict[str, str] = {}
    for name in ONE_BYTE:
        try:
            texts[name] = sample.decode(name)
        except UnicodeDecodeError as error:
            if name == "shift_jis" and error.start > len(sample) - 4:
                texts[name] = sample[: error.start].decode(name)  # the sample ends in the middle of a letter
    second, home = _second_opinion(sample), _at_home(language)
    scores = {
        name: 0.8 * looks_right(text[:_LOOKED_AT], name)
        + 0.1 * second.get(name, 0.0)
        + home.get(name, 0.0)
        + _HABITS.get(name, 0.0)
        for name, text in texts.items()
    }
    names = sorted(scores, key=lambda name: -scores[name])
    return tuple((name, round(min(max(scores[name], 0.0), 1.0), 2)) for name in names)


def looks_right(text: str, name: str) -> float:
    """How much the letters beyond ASCII look like words that people write in this encoding: 0…1."""
    weigh = _weigh_japanese if name == "shift_jis" else _weigh_letters
    weights = weigh(text, _ALPHABETS.get(name, frozenset()))
    return max(0.0, sum(weights) / len(weights)) if weights else 0.0


def _weigh_letters(text: str, alphabet: frozenset[str]) -> list[float]:
    is_cyrillic = alphabet is _CYRILLIC
    weights = []
    before = " "
    for place, letter in enumerate(text):
        if letter >= "\x80":
            after = text[place + 1 : place + 2]
            if letter in alphabet:
                weights.append(_weigh_letter(letter, before, after, is_cyrillic=is_cyrillic))
            elif letter in _OPENING and not before.isalpha() and after.isalpha():
                weights.append(0.9)
            elif letter in _BEHIND_A_WORD and after.isalpha():
                weights.append(-1.0)
            elif letter in _TYPOGRAPHY and not (before.isalpha() and after.isalpha() and letter != "’"):
                weights.append(0.6)
            else:
                weights.append(-0.3 if letter.isalpha() else -1.0)
        before = letter
    return weights


def _weigh_letter(letter: str, before: str, after: str, *, is_cyrillic: bool) -> float:
    if is_cyrillic:
        if any(other.isascii() and other.isalpha() for other in (before, after)):
            return -1.0  # letters of two scripts in one word
        if letter.isupper() and before.isalpha() and before.islower():
            return -1.0  # a capital behind a small letter
        return (1.0 if letter in _OFTEN else 0.7) - (0.15 if letter.isupper() else 0.0)
    if letter.isupper() and before.isalpha() and before.islower():
        return -1.0
    if _is_odd(letter.lower(), before.lower(), after.lower()):
        return -0.3
    crowded = before >= "\x80" and after >= "\x80"  # between two more letters with marks: seldom a word
    return (0.4 if letter in _RARE else 0.9) - (0.6 if crowded else 0.0)


def _is_odd(letter: str, before: str, after: str) -> bool:
    """Whether a letter with a mark stands where no language that has it puts it. The bytes of one in cp1252 are another
    in cp1250, and what they stand between tells them apart: Muñoz and Gdańsk, Sørensen and Dvořák.
    """
    match letter:
        case "ñ":
            return after not in _VOWELS
        case "ń":
            return after in _VOWELS
        case "œ":
            return after not in ("u", "i", "d", "t")
        case "õ":
            return after.isalpha() and after != "e"
        case "ő":
            return after == "e"
        case "ã":
            return after.isalpha() and after not in ("o", "e", "s")
        case "ă":
            return after == "o"
        case "ø":
            return before in _VOWELS and after in _VOWELS
        case "ř":
            return before not in _VOWELS and after not in _VOWELS
        case "è":
            return after in _VOWELS
        case "ï":
            return not before.isalpha()
    return False


def _weigh_japanese(text: str, _: frozenset[str]) -> list[float]:
    weights = []
    before = " "
    for letter in text:
        is_latin = before.isascii() and before.isalpha()
        before = letter
        if letter < "\x80":
            continue
        if is_latin:
            weights.append(-0.5)  # inside a word of Latin letters: another encoding's quotation mark
        elif "\u3040" <= letter <= "\u30ff" or "\u3000" <= letter <= "\u303f":
            weights.append(1.0)
        elif "\u4e00" <= letter <= "\u9fff" or "\uff01" <= letter <= "\uff5e":
            weights.append(0.8)
        else:
            weights.append(-0.5)  # half-width kana and signs: what other encodings' bytes turn into
    return weights


def _second_opinion(sample: bytes) -> dict[str, float]:
    from charset_normalizer import from_bytes  # only files that are not UTF-8 pay for its import

    found = from_bytes(sample, cp_isolation=list(ONE_BYTE))
    return {match.encoding: max(0.0, 1.0 - match.chaos) * (0.5 + match.coherence / 2) for match in found}


def _at_home(language: str | None) -> dict[str, float]:
    name = (language or locale.getlocale()[0] or "")[:2].lower()
    return _AT_HOME[_LANGUAGES.get(name, "western")]
