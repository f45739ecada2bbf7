"""Lists that a person keeps as folders, of orders or of the history: folder, search, filters and sorting as text, for
the settings."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from ordermanager.domain.states import Folder, State
from ordermanager.domain.values.moving_days import MovingDays
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NAME = 60
_HISTORY = "history"
_DECIMALS = ("least", "most", "least_average", "most_average")


def text_of(query: OrderQuery | EventQuery) -> str:
    """The question as JSON text; `query_of` reads it. How many orders are wanted is not part of it, nor what a search
    was put right to: that is found anew."""
    value = query._asdict()
    for name in ("limit", "slips"):
        value.pop(name)
    filters = {name: _plain(each) for name, each in value.pop("filters")._asdict().items()}
    of = {"of": _HISTORY} if isinstance(query, EventQuery) else {}
    return json.dumps({**of, **value, "filters": filters}, ensure_ascii=False, default=str)


def query_of(text: str) -> OrderQuery | EventQuery | None:
    """The question; None where the text is no such thing, or comes from a version that knows more."""
    try:
        value = json.loads(text)
        given = dict(value.pop("filters"))
        if value.get("of") == _HISTORY:
            value.pop("of")
            return EventQuery(**value, filters=_event_filters(given))
        value["folder"] = Folder(value["folder"])
        value["state"] = None if value["state"] is None else State(value["state"])
        return OrderQuery(**value, filters=_filters(given))
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation):
        return None


def free_name(wanted: str, taken: Mapping[str, str]) -> str:
    """`wanted`, shortened, with a number behind it where a list of this name is kept already."""
    name = " ".join(wanted.split())[:LONGEST_NAME] or "?"
    number, free = 2, name
    while free in taken:
        free = f"{name} {number}"
        number += 1
    return free


def _event_filters(given: dict[str, Any]) -> EventFilters:
    values = _with_decimals(given)
    for name in ("kinds", "statuses", "currencies"):
        values[name] = frozenset(map(str, values.get(name, ())))  # older lists do not name all of them
    customer_id, email, phone = given["person"]
    values["person"] = (customer_id, email, phone)
    values["texts"] = tuple((str(column), str(part)) for column, part in given["texts"])
    values["moving"] = _moving(given)
    return EventFilters(**values)


def _filters(given: dict[str, Any]) -> OrderFilters:
    segment = given.pop("segment", None)
    if not set(given) <= set(OrderFilters._fields):
        raise ValueError("a filter of a later version")
    values = _with_decimals(given)
    values["states"] = frozenset(State(each) for each in values["states"])
    values["statuses"] = frozenset(map(str, values["statuses"]))
    values["currencies"] = frozenset(map(str, values["currencies"]))
    values["accepted_as"] = frozenset(map(str, values.get("accepted_as", ())))  # older lists do not name it
    values["among"] = tuple(map(int, values.get("among", ())))
    values["moving"] = _moving(given)
    values["texts"] = tuple((str(column), str(part)) for column, part in values["texts"])
    if segment is None:
        return OrderFilters(**values, segment=None)
    from ordermanager.domain.insights.insights import CustomerSegment

    return OrderFilters(**values, segment=CustomerSegment(**_with_decimals(segment)))


def _moving(given: Mapping[str, Any]) -> str:
    moving = given.get("moving")
    return MovingDays(moving).value if moving else ""


def _with_decimals(given: dict[str, Any]) -> dict[str, Any]:
    return {
        name: Decimal(value) if name in _DECIMALS and value is not None else value
        for name, value in given.items()
    }


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return sorted(map(str, value)) if isinstance(value, frozenset) else value
