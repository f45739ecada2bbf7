"""Letters that were encoded twice: UTF-8 that somebody has read as Windows-1251 or 1252 and saved as UTF-8 again, so
that `Іван` stands in the file as `Р†РІР°РЅ` or `Ð†Ð²Ð°Ð½`.
"""

from __future__ import annotations

import re

CODECS = ("cp1251", "cp1252", "cp1250")
"""What UTF-8 was read as."""

_TIMES = 3


def _bytes_of(codec: str) -> dict[int, int]:
    """The byte of each letter; what the codec lacks may have stayed as a control character."""
    found = {code: code for code in range(0xA0)}
    for code in range(0x80, 0x100):
        try:
            found[ord(bytes((code,)).decode(codec))] = code
        except UnicodeDecodeError:
            continue
    return found


_BYTES = {codec: _bytes_of(codec) for codec in CODECS}


def _signs(*bytes_of_utf8: int) -> str:
    """A class of all letters that one of these bytes was read as."""
    wanted = frozenset(bytes_of_utf8)
    letters = {chr(code) for known in _BYTES.values() for code, byte in known.items() if byte in wanted}
    return f"[{re.escape(''.join(sorted(letters)))}]"


_NEXT = _signs(*range(0x80, 0xC0))
TWICE = re.compile(
    rf"(?:{_signs(*range(0xC3, 0xC6), *range(0xD0, 0xD4))}{_NEXT}){{2}}|{_signs(0xE2)}{_NEXT}{{2}}"
)
"""Two letters of most alphabets beside each other, or a sign such as ’; rare in a text that was encoded once."""


def mended(text: str, codec: str) -> str:
    """The text as it was before it was encoded twice; the text itself where not all of it was."""
    for _ in range(_TIMES):
        if text.isascii() or (once := _once(text, codec)) is None:
            break
        text = once
    return text


def _once(text: str, codec: str) -> str | None:
    known = _BYTES[codec]
    try:
        data = bytes([known[ord(letter)] for letter in text])
    except KeyError:
        return None
    for given in (data, _with_hard_spaces(data)):
        try:
            return given.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return None


def _with_hard_spaces(data: bytes) -> bytes:
    """A space that cannot be broken is half of a letter here, and many a program makes a plain one of it."""
    return data.replace(b"\xd0 ", b"\xd0\xa0").replace(b"\xc3 ", b"\xc3\xa0")
