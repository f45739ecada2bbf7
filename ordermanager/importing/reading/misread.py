"""Letters of one byte that somebody has read in the encoding of another alphabet and saved as UTF-8, so that `Оплата`
stands in the file as `Îïëàòà`, `ïÐÌÁÔÁ` or `пРМБФБ`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.importing.reading.encoding_rank import looks_right

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIRS = {
    f"{read}>{meant}": (read, meant)
    for read, meant in (
        ("cp1252", "cp1251"),
        ("cp1252", "koi8_u"),
        ("cp1251", "koi8_u"),
        ("koi8_u", "cp1251"),
    )
}
"""What the letters were read as and what they are, by the name of the repair."""

MISREAD = re.compile(r"[\xc0-\xff]{4}|[а-яіїєґ][А-ЯІЇЄҐ]{3}")
"""Four letters with marks side by side, or capitals behind a small letter: rare in a text that was read rightly."""

_TWO_ALPHABETS = re.compile(r"[A-Za-z][а-яіїєґА-ЯІЇЄҐ]|[а-яіїєґА-ЯІЇЄҐ][A-Za-z]").search
_LEAST, _BETTER = 0.75, 0.25


def mended(text: str, pair: str) -> str:
    """The text in the encoding that was meant; the text itself where it cannot have been read so, or would have letters
    of two alphabets in one word.
    """
    read, meant = PAIRS[pair]
    try:
        given = b"".join(
            letter.encode(read) if ord(letter) > 0x9F else letter.encode("latin-1") for letter in text
        )
        found = given.decode(meant)
    except UnicodeError:
        return text
    return text if _TWO_ALPHABETS(found) else found


def is_better(odd: Sequence[str], every: Sequence[str], pair: str) -> bool:
    """Whether texts look like words when they are put right, and do not as they are: the odd ones where they were read
    in another alphabet, else every one, because who forgot the shift key writes a word that looks odd, too.
    """
    read, meant = PAIRS[pair]
    texts = odd if read == "cp1252" else every
    now, then = " ".join(texts), " ".join(mended(text, pair) for text in texts)
    looks = looks_right(then, meant)
    return looks >= _LEAST and looks - looks_right(now, read) >= _BETTER
