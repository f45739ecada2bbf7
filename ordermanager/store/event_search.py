"""Finding lines of the history by what a person typed, also when half a million lines match.

A line is found if its order is found now (any word: id, names, phone in any notation, items …), and if it was sent
under a key, e-mail or phone that begins so: the order may have been changed since.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ordermanager.store.encoding import order_key
from ordermanager.store.search import match_among, search_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.store.sqlite import Database

_FEW = 2_000
"""Up to so many orders or lines, all that match are looked up at once."""
_FIRST_PART, _LOOKED_AT = 1_000, 10_000
"""Of a list whose newest lines are to be shown at once, so many are looked at one by one."""
_SCATTERED = 20
_LAST = "\U0010ffff"

_FOUND_ORDERS = "SELECT rowid FROM order_search WHERE order_search MATCH ?"
_LINES_OF_ORDERS = "SELECT e.id FROM revisions r JOIN events e ON e.id = r.id WHERE r.order_id IN ({ids})"
_BY_KEY = """SELECT e.id FROM revisions r CROSS JOIN events e ON e.id = r.id
    WHERE r.external_order_id >= ? AND r.external_order_id < ? LIMIT ?"""
_BY_EMAIL = """SELECT e.id FROM revision_bodies t CROSS JOIN events e ON e.id = t.revision_id
    WHERE t.email <> '' AND t.email COLLATE NOCASE >= ? AND t.email COLLATE NOCASE < ? LIMIT ?"""
_BY_PHONE = """SELECT e.id FROM revision_bodies t CROSS JOIN events e ON e.id = t.revision_id
    WHERE t.phone <> '' AND t.phone >= ? AND t.phone < ? LIMIT ?"""
_SENT_UNDER = """SELECT e.id, r.order_id, e.event_key, e.email, e.phone
    FROM events e JOIN revisions r ON r.id = e.id WHERE e.id IN ({ids})"""


class EventSearch:
    """`found` holds every line that matches; None where so many do that `those_of` must go through the list."""

    def __init__(self, database: Database, text: str, phone: str = "") -> None:
        self._database = database
        self._words = text.strip()
        self._phones = tuple({each for each in (self._words, phone) if each})
        self._expression = search_expression(database, text)
        self.found = self._find()

    def those_of(self, ids: Iterable[int], *, every: bool) -> Iterator[int]:
        """Those of `ids` that match, in their order. `every`: all are wanted, and not only the first few."""
        if every:
            known = self._all_lines()
            yield from (event_id for event_id in ids if event_id in known)
            return
        # One by one is dear, but a letter is in nearly every order.
        rest, size, looked_at = iter(ids), _FIRST_PART // 2 if len(self._words) == 1 else _FIRST_PART, 0
        while part := list(islice(rest, size)):
            if looked_at >= _LOOKED_AT:  # so rare among the newest that all must be known
                yield from self.those_of(chain(part, rest), every=True)
                return
            yield from self._matching(part)
            looked_at += size
            size *= 3

    def _find(self) -> set[int] | None:
        found = self._sent_under(_FEW)
        if found is None or len(self._words) == 1:
            return None
        whole = self._whole()
        if whole:
            return found | whole
        if not self._expression:
            return found
        for expression in (self._expression.replace('" *', '"'), self._expression):
            # A whole word that many have is known at once; its beginning takes as long as all of its hits.
            orders = self._database.all(f"{_FOUND_ORDERS} LIMIT ?", (expression, _FEW + 1))
            if len(orders) > _FEW:
                return None
        return found | self._lines_of(row[0] for row in orders)

    def _whole(self) -> set[int]:
        """Lines of orders with this very ID or an e-mail that begins so: nothing else can be meant then, and the parts
        of an address (`example`, `com`) that every order has need not be compared."""
        if " " in self._words or self._words.isalnum():
            return set()
        column, text = ("email", self._words) if "@" in self._words else ("order_key", order_key(self._words))
        after = text + _LAST if column == "email" else text + "\x00"
        rows = self._database.all(
            f"SELECT id FROM orders WHERE deleted_at IS NULL AND {column} >= ? AND {column} < ? LIMIT ?",  # noqa: S608
            (text, after, _FEW),
        )
        return self._lines_of(row[0] for row in rows)

    def _sent_under(self, most: int) -> set[int] | None:
        """Lines whose key, e-mail or phone begins so; None if one of these has more than `most` (-1: no limit)."""
        found: set[int] = set()
        questions = [
            (_BY_KEY, self._words),
            (_BY_EMAIL, self._words),
            *((_BY_PHONE, p) for p in self._phones),
        ]
        for sql, text in questions:
            rows = self._database.all(sql, (text, text + _LAST, most + 1 if most >= 0 else -1))
            if len(rows) > most >= 0:
                return None
            found.update(row[0] for row in rows)
        return found

    def _lines_of(self, orders: Iterable[int]) -> set[int]:
        return {row[0] for row in self._database.in_chunks(_LINES_OF_ORDERS, orders)}

    def _all_lines(self) -> set[int]:
        found = self._sent_under(-1) or set()
        if self._expression:
            found |= self._lines_of(row[0] for row in self._database.all(_FOUND_ORDERS, (self._expression,)))
        return found

    def _matching(self, part: list[int]) -> Iterator[int]:
        lines = {row[0]: row[1:] for row in self._database.in_chunks(_SENT_UNDER, part)}
        unclear = {line[0] for line in lines.values() if not self._was_sent_so(*line[1:])}
        orders = self._found_among(unclear) if self._expression and unclear else set()
        for event_id in part:
            line = lines.get(event_id)
            if line is not None and (line[0] in orders or line[0] not in unclear):
                yield event_id

    def _found_among(self, orders: set[int]) -> set[int]:
        """A question to the index costs the same for a thousand orders in a row; scattered ones, or a single letter,
        which the index has no list for, are looked at one by one."""
        first, last = min(orders), max(orders)
        if len(self._words) == 1 or last - first > _SCATTERED * len(orders):
            return match_among(self._database, self._expression, orders)
        sql = f"{_FOUND_ORDERS} AND rowid BETWEEN ? AND ?"
        return {row[0] for row in self._database.all(sql, (self._expression, first, last))}

    def _was_sent_so(self, key: str, email: str, phone: str) -> bool:
        return (
            key.startswith(self._words)
            or (bool(email) and email.lower().startswith(self._words.lower()))
            or (bool(phone) and phone.startswith(self._phones))
        )
