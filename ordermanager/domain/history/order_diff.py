"""What differs between two revisions of an order, field by field: `status INITIALIZED → DELIVERED, shipping 10 → 0`.

The differences applied to the old give the new, so the words leave nothing out. Fields are compared by name and not by
place; numbers by their digits, because those are what is sent. Items are matched by externalItemId.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.json_text import Digits, JsonObject, compact

if TYPE_CHECKING:
    from ordermanager.domain.json_text import Value

ITEMS = "items"
ITEM_ID = "externalItemId"
Fields = dict[str, "Value"]


class Deed(StrEnum):
    """What became of a field or an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `field` is the API's name, `group` what it belongs to: empty (the order itself), `additionalInfo`
    or `items`. Of a change within an item, `item` is its place in the old order; of an item that came or went as a
    whole `field` is empty, and `item` its place in the new or the old one."""

    deed: Deed
    field: str
    old: Value = None
    new: Value = None
    group: str = ""
    item: int = -1
    item_name: str = ""


def changes_between(old: Value, new: Value) -> list[Change]:
    """The differences of two orders as `read_json` gives them, in the order of their fields; empty: they are alike."""
    before, after = _fields(old), _fields(new)
    changes = [
        change
        for change in _differences(before, after)
        if not (change.field in (ITEMS, "additionalInfo") and _both(before, after, change.field))
    ]
    info = before.get("additionalInfo"), after.get("additionalInfo")
    if isinstance(info[0], JsonObject) and isinstance(info[1], JsonObject):
        changes += _differences(_fields(info[0]), _fields(info[1]), "additionalInfo")
    items = before.get(ITEMS), after.get(ITEMS)
    if isinstance(items[0], list) and isinstance(items[1], list):
        changes += _item_changes(items[0], items[1])
    return changes


def plain_text(value: Value) -> str:
    """A value as words say it: a text without quotation marks, anything else as JSON."""
    return str(value) if isinstance(value, str) else compact(value)


def _both(before: Fields, after: Fields, name: str) -> bool:
    kind = list if name == ITEMS else JsonObject
    return isinstance(before.get(name), kind) and isinstance(after.get(name), kind)


def _fields(value: Value) -> Fields:
    return dict(value.pairs) if isinstance(value, JsonObject) else {}


def _same(one: Value, other: Value) -> bool:
    return compact(one) == compact(other)


def _differences(
    before: Fields, after: Fields, group: str = "", item: int = -1, item_name: str = ""
) -> list[Change]:
    changes = []
    for name in [*before, *(name for name in after if name not in before)]:
        old, new = before.get(name), after.get(name)
        if name not in after:
            deed = Deed.REMOVED
        elif name not in before:
            deed = Deed.ADDED
        elif _same(old, new):
            continue
        else:
            deed = Deed.CHANGED
        changes.append(Change(deed, name, old, new, group, item, item_name))
    return changes


def _item_changes(before: list[Value], after: list[Value]) -> list[Change]:
    changes: list[Change] = []
    for old, new in _pairs(before, after):
        if new is None:
            changes.append(_whole(Deed.REMOVED, old or 0, before))
        elif old is None:
            changes.append(_whole(Deed.ADDED, new, after))
        elif not _same(before[old], after[new]):
            name = _item_name(after[new])
            changes += _differences(_fields(before[old]), _fields(after[new]), ITEMS, old, name)
    return changes


def _whole(deed: Deed, place: int, items: list[Value]) -> Change:
    gone, come = (items[place], None) if deed is Deed.REMOVED else (None, items[place])
    return Change(deed, "", gone, come, ITEMS, place, _item_name(items[place]))


def _pairs(before: list[Value], after: list[Value]) -> list[tuple[int | None, int | None]]:
    """Places of the same item in both; None where it is in one only. Items that were swapped went and came."""
    ids = [_item_key(item) for item in before], [_item_key(item) for item in after]
    pairs: list[tuple[int | None, int | None]] = []
    for _, first, last, begin, end in SequenceMatcher(None, *ids, autojunk=False).get_opcodes():
        matched = ids[0][first:last] == ids[1][begin:end] and last - first == end - begin
        if matched:
            pairs += zip(range(first, last), range(begin, end), strict=True)
        else:
            pairs += [(place, None) for place in range(first, last)]
            pairs += [(None, place) for place in range(begin, end)]
    return pairs


def _item_key(item: Value) -> str:
    """What an item is known by; what is no item (and cannot be compared field by field) by all of itself."""
    fields = _fields(item)
    return f"id {plain_text(fields[ITEM_ID])}" if ITEM_ID in fields else f"whole {compact(item)}"


def _item_name(item: Value) -> str:
    fields = _fields(item)
    shown = fields.get("name") or fields.get(ITEM_ID) or ""
    return plain_text(shown) if isinstance(shown, str | Digits) else ""
