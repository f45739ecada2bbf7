"""Orders as JSON: an API request body, a list of orders, one order, or an order a line (json_stream.py)."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ordermanager.domain.body import draft_from_json
from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.grouping.fill import given, put
from ordermanager.importing.grouping.line_totals import sum_of_items
from ordermanager.importing.mapping.mapping import INFO_PREFIX, StatusRule, is_sum
from ordermanager.importing.mapping.templates import Template
from ordermanager.importing.reading.cell_text import writable
from ordermanager.importing.reading.json_shapes import flat
from ordermanager.importing.reading.json_stream import JsonObjects
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.importing.tables.table import MAX_CELL, Format, Table
from ordermanager.importing.values.status_words import StatusReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.mapping.mapping import Mapping
    from ordermanager.importing.tables.table import Row

_LOOKED_AT = 1000
"""Objects that show what a file holds."""

TOO_LONG = QT_TRANSLATE_NOOP(
    "Sentence", "Entry {place} of the JSON has a text of more than {limit} characters. Shorten it."
)
LATER_NAMES = QT_TRANSLATE_NOOP(
    "Sentence", "Only later entries have these, so they are not imported: {names} (first in row {row})."
)


def looks_like_json(start: str) -> bool:
    """Whether a text begins as JSON objects or lists do."""
    start = start.lstrip("\ufeff \t\r\n")
    return start[:1] in ("{", "[") and (start[1:].lstrip()[:1] or "}") in '"{[}]'


def are_orders(objects: JsonObjects) -> bool:
    """Whether one of the first objects speaks in the API's names; else they are rows of some other table. Raises
    ReadError.
    """
    first = list(islice(objects, _LOOKED_AT))
    return not first or any(map(_is_ours, first))


def _is_ours(value: dict[str, Any]) -> bool:
    """Many a shop calls the items so, too, but not what is in them."""
    if {"externalOrderId", "externalCustomerId", "totalCost"} & value.keys():
        return True
    items = value.get("items")
    return isinstance(items, list) and any(
        isinstance(item, dict) and "externalItemId" in item for item in items
    )


def table_of_objects(objects: JsonObjects) -> Table:
    """Objects in another shop's names as a table: the keys of the first ones are the header, with those of objects
    inside them behind a point (`billing.email`).
    """
    header = list(dict.fromkeys(name for value in islice(objects, _LOOKED_AT) for name in flat(value)))
    known = frozenset(header)
    table = Table(name=objects.source.name, format=Format.CSV, encoding=objects.encoding.name)

    def rows() -> Iterator[Row]:
        yield 1, header.copy()
        for number, value in enumerate(map(flat, objects), 2):
            if not value.keys() <= known and not table.notes:
                names = ", ".join(name for name in value if name not in known)
                table.note(Sentence(LATER_NAMES, {"names": names[:200], "row": number}))
            yield number, [_cell(value.get(name), objects, number) for name in header]

    table.open_rows = rows
    return table


def _cell(value: Any, objects: JsonObjects, number: int) -> str:
    if value is None:
        return ""
    text = (
        value
        if isinstance(value, str)
        else _draft({"externalOrderId": value}, objects)[0].fields["externalOrderId"]
    )
    if len(text) > MAX_CELL:
        raise objects.refused(TOO_LONG, place=number - 1, limit=MAX_CELL)
    return writable(text)


def json_orders(
    objects: Iterable[dict[str, Any]], mapping: Mapping, statuses: StatusReader | None = None
) -> Iterator[ImportedOrder]:
    """Every order with what the API would not know noted; constants and defaults put in. `statuses` counts the
    status words.
    """
    statuses = statuses or StatusReader((StatusRule("status"),), mapping.status_words)
    for place, value in enumerate(objects, 1):
        draft, unknown = _draft(value, objects)
        if isinstance(objects, JsonObjects) and _longest(draft) > MAX_CELL:
            raise objects.refused(TOO_LONG, place=place, limit=MAX_CELL)
        if status := statuses.read((draft.fields.get("status", ""),), place):
            draft.fields["status"] = status
        _complete(draft, mapping)
        notes: tuple[Finding, ...] = ()
        if unknown:
            names = ", ".join(unknown[:8])
            notes = (Finding("", Severity.WARNING, "import.unknown_fields", {"names": names}),)
        if _made_writable(draft):
            notes += (Finding("", Severity.WARNING, "import.broken_letters"),)
        yield ImportedOrder(draft, (place,), notes, emptied=_emptied(value, draft))


def _draft(value: dict[str, Any], objects: Iterable[dict[str, Any]]) -> tuple[OrderDraft, tuple[str, ...]]:
    try:
        return draft_from_json(value)
    except RecursionError:  # what could just be read cannot always be written again
        if isinstance(objects, JsonObjects):
            raise objects.too_deep() from None
        raise


def _emptied(value: dict[str, Any], draft: OrderDraft) -> tuple[str, ...]:
    """What the object names and leaves empty, by path. The order's constants and defaults are filled in already."""
    texts_of_order = value.keys() & ORDER_FIELD.keys() - {"items", "additionalInfo"}
    found = [name for name in texts_of_order if not draft.get(name)]
    if not draft.items and "items" in value:
        found.append("items")
    for place, (item, texts) in enumerate(zip(_objects(value.get("items")), draft.items, strict=True)):
        blank = (name for name in item.keys() & ITEM_FIELD.keys() if not texts.get(name, "").strip())
        found += [f"items[{place}].{name}" for name in blank]
    info = value.get("additionalInfo", value)
    if info is None:
        found.append("additionalInfo")
    elif info is not value and isinstance(info, dict):
        found += [INFO_PREFIX + name for name in info if not draft.additional_info.get(name, "").strip()]
    return tuple(found)


def _objects(items: Any) -> list[dict[str, Any]]:
    """The items that are any, in the order in which the draft has them."""
    given = [items] if isinstance(items, dict) else items if isinstance(items, list) else []
    return [item for item in given if isinstance(item, dict)]


def _made_writable(draft: OrderDraft) -> bool:
    """Take out what JSON can spell and nobody can write: zero characters and halves of characters. Whether there were
    any.
    """
    parts = (draft.fields, draft.additional_info, *draft.items)
    if writable(whole := "".join(chain.from_iterable(part.values() for part in parts))) == whole:
        return False
    for part in parts:
        part.update({name: writable(text) for name, text in part.items()})
    return True


def _longest(draft: OrderDraft) -> int:
    texts = chain(
        draft.fields.values(), draft.additional_info.values(), *(item.values() for item in draft.items)
    )
    return max(map(len, texts), default=0)


def _complete(draft: OrderDraft, mapping: Mapping) -> None:
    for texts, wins in ((mapping.constants, True), (mapping.defaults, False)):
        for name, text in texts.items():
            if is_sum(name, text):
                draft.fields[name] = sum_of_items(draft)
            elif name in ITEM_FIELD:
                _complete_items(draft, Template(name, text, ()), wins=wins)
            elif (wins or not given(draft, name)) and (
                filled := Template(name, text, (), mapping.region).fill(draft.fields, {}, ())
            ):
                put(draft, name, filled)


def _complete_items(draft: OrderDraft, template: Template, *, wins: bool) -> None:
    for item in draft.items:
        if (wins or not item.get(template.field, "").strip()) and (
            text := template.fill(draft.fields, item, ())
        ):
            item[template.field] = text
