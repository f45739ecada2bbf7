"""An order in full, and what else is told of orders. Plain values, no SQL; every time is a text of `store.times`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ordermanager.domain.states import State

if TYPE_CHECKING:
    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.summary import Summary
    from ordermanager.store.orders.query import OrderRow


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """One order in full. `draft_hash` changes exactly when the text does (empty fields do not count)."""

    row: OrderRow
    draft: OrderDraft
    findings: tuple[Finding, ...]
    draft_hash: bytes

    @property
    def id(self) -> int:
        """The order's number in this workspace."""
        return self.row.id

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.row.state


@dataclass(frozen=True, slots=True)
class OrderKey:
    """What an import needs to know of an order that is here already; `import_id` is that of the import that made it."""

    id: int
    external_order_id: str
    state: State
    draft_hash: bytes
    import_id: int | None


def order_key_of(row: tuple[Any, ...]) -> OrderKey:
    """Of a row with its five values."""
    order_id, external_id, state, text_hash, import_id = row
    return OrderKey(order_id, external_id, State(state), bytes(text_hash), import_id)


@dataclass(slots=True)  # not frozen, which makes it in a fifth of the time; nobody changes one
class SaveItem:
    """One order for `Orders.save_many`: new where `order_id` is None, else the new text of that order.

    `encoded` is `encode_and_hash(draft)` where it is known already.
    """

    draft: OrderDraft
    summary: Summary
    state: State
    findings: tuple[Finding, ...] = ()
    attention: bool = False
    order_id: int | None = None
    encoded: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class ProductSuggestion:
    """An item known from orders here: its fields by the API's names, without the quantity."""

    external_item_id: str
    name: str
    item: Mapping[str, str]
