"""The mapping seen from the fields: what fills each of them, and what its first values come out as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELD, ITEM_FIELDS, ORDER_FIELDS, Kind
from ordermanager.importing.mapping.mapping import INFO_PREFIX, FieldSource
from ordermanager.importing.run import sample_orders
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.recognised import Recognised

LOOKED_AT = 30
SHOWN = 3
ITEMS = "items"


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of an order or item. `source` is None where no column fills it; `status_columns` are those whose words
    give the status, `numbered` says that numbered columns hold the items. `constant` is a text or template for all
    orders, `default` for those without one. `samples` are the first different values that come out of it.
    """

    name: str
    is_item: bool
    source: FieldSource | None = None
    status_columns: tuple[int, ...] = ()
    is_numbered: bool = False
    constant: str = ""
    default: str = ""
    samples: tuple[str, ...] = ()
    evidence: str = ""
    confidence: float = 0.0
    suggestions: tuple[int, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether anything fills it."""
        return bool(self.source or self.status_columns or self.is_numbered or self.constant or self.default)


def field_views(plan: Recognised) -> tuple[FieldView, ...]:
    """Every field of the API in the order of the form, then entries of additionalInfo; empty for JSON."""
    if plan.table.format.is_json:
        return ()
    drafts = [order.draft for order in sample_orders(plan, LOOKED_AT)]
    names = [field.name for field in (*ORDER_FIELDS, *ITEM_FIELDS) if field.kind is not Kind.PAIRS]
    infos = [name for name in plan.mapping.fields if name.startswith(INFO_PREFIX)]
    return tuple(_view(plan, name, drafts) for name in (*names, *infos))


def _view(plan: Recognised, name: str, drafts: list[OrderDraft]) -> FieldView:
    mapping, header = plan.mapping, plan.table.header
    source = mapping.fields.get(name)
    keys = [header_key(title) for title in header]
    words = tuple(
        keys.index(key)
        for rule in mapping.status_rules
        if name == "status" and (key := header_key(rule.column)) in keys
    )
    views = {view.index: view for view in plan.columns}
    evidence = next((views[column].evidence for column in _columns(source, words) if column in views), "")
    guesses = sorted(
        (view for view in plan.columns if view.suggestion == name and not view.field),
        key=lambda view: -view.confidence,
    )
    return FieldView(
        name,
        is_item=name in ITEM_FIELD,
        source=source if source is not None and source.columns else None,
        status_columns=words,
        is_numbered=any(name in block for block in mapping.item_blocks),
        constant=mapping.constants.get(name, ""),
        default=mapping.defaults.get(name, ""),
        samples=tuple(_first(text for draft in drafts for text in _texts(draft, name))),
        evidence=evidence,
        confidence=guesses[0].confidence if guesses else 0.0,
        suggestions=tuple(view.index for view in guesses),
    )


def _columns(source: FieldSource | None, words: tuple[int, ...]) -> tuple[int, ...]:
    return (*(source.columns if source else ()), *words)


def _texts(draft: OrderDraft, name: str) -> Iterator[str]:
    if name in ITEM_FIELD:
        yield from (item.get(name, "") for item in draft.items)
    elif name.startswith(INFO_PREFIX):
        yield draft.additional_info.get(name[len(INFO_PREFIX) :], "")
    else:
        yield draft.get(name)


def _first(texts: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        if text.strip() and text not in seen:
            seen.add(text)
            yield text
            if len(seen) >= SHOWN:
                return
