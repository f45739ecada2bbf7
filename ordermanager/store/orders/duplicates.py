"""What is read of all orders to find those that may be one: keys in a narrow pass, as few bytes as possible each."""

from __future__ import annotations

from array import array
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from ordermanager.store.database.encoding import decode_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database, Row

_EVERY = 5000
_PLACE_BITS = 24
_HASH_BITS = 39
_MOST_ORDERS = 1 << _PLACE_BITS

_IDS = "SELECT id, external_order_id FROM orders WHERE deleted_at IS NULL AND external_order_id <> ''"
_SALES = {
    "external_customer_id": "external_customer_id",
    "email": "lower(email)",
    "phone": "phone",
}
CUSTOMER_COLUMNS = tuple(_SALES)
"""By each of these a customer is known."""


class _Items(msgspec.Struct):
    """What is read of a draft's text; all the rest is passed over."""

    items: list[dict[str, str]] = []


_DECODER = msgspec.json.Decoder(_Items)


def _items_of(draft: str) -> list[dict[str, str]]:
    try:
        return _DECODER.decode(draft).items
    except msgspec.DecodeError:  # half of a pair of surrogates, which only Python's own reader takes
        return decode_draft(draft).items


class Duplicates:
    """Any thread. What is found by a hash only looks alike; who asks must compare the orders themselves."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def by_id(self, key_of: Callable[[str], str], go_on: Callable[[int], bool]) -> Iterator[Sequence[int]]:
        """The orders whose externalOrderId has the same key, a list for each key that more than one order has.

        `go_on` is told how many orders were read, and says whether to read on; where not, what there is comes.
        """
        return self._alike(_IDS, lambda row: key_of(row[1]) or None, go_on)

    def by_sale(
        self, column: str, day_of: Callable[[str], str], go_on: Callable[[int], bool]
    ) -> Iterator[Sequence[int]]:
        """The orders of the same customer (by one of CUSTOMER_COLUMNS), day, sum and currency."""
        who = _SALES[column]
        sql = (
            f"SELECT id, {who}, date, total_number, currency FROM orders "  # noqa: S608 - from the table above
            f"WHERE deleted_at IS NULL AND {column} <> '' AND date <> '' AND total_number IS NOT NULL"
        )
        return self._alike(sql, lambda row: (row[1], day_of(row[2]), row[3], row[4]), go_on)

    def items(self, ids: Sequence[int]) -> dict[int, list[dict[str, str]]]:
        """The items of these orders."""
        rows = self._connections.reader().in_chunks(
            "SELECT order_id, draft FROM order_texts WHERE order_id IN ({ids})", ids
        )
        return {row[0]: _items_of(row[1]) for row in rows}

    def _alike(
        self, sql: str, key_of: Callable[[Row], Hashable], go_on: Callable[[int], bool]
    ) -> Iterator[Sequence[int]]:
        ids, keys = _read(self._connections.reader(), sql, key_of, go_on)
        for _, same in groupby(sorted(keys), key=lambda entry: entry >> _PLACE_BITS):
            places = [entry & (_MOST_ORDERS - 1) for entry in same]
            if len(places) > 1:
                yield tuple(ids[place] for place in places)


def _read(
    database: Database,
    sql: str,
    key_of: Callable[[Row], Hashable],
    go_on: Callable[[int], bool],
) -> tuple[array[int], array[int]]:
    """Ids, and for each a number of hash and place: eight bytes, where a dictionary would need a hundred."""
    ids, keys = array("q"), array("q")
    mask = (1 << _HASH_BITS) - 1
    rows: Iterator[Row] = database.each(sql)
    for count, row in enumerate(rows):
        if count % _EVERY == 0 and (not go_on(count) or count >= _MOST_ORDERS):
            break
        key = key_of(row)
        if key is not None:
            keys.append((hash(key) & mask) << _PLACE_BITS | len(ids))
            ids.append(row[0])
    return ids, keys
