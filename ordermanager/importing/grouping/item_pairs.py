"""Items that WooCommerce's export plugins write as pairs: `name:Tea|product_id:12|sku:T-1|quantity:2|total:20.00`,
one item in a column (WebToffee) or several in a cell, parted by `;` (SkyVerge).
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


def items_of_pairs(text: str) -> list[dict[str, str]] | None:
    """The items of a cell that is made of pairs; None where it is not."""
    parts = [part for part in _NEXT.split(text) if part.strip()]
    if not parts or not all(_BEGINS(part) and _COUNTS(part) for part in parts):
        return None
    found = [_item(_pairs(part)) for part in parts]
    return found if all("name" in item for item in found) else None


def _pairs(part: str) -> dict[str, str]:
    keys = list(_KEY.finditer(part))
    ends = [key.start() for key in keys[1:]] + [len(part)]
    found: dict[str, str] = {}
    for key, end in zip(keys, ends, strict=True):
        found.setdefault(key[1].casefold(), part[key.end() : end].strip())
    return found


def _item(pairs: dict[str, str]) -> dict[str, str]:
    item: dict[str, str] = {}
    for field, names in _NAMES.items():
        nothing = _NOTHING if field == "externalItemId" else ("",)
        text = next((pairs[name] for name in names if pairs.get(name, "") not in nothing), "")
        if text:
            item[field] = text
    total = next((pairs[name] for name in _LINE_TOTALS if pairs.get(name)), "")
    if "cost" not in item and total and (cost := unit_cost(total, item.get("quantity", ""))):
        item["cost"] = cost
    return item
