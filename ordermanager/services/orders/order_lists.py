"""Finding orders, and what a list shows of them. By itself, because a window that starts needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ordermanager.store.orders.reads import OrderReads

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from ordermanager.domain.states import Folder
    from ordermanager.services.context import Context
    from ordermanager.store.history.query import EventFilters
    from ordermanager.store.orders.filters import OrderFilters
    from ordermanager.store.orders.query import OrderQuery, OrderRow

    FiltersT = TypeVar("FiltersT", OrderFilters, EventFilters)


class OrderListService:
    """Any thread; what it reads takes milliseconds, so a window calls it from a job."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._reads: OrderReads = context.workspace.order_reads

    def as_of_now(self, filters: FiltersT) -> FiltersT:
        """The same filters; where their days move on with the calendar, with the bounds that these have now in the
        workspace's time zone."""
        if not filters.moving:
            return filters
        from zoneinfo import ZoneInfo

        from ordermanager.domain.summary import utc_text
        from ordermanager.domain.values.moving_days import MovingDays

        zone = ZoneInfo(self._context.settings.get().timezone)
        begin, end = MovingDays(filters.moving).bounds(self._context.now(), zone)
        return filters._replace(begin=utc_text(begin), end=utc_text(end))

    def list_ids(self, query: OrderQuery) -> array[int]:
        """The ids of all orders that `query` finds, in its order."""
        return self._reads.ids(query)

    def rows(self, order_ids: Sequence[int]) -> list[OrderRow]:
        """What a list shows of each of these orders, in this order; ids that are gone are left out."""
        return self._reads.rows(order_ids)

    def count(self, query: OrderQuery) -> int:
        """How many orders `query` finds."""
        return self._reads.count(query)

    def slips(self, search: str) -> tuple[tuple[str, str, str], ...]:
        """What may be mistyped in `search`, for `OrderQuery.slips`: word, what it may mean, a word that is there."""
        return self._reads.slips(search)

    def totals(self, order_ids: Iterable[int]) -> list[tuple[str, int, Decimal]]:
        """Per currency: how many of these orders have a total in it, and the exact sum; the most frequent first."""
        return self._reads.sums(order_ids)

    def currencies(self) -> list[str]:
        """Every currency that some order of the workspace has."""
        return self._reads.currencies()

    def counts(self) -> dict[Folder, int]:
        """How many orders each folder has."""
        return self._reads.folder_counts()
