"""Which field each column of a table fills: by profile, layout, or the dictionary of headers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.importing.grouping.numbered_items import numbered_blocks, numbered_by_layout
from ordermanager.importing.mapping.automap import AutoMap
from ordermanager.importing.mapping.evidence import NO_AMOUNT, NOTHING
from ordermanager.importing.mapping.mapping import LINE_TOTAL, FieldRule, FieldSource, Grouping, How, Mapping
from ordermanager.importing.mapping.profiles import Profile, profile_of
from ordermanager.importing.recognised import ColumnView
from ordermanager.importing.tables.headers import header_key, place_of
from ordermanager.importing.values.currency_words import currency_in
from ordermanager.importing.values.decisions import number_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Mapping as Dict

    from ordermanager.importing.mapping.layouts import Layout
    from ordermanager.importing.tables.table import Row

_OFTEN_NOTHING = frozenset(("email", "phone"))
"""Words for nothing left in these would be an error of each such order."""

_AMOUNTS = frozenset(("shipping", "discount", "taxes"))
"""Not every order has them, and words then say so."""

_UTC = re.compile(r"\b(?:UTC|GMT)\b(?!\s*[+-]?\s*\d)").search
_IS_ONE = re.compile(r"1(?:[.,]0*)?").fullmatch

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
        _take_layout(mapping, layout, header, profile)
        mapping.timezone = zone_of_column(layout, header, sample) or mapping.timezone
        _take_own_currency(mapping, layout, header, sample)
    if profile is None and (layout is None or layout.complete):
        mapping.item_blocks = numbered_blocks(header)
        columns = {
            column for block in mapping.item_blocks for source in block.values() for column in source.columns
        }
        found = AutoMap(header, [cells for _, cells in sample], fields, columns).run()
        mapping.fields, suggestions = found.fields, found.suggestions
        evidence.update(found.evidence)
    if profile is not None:
        _take_profile(mapping, profile, header)
    if mapping.item_blocks:
        mapping.fields = {name: source for name, source in mapping.fields.items() if not _is_item(name)}
        mapping.grouping = Grouping.NUMBERED
    elif profile is not None and profile.grouping is not None:
        mapping.grouping = profile.grouping
    elif layout is None or layout.complete:
        mapping.grouping = Grouping.REPEATED if mapping.has_items else Grouping.SINGLE
    for name in _OFTEN_NOTHING & mapping.fields.keys():
        mapping.blank_values[name] = (*mapping.blank_values.get(name, ()), *NOTHING)
    for name in _AMOUNTS & mapping.fields.keys():
        if mapping.fields[name].how is How.FIRST and mapping.grouping is not Grouping.ADDED:
            mapping.blank_values[name] = (*mapping.blank_values.get(name, ()), *NO_AMOUNT)
    _find_currency(mapping, header, sample)
    mapping.timezone = mapping.timezone or _zone_of_header(mapping, header)
    return mapping, views(header, sample, mapping, evidence, suggestions)


def _take_layout(mapping: Mapping, layout: Layout, header: Sequence[str], profile: Profile | None) -> None:
    keys = [header_key(title) for title in header]
    asks = any(header_key(rule.column) in keys for rule in layout.status)
    mapping.status_rules = (
        layout.status if asks and (profile is None or "status" not in profile.fields) else ()
    )
    mapping.defaults = dict(layout.defaults)
    mapping.blank_values = dict(layout.blank_values)
    mapping.grouping = layout.grouping
    mapping.timezone = layout.timezone
    mapping.strip_id = layout.strip_id
    mapping.date_hint = layout.date_order
    mapping.item_blocks = numbered_by_layout(header, layout.numbered_items)
    second = {
        place for source in mapping.fields.values() if source.how is How.FIRST for place in source.columns[1:]
    }
    mapping.skip_items = {
        place: frozenset(word.casefold() for word in words)
        for title, words in layout.skip_items.items()
        if (place := place_of(title, keys)) is not None and place not in second
    }


def zone_of_column(layout: Layout, header: Sequence[str], sample: Sequence[Row]) -> str:
    """The one time zone that a column names; empty where there is no such column, or another zone in each row."""
    keys = [header_key(title) for title in header]
    for title, words in layout.timezones.items():
        if (place := place_of(title, keys)) is not None:
            named = {cells[place].strip() for _, cells in sample if place < len(cells)} - {""}
            zones = {words.get(word.casefold(), "") for word in named}
            return zones.pop() if len(zones) == 1 else ""
    return ""


def _zone_of_header(mapping: Mapping, header: Sequence[str]) -> str:
    """The time zone that the header of the date names: `Created at (UTC)`."""
    date = mapping.fields.get("date")
    titles = [header[column] for column in date.columns] if date is not None else []
    return "UTC" if any(map(_UTC, titles)) else ""


def _take_own_currency(
    mapping: Mapping, layout: Layout, header: Sequence[str], sample: Sequence[Row]
) -> None:
    """Where amounts are in the shop's own currency and not in that of the order: it is the one of rows whose rate is 1;
    where there is none it is asked for.
    """
    keys, source = [header_key(title) for title in header], mapping.fields.get("currency")
    place = place_of(layout.rate, keys) if layout.rate else None
    if place is None or source is None:
        return
    rows = [cells for _, cells in sample if max(place, source.columns[0]) < len(cells)]
    codes = {cells[source.columns[0]].strip() for cells in rows if _IS_ONE(cells[place].strip())} - {""}
    del mapping.fields["currency"]
    if len(codes) == 1:
        mapping.defaults.setdefault("currency", codes.pop())


def _take_profile(mapping: Mapping, profile: Profile, header: Sequence[str]) -> None:
    mapping.constants, mapping.status_words = dict(profile.constants), dict(profile.status_words)
    mapping.defaults.update(profile.defaults)
    mapping.date_order = profile.date_order
    mapping.decimals = profile.decimals
    mapping.timezone = profile.timezone or mapping.timezone
    keys = [header_key(title) for title in header]
    mapping.decimal_marks = {
        place: mark
        for title, mark in profile.decimal_marks.items()
        if (place := place_of(title, keys)) is not None
    }
    if profile.items:
        blocks = (resolve(block, header) for block in profile.items)
        mapping.item_blocks = tuple(block for block in blocks if block)


def _find_currency(mapping: Mapping, header: Sequence[str], sample: Sequence[Row]) -> None:
    """Without a column for it, the currency of the header of the total (`Сума, грн`) or of the amounts in it."""
    if "currency" in {*mapping.fields, *mapping.constants, *mapping.defaults}:
        return
    total = mapping.fields.get("totalCost")
    if total is None or not total.columns:
        return
    column = total.columns[0]
    code = currency_in(header[column])
    if code:
        mapping.defaults["currency"] = code
        return
    amounts = [text for _, cells in sample if column < len(cells) and (text := cells[column].strip())]
    codes = [code for text in amounts if (code := currency_in(text))]
    mapping.currency_of_amounts = bool(codes)
    if len(set(codes)) == 1 and len(amounts) > len(codes) > 1 and len(codes) * 2 >= len(amounts):
        mapping.defaults["currency"] = codes[0]  # of those without a sign, which the notes say


def take_currency_of_formats(mapping: Mapping, currencies: Dict[int, Sequence[str]]) -> None:
    """Without any other, the currency in whose format a workbook shows the total, or else all other amounts.
    `currencies` are those of the columns.
    """
    if mapping.currency_of_amounts or "currency" in {*mapping.fields, *mapping.constants, *mapping.defaults}:
        return
    total = mapping.fields.get("totalCost")
    shown = currencies.get(total.columns[0], ()) if total is not None and total.columns else ()
    if not shown:
        shown = tuple(
            dict.fromkeys(code for at in number_columns(mapping) for code in currencies.get(at, ()))
        )
    if len(shown) == 1:
        mapping.defaults["currency"] = shown[0]


def _is_item(name: str) -> bool:
    """Also the cell with all items, which would come in twice beside numbered columns."""
    return name in ITEM_FIELD or name in (LINE_TOTAL, "items")


def resolve(rules: Dict[str, FieldRule], header: Sequence[str]) -> dict[str, FieldSource]:
    """The columns of each field, those that the header has. The order id has exactly one column."""
    keys = [header_key(title) for title in header]

    def columns_of(titles: Iterable[str]) -> tuple[int, ...]:
        named = (each for title in titles for each in _numbered(title, keys))
        return tuple(dict.fromkeys(place for title in named if (place := place_of(title, keys)) is not None))

    found: dict[str, FieldSource] = {}
    for name, rule in rules.items():
        columns, minus = columns_of(rule.titles), columns_of(rule.minus)
        if name == "externalOrderId":
            columns = columns[:1]
        if columns or minus:
            found[name] = FieldSource(columns, rule.how, rule.separator, minus)
    return found


def _numbered(title: str, keys: Sequence[str]) -> Iterator[str]:
    """The title itself, or with {n} in it that of each numbered column that the header has: `line_item_{n}`."""
    if "{n}" not in title:
        yield title
        return
    for number in range(1, len(keys) + 1):
        numbered = title.replace("{n}", str(number))
        if header_key(numbered) not in keys:
            return
        yield numbered


def views(
    header: Sequence[str],
    sample: Sequence[Row],
    mapping: Mapping,
    evidence: Dict[int, str],
    suggestions: Dict[int, tuple[str, float]],
) -> tuple[ColumnView, ...]:
    """The columns for the mapping step."""
    used = {
        column: name for name, source in mapping.fields.items() for column in (*source.columns, *source.minus)
    }
    for block in mapping.item_blocks:
        used.update({column: name for name, source in block.items() for column in source.columns})
    keys = [header_key(title) for title in header]
    for rule in mapping.status_rules:
        if header_key(rule.column) in keys:
            used.setdefault(keys.index(header_key(rule.column)), "status")
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


__all__ = ["make_mapping", "profile_of", "resolve", "take_currency_of_formats", "views"]
