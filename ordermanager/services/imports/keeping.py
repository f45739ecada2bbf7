"""An order that is here already, imported again from a file that tells less of it: what no column of that file speaks
of stays as it is. A list of order numbers and statuses changes the statuses, and takes away neither items nor e-mail.

A blank cell is not the same: its column speaks of the field, and says that it is empty. In JSON each order speaks for
itself: what it does not name stays, what it names as null or as an empty text becomes empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordermanager.domain.draft_merge import merge
from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.domain.people.identity import draft_identity
from ordermanager.importing.mapping.mapping import INFO_PREFIX, LINE_TOTAL
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.services.imports.checks import take
from ordermanager.services.orders.ready_orders import ready

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.plan import Plan
    from ordermanager.services.orders.ready_orders import ReadyOrder
    from ordermanager.store.orders.orders import Orders
    from ordermanager.store.orders.records import OrderKey

_ITEM_PATH = re.compile(r"items\[([0-9]+)\]\.(\w+)").fullmatch


class Keeping:
    """For the orders of one plan: what its columns speak of, or each object of a JSON file by itself."""

    def __init__(self, plan: Plan, region: str) -> None:
        self._region = region
        self.is_by_order = plan.table.format.is_json
        self._spoken = None if self.is_by_order else _of_columns(plan)

    def is_silent_about(self, stored: OrderDraft) -> bool:
        """Whether an order that is here has anything of which the file does not speak."""
        return self._spoken is None or self._spoken.is_silent_about(stored)

    def kept(self, draft: OrderDraft, stored: OrderDraft, emptied: Sequence[str] = ()) -> OrderDraft | None:
        """The order of the file with what it is silent about; None where that is nothing, or where an export speaks of
        another customer: then it is another order, and nobody's data may stay under somebody else's name. `emptied` as
        in ImportedOrder.
        """
        spoken = self._spoken or _of_object(draft, emptied)
        new, old = draft_identity(draft, self._region), draft_identity(stored, self._region)
        is_comparable = any(mine and theirs for mine, theirs in zip(new, old, strict=True))
        if is_comparable and not spoken.amends and not new.shares_with(old):
            return None
        made = draft.copy()
        _fill(made.fields, stored.fields, spoken.fields)
        if not spoken.all_info:
            _fill(made.additional_info, stored.additional_info, spoken.info)
        if not spoken.items:
            made.items = [dict(item) for item in stored.items]
        else:
            for place, before in _pairs(made.items, stored.items):
                _fill(made.items[place], before, spoken.of_items or spoken.of_item.get(place, frozenset()))
        return None if made == draft else made


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What a file, or an order in JSON, says something about: fields, additional info (`all_info`: all of it), items
    and the fields of items, of all or of one by its place.
    """

    fields: Collection[str]
    info: Collection[str]
    all_info: bool
    items: bool
    of_items: frozenset[str] = frozenset()
    of_item: Mapping[int, Collection[str]] = field(default_factory=dict)

    @property
    def amends(self) -> bool:
        """Whether these are corrections: no shop's export is without date, total and items."""
        return not (self.items or "totalCost" in self.fields or "date" in self.fields)

    def is_silent_about(self, stored: OrderDraft) -> bool:
        """Whether the order has anything else."""
        return (
            any(name not in self.fields for name in stored.fields)
            or (bool(stored.additional_info) and not self.all_info)
            or (bool(stored.items) and not self.items)
            or any(name not in self.of_items for item in stored.items for name in item)
        )


def _of_columns(plan: Plan) -> _Spoken:
    mapping = plan.mapping
    second = plan.items_plan.mapping if plan.items_plan is not None else None
    given = frozenset((*mapping.fields, *mapping.constants, *mapping.defaults, "externalOrderId"))
    if mapping.status_rules:
        given |= {"status"}
    of_items: set[str] = set()
    # a cell with several items tells of each what it tells: what it leaves out of one is no blank cell
    for each in [mapping, *([second] if second is not None else [])] if "items" not in mapping.fields else ():
        of_items.update(each.fields, each.constants, each.defaults, *each.item_blocks)
    if LINE_TOTAL in of_items:
        of_items.add("cost")
    return _Spoken(
        fields=given,
        info={name.removeprefix(INFO_PREFIX) for name in given if name.startswith(INFO_PREFIX)},
        all_info="additionalInfo" in given,
        items=mapping.has_items or (second is not None and second.has_items),
        of_items=frozenset(of_items & ITEM_FIELD.keys()),
    )


def _of_object(draft: OrderDraft, emptied: Sequence[str]) -> _Spoken:
    """An object speaks of what it names, as in RFC 7396 (JSON Merge Patch): what it does not name stays, null empties.
    Of items that list says nothing; ours keep what they have where they are named again.
    """
    of_item: dict[int, set[str]] = {}
    for path in emptied:
        if match := _ITEM_PATH(path):
            of_item.setdefault(int(match[1]), set()).add(match[2])
    return _Spoken(
        fields={*draft.fields, *emptied},
        info={path.removeprefix(INFO_PREFIX) for path in emptied if path.startswith(INFO_PREFIX)},
        all_info="additionalInfo" in emptied,
        items=bool(draft.items) or "items" in emptied,
        of_item=of_item,
    )


def _pairs(
    items: Sequence[dict[str, str]], before: Sequence[dict[str, str]]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The places of items of the file with what they are here: of the same ID, or without one of the same name."""
    for name in ("externalItemId", "name"):
        known: dict[str, dict[str, str] | None] = {}
        for item in before:
            if key := item.get(name, "").strip():
                known[key] = None if key in known else item
        keys = [item.get(name, "").strip() for item in items]
        if any(keys):
            for place, key in enumerate(keys):
                if (same := known.get(key)) is not None and keys.count(key) == 1:
                    yield place, same
            return


def with_kept(
    chunk: Sequence[ReadyOrder],
    known: Mapping[str, OrderKey],
    keeping: Keeping,
    orders: Orders,
    rules: CheckRules,
    now: datetime,
    earlier: Mapping[str, OrderDraft] | None = None,
) -> list[ReadyOrder]:
    """The chunk with those orders made anew of which the workspace knows more than the file. `earlier` are those that
    the file had before, in JSON, where a later object changes an earlier one of the same order.
    """
    changed = {
        order.external_id: key.id
        for order in chunk
        if (key := known.get(order.external_id)) is not None and not order.is_unchanged(key)
    }
    if not changed and earlier is None:
        return list(chunk)
    stored = orders.drafts(list(changed.values()))
    before = {external_id: stored[key] for external_id, key in changed.items() if key in stored}
    before.update(earlier or {})
    made = []
    for order in chunk:
        if (known_so_far := before.get(order.external_id)) is not None:
            order = kept_over(order, known_so_far, keeping, rules, now)
        if earlier is not None and order.external_id:
            before[order.external_id] = order.draft
        made.append(order)
    return made


def with_changes_since(
    chunk: Sequence[ReadyOrder],
    known: Mapping[str, OrderKey],
    since: datetime,
    import_id: int | None,
    orders: Orders,
    rules: CheckRules,
    now: datetime,
) -> list[ReadyOrder]:
    """The chunk of a review that began at `since`, with what others have written into its orders meanwhile where the
    review changes nothing, unless it has the order of another customer."""
    changed = {
        order.external_id: key.id
        for order in chunk
        if (key := known.get(order.external_id)) is not None and not order.is_unchanged(key)
    }
    before = orders.drafts_before(list(changed.values()), since, import_id)
    stored = orders.drafts(list(before))
    made = []
    for order in chunk:
        key_id = changed.get(order.external_id)
        if key_id is not None and key_id in before and _is_of(stored[key_id], order.draft, rules.region):
            draft = merge(before[key_id], order.draft, stored[key_id])
            whole = ImportedOrder(draft, order.rows, order.notes, order.replaces, order.emptied)
            order = ready(take(whole, rules, now), rules)
        made.append(order)
    return made


def _is_of(stored: OrderDraft, draft: OrderDraft, region: str) -> bool:
    """Whether both may be one customer's."""
    new, old = draft_identity(draft, region), draft_identity(stored, region)
    return new.shares_with(old) or not any(mine and theirs for mine, theirs in zip(new, old, strict=True))


def kept_over(
    order: ReadyOrder, before: OrderDraft, keeping: Keeping, rules: CheckRules, now: datetime
) -> ReadyOrder:
    """The order with what it was before and the file is silent about; the same where that is nothing."""
    draft = keeping.kept(order.draft, before, order.emptied) if keeping.is_silent_about(before) else None
    if draft is None:
        return order
    whole = ImportedOrder(draft, order.rows, order.notes, order.replaces, order.emptied)
    return ready(take(whole, rules, now), rules)


def _fill(texts: dict[str, str], stored: Mapping[str, str], given: Collection[str]) -> None:
    for name, text in stored.items():
        if name not in given and text.strip() and not texts.get(name, "").strip():
            texts[name] = text
