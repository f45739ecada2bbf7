"""What a column's cells look like: an e-mail, a phone, an amount … Used where a header alone does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.values.spreadsheet_errors import is_spreadsheet_error
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.values.status_words import known_words, word_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MONEY = re.compile(
    r"[^\d\s%@]{0,4}\s*-?[\d\s.,'’]*\d(?:[.,][-–—]{1,2})?\s*"
    r"(?:[^\d\s%@]{0,4}|\([^\d\s%@]{1,4}\)|гривень|гривні|гривня|гривен|гривны|рублей|доларів|долларов|złotych)\.?"
).fullmatch
_DATE = re.compile(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}.*|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?!\d).*|\d{1,2}\.? [^\W\d]{3,}\.?,? \d{4}.*",
    re.DOTALL,
).fullmatch
_EMAIL = re.compile(r"\s*[^\s@,;]+@[^\s@]+\.[^\s@]+\s*").fullmatch
_EMAIL_INSIDE = re.compile(r"[^<>@]+<[^\s<>@]+@[^\s<>@]+>\s*").fullmatch
_PHONE = re.compile(
    r"(?:\+|00)\d[\d\s().-]{8,17}|0\d{9}|380\d{9}(?:\.0)?|\(?0\d{2}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}"
).fullmatch
_CURRENCY = re.compile(r"UAH|USD|EUR|PLN|GBP|CZK|RON|HUF|KZT|GEL|MDL").fullmatch
_TWO_DECIMALS = re.compile(r".*\d[.,]\d\d(?!\d).*").fullmatch
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[apAP]\.?[mM]\.?)?").fullmatch
_IMAGE = re.compile(r"https?://\S+\.(?:jpe?g|png|webp|gif|avif)(?:\?\S*)?", re.IGNORECASE).fullmatch
_LINK = re.compile(r"https?://\S+").fullmatch

_SURNAME = re.compile(
    r"[^\W\d]+(?:енко|ко|ук|юк|чак|ський|ська|цький|цька|зький|зька|ий|ова|ова|ева|єва|ов|ев|єв|ін|іна|ин|ина|ишин)"
).fullmatch
_NAMES = """
    олександр олексій андрій анатолій антон артем артур богдан борис вадим валентин валерій василь віктор віталій
    владислав володимир геннадій георгій григорій давид данило денис дмитро євген едуард іван ігор ілля кирило
    костянтин леонід любомир максим марк мар'ян матвій микита микола михайло назар олег олесь орест остап павло петро
    роман ростислав руслан святослав сергій станіслав степан тарас тимофій тимур федір юрій ярослав
    аліна алла анастасія ангеліна анна антоніна валентина валерія варвара вікторія віра галина ганна дарина дар'я діана
    євгенія єва єлизавета зінаїда зоряна злата інна ірина іванна каріна катерина кіра лариса леся лідія лілія любов
    людмила маргарита марина марія мар'яна мирослава надія наталія наталя ніна оксана олександра олена олеся ольга
    поліна раїса світлана соломія софія тамара тетяна уляна христина юлія яна ярина
    александр алексей андрей артём виктор виталий владимир дмитрий евгений иван игорь илья кирилл константин михаил
    никита николай павел пётр петр сергей юрий анастасия валерия виктория дарья евгения елена елизавета инна ирина
    екатерина лилия мария наталья ольга оксана светлана татьяна юлия людмила
    john james robert michael david william mary anna emma olivia sarah thomas peter paul maria
"""
_GIVEN_NAMES = frozenset(_NAMES.split())
"""The commonest: enough that one of some rows shows in which order a column writes names."""
_WITH_A_COMMA = re.compile(r"[^,\d@]*[^\W\d][^,\d@]*,[^,\d@]*[^\W\d][^,\d@]*").fullmatch
_PATRONYMIC = re.compile(r"[^\W\d]+(?:ович|йович|івна|ївна|евич|овна|евна)").fullmatch


_WORDS_FOR_NOTHING = """
    none null no n/a нема немає нет відсутній відсутня відсутнє відсутні отсутствует
"""
_PHRASES_FOR_NOTHING = (
    "-",
    "--",
    "–",
    "—",
    "#N/A",
    "не вказано",
    "Не вказано",
    "не указан",
    "Не указан",
    "not set",
)
NOTHING = (
    *_PHRASES_FOR_NOTHING,
    *(spelled for word in _WORDS_FOR_NOTHING.split() for spelled in (word, word.capitalize(), word.upper())),
)
"""What shops write into a cell where there is nothing."""
_NOTHING = frozenset(NOTHING)

_WORDS_FOR_FREE = (
    "безкоштовно",
    "безкоштовна",
    "безкоштовна доставка",
    "бесплатно",
    "бесплатная",
    "free",
    "free shipping",
    "gratis",
    "kostenlos",
    "gratuit",
    "без ПДВ",
    "без НДС",
    "за тарифами перевізника",
    "по тарифам перевозчика",
)
NO_AMOUNT = (
    *NOTHING,
    *(form for word in _WORDS_FOR_FREE for form in (word, word.capitalize(), word.upper())),
)
"""What stands where an order has no shipping, discount or tax, or nobody knows how much."""
_NO_AMOUNT = frozenset(NO_AMOUNT)


def _is_nothing(text: str) -> bool:
    return text in _NO_AMOUNT or is_spreadsheet_error(text)


def share(cells: Sequence[str], looks: Callable[[str], object]) -> float:
    """Which part of the filled cells looks so; 0 where none is filled. Words for nothing fill no cell."""
    filled = [text for cell in cells if (text := cell.strip()) and not _is_nothing(text)]
    return sum(1 for text in filled if looks(text)) / len(filled) if filled else 0.0


_USUAL, _FEW_CELLS = 4, 2
"""Of a row's cells so many are filled, and so few where it is no order."""


def rows_that_tell(sample: Sequence[list[str]]) -> Sequence[list[str]]:
    """Without sums, signatures and headings in between, of which a short table has as many as orders: their cells stand
    anywhere and say nothing of their columns.
    """
    filled = [len(row) - row.count("") for row in sample]
    usual = sorted(filled)[len(filled) // 2] if filled else 0
    if usual < _USUAL:
        return sample
    return [row for row, count in zip(sample, filled, strict=True) if count > _FEW_CELLS]


def is_money(text: str) -> bool:
    """An amount with or without a currency; percentages are none."""
    if text.startswith(("0", "+")) and text[:2] not in ("0", "0.", "0,"):
        return False  # a phone or an article number
    return bool(_MONEY(text))


def has_decimals(text: str) -> bool:
    """An amount with exactly two decimals, which few things but money have."""
    return is_money(text) and _TWO_DECIMALS(text) is not None


def is_time(text: str) -> bool:
    """A time of day alone."""
    return bool(_TIME(text))


def is_date(text: str) -> bool:
    """Some date."""
    return bool(_DATE(text))


def is_email(text: str) -> bool:
    """Something like an e-mail address."""
    return bool(_EMAIL(text))


def has_email_inside(text: str) -> bool:
    """A name with an e-mail behind it: `Ann Lee <ann@example.com>`."""
    return bool(_EMAIL_INSIDE(text))


def has_phone_digits(text: str) -> bool:
    """Seven digits or more and no at sign."""
    return "@" not in text and sum(letter.isdigit() for letter in text) >= 7


def is_status(text: str) -> bool:
    """A known word for a status."""
    return word_key(text) in known_words()


def is_word(text: str) -> bool:
    """Neither a number nor a date."""
    return not is_money(text) and not is_date(text) and any(letter.isalpha() for letter in text)


_COUNTER = header_key("№")

FITS: dict[str, Callable[[str], object]] = {
    "totalCost": is_money,
    "shipping": is_money,
    "discount": is_money,
    "taxes": is_money,
    "cost": is_money,
    "quantity": is_money,
    "lineTotal": is_money,
    "email": lambda text: "@" in text,
    "phone": has_phone_digits,
    "deliveryMethod": is_word,
}
"""What at least half of a column's filled cells must look like for a header to be believed."""

CLEAR: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("email", _EMAIL),
    ("imageUrl", _IMAGE),
    ("url", _LINK),
    ("phone", _PHONE),
    ("currency", _CURRENCY),
    ("status", is_status),
)
"""Cells that say their field without a header, in the order in which they are asked."""


def believed(name: str, cells: Sequence[str]) -> bool:
    """Whether the cells do not contradict the header: most look like the field, or none is filled."""
    looks = FITS.get(name)
    filled = (text for cell in cells if (text := cell.strip()) and not _is_nothing(text))
    return looks is None or not any(filled) or share(cells, looks) >= 0.5


def counts_rows(key: str, cells: Sequence[str]) -> bool:
    """Whether a column headed `№` says nothing but which row of the table it is; a row of sums may stand below."""
    if key != _COUNTER:
        return False
    numbers = [text for cell in cells if (text := cell.strip()).isdecimal()]
    return 1 < len(numbers) >= len(cells) / 2 and numbers == list(map(str, range(1, len(numbers) + 1)))


def surname_first(cells: Sequence[str]) -> bool | None:
    """Whether full names begin with the surname, as Ukrainian documents write them; None where the cells do not show
    it.
    """
    first = second = 0
    for cell in cells:
        words = cell.lower().replace("’", "'").split()
        if _WITH_A_COMMA(cell) or (len(words) == 3 and _PATRONYMIC(words[2])):
            first += 1
        elif len(words) == 3 and _PATRONYMIC(words[1]):
            second += 1
        elif len(words) == 2:
            is_first, is_second = _is_surname(words[0], words[1]), _is_surname(words[1], words[0])
            first += is_first and not is_second
            second += is_second and not is_first
    return None if first == second else first > second


def are_whole_names(cells: Sequence[str]) -> bool:
    """Whether most cells hold a first and a last name, whatever their header says; a patronymic is no last name."""
    return share(cells, _is_whole_name) >= 0.6


def _is_whole_name(text: str) -> bool:
    words = text.lower().replace("’", "'").split()
    named = len(words) == 3 or (len(words) == 2 and not _PATRONYMIC(words[1]))
    return named and all(word.replace("'", "").replace("-", "").rstrip(".").isalpha() for word in words)


def _is_surname(word: str, other: str) -> bool:
    """Whether a word is one by its ending, or because the other is a given name and it is none."""
    return (bool(_SURNAME(word)) or other in _GIVEN_NAMES) and word not in _GIVEN_NAMES
