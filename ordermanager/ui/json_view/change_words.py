"""The differences of two orders as words that can be read aloud: “Status: INITIALIZED → DELIVERED”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.history.order_diff import ITEMS, Deed, plain_text
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from ordermanager.domain.history.order_diff import Change
    from ordermanager.domain.json_text import Value

translate = QCoreApplication.translate

LONGEST = 120
_PATTERNS = {
    Deed.CHANGED: QT_TRANSLATE_NOOP("Changes", "{field}: {old} → {new}"),
    Deed.ADDED: QT_TRANSLATE_NOOP("Changes", "{field}: {new} (was not there)"),
    Deed.REMOVED: QT_TRANSLATE_NOOP("Changes", "{field}: {old} (is no longer there)"),
}
_ITEM_PATTERNS = {
    Deed.ADDED: QT_TRANSLATE_NOOP("Changes", "Item “{item}” was added"),
    Deed.REMOVED: QT_TRANSLATE_NOOP("Changes", "Item “{item}” was removed"),
}


def change_text(change: Change) -> str:
    """One difference."""
    if not change.field:
        return translate("Changes", _ITEM_PATTERNS[change.deed]).format(item=change.item_name)
    pattern = translate("Changes", _PATTERNS[change.deed])
    return pattern.format(field=_field(change), old=_value(change.old), new=_value(change.new))


def field_name(name: str) -> str:
    """What a field of an order is called; one that is not the API's as it is."""
    if name in ORDER_FIELD:
        return i18n.label(ORDER_FIELD[name])
    return translate("Changes", "Items") if name == ITEMS else name


def _field(change: Change) -> str:
    if change.group == ITEMS:
        known = ITEM_FIELD.get(change.field)
        name = i18n.label(known) if known else change.field
        return translate("Changes", "{item}, {field}").format(item=change.item_name or "?", field=name)
    if change.group:
        return f"{field_name(change.group)}, {change.field}"
    return field_name(change.field)


def _value(value: Value) -> str:
    text = " ".join(plain_text(value).split())
    if not text:
        return translate("Changes", "(empty)")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
