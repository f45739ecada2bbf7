"""Items in numbered columns: `Item 1 name`, `items[0].cost`, `Товар 2`, `Product Item 3 SKU`. One order a
row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.mapping import FieldSource
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

_INSIDE = re.compile(
    r"((?:line |order |product )?items?|товар|позиція|позиция|product|produkt|towar|pozycja|artikel|produit|article"
    r"|producto|artículo|prodotto|articolo|položka|zboží|ürün)[\W_]*(\d{1,3})[\W_]+(\D.*)",
    re.IGNORECASE,
).fullmatch
_NAMES = frozenset(("name", "nom", "nombre", "nome", "jméno"))
"""By themselves of people, behind a word for an item of that."""

_AT_END = re.compile(r"(\D*\D)[\W_]*?(\d{1,3})\]?").fullmatch


def numbered_by_layout(
    header: Sequence[str], fields: Dict[str, tuple[str, ...]]
) -> tuple[dict[str, FieldSource], ...]:
    """The items that a layout describes with {n}, for every n from 1 that the header has."""
    keys = {header_key(title): index for index, title in reversed(list(enumerate(header)))}
    blocks = []
    for number in range(1, len(header) + 1):
        block = {}
        for name, patterns in fields.items():
            named = (header_key(pattern.replace("{n}", str(number))) for pattern in patterns)
            columns = tuple(keys[key] for key in named if key in keys)
            if columns:
                block[name] = FieldSource(columns)
        if not block:
            break
        blocks.append(block)
    return tuple(blocks)


def numbered_blocks(header: Sequence[str]) -> tuple[dict[str, FieldSource], ...]:
    """The items that the headers themselves number. Two numbers at least, or there are no such items."""
    found: dict[int, dict[str, FieldSource]] = {}
    for index, title in enumerate(header):
        parsed = _parse(title.strip())
        if parsed:
            number, name = parsed
            found.setdefault(number, {}).setdefault(name, FieldSource((index,)))
    named = [block for _, block in sorted(found.items())]
    if len(named) < 2 or any(not {"name", "externalItemId"} & block.keys() for block in named):
        return ()
    return tuple(named)


def _parse(title: str) -> tuple[int, str] | None:
    inside = _INSIDE(title)
    if inside:
        named = "name" if header_key(inside[3]) in _NAMES else ""
        name = named or _item_field(inside[3]) or _item_field(f"item {inside[3]}")
        return (int(inside[2]), name) if name else None
    at_end = _AT_END(title)
    if at_end:
        name = _item_field(at_end[1].rstrip("№# "))
        return (int(at_end[2]), name) if name else None
    return None


def _item_field(text: str) -> str:
    key, names = header_key(text), aliases()
    name = names.exact.get(key) or names.sure.get(key) or ""
    may_be = names.maybe.get(key, ()) if not name else ()  # `Cena 1` is no word for anything else
    return name if name in ITEM_FIELD else next(filter(ITEM_FIELD.__contains__, may_be), "")
