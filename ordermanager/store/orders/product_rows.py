"""Remembers the items of orders, the newest text of each, for completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ordermanager.store.database.encoding import to_json
from ordermanager.store.database.text_keys import clean, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ordermanager.store.database.sqlite import Database

_WRITE = """INSERT INTO products (external_item_id, name, name_key, item) VALUES (?, ?, ?, ?)
    ON CONFLICT (external_item_id) DO UPDATE SET
        name = excluded.name, name_key = excluded.name_key, item = excluded.item"""

ProductRow: TypeAlias = tuple[str, str, str, str]

Product: TypeAlias = tuple[str, ProductRow | None]
"""The id of an item as it was entered, and its row; None where it lacks what a product must have."""

_MOST_REMEMBERED = 20_000


def product_of(item: Mapping[str, str]) -> Product | None:
    """What is remembered of an item, None where it has no id."""
    item_id = item.get("externalItemId")
    if not item_id:
        return None
    name = item.get("name", "").strip()
    return item_id, _values(item_id.strip(), name, item) if name and item_id.strip() else None


def remember_products(database: Database, orders: Iterable[Iterable[Product]]) -> None:
    """Keep every item that has an id and a name. What was written before in the same bulk is not written again: a file
    names the same products over and over.
    """
    items: dict[str, ProductRow | None] = {}
    for products in orders:
        items.update(products)
    written = database.bulk_products
    if len(written) > _MOST_REMEMBERED:
        written.clear()
    new = {key: row for key, row in items.items() if row is not None and written.get(key) != row}
    written.update(new)
    database.many(_WRITE, new.values())
    if not database.is_bulk:
        written.clear()


def _values(item_id: str, name: str, item: Mapping[str, str]) -> ProductRow:
    name = clean(name)
    kept = {field: text for field, text in item.items() if field != "quantity" and text.strip()}
    return clean(item_id), name, name_key(name), to_json(kept)
