"""Names for people of what the order pane shows: statuses, what they raise, places of findings, kinds of time line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from ordermanager.domain.checks.findings import Finding

_ITEM_PATH = re.compile(r"items\[(\d+)\](?:\.(\w+))?").fullmatch
QUIET_CODES = frozenset(("required", "identifier.required", "identifier.required_any", "items.required"))
"""Findings that only say that something is still empty; a new order does not shout about these."""


def item_place(path: str) -> tuple[int, str] | None:
    """Row and field of a finding's path in the items (`items[2].cost` → 2, "cost"); None for other paths."""
    match = _ITEM_PATH(path)
    return (int(match[1]), match[2] or "") if match else None


def place_label(finding: Finding) -> str:
    """Where a finding is, in the words of the form: "E-mail", "Item 3, Price"."""
    path = finding.field
    if path in ORDER_FIELD:
        return i18n.label(ORDER_FIELD[path])
    if path == "items":
        return QCoreApplication.translate("OrderPane", "Items")
    place = item_place(path)
    if place is None:
        return ""
    row, name = place
    item = QCoreApplication.translate("OrderPane", "Item {number}").format(number=row + 1)
    return f"{item}, {i18n.label(ITEM_FIELD[name])}" if name in ITEM_FIELD else item
