"""JSON as shops' own APIs give it: orders inside an envelope, and what is told of one order in objects of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENVELOPES = (
    "orders",
    "order",
    "data",
    "result",
    "results",
    "response",
    "payload",
    "records",
    "rows",
    "items",
    "list",
)
_ABOUT = frozenset(
    (
        "status",
        "success",
        "ok",
        "code",
        "message",
        "error",
        "errors",
        "total",
        "count",
        "page",
        "limit",
        "version",
    )
)
"""What an envelope says of its answer; an object with nothing else beside another is no order."""

_DEEPEST = 4
_OURS = frozenset(("externalOrderId", "externalCustomerId", "totalCost", "items"))


def orders_in(found: dict[str, Any], deep: int = 0) -> list[Any] | None:
    """The orders in the only object of a file: `{"data": {"orders": [...]}}`, `{"order": {...}}`, or one by its number,
    `{"1001": {...}, "1002": {...}}`; None where the object is an order itself.
    """
    if deep > _DEEPEST or _OURS & found.keys() - {"items"}:
        return None
    told = [name for name, value in found.items() if not isinstance(value, (dict, list))]
    for name in _ENVELOPES:
        value = found.get(name)
        if (
            isinstance(value, list)
            and (name == "orders" or len(told) * 2 < len(found) + 2)
            and _are_objects(value)
        ):
            return value
        if isinstance(value, dict) and (name == "order" or _ABOUT.issuperset(told)):
            return orders_in(value, deep + 1) or [value]
    values = list(found.values())
    return values if len(values) > 1 and _are_objects(values) and _are_alike(values) else None


def _are_objects(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, dict) for value in values)


def _are_alike(values: list[dict[str, Any]]) -> bool:
    """Whether these are several of one kind, as orders by their numbers are and the parts of one order are not."""
    first, second = values[0].keys(), values[1].keys()
    return len(first & second) * 2 > max(len(first), len(second))


def flat(value: dict[str, Any]) -> dict[str, Any]:
    """The object with what stands in objects inside it under names of both: `billing.email`. Lists stay."""
    if not any(isinstance(each, dict) for each in value.values()):
        return value
    return dict(_members(value, "", 0))


def _members(value: dict[str, Any], before: str, deep: int) -> Iterator[tuple[str, Any]]:
    for name, each in value.items():
        if isinstance(each, dict) and deep < _DEEPEST:
            yield from _members(each, f"{before}{name}.", deep + 1)
        else:
            yield f"{before}{name}", each
