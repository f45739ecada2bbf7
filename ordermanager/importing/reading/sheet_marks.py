"""What the text of a sheet says and calamine does not: formulas that were saved without the value they have, errors,
numbers of more digits than a spreadsheet keeps, hidden rows and those that are struck through.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.importing.reading.xlsx_stream import column_number

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_BYTES = 32 << 20
"""A larger sheet, unpacked, is not looked through."""

_FORMULA = rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)"
_BLANK = re.compile(rb'<c r="([A-Z]{1,3})\d+"[^>]*>' + _FORMULA + rb"(?:<v>\s*</v>|<v\s*/>)?</c>")
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*\bt="e"[^>]*>(?:' + _FORMULA + rb")?<v>([^<]*)</v>")
_LONG = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"([^>]*)>(?:' + _FORMULA + rb")?<v>(\d{16,30})</v>")
_IS_LONG = re.compile(rb"<v>\d{16}").search
"""Found in a fifth of the time; few sheets have such a number."""

_HIDDEN = re.compile(rb'<row ([^>]*\bhidden="(?:1|true)"[^>]*)(?<!/)>(.*?)</row>', re.DOTALL)
_NUMBER = re.compile(rb'\br="(\d+)"')
_ROW = re.compile(rb"<row ([^>]*)(?<!/)>(.*?)</row>", re.DOTALL)
_FILLED = re.compile(rb"<c ([^>]*)(?<!/)>")
_STYLE = re.compile(rb'\bs="(\d+)"')


class SheetMarks(NamedTuple):
    """`formulas` without a value, by column; `texts` of cells for which there is more to say than calamine does, by row
    (from 1) and column (from 0); the numbers of `hidden` rows with something in them, and of those that are `struck`
    through.
    """

    formulas: dict[str, int]
    texts: dict[int, dict[int, str]]
    hidden: list[int]
    struck: list[int]


NO_MARKS = SheetMarks({}, {}, [], [])


def sheet_marks(xml: bytes, struck: Collection[int] = ()) -> SheetMarks:
    """All of them, from the text of a sheet. `struck` are the styles (from 0) of cells that are struck through."""
    texts: dict[int, dict[int, str]] = {}
    for letters, row, text in _ERROR.findall(xml) if b't="e"' in xml else ():
        texts.setdefault(int(row), {})[column_number(letters.decode())] = text.decode("utf-8", "replace")
    for letters, row, attributes, digits in _LONG.findall(xml) if _IS_LONG(xml) else ():
        if b" t=" not in attributes.replace(b' t="n"', b"") and (text := exact_digits(digits.decode())):
            texts.setdefault(int(row), {})[column_number(letters.decode())] = text
    return SheetMarks(_blank_formulas(xml), texts, hidden_rows(xml), struck_rows(xml, struck))


def exact_digits(text: str) -> str:
    """A whole number of more digits than a spreadsheet keeps, where a program has written all of them; else empty."""
    return text if len(text) > _KEPT and text.isdecimal() and text[_KEPT:].strip("0") else ""


_KEPT = 15


def _blank_formulas(xml: bytes) -> dict[str, int]:
    if b"<f" not in xml:
        return {}
    return {letters.decode(): count for letters, count in Counter(_BLANK.findall(xml)).items()}


def hidden_rows(xml: bytes) -> list[int]:
    """The hidden ones among whole rows, as far as there is something in them."""
    if b' hidden="' not in xml:
        return []
    found = [
        _NUMBER.search(attributes)
        for attributes, cells in _HIDDEN.findall(xml)
        if b"<v>" in cells or b"<t" in cells
    ]
    return [int(number[1]) for number in found if number]


def struck_rows(xml: bytes, styles: Collection[int]) -> list[int]:
    """The rows of whose filled cells most are struck through; `styles` are those that do so."""
    found = []
    for attributes, cells in _ROW.findall(xml) if styles else ():
        filled = [_STYLE.search(each) for each in _FILLED.findall(cells)]
        struck = sum(1 for style in filled if style and int(style[1]) in styles)
        if struck * 2 > len(filled) and (number := _NUMBER.search(attributes)):
            found.append(int(number[1]))
    return found
