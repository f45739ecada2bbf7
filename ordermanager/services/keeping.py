"""An order that is here already, imported again from a file that tells less of it: what no column of that file speaks
of stays as it is. A list of order numbers and statuses changes the statuses, and takes away neither items nor e-mail.

A blank cell is not the same: its column speaks of the field, and says that it is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.domain.identity import draft_identity
from ordermanager.importing.mapping import INFO_PREFIX, LINE_TOTAL
from ordermanager.importing.plan import ImportedOrder
from ordermanager.services.import_checks import take
from ordermanager.services.ready_orders import ready

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from ordermanager.domain.rules import CheckRules
    from ordermanager.importing.plan import Plan
    from ordermanager.services.ready_orders import ReadyOrder
    from ordermanager.store import OrderKey
    from ordermanager.store.orders import Orders


class Keeping:
    """For the orders of one plan. `works`: whether the plan's file can be silent about anything."""

    def __init__(self, plan: Plan, region: str) -> None:
        mapping = plan.mapping
        second = plan.items_plan.mapping if plan.items_plan is not None else None
        self.works = not plan.table.format.is_json
        self._region = region
        self._given = frozenset((*mapping.fields, *mapping.constants, *mapping.defaults, "externalOrderId"))
        if mapping.status_rules:
            self._given |= {"status"}
        self._info_given = {
            name.removeprefix(INFO_PREFIX) for name in self._given if name.startswith(INFO_PREFIX)
        }
        self._all_info_given = "additionalInfo" in self._given
        self._items_given = mapping.has_items or (second is not None and second.has_items)
        # a list of corrections: no shop's export is without date, total and items
        self._amends = not (self._items_given or self._given & {"totalCost", "date"})
        # a cell with several items tells of each what it tells: what it leaves out of one is no blank cell
        self._item_given: frozenset[str] = frozenset()
        if "items" not in mapping.fields:
            sources = [mapping, *([second] if second is not None else [])]
            names = {
                name
                for each in sources
                for name in (
                    *each.fields,
                    *each.constants,
                    *each.defaults,
                    *(b for c in each.item_blocks for b in c),
                )
            }
            if LINE_TOTAL in names:
                names.add("cost")
            self._item_given = frozenset(names & ITEM_FIELD.keys())

    def is_silent_about(self, stored: OrderDraft) -> bool:
        """Whether an order that is here has anything of which the file does not speak."""
        return (
            any(name not in self._given for name in stored.fields)
            or (bool(stored.additional_info) and not self._all_info_given)
            or (bool(stored.items) and not self._items_given)
            or any(name not in self._item_given for item in stored.items for name in item)
        )

    def kept(self, draft: OrderDraft, stored: OrderDraft) -> OrderDraft | None:
        """The order of the file with what it is silent about; None where that is nothing, or where an export speaks of
        another customer: then it is another order, and nobody's data may stay under somebody else's name.
        """
        new, old = draft_identity(draft, self._region), draft_identity(stored, self._region)
        is_comparable = any(mine and theirs for mine, theirs in zip(new, old, strict=True))
        if is_comparable and not self._amends and not new.shares_with(old):
            return None
        made = draft.copy()
        _fill(made.fields, stored.fields, self._given)
        if not self._all_info_given:
            _fill(made.additional_info, stored.additional_info, self._info_given)
        if not self._items_given:
            made.items = [dict(item) for item in stored.items]
        else:
            for item, before in self._pairs(made.items, stored.items):
                _fill(item, before, self._item_given)
        return None if made == draft else made

    @staticmethod
    def _pairs(
        items: Sequence[dict[str, str]], before: Sequence[dict[str, str]]
    ) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
        """Items of the file with what they are here: of the same ID, or without one of the same name."""
        for name in ("externalItemId", "name"):
            known: dict[str, dict[str, str] | None] = {}
            for item in before:
                if key := item.get(name, "").strip():
                    known[key] = None if key in known else item
            keys = [item.get(name, "").strip() for item in items]
            if any(keys):
                for key, item in zip(keys, items, strict=True):
                    if (same := known.get(key)) is not None and keys.count(key) == 1:
                        yield item, same
                return


def with_kept(
    chunk: Sequence[ReadyOrder],
    known: Mapping[str, OrderKey],
    keeping: Keeping,
    orders: Orders,
    rules: CheckRules,
    now: datetime,
) -> list[ReadyOrder]:
    """The chunk with those orders made anew of which the workspace knows more than the file."""
    changed = {
        order.external_id: key.id
        for order in chunk
        if (key := known.get(order.external_id)) is not None and not order.is_unchanged(key)
    }
    if not changed or not keeping.works:
        return list(chunk)
    stored = orders.drafts(list(changed.values()))
    made = []
    for order in chunk:
        before = stored.get(changed.get(order.external_id, 0))
        draft = None
        if before is not None and keeping.is_silent_about(before):
            draft = keeping.kept(order.draft, before)
        if draft is not None:
            whole = ImportedOrder(draft, order.rows, order.notes, order.replaces)
            order = ready(take(whole, rules, now), rules)
        made.append(order)
    return made


def _fill(texts: dict[str, str], stored: Mapping[str, str], given: Collection[str]) -> None:
    for name, text in stored.items():
        if name not in given and text.strip() and not texts.get(name, "").strip():
            texts[name] = text
