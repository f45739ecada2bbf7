"""Reads e-mail addresses: a strict pattern for the common case, email-validator for the rest."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ordermanager.domain.values.unreadable import Unreadable

_COMMON = re.compile(
    r"[A-Za-z0-9_+-]++(?:\.[A-Za-z0-9_+-]++){0,4}+@(?:[a-z0-9]++(?:-[a-z0-9]++)*+\.){1,3}"
    r"(?!test$|local$|invalid$|onion$|arpa$|localhost$)[a-z]{2,20}"
).fullmatch
"""A subset of what email-validator accepts and leaves as it is; a property test holds the two together."""

MAX_LENGTH = 320
"""Characters: 64 before the @, 254 and a margin behind it."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""What comes along when an address is copied from a web page or a chat, and nobody sees."""
_ANGLED = re.compile(r"[^<>@]*<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>").fullmatch
_RESERVED = frozenset(("invalid", "test", "local", "localhost", "onion", "arpa"))
_SLIPS = {
    "gmial.com": "gmail.com",
    "gmai.com": "gmail.com",
    "gmal.com": "gmail.com",
    "gamil.com": "gmail.com",
    "gnail.com": "gmail.com",
    "gmail.con": "gmail.com",
    "gmail.co": "gmail.com",
    "gmail.cm": "gmail.com",
    "hotmial.com": "hotmail.com",
    "hotmail.con": "hotmail.com",
    "yaho.com": "yahoo.com",
    "yahoo.con": "yahoo.com",
    "outlok.com": "outlook.com",
    "outlook.con": "outlook.com",
    "icloud.con": "icloud.com",
    "iclod.com": "icloud.com",
    "ukr.ner": "ukr.net",
    "ukr.ney": "ukr.net",
    "urk.net": "ukr.net",
}
"""Domains that exist by accident, if at all, and the one that every typist of them meant."""


def read_email(text: str) -> str:
    """The address as it is sent: without `mailto:`, the domain in small letters, the local part as entered.

    Raises Unreadable with an `email.` code, and a proposal where one is certain. Asks no name server.
    """
    text = text.strip()
    if len(text) <= 64 and _COMMON(text):
        return text
    if text[:7].lower() == "mailto:":
        text = text[7:].partition("?")[0].strip()
    return _read_rare(text)


def common_email(text: str) -> str:
    """What `read_email` reads, where an address is plain and of no domain that is a slip; else empty."""
    if len(text) <= 64 and _COMMON(text) and text.rpartition("@")[2] not in _SLIPS:
        return text
    return ""


def likely_slip(email: str) -> str | None:
    """The domain that was surely meant, if this readable address ends in a well-known typing mistake."""
    return _SLIPS.get(email.rpartition("@")[2])


@lru_cache(maxsize=4096)
def _accepted(text: str) -> str | None:
    """What email-validator makes of it (a domain in other letters as xn--…); None if it refuses."""
    if _mixes_alphabets(text):
        return None
    from email_validator import EmailNotValidError, validate_email  # heavy: only for rare addresses

    try:
        return validate_email(text, check_deliverability=False, allow_smtputf8=False).ascii_email
    except EmailNotValidError:
        return None


def _read_rare(text: str) -> str:
    text = _INVISIBLE.sub("", text)
    if len(text) > MAX_LENGTH:
        raise Unreadable("email.syntax", value=text)
    accepted = _accepted(text)
    if accepted is not None:
        return accepted
    if len(found := re.findall(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+", text)) > 1:
        raise Unreadable("email.several", next(filter(None, map(_accepted, found)), None), value=text)
    local, _, domain = text.rpartition("@")
    foreign = "".join(dict.fromkeys(char for char in text if char.isalpha() and not char.isascii()))
    if local and domain and foreign:
        raise Unreadable("email.letters", value=text, letters=foreign)
    if local and domain.lower().rpartition(".")[2] in _RESERVED:
        raise Unreadable("email.reserved", value=text, domain=domain)
    raise Unreadable("email.syntax", _repaired(text), value=text)


def _mixes_alphabets(text: str) -> bool:
    """Whether a part of the domain mixes Latin letters with another alphabet's (a Cyrillic а in gmail)."""
    for label in re.split(r"[.@]", text.rpartition("@")[2]):
        alphabets = {unicodedata.name(char, "?").partition(" ")[0] for char in label if char.isalpha()}
        if "LATIN" in alphabets and len(alphabets) > 1:
            return True
    return False


def _repaired(text: str) -> str | None:
    """The address surely meant: out of `Name <a@b.c>`, without blanks, with a point for a comma."""
    angled = _ANGLED(text)
    candidate = angled[1] if angled else re.sub(r"\s*([@.,])\s*", r"\1", text).strip(" .,;:<>()[]\"'")
    pointed = candidate.replace(",", ".")
    local, _, domain = pointed.rpartition("@")
    for better in (candidate, pointed, local + "@" + re.sub(r"\.{2,}", ".", domain)):
        if better.count("@") == 1 and _accepted(better) is not None:
            return better
    return None
