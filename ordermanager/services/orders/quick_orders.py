"""Many orders of a table checked at once, a column at a time; each comes out as `ready(take(order))` makes it, for a
quarter of the time. What a column cannot tell (an order without a number, rows that disagree, blanks) goes that way.
"""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from ordermanager.domain.draft import OrderDraft
from ordermanager.importing.grouping.fill_block import BlockFiller
from ordermanager.importing.grouping.line_totals import sum_of_items
from ordermanager.services.imports.checks import take
from ordermanager.services.imports.stream import has_guards, unguard_order
from ordermanager.services.orders.block_checks import BlockChecks
from ordermanager.services.orders.block_texts import ReadyBlock, has_blanks
from ordermanager.services.orders.known_items import KnownItems
from ordermanager.services.orders.ready_orders import ready

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.importing.grouping.grouping import Grouper, Open
    from ordermanager.importing.plan import Plan
    from ordermanager.importing.tables.table import Row
    from ordermanager.services.orders.known_items import KnownItem
    from ordermanager.services.orders.order_block import OrderBlock
    from ordermanager.services.orders.ready_orders import ReadyOrder

AT_ONCE = 200
"""Orders: enough that what is done once for all of them costs little, few enough to stay in the processor's memory."""


class QuickOrders:
    """The orders of one pass over a table. `works` says whether its mapping can be read so."""

    def __init__(self, plan: Plan, grouper: Grouper, rules: CheckRules, now: datetime) -> None:
        self._plan = plan
        self._grouper = grouper
        self._rules = rules
        self._now = now
        self._guarded = has_guards(plan)
        self._filler = BlockFiller(grouper.order_filler, grouper.all_rows)
        self._items = KnownItems(rules, now, grouper.completer, guarded=self._guarded)
        self._items_cell = grouper.order_filler.items_cell
        self._checks = BlockChecks(rules, now)
        self._texts = ReadyBlock(rules.region)
        self.works = self._filler.can_fill and self._can_complete()

    def _can_complete(self) -> bool:
        """Whether what all items are given says the same of equal items, whatever becomes of their rows."""
        grouper, completer = self._grouper, self._grouper.completer
        columns = {*completer.columns}
        if columns and (self._items_cell is not None or grouper.elsewhere is not None):
            return False
        return not (completer.reads_order or columns & {*grouper.order_columns})

    def blocks(self, rows: Iterable[Row]) -> Iterator[OrderBlock]:
        """Every order that these rows make."""
        fillers = self._items.fillers(self._grouper.item_fillers)
        many = fillers[0].many if len(fillers) == 1 else None
        opened = self._grouper.opened(rows, [each.one for each in fillers], many)
        for block in _blocks(opened):
            if made := self._ready(block):
                yield made
        self._grouper.finish()

    def _ready(self, block: Sequence[Open]) -> OrderBlock:
        columns, info = self._filler.columns(block), self._filler.info(block)
        has_others = self._grouper.elsewhere is not None or self._items_cell is not None
        items = [self._items_of(order) if has_others else order.items for order in block]
        slow = self._add_up(columns, items) if self._grouper.sums_items else set()
        if self._guarded:
            self._filler.unguard(columns)
            self._filler.unguard(info)
        info.update(self._filler.given_info(len(block)))
        slow |= has_blanks(columns) | _odd_ones(block, items)
        checked = self._checks.check(columns, items)
        lines = [tuple(order.numbers) for order in block]
        made = self._texts.block(lines, columns, info, info.values(), items, checked)
        if not slow:
            self._grouper.count_all(block, sum(map(len, items)))
            return made
        for place, (order, own) in enumerate(zip(block, items, strict=True)):
            if place not in slow:
                self._grouper.count(order, len(own))
            elif (usual := self._usual(order)) is not None:
                made.put(place, usual)
            else:  # only the last one of a block may be none
                made.pop()
        return made

    def _items_of(self, order: Open) -> list[KnownItem]:
        """Those of the cell that holds items, those of the other file, then those of the rows."""
        found: list[KnownItem] = order.items
        if self._grouper.elsewhere is not None:
            found = [*self._items.of(self._grouper.elsewhere(order.id)), *found]
        if self._items_cell is not None and (text := self._items_cell(order.first).strip()):
            found = [*self._items.of_cell(text), *found]
        return found

    @staticmethod
    def _add_up(columns: dict[str, Sequence[str]], items: Sequence[Sequence[KnownItem]]) -> set[int]:
        """Make the totals from the items; gives the orders whose total nobody can tell."""
        others = [name for name in ("shipping", "taxes", "discount") if name in columns]
        totals = []
        for place, own in enumerate(items):
            fields: dict[str, str] = {name: columns[name][place] for name in others}
            totals.append(sum_of_items(OrderDraft(fields, [item.whole for item in own])))
        columns["totalCost"] = totals
        return {place for place, text in enumerate(totals) if not text}

    def _usual(self, order: Open) -> ReadyOrder | None:
        order.items = [item.given.copy() for item in order.items]
        finished = self._grouper.finished(order)
        if finished is None:
            return None
        if self._guarded:
            unguard_order(self._plan, finished)
        return ready(take(finished, self._rules, self._now), self._rules)


_ID, _NOTES, _HAS_BLANKS = attrgetter("id"), attrgetter("notes"), attrgetter("has_blanks")


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


def _odd_ones(block: Sequence[Open], items: Sequence[Sequence[KnownItem]]) -> set[int]:
    """The places of the orders that need more than a look at their columns."""
    ids = list(map(_ID, block))
    are_usual = all(ids) and " " not in "".join(ids) and not any(map(_NOTES, block))
    if are_usual and not any(map(_HAS_BLANKS, chain.from_iterable(items))):
        return set()
    return {
        place
        for place, (order, own) in enumerate(zip(block, items, strict=True))
        if not order.id or " " in order.id or order.notes or any(map(_HAS_BLANKS, own))
    }
