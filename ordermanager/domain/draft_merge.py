"""Two changes of one draft put together: what a person writes in the form, and what an import stored meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.draft import OrderDraft

if TYPE_CHECKING:
    from collections.abc import Mapping


def merge(before: OrderDraft, mine: OrderDraft, theirs: OrderDraft) -> OrderDraft:
    """`theirs` with every field that `mine` has changed since `before`. Items are put together one by one while none
    was added or taken away; otherwise those of whoever changed them, and `mine` where both did."""
    return OrderDraft(
        _merge_texts(before.fields, mine.fields, theirs.fields),
        _merge_items(*(each.without_empty().items for each in (before, mine, theirs))),
        _merge_texts(before.additional_info, mine.additional_info, theirs.additional_info),
    )


def _merge_items(
    before: list[dict[str, str]], mine: list[dict[str, str]], theirs: list[dict[str, str]]
) -> list[dict[str, str]]:
    if len(before) == len(mine) == len(theirs):
        return [_merge_texts(*items) for items in zip(before, mine, theirs, strict=True)]
    return theirs if mine == before else mine


def _merge_texts(
    before: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> dict[str, str]:
    merged = dict(theirs)
    for name in {**before, **mine}:
        text = mine.get(name, "")
        if text.strip() != before.get(name, "").strip():
            merged[name] = text
    return merged
