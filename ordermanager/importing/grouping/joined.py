"""Two files of one export, joined by the order's number: the orders in one, their items in the other (Etsy)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.importing.recognised import ImportedOrder, Recognised

Plan = TypeVar("Plan", bound="Recognised")

_SHOWN = 5


def join_key(order_id: str) -> str:
    """An order's number as both files write it: `#3001` in one is `3001` in the other."""
    return order_id.strip().lstrip("#").strip()


def join(first: Plan, second: Plan) -> Plan:
    """The plan of the file with the orders, with the other as its `items_plan`, whichever was named first. Where
    neither has items, or the second no order number, the plan's `problem` says so until its columns are given.
    """
    if second.layout is not None and second.layout.items_in and not first.mapping.fields.get("items"):
        if first.layout is not None and first.layout.name == second.layout.items_in:
            first, second = second, first
    elif first.mapping.has_items and not second.mapping.has_items:
        first, second = second, first
    first.items_plan = second
    return first


class ItemsByOrder:
    """The items of the second file, held until their orders come. `left` are the orders that never came."""

    def __init__(self, orders: Iterable[ImportedOrder]) -> None:
        self._items: dict[str, list[dict[str, str]]] = {}
        self._taken: set[str] = set()
        for order in orders:
            key = join_key(order.draft.get("externalOrderId"))
            if order.replaces:
                self._items[key] = order.draft.items
            else:
                self._items.setdefault(key, []).extend(order.draft.items)

    def take(self, order_id: str) -> list[dict[str, str]]:
        """The items of an order, as copies that may be changed."""
        key = join_key(order_id)
        self._taken.add(key)
        return [dict(item) for item in self._items.get(key, ())]

    def left(self) -> tuple[str, ...]:
        """The numbers in the items' file of which the orders' file knows nothing."""
        return tuple(key for key in self._items if key not in self._taken)


def left_over(file: str, ids: tuple[str, ...]) -> Sentence:
    """What is said of items whose order is not in the other file."""
    return Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file}: items are left out, because the other file lacks their orders ({count}): {ids}.",
        ),
        {
            "file": file,
            "count": len(ids),
            "ids": ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else ""),
        },
    )
