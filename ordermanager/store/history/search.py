"""Finding lines of the history by what a person typed, also when half a million lines match.

A line is found if its order is found now (any word: id, names, phone in any notation, items …), and if it was sent
under a key, e-mail or phone that begins so: the order may have been changed since.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.store.database.budget import taken
from ordermanager.store.database.marks import is_marked, marks_of
from ordermanager.store.database.sqlite import LISTED, listed
from ordermanager.store.database.text_keys import order_key
from ordermanager.store.history.sorts import Only
from ordermanager.store.history.sources import LAST, of_words, sent_under
from ordermanager.store.history.spans import Within, span_of_marks
from ordermanager.store.search.few_words import as_whole_words, has_many
from ordermanager.store.search.search import match_among, order_expression

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventQuery

_FEW = 2_000
"""Up to so many orders or lines, all that match are looked up at once."""
_FIRST_PART, _WORTH_IT = 500, 5_000
"""Of a list whose first lines are to be shown at once, so many are looked at one by one; and so many more, if enough of
them are likely to match then."""
STEPS = 400_000
"""Of SQLite, in which these must come: some hundredths of a second."""
_FOUND_ORDERS = "SELECT rowid FROM order_search WHERE order_search MATCH ?"
_LINES_OF_ORDERS = "SELECT e.id FROM revisions r JOIN events e ON e.id = r.id WHERE r.order_id IN ({ids})"
_SENT_UNDER = """SELECT e.id, r.order_id, r.external_order_id, t.email, t.phone
    FROM events e JOIN revisions r ON r.id = e.id JOIN revision_bodies t ON t.revision_id = e.id
    WHERE e.id IN ({ids})"""
_IS_OF = (
    "EXISTS (SELECT 1 FROM revisions m WHERE m.id = events.id "  # noqa: S608
    f"AND ({is_marked('m.order_id')} OR {is_marked('m.id')}))"
)


class Matching:
    """All that matches: every line of these `orders`, and of others these `lines` with the order of each."""

    def __init__(self, orders: array[int], lines: dict[int, int]) -> None:
        self.orders = orders
        self.lines = lines

    def __len__(self) -> int:
        return len(self.orders) + len(self.lines)

    def only(self, database: Database, period: Within | None) -> Only:
        """Lets only these lines pass, or of a period those that are within it."""
        highest = (database.value(f"SELECT max(id) FROM {table}") or 0 for table in ("orders", "revisions"))  # noqa: S608
        orders, lines = map(marks_of, (self.orders, self.lines), highest)
        values = (bytes(orders), bytes(lines))
        for order in self.lines.values():
            orders[order] = 2  # some of its lines, not all
        noted = bytes(orders)
        within = Within(period.revisions if period else None, span_of_marks(noted))
        return Only((_IS_OF,), values, noted, within=within)

    def tables(self) -> tuple[str, list[Any]]:
        """Where `events e` are these lines, and the values for it."""
        found = (
            f"SELECT r.id AS id FROM {LISTED} j CROSS JOIN revisions r ON r.order_id = j.value "  # noqa: S608
            f"UNION ALL SELECT value FROM {LISTED}"
        )
        tables = f"({found}) found CROSS JOIN events e ON e.id = found.id"
        return tables, [listed(self.orders), listed(self.lines)]


class Lines(NamedTuple):
    """Each once; and marked, as a value for `is_marked`."""

    ids: array[int]
    marks: bytes


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
        words = [of_words(self._by_words)] if self._expression else []
        sources = [*sent_under(self._words, self._phones), *words]
        return " UNION ALL ".join(source.lines() for source in sources), [
            value for source in sources for value in source.values
        ]

    def all_lines(self, within: Within | None) -> Lines:
        """All revisions that match; of a period at least those that are within it."""
        ids = array("q")
        marks = marks_of((), self._database.value("SELECT max(id) FROM revisions") or 0)
        words = [of_words(self._by_words)] if self._expression else []
        for source in (*words, *sent_under(self._words, self._phones)):
            parts = [source.lines()]
            if within is not None and within.revisions is not None:
                parts.append(within.revisions.within(source.number))
            if within is not None and within.orders is not None and source in words:
                parts.append(within.orders.within("order_search.rowid"))
            values: list[Any] = [*source.values]
            if ids:
                parts.append(f"NOT {is_marked(source.number)}")
                values.append(bytes(marks))
            more = self._database.ids(" AND ".join(parts), values)
            for line in more:
                marks[line] = 1
            ids += more
        return Lines(ids, bytes(marks))

    def all_by_orders(self, within: Within | None) -> Matching:
        """All that matches; of a period at least what is within it."""
        orders = array("q")
        revisions, orders_within = within or (None, None)
        of_period = f" AND {orders_within.within('rowid')}" if orders_within else ""
        if self._expression:
            orders = self._database.ids(_FOUND_ORDERS + of_period, (self._by_words,))
        marks = bytes(marks_of(orders, max(orders, default=0)))
        others: dict[int, int] = {}
        for source in sent_under(self._words, self._phones):
            of_period = f" AND {revisions.within(source.number)}" if revisions else ""
            sql = f"{source.lines_and_orders()}{of_period} AND NOT {is_marked('r.order_id')}"
            others.update(self._database.all(sql, (*source.values, marks)))
        return Matching(orders, others)

    def first_of(self, walk: Callable[[], Iterator[int]], limit: int, steps: int = STEPS) -> list[int] | None:
        """The first lines of a walk that match, in its order; None where they are so rare at its beginning that it is
        better to find all that match. `steps` of SQLite: in which they must come."""
        ids, is_all = taken(self._database, walk(), _FIRST_PART, steps)
        found = list(self.matching(ids))
        if (
            len(found) < limit and not is_all and found and len(ids) == _FIRST_PART
        ):  # else it took long before
            more = (limit - len(found)) * len(ids) * 4 // 3 // len(found)
            if more <= _WORTH_IT:
                looked_at = len(ids)
                ids, is_all = taken(self._database, walk(), looked_at + more, steps)
                found += self.matching(ids[looked_at:])
        return found[:limit] if is_all or len(found) >= limit else None

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
        if has_many(self._database, self._expression, _FEW):
            return None
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

    def matching(self, part: Collection[int]) -> list[int]:
        """Those of a few lines that match, in their order."""
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
        return [each for each in part if each in sent_so or order_of.get(each) in orders]

    def _was_sent_so(self, key: str, email: str, phone: str) -> bool:
        return (
            key.startswith(self._words)
            or (bool(email) and email.lower().startswith(self._words.lower()))
            or (bool(phone) and phone.startswith(self._phones))
        )
