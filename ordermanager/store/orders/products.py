"""Items as seen in the orders here, for completion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ordermanager.store.database.text_keys import LONGEST_TYPED, name_key
from ordermanager.store.orders.records import ProductSuggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Row

_LAST = "\U0010ffff"
_SHORTEST = 2
"""Letters; one begins a word of nearly every name."""


class Products:
    """The items of a workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def complete(self, prefix: str, limit: int = 10) -> list[ProductSuggestion]:
        """Items whose id or name begins with what was typed, as they were in the newest order; then those of whose name
        each word that was typed begins a word, and those whose id begins so in other capitals.
        """
        typed = prefix.strip()
        if not typed or len(typed) > LONGEST_TYPED:
            return []
        rows = [
            row
            for column, key in (("external_item_id", typed), ("name_key", name_key(typed)))
            for row in self._connections.reader().all(
                f"SELECT external_item_id, name, item FROM products WHERE {column} >= ? AND {column} < ? "  # noqa: S608
                f"ORDER BY {column} LIMIT ?",
                (key, key + _LAST, limit),
            )
        ]
        if len(rows) < limit and len(typed) >= _SHORTEST:
            rows += self._with_words(name_key(typed).split(), typed, limit)
        found = {row[0]: ProductSuggestion(row[0], row[1], json.loads(row[2])) for row in rows}
        return list(found.values())[:limit]

    def _with_words(self, words: Sequence[str], typed: str, limit: int) -> list[Row]:
        # All products are looked at, of which a shop has thousands, not millions.
        in_name = " AND ".join(["instr(' ' || name_key, ?) > 0"] * len(words))
        return self._connections.reader().all(
            "SELECT external_item_id, name, item FROM products "  # noqa: S608
            f"WHERE ({in_name}) OR lower(substr(external_item_id, 1, ?)) = ? ORDER BY name_key LIMIT ?",
            (*(f" {word}" for word in words), len(typed), typed.lower(), limit),
        )
