"""What a filter by customers is called: on the chip above the order list, and as a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from ordermanager.domain.insights.insights import CustomerSegment
    from ordermanager.store.orders.filters import OrderFilters

_LACKING = {
    "email": QT_TRANSLATE_NOOP("Customer", "Without e-mail"),
    "phone": QT_TRANSLATE_NOOP("Customer", "Without phone"),
    "customer": QT_TRANSLATE_NOOP("Customer", "Without customer ID"),
    "items": QT_TRANSLATE_NOOP("Customer", "Without items"),
    "contact": QT_TRANSLATE_NOOP("Customer", "Without e-mail and phone"),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Customer", text)


def filter_words(filters: OrderFilters, timezone: str) -> str:
    """All that the list is narrowed to by customers; empty where it is not."""
    parts = []
    if filters.customer:
        parts.append(filters.customer[1:])
    if filters.segment is not None:
        parts.append(segment_words(filters.segment, timezone))
    if filters.lacking:
        parts.append(_say(_LACKING[filters.lacking]))
    return ", ".join(parts)


def segment_words(segment: CustomerSegment, timezone: str) -> str:
    """A segment in a few words."""
    parts = [_sales(segment.least_sales, segment.most_sales)]
    since, until = (i18n.date(text, timezone) if text else "" for text in (segment.since, segment.until))
    if since and until:
        parts.append(f"{since} – {until}")
    elif since:
        parts.append(_say(QT_TRANSLATE_NOOP("Customer", "last sale since {date}")).format(date=since))
    elif until:
        parts.append(_say(QT_TRANSLATE_NOOP("Customer", "last sale before {date}")).format(date=until))
    for sign, amount in (("≥", segment.least_average), ("≤", segment.most_average)):
        if amount is not None:
            parts.append(f"{sign} {i18n.money(amount, segment.currency)}")
    return " · ".join(part for part in parts if part)


def _sales(least: int, most: int | None) -> str:
    if most == 0:
        return _say(QT_TRANSLATE_NOOP("Customer", "no sale"))
    if most is None:
        return (
            _say(QT_TRANSLATE_NOOP("Customer", "sales: {least} or more")).format(least=least) if least else ""
        )
    if least == most:
        return _say(QT_TRANSLATE_NOOP("Customer", "sales: {number}")).format(number=most)
    return _say(QT_TRANSLATE_NOOP("Customer", "sales: {least} to {most}")).format(least=least, most=most)
