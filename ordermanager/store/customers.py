"""Customers as seen in the orders here, for completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.encoding import decode_draft, name_key
from ordermanager.store.records import CustomerSuggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.store.sqlite import Database, Row
    from ordermanager.store.workspace import Workspace

_SCANNED = 200
"""How many orders of one prefix are looked at for different customers: one customer may have many orders."""

_LAST = "\U0010ffff"


class Customers:
    """The customers of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def complete(self, prefix: str, limit: int = 10) -> list[CustomerSuggestion]:
        """Customers whose id, e-mail, phone or name begins with what was typed, each with the newest order's data."""
        typed = prefix.strip()
        if not typed:
            return []
        database = self._workspace.reader()
        seen: dict[tuple[str, str, str], int] = {}
        for row in _beginning_with(database, typed):
            seen.setdefault((row[1], row[2].lower(), row[3]), row[0])
        newest = sorted(seen.values(), reverse=True)[:limit]
        return _suggestions(database, newest)


def _beginning_with(database: Database, typed: str) -> Iterable[Row]:
    digits = "".join(char for char in typed if char.isdigit())
    prefixes = (
        ("name_key", name_key(typed)),
        ("email", typed),
        ("external_customer_id", typed),
        ("phone", digits if len(digits) > 1 else ""),
    )
    for column, prefix in prefixes:
        if prefix:
            yield from database.all(
                "SELECT id, external_customer_id, email, phone FROM orders "  # noqa: S608
                f"WHERE deleted_at IS NULL AND {column} >= ? AND {column} < ? ORDER BY {column}, id DESC LIMIT ?",
                (prefix, prefix + _LAST, _SCANNED),
            )


def _suggestions(database: Database, ids: list[int]) -> list[CustomerSuggestion]:
    rows = {
        row[0]: row
        for row in database.in_chunks(
            "SELECT o.id, o.external_customer_id, o.email, o.phone, o.name, x.draft "
            "FROM orders o JOIN order_texts x ON x.order_id = o.id WHERE o.id IN ({ids})",
            ids,
        )
    }
    suggestions = []
    for order_id in ids:
        _, customer, email, phone, name, text = rows[order_id]
        draft = decode_draft(text)
        suggestions.append(
            CustomerSuggestion(customer, email, phone, name, draft.get("firstName"), draft.get("lastName"))
        )
    return suggestions
