"""What shops write for a currency: in a column of its own, beside an amount, or in a header."""

from __future__ import annotations

import re

from ordermanager.domain.values.currencies import ISO_4217

CURRENCY_WORDS = {
    "грн": "UAH",
    "₴": "UAH",
    "гривня": "UAH",
    "гривні": "UAH",
    "гривень": "UAH",
    "гривна": "UAH",
    "гривны": "UAH",
    "гривен": "UAH",
    "$": "USD",
    "us$": "USD",
    "долар": "USD",
    "доларів": "USD",
    "дол": "USD",
    "долл": "USD",
    "доллар": "USD",
    "долларов": "USD",
    "€": "EUR",
    "євро": "EUR",
    "евро": "EUR",
    "euro": "EUR",
    "руб": "RUB",
    "рублей": "RUB",
    "₽": "RUB",
    "злотий": "PLN",
    "злотых": "PLN",
    "zł": "PLN",
    "zl": "PLN",
    "£": "GBP",
    "kč": "CZK",
    "₸": "KZT",
    "₾": "GEL",
    "₺": "TRY",
    "₪": "ILS",
}
"""What shops write for a currency's code, where only one can be meant."""

_WORD = re.compile(r"[^\W\d_]+|[₴$€£₸₾₺₪₽]")


def currency_code(text: str) -> str:
    """The code that a cell of a currency column means; the text itself where that is not known."""
    word = text.strip().rstrip(".")
    return CURRENCY_WORDS.get(word.casefold()) or (word.upper() if word.upper() in ISO_4217 else text)


def currency_in(text: str) -> str:
    """The code of the currency that stands beside an amount or in a header: `10 грн`, `Сума, грн`,
    `Total (UAH)`; empty where there is none or there are several.
    """
    found = set()
    for word in _WORD.findall(text):
        code = CURRENCY_WORDS.get(word.casefold())
        if code or (len(word) == 3 and word.isupper() and word in ISO_4217):
            found.add(code or word)
    return found.pop() if len(found) == 1 else ""


_AT_THE_END = re.compile(
    r"(?P<title>.*\w.*?)[\s,;(\[]+(?P<word>[^\W\d_]+|[₴$€£₸₾₺₪₽])\.?\s*[)\]]?\s*"
).fullmatch


def without_currency(title: str) -> str:
    """A header without the currency behind it: `Сумма заказа` for `Сумма заказа, руб.`; else the header itself."""
    match = _AT_THE_END(title) if len(title) < 80 else None
    return match["title"] if match and currency_in(match["word"].strip()) else title
