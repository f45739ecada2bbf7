"""Reads phone numbers into the form that the API's examples have: digits with the country code, no plus."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from phonenumbers import PhoneNumber

_UKRAINIAN_MOBILE = re.compile(r"(\+?38)?(0(?:39|50|6[36-8]|73|9[1-9])[0-9]{7})").fullmatch
"""A subset of what phonenumbers knows as valid mobile numbers; a property test holds the two together."""
PLAIN_CODE = "380"
_PLAIN_MOBILES = re.compile(rf"^{PLAIN_CODE}(?:39|50|6[36-8]|73|9[1-9])[0-9]{{7}}$", re.MULTILINE).findall
_SEPARATORS = str.maketrans("", "", " ()-\u00a0")
_DECORATION = re.compile(r"(?:tel|phone|mob|тел|моб)\.?:?\s*", re.IGNORECASE).match
_SHORTENED = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eEеЕ]\+?[0-9]{1,2}").fullmatch
_FLOAT = re.compile(r"(\+?[0-9]{7,15})[.,]0+").fullmatch
_MOBILE_IN = re.compile(r"(?<![0-9+])(?:\+?38)?[\s(-]*0(?:[\s()-]*[0-9]){9}(?![0-9])")
_BETWEEN_PHONES = re.compile(r"[,;/\n|]")
MAX_LENGTH = 100


def read_phone(text: str, region: str) -> str:
    """Digits with the country code; a number without one is a number of `region` (ISO 3166, `UA`).

    A number in no known range is read too (new ranges open every month); `is_doubtful` tells.
    Raises Unreadable with a code that begins with `phone.`.
    """
    text = text.strip()
    return common_phone(text, region) or _read(text, region)[0]


def is_doubtful(text: str, region: str) -> bool:
    """Whether a number that `read_phone` reads lies in no range that is in use."""
    text = text.strip()
    return not common_phone(text, region) and not _read(text, region)[1]


@lru_cache(maxsize=512)
def national_forms(region: str) -> tuple[str, str]:
    """Country code and trunk prefix of a region: `380` and `0` for UA; empty texts where there are none."""
    if region == "UA":  # as phonenumbers has it, which takes a while to load
        return PLAIN_CODE, "0"
    from phonenumbers import PhoneMetadata

    metadata = PhoneMetadata.metadata_for_region(region)
    return (str(metadata.country_code), metadata.national_prefix or "") if metadata else ("", "")


def common_phone(text: str, region: str) -> str:
    """What `read_phone` reads, for a Ukrainian mobile number in a range that is in use; else empty. Without a library
    that takes twenty times as long.
    """
    match = _UKRAINIAN_MOBILE(text) or _UKRAINIAN_MOBILE(text.translate(_SEPARATORS))
    return "38" + match[2] if match and (match[1] or region == "UA") else ""


def are_plain(texts: Sequence[str]) -> bool:
    """Whether each of these begins with PLAIN_CODE and is a number that `common_phone` leaves as it is in every region.
    Asked of many at once, that takes a quarter of the time.
    """
    lines = "\n".join(texts)
    return len(_PLAIN_MOBILES(lines)) == len(texts) == lines.count("\n") + 1


@lru_cache(maxsize=65536)
def _read(text: str, region: str) -> tuple[str, bool]:
    """The digits, and whether the range is in use."""
    if _SHORTENED(text):
        raise Unreadable("phone.shortened", value=text)
    if len(text) > MAX_LENGTH:
        raise Unreadable("phone.invalid", value=text)
    if sum(1 for part in _BETWEEN_PHONES.split(text) if sum(map(str.isdigit, part)) >= 7) > 1:
        raise Unreadable("phone.several", next(iter(_inside(text, region)), None), value=text)
    bare = _DECORATION(text)
    cleaned = text[bare.end() :] if bare else text
    whole = _FLOAT(cleaned)
    number, valid = _parse(whole[1] if whole else cleaned, text, region)
    return _digits(number), valid


def _parse(cleaned: str, text: str, region: str) -> tuple[PhoneNumber, bool]:
    """The number as written, else as digits that begin with their country code (the API's own form)."""
    import phonenumbers  # heavy: only when a number is not plainly Ukrainian

    digits = re.sub(r"[^0-9]", "", cleaned)
    doubtful: PhoneNumber | None = None
    for spelling in _spellings(cleaned, digits):
        try:
            number = phonenumbers.parse(spelling, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return number, True
        # Only with its country code and no digit dropped: without one, a slip of the keys would pass as well.
        if _digits(number) == digits.removeprefix("00") and phonenumbers.is_possible_number(number):
            doubtful = number
    if doubtful is not None:
        return doubtful, False
    wrong_length = 0 < len(digits) < 9 or len(digits) > 15
    letters = any(char.isalpha() for char in cleaned)
    code = "phone.length" if wrong_length and not letters else "phone.invalid"
    inside = _inside(cleaned, region)
    if len(inside) > 1:
        raise Unreadable("phone.several", inside[0], value=text)
    raise Unreadable(code, _with_old_trunk(digits, region) or next(iter(inside), None), value=text)


def _spellings(cleaned: str, digits: str) -> list[str]:
    """Under 11 digits no country code is assumed: a national number with a slip would become a stranger's."""
    if cleaned.startswith("00"):
        return [cleaned, "+" + digits[2:]]
    if cleaned.startswith("+") or len(digits) < 11:
        return [cleaned]
    return [cleaned, "+" + digits]


def _inside(text: str, region: str) -> list[str]:
    """Ukrainian mobile numbers in a text, each once: with a name beside them, or several."""
    found = (common_phone(match[0].translate(_SEPARATORS), region) for match in _MOBILE_IN.finditer(text))
    return ["+" + number for number in dict.fromkeys(filter(None, found))]


def _with_old_trunk(digits: str, region: str) -> str | None:
    """`8 067 123 45 67`, as it was dialled in Ukraine until 2009, means +380 67 123 45 67."""
    match = _UKRAINIAN_MOBILE("3" + digits) if region == "UA" else None
    return "+38" + match[2] if match else None


def _digits(number: PhoneNumber) -> str:
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).lstrip("+")
