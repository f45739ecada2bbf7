"""Items that stand together in one cell: `2× Tea, 1× Mug`, `Tea x2; Mug x1`, `Tea - 2 x 10.00`, `Tea|2|10.00`, a line
an item, pairs (item_pairs.py), or JSON with keys that mean what headers of that name mean.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ordermanager.domain.body import draft_from_json
from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.importing.grouping.item_pairs import items_of_pairs, may_be_pairs
from ordermanager.importing.grouping.line_totals import amount, unit_cost
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIMES = r"[x×хX*Х✕]"
"""Latin x, the sign, and the Cyrillic letter that looks like it."""

_AMOUNT = r"[0-9][0-9.,'\s]*"
_PIECES = r"(?:шт(?:ук[аи]?)?|pcs?|pieces?|од|уп(?:ак)?|szt|ks|Stk|Stück)"
_UNIT = rf"(?:\s*{_PIECES}\.?)?"
_SIGN = r"(?:[₴$€£]|грн\.?|zł|UAH|USD|EUR|PLN)"
_PRICE = rf"(?:\s*(?P<mark>@|=|≡|по|–|—|-|:|\()\s*{_SIGN}?\s*(?P<cost>{_AMOUNT}?)\s*{_SIGN}?\)?)?"  # with = of the line
_QUANTITY_WORD = r"(?:qty|quantity|к-сть|кількість|кол-во|количество|ilość|Menge|Anzahl)"
_BEFORE = re.compile(
    rf"(?P<quantity>-?[0-9]+(?:[.,][0-9]+)?)\s*(?:{_TIMES}\s+?|\*)(?P<name>\S.*?){_PRICE}", re.IGNORECASE
).fullmatch
_AFTER = re.compile(
    rf"(?P<name>.*?\S)\s*(?:\s{_TIMES}|[({{\[]\s*{_TIMES}?|\s[-–—]\s(?=[0-9.,]+\s*{_PIECES})|[×✕]|(?<=[^\W\d])\*"
    rf"|[,(\s]\s*{_QUANTITY_WORD}\.?\s*[:=]?)\s*"
    rf"(?P<quantity>[0-9]+(?:[.,][0-9]+)?){_UNIT}\s*[)}}\]]?{_PRICE}",
    re.IGNORECASE,
).fullmatch
_EACH = re.compile(  # how many at what price; without a dash the price must look like one, a size may stand there
    rf"(?P<name>.*?\S)(?:\s*[-–—:]\s+|\s+\(|\s+(?=[0-9]+\s*{_TIMES}\s*[0-9]+(?:[.,][0-9]{{2}}\b|\s*{_SIGN}))"
    rf"|\s+(?=[0-9]+\s*{_PIECES}\.?\s*{_TIMES}\s*[0-9]))"
    rf"(?P<quantity>[0-9]+(?:[.,][0-9]+)?){_UNIT}\s*{_TIMES}\s*{_SIGN}?\s*(?P<cost>{_AMOUNT}?)\s*{_SIGN}?\)?"
    rf"(?:\s*[=≡]\s*{_AMOUNT}{_SIGN}?)?"
).fullmatch
_COLUMNS = re.compile(
    rf"(?P<name>[^|]*[^|0-9\s.,][^|]*?)\s*\|\s*(?P<quantity>[0-9]+(?:[.,][0-9]+)?){_UNIT}\s*"
    rf"(?:\|\s*(?P<cost>{_AMOUNT}?)\s*{_SIGN}?\s*)?"
).fullmatch
_NUMBER = re.compile(rf"\s*{_AMOUNT}{_SIGN}?\s*").fullmatch
_SHAPES = (_EACH, _BEFORE, _AFTER, _COLUMNS)
_SKU = re.compile(
    r"(?P<name>.*?\S)\s*[(\[]\s*(?:SKU|арт(?:икул)?\.?|код)\s*[:#]?\s*(?P<sku>[^\])]+?)\s*[)\]]", re.I
).fullmatch

_FIRST = re.compile(rf"-?[0-9]+\s*{_TIMES}\s").match
_NEXT = re.compile(rf",\s*(?=-?[0-9]+\s*{_TIMES}\s)")
"""A list whose items begin with their quantity is parted where the next one begins."""

_BULLET = re.compile(r"[•·▪●◦*–—-]\s+").match
_ORDINAL = re.compile(r"([0-9]{1,2})[.)]\s+(?=\S)").match

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")

MAX_TEXT = 20_000
MAX_PART = 300
"""Longer cells are no lists and longer parts no items: what they cost must not grow with their square."""

_SURE = ("\n", "|", ";")
"""What separates items wherever it stands; a comma only where each part then has a quantity."""


def items_of(text: str) -> list[dict[str, str]]:
    """The items of a cell. A part without a quantity is one piece; a cell that is no list is one item."""
    text = text.strip()
    if text[:1] in ("[", "{"):
        found = _from_json(text)
        if found is not None:
            return found
    pairs = items_of_pairs(text) if may_be_pairs(text) else None
    return [_item(part) for part in _without_numbers(_parts(text))] if pairs is None else pairs


def looks_like_items(text: str) -> bool:
    """Whether a cell surely holds items with quantities, and not just some text."""
    text = text.strip()
    if text[:1] == "[":
        return _from_json(text) is not None
    if may_be_pairs(text) and items_of_pairs(text) is not None:
        return True
    parts = _parts(text)
    return bool(parts) and all(_has_quantity(part) for part in parts)


def are_counted(lists: Sequence[str], counts: Sequence[str]) -> bool:
    """Whether the cells of one column are lists of items, some of several, whose quantities a cell of another column
    adds up each time.
    """
    has_several = False
    for text, count in zip(lists, counts, strict=True):
        if not text.strip():
            continue
        items = items_of(text) if looks_like_items(text) else []
        has_several = has_several or len(items) > 1
        if sum(amount(item["quantity"]) or 0 for item in items) != amount(count):
            return False
    return has_several


def _from_json(text: str) -> list[dict[str, str]] | None:
    try:
        given: Any = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        return None
    items = given if isinstance(given, list) else [given]
    draft, _ = draft_from_json({"items": [_with_own_names(item) for item in items]})
    return draft.items


def _with_own_names(item: Any) -> Any:
    """An object with the names that an item has here, where its own mean one of them: qty, unit_price, productName."""
    if not isinstance(item, dict):
        return item
    names = aliases()
    found: dict[str, Any] = {}
    for key, value in item.items():
        title = header_key(_CAMEL.sub(" ", key))
        meant = names.sure.get(title, "") if key not in ITEM_FIELD else key
        if not meant:
            meant = next((name for name in names.maybe.get(title, ()) if name in ITEM_FIELD), "")
        if meant == "imageUrl" and isinstance(value, dict):  # {"src": "https://…"} in shops' APIs
            value = value.get("src") or value.get("url")
        found.setdefault(meant if meant in ITEM_FIELD else key, value)
    return found


def _parts(text: str) -> list[str]:
    if len(text) > MAX_TEXT:
        return [text]
    for mark in _SURE:
        parts = [part.strip(" ,;") for part in text.split(mark)]
        parts = [part for part in parts if part]
        if mark == "|" and any(map(_NUMBER, parts)):
            continue  # it is between the name of an item, how many and the price
        if len(parts) > 1 and (mark != ";" or any(map(_has_quantity, parts))):
            return parts
    by_comma = _by_comma(text)
    return by_comma or ([text.strip(" ,;")] if text.strip(" ,;") else [])


def _without_numbers(parts: list[str]) -> list[str]:
    """The parts without the marks of a list, or its numbers: `1) Tea - 2 pcs`, `2) Mug - 1 pcs`."""
    parts = [part[mark.end() :] if (mark := _BULLET(part)) else part for part in parts]
    numbers = [number for part in parts if (number := _ORDINAL(part))]
    if len(parts) < 2 or [number[1] for number in numbers] != [str(place + 1) for place in range(len(parts))]:
        return parts
    return [part[number.end() :] for part, number in zip(parts, numbers, strict=True)]


def _by_comma(text: str) -> list[str]:
    """Parts at commas, each with a quantity; `Tea, green x2` keeps its comma, because `Tea` has none."""
    if _FIRST(text):
        return [part.strip(" ,") for part in _NEXT.split(text)]
    found: list[str] = []
    held = ""
    for part in text.split(","):
        held = f"{held},{part}" if held else part
        if len(held) > MAX_PART:
            return []
        if _has_quantity(held.strip()) and not _goes_on(held, text):
            found.append(held.strip())
            held = ""
    if held.strip():
        return []
    return found


def _goes_on(part: str, text: str) -> bool:
    """Whether the comma behind this part is inside a number."""
    after = text[text.index(part) + len(part) :] if part in text else ""
    return part[-1:].isdigit() and re.match(r",[0-9]", after) is not None


def _has_quantity(part: str) -> bool:
    return _shape(part) is not None


def _shape(part: str) -> re.Match[str] | None:
    if len(part) > MAX_PART:
        return None
    return next((match for shape in _SHAPES if (match := shape(part))), None)


def _item(part: str) -> dict[str, str]:
    match = _shape(part)
    item = {"quantity": "1"}
    name = part
    if match:
        name = match["name"].strip()
        item["quantity"] = match["quantity"].replace(",", ".")
        cost = (match["cost"] or "").strip()
        if match.groupdict().get("mark") in ("=", "≡"):  # the price of the line
            cost = unit_cost(cost, item["quantity"])
        if cost:
            item["cost"] = cost
    named = _SKU(name) if len(name) <= MAX_PART else None
    if named:
        name = named["name"].strip()
        item["externalItemId"] = named["sku"].strip()
    item["name"] = name
    item.setdefault("externalItemId", name)
    return item
