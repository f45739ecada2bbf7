"""Many orders of a table checked at once, a column at a time; each comes out as `ready(take(order))` makes it, for a
quarter of the time. What a column cannot tell (an order without a number, rows that disagree, blanks) goes that way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.fillblock import BlockFiller
from ordermanager.services.block_checks import BlockChecks
from ordermanager.services.block_texts import ReadyBlock, has_blanks
from ordermanager.services.import_checks import take
from ordermanager.services.import_stream import has_guards, unguard
from ordermanager.services.known_items import KnownItems
from ordermanager.services.ready_orders import ready

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from ordermanager.domain.rules import CheckRules
    from ordermanager.importing.grouping import Grouper, Open
    from ordermanager.importing.plan import Plan
    from ordermanager.importing.table import Row
    from ordermanager.services.ready_orders import ReadyOrder

AT_ONCE = 500
"""Orders: enough that what is done once for all of them costs nothing, few enough to stay in the processor's memory."""


class QuickOrders:
    """The orders of one pass over a table. `works` says whether its mapping can be read so."""

    def __init__(self, plan: Plan, grouper: Grouper, rules: CheckRules, now: datetime) -> None:
        self._grouper = grouper
        self._rules = rules
        self._now = now
        self._guarded = has_guards(plan)
        self._filler = BlockFiller(grouper.order_filler)
        self._checks = BlockChecks(rules, now)
        self._texts = ReadyBlock(rules.region)
        self.works = grouper.is_simple and self._filler.can_fill

    def orders(self, rows: Iterable[Row]) -> Iterator[ReadyOrder]:
        """Every order that these rows make."""
        fillers = self._grouper.item_fillers
        items = KnownItems(self._rules, self._now, guarded=self._guarded)
        opened = self._grouper.opened(rows, items.filler(fillers[0]) if fillers else None)
        for block in _blocks(opened):
            yield from self._ready(block)
        self._grouper.finish()

    def _ready(self, block: Sequence[Open]) -> Iterator[ReadyOrder]:
        columns = self._filler.columns([order.id for order in block], [order.first for order in block])
        if self._guarded:
            self._filler.unguard(columns)
        slow = has_blanks(columns)
        slow.update(place for place, order in enumerate(block) if _is_odd(order))
        checked = self._checks.check(columns, [order.items for order in block])
        quick = self._texts.orders(block, columns, checked)
        for place, (order, found) in enumerate(zip(block, quick, strict=True)):
            if place not in slow:
                self._grouper.count(order)
                yield found
            elif (usual := self._usual(order)) is not None:
                yield usual

    def _usual(self, order: Open) -> ReadyOrder | None:
        order.items = [item.given.copy() for item in order.items]
        finished = self._grouper.finished(order)
        if finished is None:
            return None
        if self._guarded:
            unguard(finished.draft)
        return ready(take(finished, self._rules, self._now), self._rules)


def _blocks(opened: Iterable[Open]) -> Iterator[list[Open]]:
    """A block ends with an order that may turn out to be none, so that it is judged before the next row is."""
    block: list[Open] = []
    for order in opened:
        block.append(order)
        if len(block) >= AT_ONCE or not order.id or " " in order.id:
            yield block
            block = []
    if block:
        yield block


def _is_odd(order: Open) -> bool:
    """Whether an order needs more than a look at its columns."""
    return (
        not order.id or " " in order.id or bool(order.notes) or any(item.has_blanks for item in order.items)
    )
