"""Finding lines of the history by what a person typed, also when half a million lines match.

A line is found if its order is found now (any word: id, names, phone in any notation, items …), and if it was sent
under a key, e-mail or phone that begins so: the order may have been changed since.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.store.database.text_keys import order_key
from ordermanager.store.history.sources import LAST, of_words, sent_under
from ordermanager.store.search.few_words import as_whole_words
from ordermanager.store.search.search import match_among, order_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery
    from ordermanager.store.history.sources import Source

_FEW = 2_000
"""Up to so many orders or lines, all that match are looked up at once."""
_FIRST_PART, _WORTH_IT = 500, 5_000
"""Of a list whose first lines are to be shown at once, so many are looked at one by one; and so many more, if enough of
them are likely to match then."""
_ALL_OF = 12_000
"""A list that is no longer is looked through to its end: that is quicker than finding all that match elsewhere."""
_FOUND_ORDERS = "SELECT rowid FROM order_search WHERE order_search MATCH ?"
_LINES_OF_ORDERS = "SELECT e.id FROM revisions r JOIN events e ON e.id = r.id WHERE r.order_id IN ({ids})"
_SENT_UNDER = """SELECT e.id, r.order_id, r.external_order_id, t.email, t.phone
    FROM events e JOIN revisions r ON r.id = e.id JOIN revision_bodies t ON t.revision_id = e.id
    WHERE e.id IN ({ids})"""


class EventSearch:
    """`found` holds every line that matches (and revisions that were never sent); None where so many do that the first
    of the list are looked at one by one (`first_of`), or all are found where they are to be sorted (`lines`)."""

    def __init__(self, database: Database, query: EventQuery) -> None:
        self._database = database
        self._words = query.search.strip()
        self._phones = tuple({each for each in (self._words, query.search_phone) if each})
        self._expression = order_expression(database, query.search, query.slips)
        self.found = self._find()

    def lines(self) -> tuple[str, list[str]]:
        """A query for the revisions that match, whether they were sent or not, and its values."""
        sources = self.sources()
        return " UNION ALL ".join(source.lines() for source in sources), [
            value for source in sources for value in source.values
        ]

    def sources(self) -> list[Source]:
        """Where all of the revisions that match are found; one may be found in several."""
        words = [of_words(self._by_words)] if self._expression else []
        return [*sent_under(self._words, self._phones), *words]

    def first_of(self, ids: Iterable[int], limit: int) -> list[int] | None:
        """The first of `ids` that match, in their order; None where they are so rare at its beginning that it is
        better to find all that match."""
        most = _FIRST_PART + _WORTH_IT
        if isinstance(ids, array) and len(ids) <= _ALL_OF:
            most = len(ids)
        rest = iter(ids)
        found: list[int] = []
        looked_at, size = 0, _FIRST_PART
        while len(found) < limit:
            part = list(islice(rest, size if looked_at + size <= most else most - looked_at + 1))
            if looked_at + len(part) > most:
                return None
            found.extend(self._matching(part))
            if len(part) < size:
                break
            looked_at += len(part)
            size = (limit - len(found)) * looked_at // len(found) * 4 // 3 if found else _WORTH_IT + 1
        return found[:limit]

    @cached_property
    def _by_words(self) -> str:
        return as_whole_words(self._database, self._expression)

    def _find(self) -> set[int] | None:
        found = self._sent_under()
        if found is None or len(self._words) == 1:
            return None
        whole = self._whole()
        if whole:
            return found | whole
        if not self._expression:
            return found
        for expression in (self._expression.replace('" *', '"'), self._by_words):
            # A whole word that many have is known at once; a beginning takes as long as all of its hits.
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
        after = text + LAST if column == "email" else text + "\x00"
        rows = self._database.all(
            f"SELECT id FROM orders WHERE deleted_at IS NULL AND {column} >= ? AND {column} < ? LIMIT ?",  # noqa: S608
            (text, after, _FEW),
        )
        return self._lines_of(row[0] for row in rows)

    def _sent_under(self) -> set[int] | None:
        """Revisions whose key, e-mail or phone begins so; None if one of these has more than a few."""
        found: set[int] = set()
        for source in sent_under(self._words, self._phones):
            rows = self._database.all(f"{source.lines()} LIMIT {_FEW + 1}", source.values)
            if len(rows) > _FEW:
                return None
            found.update(row[0] for row in rows)
        return found

    def _lines_of(self, orders: Iterable[int]) -> set[int]:
        return {row[0] for row in self._database.in_chunks(_LINES_OF_ORDERS, orders)}

    def _matching(self, part: list[int]) -> Iterator[int]:
        order_of: dict[int, int] = {}
        sent_so: set[int] = set()
        for event_id, order_id, *under in self._database.in_chunks(_SENT_UNDER, part):
            order_of[event_id] = order_id
            if self._was_sent_so(*under):
                sent_so.add(event_id)
        unclear = {order_id for event_id, order_id in order_of.items() if event_id not in sent_so}
        orders = (
            match_among(self._database, self._expression, unclear) if self._expression and unclear else set()
        )
        yield from (each for each in part if each in sent_so or order_of.get(each) in orders)

    def _was_sent_so(self, key: str, email: str, phone: str) -> bool:
        return (
            key.startswith(self._words)
            or (bool(email) and email.lower().startswith(self._words.lower()))
            or (bool(phone) and phone.startswith(self._phones))
        )
