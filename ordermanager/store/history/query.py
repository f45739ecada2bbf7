"""What the history is asked: all that is needed to know which lines a kept list shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ordermanager.store.history.filters import NO_EVENT_FILTERS, EventFilters

EventKind = Literal["accepted", "assumed", "rejected", "unconfirmed"]


@dataclass(frozen=True, slots=True)
class EventQuery:
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
