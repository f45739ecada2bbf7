"""What a list of orders is asked, and what it shows of each: all that a window needs to show its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ordermanager.domain.states import Folder, State
from ordermanager.store.orders.filters import NO_FILTERS, OrderFilters

if TYPE_CHECKING:
    from decimal import Decimal

Origin = Literal["hand", "import", "paste"]


class OrderQuery(NamedTuple):
    """Which orders, in which order. `sort` is a key of `ORDER_SORTS`; ties are broken by the order's number here.

    `state`, `status` and `filters` narrow `folder` further. `search` is what a person typed: every word must begin
    some word of the order (id, e-mail, phone in any notation, names, items …); an empty text finds everything.
    `slips` (from `Orders.slips`): also what `search` finds with one letter put right in these words.
    """

    folder: Folder = Folder.ALL
    state: State | None = None
    status: str | None = None
    search: str = ""
    slips: tuple[tuple[str, str, str], ...] = ()
    import_id: int | None = None
    filters: OrderFilters = NO_FILTERS
    sort: str = "changed"
    descending: bool = True
    limit: int | None = None

    @property
    def knows_states(self) -> bool:
        """Whether it may find others, or in another order, once orders have gone from one state to the next."""
        return (
            self.folder is not Folder.ALL
            or self.state is not None
            or self.sort == "state"
            or bool(self.filters.states or self.filters.account)
            or bool(self.filters.segment or self.filters.accepted_as)
        )


class OrderRow(NamedTuple):
    """What a list shows of one order.

    `state` is its own (draft, ready) or its newest revision's; `attention`: came from outside with errors;
    `unconfirmed`: how many of its revisions may or may not have arrived; `revisions`: how many were ever made;
    `total` keeps the digits as entered.
    """

    id: int
    state: State
    attention: bool
    unconfirmed: int
    external_order_id: str
    status: str
    date: str
    total: Decimal | None
    currency: str
    email: str
    phone: str
    name: str
    external_customer_id: str
    item_count: int
    errors: int
    warnings: int
    first_finding: str
    revisions: int
    origin: Origin
    import_id: int | None
    created_at: str
    changed_at: str
    state_at: str
    deleted_at: str
