"""Drafts that are there already (of JSON, of a review) checked some hundred at once, a column at a time; each comes out
as `ready(take(order))` makes it. What a column cannot tell (texts that are given and blank, notes) goes that way.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.services.imports.checks import take
from ordermanager.services.orders.block_checks import BlockChecks
from ordermanager.services.orders.block_texts import ReadyBlock
from ordermanager.services.orders.known_items import KnownItems
from ordermanager.services.orders.ready_orders import ready

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.recognised import ImportedOrder
    from ordermanager.services.orders.known_items import KnownItem
    from ordermanager.services.orders.order_block import OrderBlock
    from ordermanager.services.orders.ready_orders import ReadyOrder

AT_ONCE = 100
"""Orders."""


class DraftBlocks:
    """Checks drafts under the same rules."""

    def __init__(self, rules: CheckRules, now: datetime) -> None:
        self._rules = rules
        self._now = now
        self._items = KnownItems(rules, now)
        self._checks = BlockChecks(rules, now)
        self._texts = ReadyBlock(rules.region)

    def orders(self, orders: Iterable[ImportedOrder]) -> Iterator[ReadyOrder]:
        """Every order, ready."""
        for block in self.blocks(orders):
            yield from block.orders()

    def blocks(self, orders: Iterable[ImportedOrder]) -> Iterator[OrderBlock]:
        """Every order, in blocks. None of them replaces a part that was taken before."""
        rest = iter(orders)
        while block := list(islice(rest, AT_ONCE)):
            yield self._ready(block)

    def _ready(self, block: Sequence[ImportedOrder]) -> OrderBlock:
        drafts = [order.draft for order in block]
        columns = _columns([draft.fields for draft in drafts])
        columns.setdefault("externalOrderId", [""] * len(block))
        infos = [draft.additional_info for draft in drafts]
        items = [self._items.of(draft.items) for draft in drafts]
        checked = self._checks.check(columns, items)
        said = [[" ".join(info.values()) for info in infos]] if any(infos) else ()
        lines = [order.rows for order in block]
        made = self._texts.block(lines, columns, _columns(infos), said, items, checked)
        for place, (order, own) in enumerate(zip(block, items, strict=True)):
            if order.notes or _is_odd(order.draft, own):
                made.put(place, ready(take(order, self._rules, self._now), self._rules))
            elif order.emptied:
                made.emptied[place] = order.emptied
        return made


def _columns(texts: Sequence[dict[str, str]]) -> dict[str, Sequence[str]]:
    names = dict.fromkeys(name for each in texts for name in each)
    return {name: [each.get(name, "") for each in texts] for name in names}


def _is_odd(draft: OrderDraft, items: Sequence[KnownItem]) -> bool:
    """Whether anything in a draft means less than it says."""
    info = draft.additional_info
    return (
        not all(map(str.strip, draft.fields.values()))
        or any(item.has_blanks for item in items)
        or not all(info.values())
        or any(not name or name != name.strip() for name in info)
    )
