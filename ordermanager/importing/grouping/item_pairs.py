"""Items that WooCommerce's export plugins write as pairs: `name:Tea|product_id:12|sku:T-1|quantity:2|total:20.00`,
one item in a column (WebToffee) or several in a cell, parted by `;` (SkyVerge); and those of BigCommerce:
`Product ID: 12, Product Qty: 2, Product SKU: T-1, Product Name: Tea, Product Unit Price: 10.00|Product ID: …`.
"""

from __future__ import annotations

import re

from ordermanager.importing.grouping.line_totals import unit_cost

_KEY = re.compile(r"(?:^|\|)\s*([A-Za-z_][A-Za-z0-9_ -]{0,40}?)\s*:")
"""Where a pair begins; what stands between two of them is a value, whatever signs it has."""

_BEGINS = re.compile(r"\s*(?:id|name|product_id|sku)\s*:").match
_COUNTS = re.compile(r"\|\s*(?:quantity|qty)\s*:").search
_NEXT = re.compile(r"\n|;(?=\s*(?:id|name|product_id|sku)\s*:)")

_NAMES = {
    "externalItemId": ("sku", "variation_id", "product_id", "name"),
    "name": ("name",),
    "quantity": ("quantity", "qty"),
    "cost": ("price", "item_price"),
}
_LINE_TOTALS = ("sub_total", "subtotal", "line_subtotal", "total", "line_total")
"""The price of the line; before the discount, which the order has as a whole, where both are given."""

_NOTHING = ("", "0")


_OF_BIGCOMMERCE = "Product "
_BIGCOMMERCE_KEY = re.compile(r"(?:^|,\s*)Product ([A-Z][A-Za-z ]{1,20}?):\s?")
_BIGCOMMERCE_NEXT = re.compile(r"\s*\|?\s*(?=Product ID:)")
_BIGCOMMERCE_NAMES = {
    "externalItemId": ("SKU", "ID", "Name"),
    "name": ("Name",),
    "quantity": ("Qty",),
    "cost": ("Unit Price",),
    "description": ("Variation Details", "Options"),
}


def may_be_pairs(text: str) -> bool:
    """Whether a cell is worth the look."""
    return "|" in text or text.startswith(_OF_BIGCOMMERCE)


def items_of_pairs(text: str) -> list[dict[str, str]] | None:
    """The items of a cell that is made of pairs; None where it is not."""
    if text.startswith(_OF_BIGCOMMERCE):
        found = [
            _named(_parted(part, _BIGCOMMERCE_KEY), _BIGCOMMERCE_NAMES)
            for part in _BIGCOMMERCE_NEXT.split(text)
            if part
        ]
        return found if all({"name", "quantity"} <= item.keys() for item in found) else None
    parts = [part for part in _NEXT.split(text) if part.strip()]
    if not parts or not all(_BEGINS(part) and _COUNTS(part) for part in parts):
        return None
    found = [_item(_pairs(part)) for part in parts]
    return found if all("name" in item for item in found) else None


def _pairs(part: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, text in _parted(part, _KEY).items():
        found.setdefault(key.casefold(), text)
    return found


def _parted(part: str, key_of: re.Pattern[str]) -> dict[str, str]:
    keys = list(key_of.finditer(part))
    ends = [key.start() for key in keys[1:]] + [len(part)]
    found: dict[str, str] = {}
    for key, end in zip(keys, ends, strict=True):
        found.setdefault(key[1], part[key.end() : end].strip())
    return found


def _named(pairs: dict[str, str], fields: dict[str, tuple[str, ...]]) -> dict[str, str]:
    item: dict[str, str] = {}
    for field, names in fields.items():
        nothing = _NOTHING if field == "externalItemId" else ("",)
        text = next((pairs[name] for name in names if pairs.get(name, "") not in nothing), "")
        if text:
            item[field] = text
    return item


def _item(pairs: dict[str, str]) -> dict[str, str]:
    item = _named(pairs, _NAMES)
    total = next((pairs[name] for name in _LINE_TOTALS if pairs.get(name)), "")
    if "cost" not in item and total and (cost := unit_cost(total, item.get("quantity", ""))):
        item["cost"] = cost
    return item
