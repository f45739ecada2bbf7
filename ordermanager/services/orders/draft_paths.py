"""The texts of a draft by path: `email`, `items[2].cost`, `additionalInfo.note`; the paths of findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD, Kind
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.domain.draft import OrderDraft

INFO = "additionalInfo."
_ITEM = re.compile(r"items\[([0-9]+)\]\.(\w+)").fullmatch
_ALL_ITEMS = "items[]."


def get_text(draft: OrderDraft, path: str) -> str:
    """The text at a path; empty where there is none."""
    texts, name = _place(draft, path)
    return texts.get(name, "") if texts is not None else ""


def set_text(draft: OrderDraft, path: str, text: str) -> None:
    """Put a text there; an empty one takes the entry away. Raises WrongUse where a draft has no such place."""
    texts, name = _place(draft, path)
    if texts is None:
        raise _no_place(path)
    if text:
        texts[name] = text
    else:
        texts.pop(name, None)


def places(draft: OrderDraft, field: str) -> Iterator[tuple[str, str]]:
    """Path and text of every place of a field: an item's name (`url`, also `items[].url`) gives one for each item that
    is not empty. Raises WrongUse for what is no field.
    """
    name = field.removeprefix(_ALL_ITEMS)
    if name in ITEM_FIELD:
        for index, item in enumerate(draft.items):
            if any(map(str.strip, item.values())):
                yield f"items[{index}].{name}", item.get(name, "")
        return
    check_field(field)
    yield field, get_text(draft, field)


def all_places(draft: OrderDraft) -> Iterator[tuple[str, str]]:
    """Path and text of every field that is filled in, those of items and additional info too."""
    yield from draft.fields.items()
    for name, text in draft.additional_info.items():
        yield INFO + name, text
    for index, item in enumerate(draft.items):
        for name, text in item.items():
            yield f"items[{index}].{name}", text


def check_field(field: str) -> None:
    """Raises WrongUse for what is no field of an order or item that can be filled in."""
    name = field.removeprefix(_ALL_ITEMS)
    known = ORDER_FIELD.get(field)
    is_known = (known is not None and known.kind is not Kind.PAIRS) or name in ITEM_FIELD
    if not is_known and (not field.startswith(INFO) or field == INFO):
        raise _no_place(field)


def _place(draft: OrderDraft, path: str) -> tuple[dict[str, str] | None, str]:
    if path.startswith(INFO) and path != INFO:
        return draft.additional_info, path[len(INFO) :]
    if path in ORDER_FIELD and ORDER_FIELD[path].kind is not Kind.PAIRS:
        return draft.fields, path
    match = _ITEM(path)
    if match and match[2] in ITEM_FIELD and int(match[1]) < len(draft.items):
        return draft.items[int(match[1])], match[2]
    return None, path


def _no_place(path: str) -> WrongUse:
    return WrongUse(
        QT_TRANSLATE_NOOP("Sentence", "“{field}” is not a field of this order that can be filled in."),
        field=path,
    )
