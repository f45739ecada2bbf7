"""Which encoding a text file has: byte order mark, then strict UTF-8, then a ranked guess."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.reading.encoding_rank import ONE_BYTE, own_one_byte, ranked
from ordermanager.importing.reading.sniff import looks_like_utf16

OFFERED = ("utf-8", "utf-16", *ONE_BYTE)
"""What a person can choose from."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"))
_RANKED_BYTES = 65536


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` decodes the file; `fallback` decodes single lines that `name` cannot; `ranked` is what else it
    may be, best first. `guessed`: the bytes would fit others as well.
    """

    name: str
    fallback: str = "cp1252"
    ranked: tuple[str, ...] = OFFERED
    guessed: bool = False


def text_codec(name: str) -> str:
    """The text encoding of this name as Python calls it; empty where there is none (`base64` is none)."""
    try:
        found = codecs.lookup(name.strip().lower().replace("_", "-").removeprefix("x-"))  # x-mac-cyrillic
        "".encode(found.name)  # some codecs are not from text to bytes
    except (LookupError, TypeError, ValueError):
        return ""
    return found.name


def known_encoding(name: str) -> str:
    """The encoding that a person named, as Python calls it. Raises WrongUse where there is none."""
    if found := text_codec(name):
        return found
    raise WrongUse(
        QT_TRANSLATE_NOOP("Sentence", "There is no encoding “{name}”. Try utf-8, cp1251 or cp1252."),
        name=name,
    )


def find_encoding(head: bytes, *, whole: bool, language: str | None = None) -> Encoding:
    """The encoding of text that begins with `head`; `whole` says that this is all of it. `language` is the
    user's (`uk`), None the system's.
    """
    if name := certain(head):
        return Encoding(name)
    if not whole:
        head = whole_lines(head)
    if head.isascii() or is_utf8(head):
        return Encoding("utf-8", fallback=own_one_byte(language))
    good, bad = _split_lines(head)
    names = tuple(name for name, _ in ranked(b"".join(bad)[:_RANKED_BYTES], language)) or ("cp1252",)
    if len(good) > len(bad):
        return Encoding("utf-8", names[0], _order("utf-8", *names), guessed=True)
    return Encoding(names[0], names[0], _order(*names), guessed=True)


def certain(head: bytes) -> str:
    """The encoding that a byte order mark names, or that the zero bytes of UTF-16 show; else empty."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    return looks_like_utf16(head[:65536])


def whole_lines(head: bytes) -> bytes:
    """Without the last line, whose last letter may be cut in two."""
    return head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1] or head[:-4]


def is_utf8(data: bytes) -> bool:
    """Whether every byte of it is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _order(*first: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *OFFERED)))


def _split_lines(head: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines with letters beyond ASCII: those that are UTF-8 and those that are not."""
    good: list[bytes] = []
    bad: list[bytes] = []
    for line in head.splitlines(keepends=True):
        if not line.isascii():
            (good if is_utf8(line) else bad).append(line)
    return good, bad
