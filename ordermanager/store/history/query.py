"""What the history is asked: all that is needed to know which lines a kept list shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

EventKind = Literal["accepted", "assumed", "rejected", "unconfirmed"]


class EventFilters(NamedTuple):
    """Each narrows the history further; an empty one lets everything pass, several values of one are alternatives.

    `kinds` are EventKinds (outcomes), `statuses` the orders' (event names without `order`), `account` an account's
    name; `begin` and `end` are UTC ISO texts, the end excluded; `batch_id` and `run_id`: what was sent last in it.
    `event_key`: what was sent under exactly this ID; `person`: with this customer ID, or this e-mail, or this phone
    (empty ones aside); `texts`: pairs (column, part of its text), small and capital letters alike: of
    `event_key`, `contact` (customer ID, e-mail or phone), `email`, `phone`, `external_customer_id`; `least`, `most`
    (both included), `currencies` and `import_id` are about the order of a line as it is now. `moving`: as in
    OrderFilters.
    """

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    account: str = ""
    begin: str = ""
    end: str = ""
    batch_id: int | None = None
    run_id: int | None = None
    event_key: str = ""
    person: tuple[str, str, str] = ("", "", "")
    texts: tuple[tuple[str, str], ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    currencies: frozenset[str] = frozenset()
    import_id: int | None = None
    moving: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return self == NO_EVENT_FILTERS


NO_EVENT_FILTERS = EventFilters()


class EventQuery(NamedTuple):
    """Which lines of the history, newest first unless `descending` is False. `name` is an event's, `orderDELIVERED`.

    `sort` is one of EVENT_SORTS. `search_phone`: the digits that `search` means if it is a phone, so that a phone in
    another notation is found also where the order has another one by now. `slips`: what may be mistyped in `search`,
    as `find_slips` gives it.
    """

    search: str = ""
    search_phone: str = ""
    filters: EventFilters = NO_EVENT_FILTERS
    sort: str = "at"
    external_order_id: str | None = None
    account_id: int | None = None
    name: str | None = None
    kind: EventKind | None = None
    order_id: int | None = None
    descending: bool = True
    limit: int | None = None
    slips: tuple[tuple[str, str, str], ...] = ()
