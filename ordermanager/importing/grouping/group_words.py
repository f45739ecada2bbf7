"""How rows become orders, in words, and what else could be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.mapping.mapping import Grouping

if TYPE_CHECKING:
    from ordermanager.importing.mapping.mapping import Mapping

_SINGLE = QT_TRANSLATE_NOOP("Sentence", "Each row is an order; its number stands in “{column}”.")
_NO_ITEMS = QT_TRANSLATE_NOOP(
    "Sentence", "Orders without items: each row is an order; its number stands in “{column}”."
)
_FIRST_ROW = QT_TRANSLATE_NOOP(
    "Sentence",
    "Rows with the same “{column}” make one order, each row is an item. Order fields come from its first "
    "row.",
)
_REPEATED = QT_TRANSLATE_NOOP(
    "Sentence",
    "Rows with the same “{column}” make one order, each row is an item. The order's fields and its total "
    "are repeated on every row and counted once.",
)
_ADDED = QT_TRANSLATE_NOOP(
    "Sentence",
    "Rows with the same “{column}” make one order, each row is an item. The amounts of the rows are added "
    "up to the order's.",
)
_NUMBERED = QT_TRANSLATE_NOOP(
    "Sentence", "Each row is an order with up to {count} items in numbered columns."
)
_ONE_CELL = QT_TRANSLATE_NOOP("Sentence", "Each row is an order; its items stand together in “{items}”.")


@dataclass(frozen=True, slots=True)
class GroupingChoice:
    """A way to group that makes sense for this table."""

    grouping: Grouping
    label: Sentence


def words(mapping: Mapping, header: tuple[str, ...], grouping: Grouping | None = None) -> Sentence | None:
    """The way of grouping (the mapping's own if none is given) in words; None without an order number."""
    source = mapping.fields.get("externalOrderId")
    if source is None:
        return None
    column = header[source.columns[0]]
    grouping = grouping or mapping.grouping
    if mapping.has_items and grouping is Grouping.SINGLE and "items" not in mapping.fields:
        return Sentence(_NO_ITEMS, {"column": column})
    if mapping.item_blocks:
        return Sentence(_NUMBERED, {"count": len(mapping.item_blocks)})
    if not mapping.has_items:
        return Sentence(_ADDED if grouping is Grouping.ADDED else _SINGLE, {"column": column})
    if "items" in mapping.fields and not mapping.has_item_columns:
        items = header[mapping.fields["items"].columns[0]]
        return Sentence(_ONE_CELL, {"items": items})
    template = {Grouping.ADDED: _ADDED, Grouping.REPEATED: _REPEATED}.get(grouping, _FIRST_ROW)
    return Sentence(template, {"column": column})


def choices(mapping: Mapping, header: tuple[str, ...]) -> tuple[GroupingChoice, ...]:
    """The ways that differ for this table; one only where there is nothing to choose."""
    if mapping.item_blocks:
        possible: tuple[Grouping, ...] = (Grouping.NUMBERED, Grouping.SINGLE)
    elif mapping.has_item_columns:
        kept = Grouping.FIRST_ROW if mapping.grouping is Grouping.FIRST_ROW else Grouping.REPEATED
        possible = (kept, Grouping.ADDED, Grouping.SINGLE)
    elif mapping.has_items:
        possible = (Grouping.SINGLE,)
    else:
        possible = (Grouping.SINGLE, Grouping.ADDED)
    found = ((grouping, words(mapping, header, grouping)) for grouping in possible)
    return tuple(GroupingChoice(grouping, label) for grouping, label in found if label is not None)
