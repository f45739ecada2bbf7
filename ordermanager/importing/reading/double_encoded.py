"""Letters that were encoded twice: UTF-8 that somebody has read as Windows-1251 or 1252 and saved as UTF-8 again, so
that `Іван` stands in the file as `Р†РІР°РЅ` or `Ð†Ð²Ð°Ð½`. Noticed and proposed; put right where a person says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordermanager.importing.tables.table import Row, Table

NOTICED = QT_TRANSLATE_NOOP(
    "Sentence",
    "Letters of this file were encoded twice: “{example}” may be “{meant}” ({count} such cells in its first rows). "
    "They are left so, unless you have them put right.",
)
MENDED = QT_TRANSLATE_NOOP(
    "Sentence", "Letters that were encoded twice are put right, as you chose: “{example}” is “{meant}”."
)
NOTHING_TO_MEND = QT_TRANSLATE_NOOP(
    "Sentence", "No letters of this file were encoded twice: nothing was put right."
)

CODECS = ("cp1251", "cp1252", "cp1250")
"""What UTF-8 was read as."""

_TIMES = 3
_SHOWN = 40


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
_TWICE = re.compile(
    rf"(?:{_signs(*range(0xC3, 0xC6), *range(0xD0, 0xD4))}{_NEXT}){{2}}|{_signs(0xE2)}{_NEXT}{{2}}"
).search
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


def read_letters(table: Table, head: Sequence[Row], *, mend: bool) -> list[Row]:
    """Notice letters that were encoded twice; put right, in these rows and all later ones, if that is wanted."""
    is_possible = not table.encoding or table.encoding.startswith("utf")  # else the encoding is the wrong one
    odd = [row for row in head if _TWICE("\n".join(row[1]))] if is_possible else []
    found = {codec: _examples(odd, codec) for codec in CODECS}
    codec = max(CODECS, key=lambda name: found[name][0])
    count, example = found[codec]
    if not count:
        if mend:
            table.note(Sentence(NOTHING_TO_MEND))
        return list(head)
    table.mendable = codec
    values = {"example": example[:_SHOWN], "meant": mended(example, codec)[:_SHOWN]}
    if not mend:
        table.note(Sentence(NOTICED, {**values, "count": count}))
        return list(head)
    table.note(Sentence(MENDED, values))
    table.mended = codec
    return read_mended(table, head)


def read_mended(table: Table, head: Sequence[Row] = ()) -> list[Row]:
    """Put the letters of these rows and of all that come right, by `table.mended`."""
    codec, opened = table.mended, table.open_rows

    def rows() -> Iterator[Row]:
        for number, cells in opened():
            yield number, [text if text.isascii() else mended(text, codec) for text in cells]

    table.open_rows = rows
    return [(number, [mended(text, codec) for text in cells]) for number, cells in head]


def _examples(head: Sequence[Row], codec: str) -> tuple[int, str]:
    """How many cells are other ones when they are put right, and one of them."""
    found = [text for _, cells in head for text in cells if mended(text, codec) != text]
    return len(found), max(found, key=lambda text: (len(text) <= _SHOWN, len(text)), default="").strip()
