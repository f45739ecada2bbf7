"""The currency that stands in no cell of a workbook but in how its numbers are shown: `#,##0.00 "грн"`, `[$€-407]`.
Runs in the reader's child; the beginning of a sheet tells what its columns are shown in.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ordermanager.importing.reading.xlsx_stream import column_number
from ordermanager.importing.values.currency_words import currency_code, currency_in

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Mapping

LOOKED_AT = 1 << 18
"""Bytes of a sheet."""

_LOCALE = re.compile(r"\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]")
_SPOKEN = re.compile(r'"([^"]*)"|\\(.)|([$€₴£₽₸₾₺₪])')
_CELL = re.compile(rb"<c ([^>]*)(?<!/)>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})\d+"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_NO_NUMBER = re.compile(rb'\bt="(?!n")')
_DOLLARS = {"1009": "CAD", "C0C": "CAD", "C09": "AUD", "1409": "NZD", "1004": "SGD", "C04": "HKD"}
"""By the language that a format names; all others are taken for those of the USA, as the sign alone is."""


def currency_of_format(code: str) -> str:
    """The currency in which a format shows a number; empty where it names none, or several."""
    code = code.split(";")[0]
    found = set()
    for sign, language in _LOCALE.findall(code):
        text = sign.strip()
        if text == "$" and language.lstrip("0").upper() in _DOLLARS:
            found.add(_DOLLARS[language.lstrip("0").upper()])
        elif text:
            found.add(_code_of(text))
    for spoken in _SPOKEN.findall(_LOCALE.sub("", code)):
        found.add(_code_of("".join(spoken)))
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _code_of(text: str) -> str:
    code = currency_code(text)
    return code if code != text or (len(code) == 3 and currency_in(code)) else currency_in(text)


def currencies_of_sheet(
    archive: zipfile.ZipFile, part: str, by_style: Mapping[int, str]
) -> dict[int, list[str]]:
    """The currencies of each column (from 0) whose numbers are shown with one, those of most cells first."""
    if not by_style:
        return {}
    with archive.open(part) as stream:
        begin = stream.read(LOOKED_AT)
    found: list[tuple[int, str]] = []
    for attributes in _CELL.findall(begin):
        place, style = _PLACE.search(attributes), _STYLE.search(attributes)
        if place and style and (code := by_style.get(int(style[1]))) and not _NO_NUMBER.search(attributes):
            found.append((column_number(place[1].decode()), code))
    return ranked(found)


def ranked(found: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    """Columns with the currencies of their cells, the most frequent first."""
    columns: dict[int, list[str]] = {}
    for (column, code), _ in Counter(found).most_common():
        columns.setdefault(column, []).append(code)
    return columns
