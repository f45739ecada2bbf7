"""The columns of the order table, once: title, width, alignment, how a value reads, and what an edit writes
to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.fields import ORDER_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.big_table import Align, Column
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.store.orders.query import OrderRow

MARK = "mark"
STATE = "state"
CUSTOMER = "name"
TOTAL = "totalCost"
CURRENCY = "currency"
TEXT_FILTERS = ("externalOrderId", CUSTOMER, "email", "phone", "externalCustomerId")
"""Columns that can be narrowed to a part of their text; keys of `OrderFilters.texts`."""

_STATE_TITLE = QT_TRANSLATE_NOOP("OrderTable", "State")
_ORDER_TITLE = QT_TRANSLATE_NOOP("OrderTable", "Order ID")
_CUSTOMER_TITLE = QT_TRANSLATE_NOOP("OrderTable", "Customer")
_ITEMS_TITLE = QT_TRANSLATE_NOOP("OrderTable", "Items")
_CHANGED_TITLE = QT_TRANSLATE_NOOP("OrderTable", "Changed")
_MARK_TIP = QT_TRANSLATE_NOOP("OrderTable", "Errors: {errors}, warnings: {warnings}")


def order_columns(timezone: str) -> tuple[Column[OrderRow], ...]:
    """All columns, in the order in which they first stand, the ones that matter most first. Dates are shown in
    `timezone` (IANA).
    """
    day = (i18n.date_time("2026-12-28T20:58:00+00:00", timezone),)
    states = tuple(state_name(state) for state in (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED))
    statuses = tuple(status_name(status) for status in Status)
    return (
        Column(MARK, "", 1.6, _mark_text, Align.CENTER, sort="errors", tip=_mark_tip),
        Column(
            STATE,
            _title(_STATE_TITLE),
            4.6,
            lambda row: state_name(row.state),
            sort="state",
            samples=states,
            tip=_state_tip,
        ),
        _field(
            "externalOrderId",
            9.5,
            lambda row: row.external_order_id,
            sort="external_order_id",
            title=_title(_ORDER_TITLE),
        ),
        _field("status", 0.5, lambda row: status_name(row.status), sort="status", samples=statuses),
        _field("date", 0.5, lambda row: i18n.date_time(row.date, timezone), sort="date", samples=day),
        Column(CUSTOMER, _title(_CUSTOMER_TITLE), 13, _customer, sort="name"),
        _field(TOTAL, 0.5, _total, sort="total", align=Align.RIGHT, samples=("12,345.67  UAH",)),
        _field("email", 22, lambda row: row.email, sort="email"),
        _field("phone", 14, lambda row: row.phone, sort="phone"),
        Column(
            "items",
            _title(_ITEMS_TITLE),
            2,
            _items,
            Align.RIGHT,
            sort="item_count",
            is_quiet=True,
            samples=(_title(_ITEMS_TITLE),),
        ),
        Column(
            "changed",
            _title(_CHANGED_TITLE),
            0.5,
            lambda row: i18n.date_time(row.changed_at, timezone),
            sort="changed",
            is_quiet=True,
            samples=day,
        ),
        _field("currency", 8, lambda row: row.currency, sort="currency", is_extra=True),
        _field(
            "externalCustomerId",
            12,
            lambda row: row.external_customer_id,
            sort="external_customer_id",
            is_extra=True,
        ),
    )


def _title(text: str) -> str:
    return QCoreApplication.translate("OrderTable", text)


def _field(
    name: str,
    width: float,
    text: Callable[[OrderRow], str],
    *,
    sort: str,
    align: Align = Align.LEFT,
    samples: tuple[str, ...] = (),
    is_extra: bool = False,
    title: str = "",
) -> Column[OrderRow]:
    return Column(
        name,
        title or i18n.label(ORDER_FIELD[name]),
        width,
        text,
        align,
        sort=sort,
        field=name,
        samples=samples,
        is_extra=is_extra,
    )


def _customer(row: OrderRow) -> str:
    return row.name or row.external_customer_id


def _state_tip(row: OrderRow) -> str:
    return state_name(row.state)


def _items(row: OrderRow) -> str:
    return i18n.count(row.item_count) if row.item_count else ""


def _total(row: OrderRow) -> str:
    return i18n.money(row.total)


def _mark_text(row: OrderRow) -> str:
    if not row.errors and not row.warnings:
        return ""
    return _title(_MARK_TIP).format(errors=row.errors, warnings=row.warnings)


def _mark_tip(row: OrderRow) -> str:
    """The counts; and what the first finding is about, where its sentence needs no values of its own."""
    from ordermanager.domain.checks.finding_texts import FINDING_TEXTS  # not before someone points at it

    first = FINDING_TEXTS.get(row.first_finding, "")
    text = _mark_text(row)
    if text and first and "{" not in first:
        return f"{text}\n{QCoreApplication.translate('Sentence', first)}"
    return text
