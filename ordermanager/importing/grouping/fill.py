"""Rows to the texts of an order and of an item, for one mapping. Everything that can be decided before the
first row is.

There are millions of rows: what runs for each row is a few calls into C, and no function of ours per cell.
"""

from __future__ import annotations

import json
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ordermanager.domain.body import draft_from_json
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.importing.grouping.item_text import items_of
from ordermanager.importing.grouping.line_totals import unit_cost
from ordermanager.importing.grouping.name_parts import name_parts
from ordermanager.importing.mapping.mapping import (
    INFO_PREFIX,
    LINE_TOTAL,
    FieldSource,
    How,
    Mapping,
    StatusRule,
    is_sum,
)
from ordermanager.importing.mapping.templates import Template
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.values.column_dates import is_iso, number_to_date, unambiguous, with_zone
from ordermanager.importing.values.column_numbers import DecimalMark, number_reader
from ordermanager.importing.values.currency_words import currency_code, currency_in
from ordermanager.importing.values.decisions import Decisions, is_number
from ordermanager.importing.values.status_words import StatusReader

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    Cells = list[str]
    Reader = Callable[[Cells], str]

_CODES = ("externalOrderId", "externalCustomerId", "externalItemId", "phone", "storeId")
"""Fields in which a spreadsheet's marks for "this is text" are no part of the value."""

_REMEMBERED = 10_000
"""Items; a file names the same products over and over."""

_MARKS = frozenset(("", "'", "=", " "))
_UNTIDY = ("\n'", "\n=", "\n ", ".0\n")
_UNSEEN = "".join(
    map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x2030), *range(0x2060, 0x206A), 0xFEFF))
)
"""What comes along where a number is copied from a page or a message: spaces of no width, marks of direction."""

_AROUND = _UNSEEN + " \t\r\n\xa0"


def may_be_untidy(code: str) -> bool:
    """Whether `tidy_code` may shorten it."""
    return code[:1] in _MARKS or code[-2:] == ".0" or not code.isascii()


def are_tidy(codes: Sequence[str]) -> bool:
    """Whether `tidy_code` leaves each of these as it is, as far as a look at all of them together tells."""
    lines = "\n" + "\n".join(codes) + "\n"
    return lines.isascii() and not any(map(lines.__contains__, _UNTIDY))


def tidy_code(text: str) -> str:
    """An id or phone without what spreadsheets put around it: `'4001`, `="0007"`, `1001.0`, and without what nobody
    sees there.
    """
    text = text.strip() if text.isascii() else text.strip(_AROUND)
    if text[:1] == "'":
        return text[1:]
    if text[:2] == '="' and text[-1:] == '"':
        return text[2:-1]
    if text[-2:] == ".0" and text[:-2].isdigit():
        return text[:-2]
    return text


def _part(text: str) -> str:
    """One of several texts that are joined: `'01101` is a postcode that a spreadsheet was to keep, 's-Gravenhage a
    town.
    """
    text = " ".join(text.split())
    return text[1:] if text[0] == "'" and text[1:2].isdigit() else text


def getter(columns: Sequence[int]) -> Callable[[Cells], tuple[str, ...]]:
    """The cells of these columns as a tuple, in one call."""
    if not columns:
        return lambda _cells: ()
    if len(columns) == 1:
        column = columns[0]
        return lambda cells: (cells[column],)
    return itemgetter(*columns)


def reader(source: FieldSource) -> Reader:
    """The text of a field from its columns."""
    if source.how is How.JOIN:
        get, separator = getter(source.columns), source.separator
        return lambda cells: separator.join([_part(text) for text in get(cells) if text.strip()])
    if source.how is How.FIRST_WORD:
        first = reader(FieldSource(source.columns))
        return lambda cells: name_parts(first(cells))[0]
    if source.how is How.OTHER_WORDS:
        whole = reader(FieldSource(source.columns))
        return lambda cells: name_parts(whole(cells))[1]
    if len(source.columns) == 1:
        column = source.columns[0]
        return lambda cells: cells[column]
    get = getter(source.columns)
    return lambda cells: next((text for text in get(cells) if text and not text.isspace()), "")


class ItemFiller:
    """An item from a row. `fill` gives an empty dictionary where the row has none. `columns` are all that it reads."""

    def __init__(self, fields: dict[str, FieldSource], decisions: Decisions) -> None:
        simple = {name: source.columns[0] for name, source in fields.items() if _is_simple(source)}
        self._names = tuple(simple)
        self._get = getter(tuple(simple.values()))
        self._special = [(name, reader(source)) for name, source in fields.items() if name not in simple]
        self.columns = tuple(dict.fromkeys(column for each in fields.values() for column in each.columns))
        self._numbers = _number_readers(fields, decisions)
        self._has_line_total = LINE_TOTAL in fields
        self._seen: dict[tuple[str, ...], dict[str, str]] = {}

    def fill(self, cells: Cells) -> dict[str, str]:
        """The item's texts, without the templates, which need the finished order."""
        if self._special:
            return self.read(cells)
        texts = self._get(cells)
        if (known := self._seen.get(texts)) is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            known = self._seen[texts] = self.read(cells)
        return known.copy()

    def read(self, cells: Cells) -> dict[str, str]:
        """The same for somebody who remembers items."""
        item = self._of(self._get(cells))
        for name, read in self._special:
            if text := read(cells):
                item[name] = text
        return self._tidied(item)

    def _of(self, texts: tuple[str, ...]) -> dict[str, str]:
        return _given(self._names, texts) if "" in texts else dict(zip(self._names, texts))  # noqa: B905 - hot

    def _tidied(self, item: dict[str, str]) -> dict[str, str]:
        code = item.get("externalItemId")
        if code and may_be_untidy(code):
            item["externalItemId"] = tidy_code(code)
        for name, trigger, read_number in self._numbers:
            if (amount := item.get(name)) and (not trigger or trigger in amount):
                item[name] = read_number(amount)
        if self._has_line_total:
            self._divide(item)
        return item

    @staticmethod
    def _divide(item: dict[str, str]) -> None:
        line_total = item.pop(LINE_TOTAL, "")
        if line_total and "cost" not in item and (cost := unit_cost(line_total, item.get("quantity", ""))):
            item["cost"] = cost


class ItemCompleter:
    """Puts constants and defaults into items, when their order is finished. `works`: whether there are any.
    `reads_order`: whether any of them names a field of the order; `columns` are those of the row that they name.
    """

    def __init__(self, mapping: Mapping, header: Sequence[str]) -> None:
        self._constants = _templates(mapping.constants, header, mapping.region, of_items=True)
        self._defaults = _templates(mapping.defaults, header, mapping.region, of_items=True)
        every = (*self._constants, *self._defaults)
        self.works = bool(every)
        self.reads_order = any(template.order_fields for template in every)
        self.columns = tuple(dict.fromkeys(column for template in every for column in template.columns))

    def complete(self, item: dict[str, str], order: dict[str, str], cells: Cells) -> None:
        """Put in constants and defaults."""
        for template in self._constants:
            if text := template.fill(order, item, cells):
                item[template.field] = text
        for template in self._defaults:
            if not item.get(template.field, "").strip() and (text := template.fill(order, item, cells)):
                item[template.field] = text


class OrderFiller:
    """An order's own fields from its (first) row. `columns` are all that it reads, without the order id's.

    `sums` are fields that are added up over all rows, and so not filled here. `status` reads the words. What else
    stands here `fillblock` reads, too, which does the same for many orders at once.
    """

    def __init__(
        self, mapping: Mapping, header: Sequence[str], decisions: Decisions, sums: Collection[str] = ()
    ) -> None:
        own = {
            name: source
            for name, source in mapping.fields.items()
            if name not in ITEM_FIELD and name != LINE_TOTAL and name not in sums
        }
        own.pop("externalOrderId", None)
        self.items_cell = _reader_of(own.pop("items", None))
        self.info_cell = _reader_of(own.pop("additionalInfo", None))
        rules, columns = _status_rules(mapping, header, own.pop("status", None))
        self.status_of = getter(columns)
        self.status = StatusReader(rules, mapping.status_words) if rules else None
        self.status_of_rows = any(rule.every_row for rule in rules)
        self.info = [
            (name.removeprefix(INFO_PREFIX), reader(own.pop(name)))
            for name in list(own)
            if name.startswith(INFO_PREFIX)
        ]
        self._has_extras = bool(self.info or self.info_cell or self.items_cell)
        self.date = reader(own.pop("date")) if "date" in own else None
        self._date_order = decisions.date_order
        self.zone = mapping.timezone
        self.numbers = _number_readers(own, decisions)
        self.currency_of = "totalCost" if mapping.currency_of_amounts else ""
        self.reads_amounts = bool(self.numbers or self.currency_of)
        simple = {name: source.columns[0] for name, source in own.items() if _is_simple(source)}
        self.names = tuple(simple)
        self.get = getter(tuple(simple.values()))
        self.special = [(name, reader(source)) for name, source in own.items() if name not in simple]
        self.codes = tuple(name for name in _CODES if name in own)
        self.blank = {name: frozenset(texts) for name, texts in mapping.blank_values.items()}
        constants = _templates(mapping.constants, header, mapping.region, of_items=False)
        made = {"externalOrderId"} if mapping.has_made_number else set()
        self.constants = [each for each in constants if each.field not in made]
        self.defaults = _templates(mapping.defaults, header, mapping.region, of_items=False)
        self.columns = _all_columns(mapping, () if self.status_of_rows else columns, sums)

    def fill(self, order_id: str, cells: Cells, row: int) -> OrderDraft:
        """The draft of an order whose first row is `row`, without items from rows."""
        texts = self.get(cells)
        fields = _given(self.names, texts) if "" in texts else dict(zip(self.names, texts))  # noqa: B905 - hot
        if order_id:
            fields["externalOrderId"] = order_id
        for name, read in self.special:
            if text := read(cells):
                fields[name] = text
        for name in self.codes:
            text = fields.get(name, "")
            if may_be_untidy(text):
                _tidy(fields, name, text)
        currency = fields.get("currency")
        if currency and not currency.isupper():
            fields["currency"] = currency_code(currency)
        for name, nothing in self.blank.items():
            if fields.get(name) in nothing:
                del fields[name]
        if self.date is not None and (text := self.date(cells)):
            fields["date"] = text if is_iso(text) and not self.zone else self.clear_date(text)
        if self.reads_amounts:
            self._read_amounts(fields)
        if (
            self.status is not None
            and not self.status_of_rows
            and (status := self.status.read(self.status_of(cells), row))
        ):
            fields["status"] = status
        draft = OrderDraft(fields)
        if self._has_extras:
            self._extras(draft, cells)
        if self.constants or self.defaults:
            self._fill_templates(draft, cells)
        return draft

    def clear_date(self, text: str) -> str:
        """The date so that it can only be read in one way, as far as the column or the file decides it."""
        if not is_iso(text):
            text = number_to_date(unambiguous(text.strip(), self._date_order))
        return with_zone(text, self.zone) if self.zone else text

    def _read_amounts(self, fields: dict[str, str]) -> None:
        """The currency that stands beside the total, and amounts that the column makes clear."""
        if self.currency_of and (code := currency_in(fields.get(self.currency_of, ""))):
            fields.setdefault("currency", code)
        for name, trigger, read_number in self.numbers:
            if (amount := fields.get(name)) and (not trigger or trigger in amount):
                fields[name] = read_number(amount)

    def _fill_templates(self, draft: OrderDraft, cells: Cells) -> None:
        for template in self.constants:
            if text := template.fill(draft.fields, {}, cells):
                put(draft, template.field, text)
        for template in self.defaults:
            if not given(draft, template.field) and (text := template.fill(draft.fields, {}, cells)):
                put(draft, template.field, text)

    def _extras(self, draft: OrderDraft, cells: Cells) -> None:
        """Additional info and items that stand in a single cell."""
        for name, read in self.info:
            if text := read(cells):
                draft.additional_info[name] = text
        if self.info_cell is not None and (text := self.info_cell(cells).strip()):
            given, _ = draft_from_json({"additionalInfo": _json_or_text(text)})
            draft.additional_info.update(given.additional_info)
        if self.items_cell is not None and (text := self.items_cell(cells).strip()):
            draft.items.extend(items_of(text))


def _given(names: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    return {name: text for name, text in zip(names, texts, strict=True) if text}


def _tidy(fields: dict[str, str], name: str, text: str) -> None:
    """Put the tidied code in place; blank ones go."""
    tidied = tidy_code(text)
    if tidied:
        fields[name] = tidied
    else:
        fields.pop(name, None)


def _is_simple(source: FieldSource) -> bool:
    return len(source.columns) == 1 and source.how is How.FIRST


def _reader_of(source: FieldSource | None) -> Reader | None:
    return None if source is None else reader(source)


def put(draft: OrderDraft, name: str, text: str) -> None:
    """Set an order's field, or an entry of its additional info."""
    if name.startswith(INFO_PREFIX):
        draft.additional_info[name.removeprefix(INFO_PREFIX)] = text
    else:
        draft.fields[name] = text


def given(draft: OrderDraft, name: str) -> bool:
    """Whether an order's field, or an entry of its additional info, has a text."""
    if name.startswith(INFO_PREFIX):
        return bool(draft.additional_info.get(name.removeprefix(INFO_PREFIX), "").strip())
    return bool(draft.get(name))


def _json_or_text(text: str) -> Any:
    if text[0] in "[{":
        try:
            return json.loads(text, parse_float=str, parse_int=str)
        except (ValueError, RecursionError):
            return text
    return text


def _number_readers(
    fields: dict[str, FieldSource], decisions: Decisions
) -> list[tuple[str, str, Callable[[str], str]]]:
    """Field, the character without which its texts need no reading (empty: always), and the reading."""
    found = []
    for name, source in fields.items():
        if source.how is How.FIRST and is_number(name):
            mark = decisions.marks.get(source.columns[0], DecimalMark.NO_MATTER)
            if read := number_reader(mark):
                found.append((name, "," if mark is DecimalMark.POINT else "", read))
    return found


def _templates(
    texts: dict[str, str], header: Sequence[str], region: str, *, of_items: bool
) -> list[Template]:
    return [
        Template(name, text, header, region)
        for name, text in texts.items()
        if (name in ITEM_FIELD) is of_items and text and not is_sum(name, text)
    ]


def _status_rules(
    mapping: Mapping, header: Sequence[str], source: FieldSource | None
) -> tuple[tuple[StatusRule, ...], tuple[int, ...]]:
    """The layout's rules whose columns are there, or a rule for each column that is mapped to the status."""
    if mapping.status_rules:
        keys = [header_key(title) for title in header]
        places = [(rule, header_key(rule.column)) for rule in mapping.status_rules]
        found = [(rule, keys.index(key)) for rule, key in places if key in keys]
        return tuple(rule for rule, _ in found), tuple(column for _, column in found)
    columns = source.columns if source else ()
    return tuple(StatusRule(header[column]) for column in columns), columns


def _all_columns(mapping: Mapping, status_columns: tuple[int, ...], sums: Collection[str]) -> tuple[int, ...]:
    found = set(status_columns)
    for name, source in mapping.fields.items():
        if name not in ITEM_FIELD and name not in (LINE_TOTAL, "externalOrderId", "status", *sums):
            found.update(source.columns)
    return tuple(sorted(found))
