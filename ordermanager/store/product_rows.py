"""Remembers the items of orders, the newest text of each, for completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.encoding import clean, name_key, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.store.sqlite import Database

_WRITE = """INSERT INTO products (external_item_id, name, name_key, item) VALUES (?, ?, ?, ?)
    ON CONFLICT (external_item_id) DO UPDATE SET
        name = excluded.name, name_key = excluded.name_key, item = excluded.item"""


_MOST_REMEMBERED = 20_000


def remember_products(database: Database, drafts: Iterable[OrderDraft]) -> None:
    """Keep every item that has an id and a name. What was written before in the same bulk is not written again: a file
    names the same products over and over.
    """
    items: dict[str, dict[str, str]] = {}
    for draft in drafts:
        for item in draft.items:
            if item_id := item.get("externalItemId"):
                items[item_id] = item
    written = database.bulk_products
    if len(written) > _MOST_REMEMBERED:
        written.clear()
    new = [
        (name, item)
        for name, item in items.items()
        if written.get(name) != item and item.get("name", "").strip()
    ]
    written.update(new)
    database.many(_WRITE, [_values(item_id.strip(), item) for item_id, item in new if item_id.strip()])
    if not database.is_bulk:
        written.clear()


def _values(item_id: str, item: dict[str, str]) -> tuple[str, str, str, str]:
    name = clean(item["name"].strip())
    kept = {field: text for field, text in item.items() if field != "quantity" and text.strip()}
    return clean(item_id), name, name_key(name), to_json(kept)
