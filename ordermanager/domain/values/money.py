"""Reads amounts: `1 234,50`, `1,234.50`, `1'234.50`, `₴ 99`, `10.50 грн` … and keeps the very digits."""

from __future__ import annotations

import re
from decimal import Decimal

from ordermanager.domain.values.currencies import ISO_4217
from ordermanager.domain.values.unreadable import Unreadable

MAX_WHOLE_DIGITS = 15
"""With more digits before the point, a bar code or a card number has slipped into the column."""
MAX_DECIMALS = 12
MAX_LENGTH = 64

_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?").fullmatch
_MARKS = str.maketrans({"−": "-", "–": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_SYMBOLS = r"(US\$|[₴$€£¥₺₽₸₾₼₪₹]|zł|грн\.?|гривень|гривні|руб\.?|р\.|Kč|lei|[a-z]{3})?"
_WRAPPED = re.compile(
    rf"(-?)\s*\(?{_SYMBOLS}\)?\s*(-?)\s*([0-9.,'\s]+?)\s*(?:\({_SYMBOLS}\)|{_SYMBOLS})", re.IGNORECASE
).fullmatch
_EACH = re.compile(r"\s*/\s*(?:шт|од|уп|пар|кг|л|м|pcs?|kg)\.?$", re.IGNORECASE)
"""Behind a price: `100 грн/шт`."""

_NO_DECIMALS = re.compile(r"(?<=[0-9])[.,]\s?--?(?=\D*$)")
"""`250,-` is 250."""

_WITH_HUNDREDTHS = re.compile(
    r"([0-9][0-9\s]*?)\s*(?:грн|гривень|гривні|гривня|руб|zł|₴)\.?\s*([0-9]{1,2})\s*(?:коп|копійок|копеек|gr|groszy)\.?",
    re.IGNORECASE,
).fullmatch
"""`2 350 грн 50 коп`."""

_GROUPED = re.compile(r"[0-9]{1,3}([ .,'])[0-9]{3}(?:\1[0-9]{3})*").fullmatch
_DIGITS = re.compile(r"[0-9]+").fullmatch
_THOUSANDS = re.compile(r"[^0-9,.-]*[1-9][0-9]{0,2}\.[0-9]{3}[^0-9,]*").fullmatch
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}").fullmatch


def read_money(text: str) -> Decimal:
    """The amount with the digits as entered: `10.50` has two decimals, `10.5` has one.

    A plain number has a decimal point whatever follows it; `1,234` can mean two things and is refused.
    Raises Unreadable with a code that begins with `money.`.
    """
    text = text.strip()
    if _PLAIN(text):
        return _positive_zero(Decimal(text))
    if "%" in text:
        raise Unreadable("money.percent", value=text)
    if len(text) > MAX_LENGTH:
        raise Unreadable("money.unreadable", value=text)
    if parted := _WITH_HUNDREDTHS(text):
        return number(f"{parted[1]}.{parted[2]:0>2}", text, "money")
    match = _WRAPPED(_NO_DECIMALS.sub("", _EACH.sub("", text).translate(_MARKS)))
    if match is None or (match[1] and match[3]) or not all(map(_is_currency, match.group(2, 5, 6))):
        raise Unreadable("money.unreadable", value=text)
    return number((match[1] or match[3]) + match[4], text, "money")


def number(body: str, text: str, kind: str) -> Decimal:
    """The number that `body` (digits, one minus in front, points, commas, apostrophes, spaces) stands for.

    Raises Unreadable with codes of `kind` (`money` or `quantity`) about the whole `text`.
    """
    sign = "-" if body.startswith("-") else ""
    whole, fraction = _split(re.sub(r"\s", " ", body.removeprefix("-")).strip(), text, kind)
    if len(whole.lstrip("0")) > MAX_WHOLE_DIGITS:
        raise Unreadable(f"{kind}.too_large", value=text)
    if len(fraction) > MAX_DECIMALS:
        raise Unreadable(f"{kind}.unreadable", value=text)
    return _positive_zero(Decimal(f"{sign}{whole}.{fraction}" if fraction else sign + whole))


def looks_like_thousands(text: str) -> bool:
    """Whether a number such as `1.234` or `1.234 €` may have been meant as thousands (it is read as a decimal)."""
    return _THOUSANDS(text) is not None


def plain(value: Decimal) -> str:
    """The digits of a number without an exponent, as they go into JSON."""
    return format(value, "f")


def _split(body: str, text: str, kind: str) -> tuple[str, str]:
    """The digits before and after the decimal sign: the last `.` or `,` if it stands there only once."""
    last = max(body.rfind("."), body.rfind(","))
    if last < 0 or body[last] in body[:last]:
        return _ungroup(body, "", text, kind), ""
    before, sign, after = body[:last], body[last], body[last + 1 :]
    if sign == "," and _ONE_GROUP(before) and len(after) == 3 and _DIGITS(after):
        raise Unreadable(f"{kind}.ambiguous", value=text, first=before + after, second=f"{before}.{after}")
    if not (before or after) or (after and not _DIGITS(after)):
        raise Unreadable(f"{kind}.unreadable", value=text)
    return (_ungroup(before, sign, text, kind) if before else "0"), after


def _ungroup(whole: str, decimal_sign: str, text: str, kind: str) -> str:
    """Digits without the marks between thousands, which stand at every third digit and are all alike."""
    if _DIGITS(whole):
        return whole
    match = _GROUPED(whole)
    if match is None or match[1] == decimal_sign:
        raise Unreadable(f"{kind}.unreadable", value=text)
    return whole.replace(match[1], "")


def _is_currency(mark: str | None) -> bool:
    """Whether what stands beside the digits is money, and not `pcs` or `box`."""
    return (
        mark is None
        or len(mark) != 3
        or not mark.isascii()
        or mark.upper() in ISO_4217
        or mark.lower() in ("us$", "lei")
    )


def _positive_zero(value: Decimal) -> Decimal:
    return value if value else abs(value)
