"""Where the orders of an import come from: a file, or a review of one. Each order comes ready to be written."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, cast

from ordermanager.importing.recognised import ImportedOrder
from ordermanager.importing.run import grouped
from ordermanager.services.imports.checks import take
from ordermanager.services.imports.stream import has_guards, share_of_a_row, streamed, unguard_order
from ordermanager.services.orders.draft_blocks import DraftBlocks
from ordermanager.services.orders.order_block import OrderBlock
from ordermanager.services.orders.quick_orders import AT_ONCE, QuickOrders
from ordermanager.services.orders.ready_orders import ready
from ordermanager.store.imports.staging_schema import StagedQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from datetime import datetime

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.importing.grouping.grouping import Grouper
    from ordermanager.importing.plan import Plan
    from ordermanager.importing.recognised import Counts
    from ordermanager.importing.tables.table import Row
    from ordermanager.store.imports.staging import Staging

_STAGED_AT_ONCE = 500

_ROWS_BETWEEN_QUESTIONS = 1024


class Cancelled(Exception):
    """The user stopped it."""


class FileSource:
    """The orders of a file as they are read, for an ImportRun or a review. Reading raises Cancelled soon after `cancel`
    says so, also where no order comes for long.
    """

    since: datetime | None = None

    def __init__(self, plan: Plan, cancel: Callable[[], bool] | None = None) -> None:
        self._plan = plan
        self.cancel = cancel
        self._read = plan.counts
        self._row_share = share_of_a_row(plan)

    @contextmanager
    def blocks(self, rules: CheckRules, now: datetime) -> Iterator[Iterator[OrderBlock]]:
        """Every order, some at once; leaving the context stops reading."""
        with stoppable(self._plan, self.cancel), ready_blocks(self._plan, rules, now) as stream:
            yield stream
        self._read = self._plan.counts  # of the finished pass: another pass over the file counts anew

    @property
    def counts(self) -> Counts:
        """Of the finished pass."""
        return self._read

    @property
    def rows(self) -> int:
        """Rows that were read so far."""
        return self._plan.counts.rows_read

    def share(self, _orders: int) -> float | None:
        """How far this is, by the length of the first rows; None for what does not tell how long it is."""
        return min(0.99, self.rows * self._row_share) if self._row_share else None


class StagedSource:
    """The orders of a review that are included, as they were edited; `counts` are of reading the file, and `since` is
    when that began: others may have changed orders of the workspace meanwhile."""

    def __init__(self, staging: Staging, counts: Counts, since: datetime) -> None:
        self.since = since
        self._staging = staging
        self._ids = staging.ids(StagedQuery(included=True))
        items = staging.included_items()
        self.counts = replace(counts, orders=len(self._ids), items=items)

    @contextmanager
    def blocks(self, rules: CheckRules, now: datetime) -> Iterator[Iterator[OrderBlock]]:
        """Every included order, in the order of the file."""
        yield DraftBlocks(rules, now).blocks(self._stream())

    @property
    def rows(self) -> int:
        """Rows of the whole file."""
        return self.counts.rows_read

    def share(self, orders: int) -> float | None:
        """How far this is after so many orders."""
        return orders / len(self._ids) if self._ids else 1.0

    def _stream(self) -> Iterator[ImportedOrder]:
        for begin in range(0, len(self._ids), _STAGED_AT_ONCE):
            for stored in self._staging.orders(self._ids[begin : begin + _STAGED_AT_ONCE]):
                yield ImportedOrder(stored.draft(), stored.lines, stored.notes)


OrderSource: TypeAlias = FileSource | StagedSource


@contextmanager
def stoppable(plan: Plan, cancel: Callable[[], bool] | None) -> Iterator[None]:
    """Within this, reading the plan's table raises Cancelled soon after `cancel` says so, in whatever pass it is."""
    if cancel is None:
        yield
        return
    table, open_rows = plan.table, plan.table.open_rows

    def rows() -> Iterator[Row]:
        with closing(cast("Generator[Row, None, None]", open_rows())) as all_rows:
            while chunk := list(islice(all_rows, _ROWS_BETWEEN_QUESTIONS)):
                if cancel():
                    raise Cancelled
                yield from chunk

    table.open_rows = rows
    try:
        yield
    finally:
        table.open_rows = open_rows


@contextmanager
def ready_blocks(plan: Plan, rules: CheckRules, now: datetime) -> Iterator[Iterator[OrderBlock]]:
    """Every order of the plan's file, ready; leaving the context stops reading."""
    if plan.table.format.is_json:
        with streamed(plan) as stream:
            yield DraftBlocks(rules, now).blocks(stream)
        return

    def maker(grouper: Grouper) -> Callable[[Iterable[Row]], Iterator[OrderBlock]]:
        quick = QuickOrders(plan, grouper, rules, now)
        return (
            quick.blocks if quick.works else lambda rows: one_by_one(plan, grouper.orders(rows), rules, now)
        )

    with closing(cast("Generator[OrderBlock, None, None]", grouped(plan, maker))) as found:
        yield found


def one_by_one(
    plan: Plan, orders: Iterable[ImportedOrder], rules: CheckRules, now: datetime
) -> Iterator[OrderBlock]:
    """What `QuickOrders` would make of these orders, for mappings that it cannot read."""
    guarded, rest = has_guards(plan), iter(orders)
    while block := list(islice(rest, AT_ONCE)):
        for order in block if guarded else ():
            unguard_order(plan, order)
        yield OrderBlock.of([ready(take(order, rules, now), rules) for order in block])
