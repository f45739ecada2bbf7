"""What a list asks of the orders of a workspace. By itself, because a window that starts asks nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.orders.filters import currencies_in_use, sums_of
from ordermanager.store.orders.lists import count_found, find_ids, folder_counts
from ordermanager.store.orders.rows import ROW_COLUMNS, order_row

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from ordermanager.domain.states import Folder
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.orders.query import OrderQuery, OrderRow


class OrderReads:
    """Deleted orders are found by `rows` only."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def ids(self, query: OrderQuery) -> array[int]:
        """The ids that a query finds, in its order."""
        return find_ids(self._connections.reader(), query)

    def rows(self, ids: Sequence[int] | array[int]) -> list[OrderRow]:
        """What a list shows of these orders, in the order of `ids`; those that are not there are left out."""
        sql = f"SELECT {ROW_COLUMNS} FROM orders o WHERE o.id IN ({{ids}})"  # noqa: S608
        found = {row[0]: order_row(row) for row in self._connections.reader().in_chunks(sql, ids)}
        return [found[order_id] for order_id in ids if order_id in found]

    def count(self, query: OrderQuery) -> int:
        """How many orders a query finds."""
        return count_found(self._connections.reader(), query)

    def slips(self, search: str) -> tuple[tuple[str, str, str], ...]:
        """Words of `search` that may be mistyped: the word, a beginning that it may mean, and a word that is there."""
        from ordermanager.store.search.search import find_slips

        return find_slips(self._connections.reader(), search)

    def sums(self, ids: Iterable[int]) -> list[tuple[str, int, Decimal]]:
        """Per currency: how many of these orders have a total in it, and the exact sum."""
        return sums_of(self._connections.reader(), ids)

    def currencies(self) -> list[str]:
        """Every currency that some order has."""
        return currencies_in_use(self._connections.reader())

    def folder_counts(self) -> dict[Folder, int]:
        """How many orders are in each folder; as quick with a million orders as with none."""
        return folder_counts(self._connections.reader())
