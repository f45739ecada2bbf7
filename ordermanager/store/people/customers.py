"""Customers as seen in the orders here, for completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.database.encoding import decode_draft
from ordermanager.store.database.text_keys import LONGEST_TYPED, name_key
from ordermanager.store.people.records import CustomerSuggestion
from ordermanager.store.search.other_alphabet import in_other_alphabet
from ordermanager.store.search.search import order_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database, Row

_SCANNED = 200
"""How many orders of one prefix are looked at for different customers: one customer may have many orders."""

_LOOKED_AT = 5000
"""So many of the newest orders that have the words at all are looked at."""
_SHORTEST = 3
"""Fewer letters begin a word of nearly every order."""
_LONGEST_CODE = 3
"""Digits of a country before a number as it is dialled at home."""

_LAST = "\U0010ffff"


class Customers:
    """The customers of a workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def complete(self, prefix: str, limit: int = 10) -> list[CustomerSuggestion]:
        """Customers whose id, e-mail, phone or name begins with what was typed, each with the newest order's data.

        Then those of whose name each word that was typed begins a word, in Latin or Cyrillic letters, and whose phone
        begins so in the notation of their country.
        """
        typed = prefix.strip()
        if not typed or len(typed) > LONGEST_TYPED:
            return []
        database = self._connections.reader()
        seen: dict[tuple[str, str, str], int] = {}
        for row in _beginning_with(database, typed):
            seen.setdefault((row[1], row[2].lower(), row[3]), row[0])
        if len(seen) < limit and len(typed) >= _SHORTEST:
            for row in _with_words(database, typed):
                seen.setdefault((row[1], row[2].lower(), row[3]), row[0])
                if len(seen) >= limit:
                    break
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


def _with_words(database: Database, typed: str) -> Iterator[Row]:
    """The newest orders first, by the index of all words: it has phones in each notation, and last names."""
    expression = order_expression(database, typed)
    if not expression:
        return
    names = [
        (name_key(part), *map(name_key, in_other_alphabet(database, part)))
        for part in typed.casefold().split()
    ]
    found = database.ids(
        "SELECT rowid FROM order_search WHERE order_search MATCH ? ORDER BY rowid DESC LIMIT ?",
        (expression, _LOOKED_AT),
    )
    for begin in range(0, len(found), _SCANNED):
        rows = database.in_chunks(
            "SELECT id, external_customer_id, email, phone, name_key FROM orders "
            "WHERE deleted_at IS NULL AND id IN ({ids}) ORDER BY id DESC",
            found[begin : begin + _SCANNED],
        )
        for row in rows:  # the words may as well be those of an item or of an address
            if _is_meant(typed, names, customer_id=row[1], email=row[2], phone=row[3], name=row[4]):
                yield row


def _is_meant(
    typed: str, names: Sequence[tuple[str, ...]], *, customer_id: str, email: str, phone: str, name: str
) -> bool:
    small = typed.lower()
    if customer_id.lower().startswith(small) or email.lower().startswith(small):
        return True
    words = name.split()
    if all(any(word.startswith(spellings) for word in words) for spellings in names):
        return True
    number = "".join(char for char in typed if char.isdigit()).lstrip("0")
    is_number = not typed.strip("+0123456789 ().-")
    return is_number and len(number) > 1 and 0 <= phone.find(number) <= _LONGEST_CODE


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
