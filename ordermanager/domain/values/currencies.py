"""The currency codes of ISO 4217 that money is counted in today (no metals, funds or test codes)."""

from __future__ import annotations

import re

_CODES = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
    KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
    NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED
    VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""

ISO_4217 = frozenset(_CODES.split())
"""Includes ANG and BGN, which ended in 2025 and 2026 and stand in older orders."""

SIGNS: dict[str, str] = {
    "₴": "UAH",
    "грн": "UAH",
    "грн.": "UAH",
    "гривня": "UAH",
    "гривні": "UAH",
    "гривень": "UAH",
    "hrn": "UAH",
    "€": "EUR",
    "євро": "EUR",
    "евро": "EUR",
    "euro": "EUR",
    "zł": "PLN",
    "£": "GBP",
    "us$": "USD",
}
"""Signs and words that stand for exactly one currency; `$` is not among them."""

_DOLLAR_CODES = """
    USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD
    ARS BRL CLP COP CVE DOP MXN NIO TOP UYU
"""
_DOLLARS = frozenset(_DOLLAR_CODES.split())
"""Currencies whose amounts are written with `$`."""

_BESIDE = re.compile(r"US\$|[^\W\d_]+\.?|[₴$€£]", re.IGNORECASE)


def contradicting_sign(amount: str, currency: str) -> str:
    """The sign or code beside an amount that surely means another currency than this one; empty where none does."""
    word: str
    for word in _BESIDE.findall(amount):
        if word == "$":
            if currency not in _DOLLARS:
                return word
            continue
        code = SIGNS.get(word.casefold()) or (word if word in ISO_4217 else "")
        if code and code != currency:
            return word
    return ""
