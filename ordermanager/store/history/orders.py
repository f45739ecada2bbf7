"""Lines of the history by what their orders have: amount, currency, the import they came from.

As the order is now, like the words that a search finds it by: it may have been changed since it was sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.store.database.sqlite import one_of, within

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.history.query import EventFilters, EventQuery

_FEW = 40_000
"""Lines of so many orders are looked up at once; of more, each line asks for its order."""
_LIVE = ("o.deleted_at IS NULL", "o.deleted_at IS NOT NULL")
"""Said apart, since the indexes of amounts and currencies have no deleted orders."""


def narrow_to_orders(
    database: Database, query: EventQuery, chosen: set[int] | None
) -> tuple[EventQuery, set[int] | None]:
    """Where few orders have what is asked for: the lines of these among `chosen`, and the query for the rest."""
    conditions, values = order_conditions(query.filters)
    if not conditions:
        return query, chosen
    parts = [" AND ".join([live, *conditions]) for live in _LIVE]
    some = " UNION ALL ".join(f"SELECT o.id FROM orders o WHERE {part}" for part in parts)  # noqa: S608
    count = f"SELECT count(*) FROM (SELECT 1 FROM ({some}) LIMIT {_FEW + 1})"  # noqa: S608
    if database.value(count, [*values, *values]) > _FEW:
        return query, chosen
    sql = f"SELECT r.id FROM ({some}) o CROSS JOIN revisions r ON r.order_id = o.id"  # noqa: S608
    found = set(database.ids(sql, [*values, *values]))
    return without_orders(query), found if chosen is None else chosen & found


def without_orders(query: EventQuery) -> EventQuery:
    """The same, whatever the orders have."""
    filters = query.filters._replace(least=None, most=None, currencies=frozenset(), import_id=None)
    return query._replace(filters=filters)


def order_conditions(filters: EventFilters) -> tuple[list[str], list[Any]]:
    """Conditions on `orders o`."""
    conditions: list[str] = []
    values: list[Any] = []
    if filters.import_id is not None:
        conditions.append("o.id IN (SELECT order_id FROM import_orders WHERE import_id = ?)")
        values.append(filters.import_id)
    if filters.currencies:
        conditions.append(one_of("o.currency", filters.currencies, values))
    conditions += within("o.total_number", filters.least, filters.most, values)
    return conditions, values
