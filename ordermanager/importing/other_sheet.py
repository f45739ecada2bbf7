"""A workbook that has its orders in one sheet and their items in another: joined as two files are."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.importing.plan import Plan
    from ordermanager.importing.recognised import Recognised

MAY_HAVE_ITEMS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Sheet “{sheet}” may hold the items of these orders. To join them, choose this workbook once more as the file with "
    "the items.",
)

ITEMS_FROM = QT_TRANSLATE_NOOP("Sentence", "The items of the orders come from sheet “{sheet}”.")

_NAME_OF_ITEMS = re.compile(
    r"items?\b|\blines?\b|products?\b|товар|позиц|склад замовлен|состав заказ|pozycj|produkt|artikel|positionen",
    re.IGNORECASE,
).search
_MOST = 20
"""Sheets that are looked at."""


def sheet_of_items(plan: Plan, read: Callable[[str], Plan]) -> Plan | None:
    """The plan of the first other sheet that can be joined with this one: with items where this one has none (or the
    other way round), and with the number of their order. `read` makes the plan of a sheet."""
    for name in [name for name in plan.table.sheets if name != plan.table.sheet][:_MOST]:
        with suppress(KnownError):  # an empty sheet, say
            other = read(name)
            has_number = "externalOrderId" in other.mapping.fields
            if has_number and other.mapping.has_items != plan.mapping.has_items:
                return other
            other.close()
    return None


def of_items(plan: Recognised) -> Iterator[Sentence]:
    """From which sheet the items come, or may come: by its name, since to look into it takes as long as into this."""
    table, second = plan.table, plan.items_plan
    if second is not None:
        if second.source.path is not None and second.source.path == plan.source.path:
            yield Sentence(ITEMS_FROM, {"sheet": second.table.sheet})
        return
    if plan.mapping.has_items or "externalOrderId" not in plan.mapping.fields:
        return
    for name in table.sheets:
        if name != table.sheet and _NAME_OF_ITEMS(name):
            yield Sentence(MAY_HAVE_ITEMS, {"sheet": name})
            return
