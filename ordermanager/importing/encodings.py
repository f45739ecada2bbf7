"""Which encoding a text file has: byte order mark, then strict UTF-8, then a ranked guess."""

from __future__ import annotations

import codecs
import locale
from dataclasses import dataclass

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.sniff import looks_like_utf16

ONE_BYTE = ("cp1251", "cp1252", "cp1250", "koi8_u", "iso8859_2", "cp866", "shift_jis")
"""What is offered and guessed besides Unicode; ISO-8859-1 is a part of cp1252."""

OFFERED = ("utf-8", "utf-16", *ONE_BYTE)
"""What a person can choose from."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"))
_WESTERN = frozenset("àâäçèêëîïôûùñãõåøæÀÂÇÈÊÎÔÛÑÃÕÅØÆ€ß")
_CENTRAL = frozenset("ąćęłńśźżčďěňřšťůžőűşţăĺľĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰŞŢĂĽ")
_CENTRAL_LANGUAGES = ("pl", "cs", "sk", "hu", "ro", "hr", "sl")


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` decodes the file; `fallback` decodes single lines that `name` cannot; `ranked` is what else it
    may be.
    """

    name: str
    fallback: str = "cp1252"
    ranked: tuple[str, ...] = OFFERED


def known_encoding(name: str) -> str:
    """The encoding that a person named, as Python calls it. Raises WrongUse where there is none."""
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "There is no encoding “{name}”. Try utf-8, cp1251 or cp1252."),
            name=name,
        ) from error


def find_encoding(head: bytes, *, whole: bool) -> Encoding:
    """The encoding of text that begins with `head`; `whole` says that this is all of it."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return Encoding(name)
    if wide := looks_like_utf16(head[:65536]):
        return Encoding(wide)
    if not whole:
        head = head[: head.rfind(b"\n") + 1] or head
    if head.isascii() or _is_utf8(head):
        return Encoding("utf-8", fallback=_own_one_byte())
    good, bad = _split_lines(head)
    ranked = _guess(b"".join(bad)[:65536])
    if len(good) > len(bad):
        return Encoding("utf-8", fallback=ranked[0], ranked=_order("utf-8", ranked))
    return Encoding(ranked[0], fallback=ranked[0], ranked=_order(*ranked))


def _order(*first: str | tuple[str, ...]) -> tuple[str, ...]:
    names = [name for part in first for name in ((part,) if isinstance(part, str) else part)]
    return tuple(dict.fromkeys((*names, *OFFERED)))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _split_lines(head: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines with letters beyond ASCII: those that are UTF-8 and those that are not."""
    good: list[bytes] = []
    bad: list[bytes] = []
    for line in head.splitlines(keepends=True):
        if not line.isascii():
            (good if _is_utf8(line) else bad).append(line)
    return good, bad


def _guess(sample: bytes) -> tuple[str, ...]:
    """The one-byte encodings that fit, likeliest first."""
    from charset_normalizer import from_bytes  # only files that are not UTF-8 pay for its import

    names = [match.encoding for match in from_bytes(sample, cp_isolation=list(ONE_BYTE))]
    names += [name for name in (_own_one_byte(), *ONE_BYTE) if name not in names and _decodes(sample, name)]
    if names and names[0] in ("cp1250", "cp1252", "iso8859_2"):
        best = _latin(sample, names[0])
        names = [best, *(name for name in names if name != best)]
    return tuple(names) or ("cp1252",)


def _latin(sample: bytes, named: str) -> str:
    """Western or Central European: charset-normalizer calls both cp1250 (design.md 8), their letters tell
    them apart.
    """
    western = _count(sample, "cp1252", _WESTERN)
    central, central_iso = _count(sample, "cp1250", _CENTRAL), _count(sample, "iso8859_2", _CENTRAL)
    if central_iso > max(central, western):
        return "iso8859_2"
    if central > western or (central == western and _language() in _CENTRAL_LANGUAGES):
        return "cp1250" if central >= central_iso else named
    return "cp1252"


def _count(sample: bytes, name: str, letters: frozenset[str]) -> int:
    return sum(letter in letters for letter in sample.decode(name, "ignore"))


def _decodes(sample: bytes, name: str) -> bool:
    try:
        sample.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _language() -> str:
    return (locale.getlocale()[0] or "")[:2].lower()


def _own_one_byte() -> str:
    """What files of this user's language were written in before Unicode."""
    language = _language()
    if language in ("uk", "ru", "bg", "be"):
        return "cp1251"
    return "cp1250" if language in _CENTRAL_LANGUAGES else "cp1252"
