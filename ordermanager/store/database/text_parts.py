"""The condition that a text has a part, small and capital letters alike, read through an index of a million rows.

`lower` makes a copy of every text, so it is asked only of those that have the signs and digits of the part, or LIKE is
in its stead: each takes half the time. Both fold ASCII only, and LIKE reads no further than a NUL. Parts with other
letters are looked for in texts that have some. Where LIKE minds capitals, as in PostgreSQL, ILIKE says all of this.
"""

from __future__ import annotations

import re

_CASELESS = re.compile(r"[^A-Za-z]+")
_SELDOM = 2
"""So many signs or digits in a row are in few texts, mostly: a dash or an @ alone may be in all."""
_LONGEST = 200
"""Letters; SQLite refuses patterns of some ten thousand."""


def has_part(column: str, part: str, *, may_have_nul: bool = True) -> tuple[str, list[str]]:
    """The condition and its values. `may_have_nul`: whether nobody has checked the texts of the column."""
    if not part.isascii():
        return _of_any_letters(column, part)
    rare = max(_CASELESS.findall(part), key=len, default="")
    if rare == part:
        return f"instr({column}, ?) > 0", [part]
    is_rare = len(rare) >= _SELDOM
    if not may_have_nul and _is_for_patterns(part):
        condition, values = _like(column, part)
    elif is_rare or not _is_for_patterns(part):
        condition, values = f"instr(lower({column}), ?) > 0", [part.lower()]
    else:
        like, values = _like(column, part)
        condition = f"({like} OR instr({column}, ?) > 0 AND instr(lower({column}), ?) > 0)"
        values += ["\0", part.lower()]
    return (f"(instr({column}, ?) > 0 AND {condition})", [rare, *values]) if is_rare else (condition, values)


def phone_digits(part: str) -> str:
    """The digits, where this is a part of a phone as somebody writes it; else empty."""
    return "" if part.strip("+0123456789 ().-") else "".join(filter(str.isdigit, part))


def _is_for_patterns(part: str) -> bool:
    return "\0" not in part and len(part) <= _LONGEST


def _like(column: str, part: str) -> tuple[str, list[str]]:
    escaped = re.sub(r"([%_\\])", r"\\\1", part)
    return f"{column} LIKE ? ESCAPE '\\'", [f"%{escaped}%"]


def _of_any_letters(column: str, part: str) -> tuple[str, list[str]]:
    """The part in one case or the other, letter by letter; where no pattern can be asked for, whole."""
    spelled = (part, part.lower(), part.upper(), part.capitalize())  # some letters become two: ß, SS
    small = list(dict.fromkeys(map(_small_ascii, spelled)))
    whole = " OR ".join([f"instr(lower({column}), ?) > 0"] * len(small))
    has_others = f"length({column}) < octet_length({column})"  # length ends at a NUL, too
    if not _is_for_patterns(part):
        return f"({has_others} AND ({whole}))", small
    patterns = list(dict.fromkeys(map(_in_both_cases, spelled)))
    some = " OR ".join([f"{column} GLOB ?"] * len(patterns))
    return f"({has_others} AND ({some} OR instr({column}, ?) > 0 AND ({whole})))", [*patterns, "\0", *small]


def _in_both_cases(part: str) -> str:
    """A pattern for GLOB."""
    return f"*{''.join(map(_either_case, part))}*"


def _either_case(letter: str) -> str:
    cases = {letter, letter.lower(), letter.upper(), letter.lower().upper(), letter.upper().lower()}
    cases = {each for each in cases if len(each) == 1}
    return f"[{''.join(sorted(cases))}]" if len(cases) > 1 or letter in "*?[" else letter


def _small_ascii(text: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in text)
