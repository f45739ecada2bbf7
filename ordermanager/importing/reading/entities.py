"""Codes of web pages in a text table: shops that keep texts as HTML export `O&#039;Neil` and `1&nbsp;234 &#8372;`."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

_CODE = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_TWICE = 2
"""Programs one after the other make `&amp;#039;` of an apostrophe."""


def has_entities(text: str) -> bool:
    """Whether a code of HTML is in it, with its semicolon."""
    return "&" in text and any(found[0] == "#" or found + ";" in html5 for found in _CODE.findall(text))


def without_entities(text: str) -> str:
    """The text with the letters that the codes stand for."""
    for _ in range(_TWICE):
        if not has_entities(text):
            break
        text = _CODE.sub(lambda found: unescape(found[0]), text)
    return text
