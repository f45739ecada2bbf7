"""The columns of an order's row, from a summary and back into what a list shows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ordermanager.domain.states import State
from ordermanager.store.database.text_keys import clean, name_key, order_key
from ordermanager.store.orders.query import OrderRow

if TYPE_CHECKING:
    from ordermanager.domain.summary import Summary
    from ordermanager.store.database.sqlite import Row

SUMMARY_COLUMNS = (
    "external_order_id",
    "order_key",
    "status",
    "date",
    "total",
    "total_number",
    "currency",
    "email",
    "phone",
    "name",
    "name_key",
    "external_customer_id",
    "item_count",
    "errors",
    "warnings",
    "first_finding",
)
"""Those that `summary_values` fills, in its order."""

STATE = """CASE WHEN o.state = 'queued' AND EXISTS (
    SELECT 1 FROM revisions w WHERE w.id = o.follows AND w.state = 'sending') THEN 'sending' ELSE o.state END"""
"""The state of an order: that it is on its way is known from the revision that it follows."""

ROW_COLUMNS = (
    f"o.id, {STATE}, o.attention, o.unconfirmed, o.external_order_id, o.status, o.date, o.total, o.currency, o.email, "
    "o.phone, o.name, o.external_customer_id, o.item_count, o.errors, o.warnings, o.first_finding, o.revisions, "
    "o.origin, o.import_id, o.created_at, o.changed_at, o.state_at, o.deleted_at"
)
"""Those that `order_row` reads, in its order."""


def summary_values(summary: Summary) -> tuple[Any, ...]:
    """The values of SUMMARY_COLUMNS."""
    external_id, name, total = clean(summary.external_order_id), clean(summary.name), summary.total
    return (
        external_id,
        order_key(external_id),
        str(summary.status),
        summary.date,
        None if total is None else format(total, "f"),
        None if total is None else float(total),
        clean(summary.currency),
        clean(summary.email),
        clean(summary.phone),
        name,
        name_key(name),
        clean(summary.external_customer_id),
        summary.item_count,
        summary.errors,
        summary.warnings,
        summary.first_finding,
    )


def order_row(row: Row) -> OrderRow:
    """What a list shows, from the values of ROW_COLUMNS."""
    values = list(row)
    values[1] = State(row[1])
    values[2] = bool(row[2])
    values[7] = None if row[7] is None else Decimal(row[7])
    values[23] = row[23] or ""
    return OrderRow._make(values)
