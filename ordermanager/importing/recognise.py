"""Which field each column of a table fills: by profile, layout, or the dictionary of headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.importing.automap import AutoMap
from ordermanager.importing.headers import header_key
from ordermanager.importing.mapping import LINE_TOTAL, FieldRule, FieldSource, Grouping, Mapping, Profile
from ordermanager.importing.numbered import numbered_blocks, numbered_by_layout
from ordermanager.importing.plan import ColumnView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Dict

    from ordermanager.importing.layouts import Layout
    from ordermanager.importing.table import Row

SHOWN = 5
"""Sample values beside a column."""


def make_mapping(
    header: Sequence[str], sample: Sequence[Row], layout: Layout | None, profile: Profile | None
) -> tuple[Mapping, tuple[ColumnView, ...]]:
    """The mapping of a table, and its columns with the reason for each."""
    rules = profile.fields if profile else layout.fields if layout else {}
    fields = resolve(rules, header)
    kind = "profile" if profile else "layout"
    evidence = {column: kind for source in fields.values() for column in source.columns}
    mapping = Mapping(fields=fields)
    suggestions: dict[int, tuple[str, float]] = {}
    if layout is not None:
        mapping.status_rules = layout.status if profile is None or "status" not in profile.fields else ()
        mapping.defaults = dict(layout.defaults)
        mapping.blank_values = dict(layout.blank_values)
        mapping.grouping = layout.grouping
        mapping.item_blocks = numbered_by_layout(header, layout.numbered_items)
    if profile is None and (layout is None or layout.complete):
        mapping.item_blocks = numbered_blocks(header)
        columns = {
            column for block in mapping.item_blocks for source in block.values() for column in source.columns
        }
        found = AutoMap(header, [cells for _, cells in sample], fields, columns).run()
        mapping.fields, suggestions = found.fields, found.suggestions
        evidence.update(found.evidence)
    if profile is not None:
        mapping.constants, mapping.status_words = dict(profile.constants), dict(profile.status_words)
        mapping.defaults.update(profile.defaults)
    if mapping.item_blocks:
        mapping.fields = {name: source for name, source in mapping.fields.items() if not _is_item(name)}
        mapping.grouping = Grouping.NUMBERED
    elif layout is None or layout.complete:
        mapping.grouping = Grouping.REPEATED if mapping.has_items else Grouping.SINGLE
    return mapping, views(header, sample, mapping, evidence, suggestions)


def _is_item(name: str) -> bool:
    return name in ITEM_FIELD or name == LINE_TOTAL


def resolve(rules: Dict[str, FieldRule], header: Sequence[str]) -> dict[str, FieldSource]:
    """The columns of each field, those that the header has. The order id has exactly one column."""
    keys = [header_key(title) for title in header]
    found: dict[str, FieldSource] = {}
    for name, rule in rules.items():
        columns = tuple(keys.index(key) for title in rule.titles if (key := header_key(title)) in keys)
        if columns:
            found[name] = FieldSource(
                columns[:1] if name == "externalOrderId" else columns, rule.how, rule.separator
            )
    return found


def views(
    header: Sequence[str],
    sample: Sequence[Row],
    mapping: Mapping,
    evidence: Dict[int, str],
    suggestions: Dict[int, tuple[str, float]],
) -> tuple[ColumnView, ...]:
    """The columns for the mapping step."""
    used = {column: name for name, source in mapping.fields.items() for column in source.columns}
    for block in mapping.item_blocks:
        used.update({column: name for name, source in block.items() for column in source.columns})
    for rule in mapping.status_rules:
        if rule.column in header:
            used.setdefault(header.index(rule.column), "status")
    made = []
    for index, title in enumerate(header):
        texts = (cells[index].strip() for _, cells in sample if index < len(cells))
        name = used.get(index, "")
        suggestion, confidence = suggestions.get(index, ("", 0.0))
        reason = evidence.get(index, "layout") if name else ""
        made.append(ColumnView(index, title, _first(texts), name, reason, suggestion, confidence))
    return tuple(made)


def _first(texts: Iterable[str]) -> tuple[str, ...]:
    shown: dict[str, None] = {}
    for text in texts:
        if text:
            shown[text[:80]] = None
            if len(shown) == SHOWN:
                break
    return tuple(shown)


def profile_of(name: str, mapping: Mapping, header: Sequence[str], layout: str = "") -> Profile:
    """The profile that makes this mapping again for the next file with these headers."""
    return Profile(
        name=name,
        headers=tuple(header),
        fields={
            field: FieldRule(tuple(header[column] for column in source.columns), source.how, source.separator)
            for field, source in mapping.fields.items()
        },
        layout=layout,
        constants=dict(mapping.constants),
        defaults=dict(mapping.defaults),
        status_words=dict(mapping.status_words),
    )
