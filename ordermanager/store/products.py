"""Items as seen in the orders here, for completion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ordermanager.store.encoding import name_key
from ordermanager.store.records import ProductSuggestion

if TYPE_CHECKING:
    from ordermanager.store.workspace import Workspace

_LAST = "\U0010ffff"


class Products:
    """The items of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def complete(self, prefix: str, limit: int = 10) -> list[ProductSuggestion]:
        """Items whose id or name begins with what was typed, as they were in the newest order."""
        typed = prefix.strip()
        if not typed:
            return []
        rows = [
            row
            for column, key in (("external_item_id", typed), ("name_key", name_key(typed)))
            for row in self._workspace.reader().all(
                f"SELECT external_item_id, name, item FROM products WHERE {column} >= ? AND {column} < ? "  # noqa: S608
                f"ORDER BY {column} LIMIT ?",
                (key, key + _LAST, limit),
            )
        ]
        found = {row[0]: ProductSuggestion(row[0], row[1], json.loads(row[2])) for row in rows}
        return list(found.values())[:limit]
