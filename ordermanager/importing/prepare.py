"""Recognises a file: its format, table, layout and mapping."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.importing.errors import ReadError
from ordermanager.importing.file_notes import file_notes
from ordermanager.importing.grouping.joined import join
from ordermanager.importing.mapping.layouts import Layout, broken, built_in, layout_named, layouts, recognise
from ordermanager.importing.mapping.mapping import Mapping, check_field_names, is_sum
from ordermanager.importing.mapping.profiles import Profile, read_profile
from ordermanager.importing.mapping.recognise import make_mapping, take_currency_of_formats
from ordermanager.importing.mapping.templates import Template
from ordermanager.importing.other_sheet import MAY_HAVE_ITEMS, of_items, sheet_of_items
from ordermanager.importing.plan import Plan
from ordermanager.importing.reading.delimited import open_delimited, text_encoding
from ordermanager.importing.reading.json_file import (
    are_orders,
    looks_like_json,
    table_of_objects,
)
from ordermanager.importing.reading.json_stream import JsonObjects
from ordermanager.importing.reading.letters import read_letters
from ordermanager.importing.reading.sniff import sniff
from ordermanager.importing.reading.source import Source
from ordermanager.importing.reading.text_lines import TextLines
from ordermanager.importing.reading.workbook import open_workbook
from ordermanager.importing.reading.workbook_rows import too_wide
from ordermanager.importing.run import SAMPLE
from ordermanager.importing.tables.beside import read_beside
from ordermanager.importing.tables.header_row import find_header, rows_above, titles
from ordermanager.importing.tables.no_header import (
    NO_HEADER,
    are_letters,
    begins_with_an_order,
    call_columns_by_letters,
    said_of,
    with_order_number,
)
from ordermanager.importing.tables.other_tables import rows_of_one_table
from ordermanager.importing.tables.table import LOOKED_AT, MAX_COLUMNS, Format, ReadOptions, Row, Table
from ordermanager.importing.tables.two_heads import combined

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence


def prepare(
    source: Source | Path,
    *,
    layout: str | None = None,
    profile: Profile | Path | None = None,
    read_options: ReadOptions | None = None,
    constants: Dict[str, str] | None = None,
    layout_folder: Path | None = None,
    items: Source | Path | None = None,
    items_profile: Profile | None = None,
) -> Plan:
    """Recognise a file: its format, table, layout and mapping. Reads only its beginning.

    `constants` give a field of every order (or item): a text, or a template such as
    `https://shop.example/p/{externalItemId}` or `{email|phone}`; they win over the file. `layout_folder`
    holds the user's own layouts. `items` is a second file with the items of these orders (or the orders of these
    items), joined by the order's number, or another sheet where it is the same workbook; `items_profile` is its
    mapping. Raises ReadError, and WrongUse for an unknown layout, field or profile.
    """
    source, options = Source.of(source), read_options or ReadOptions()
    known = layouts(layout_folder)
    chosen = layout_named(layout, known, layout_folder) if layout else None
    if isinstance(profile, Path):
        profile = read_profile(profile)
    check_field_names(constants or {})
    stamp = source.stamp() if source.path is not None and source.path.is_file() else None
    opened = _open(source, options)
    if not isinstance(opened, Table):
        plan = _plan_of_json(source, options, opened)
    else:
        try:
            plan = _plan_of_table(source, options, opened, chosen, profile, known)
        except BaseException:
            opened.close()
            raise
    plan.stamp = stamp
    plan.file_notes += broken(layout_folder)
    if items is not None:
        plan = _joined(plan, items, layout_folder, items_profile)
    earlier = [note for note in plan.file_notes if note.template != MAY_HAVE_ITEMS]  # of one of two sheets
    plan.file_notes = (*earlier, *of_items(plan))
    plan.mapping.constants.update(constants or {})
    for name, text in plan.mapping.constants.items():
        if not is_sum(name, text):
            # a wrong place in a template is said before anything is read
            Template(name, text, plan.table.header)
    return plan


def _joined(plan: Plan, items: Source | Path, layout_folder: Path | None, profile: Profile | None) -> Plan:
    """The plan with its second file; both are closed where they do not fit."""

    def read(sheet: str | None) -> Plan:
        options = ReadOptions(sheet=sheet, language=plan.options.language)
        return prepare(items, read_options=options, layout_folder=layout_folder, profile=profile)

    try:
        is_same = plan.source.path is not None and Source.of(items).path == plan.source.path
        other = (sheet_of_items(plan, read) if is_same else None) or read(None)
    except BaseException:
        plan.close()
        raise
    try:
        return join(plan, other)
    except BaseException:
        plan.close()
        other.close()
        raise


def _open(source: Source, options: ReadOptions) -> Table | JsonObjects:
    """The table, or the orders of an API request body."""
    kind = sniff(source)
    if kind is not None:
        return open_workbook(source, kind, options)
    encoding = text_encoding(source, options)
    start = "".join(islice(TextLines(source, encoding), 50))[:4096]
    if not looks_like_json(start):
        return open_delimited(source, options)
    objects = JsonObjects(source, encoding)
    if not next(iter(objects), None):
        raise ReadError(
            QT_TRANSLATE_NOOP("Sentence", "{file} is JSON without any order in it. Export it again."),
            file=source.name,
        )
    return objects if are_orders(objects) else table_of_objects(objects)


def _plan_of_json(source: Source, options: ReadOptions, objects: JsonObjects) -> Plan:
    table = Table(name=source.name, format=Format.JSON, encoding=text_encoding(source, options).name)
    plan = Plan(source, options, table, None, Mapping(), whole=True)
    plan.layout = built_in().get("api")
    plan.objects = objects
    return plan


def _plan_of_table(
    source: Source,
    options: ReadOptions,
    table: Table,
    layout: Layout | None,
    profile: Profile | None,
    known: Dict[str, Layout],
) -> Plan:
    head = list(islice(table.open_rows(), SAMPLE + LOOKED_AT))
    whole = len(head) < SAMPLE + LOOKED_AT
    head = read_letters(table, head, mend=options.mend_letters)
    sample = _set_header(table, read_beside(table, head, options.part), options)
    if whole and not sample:
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence", "{file} has a header in row {row} but no orders below it. Export it again."
            ),
            file=table.name,
            row=table.header_row,
        )
    if profile is not None and layout is None and profile.layout in known:
        layout = known[profile.layout]
    layout = layout or recognise(table.header, known)
    mapping, columns = make_mapping(table.header, sample, layout, profile)
    take_currency_of_formats(mapping, table.currencies)
    if are_letters(table.header):
        columns = with_order_number(columns, sample)
    if layout is None:
        layout = known.get("generic-items" if mapping.has_items else "generic-orders")
    plan = Plan(source, options, table, layout, mapping, tuple(sample), whole, columns)
    plan.file_notes = tuple(file_notes(plan))
    plan.head = tuple(head)
    return plan


def _set_header(table: Table, head: Sequence[Row], options: ReadOptions) -> list[Row]:
    """Find the header and give the rows below it, without blank ones."""
    table.header_row = find_header(head) if options.header_row is None else options.header_row
    cells = next((cells for number, cells in head if number == table.header_row), [])
    if options.header_row == NO_HEADER:
        call_columns_by_letters(table, head)
    elif options.header_row is None and begins_with_an_order(head, table.header_row, cells):
        call_columns_by_letters(table, head)
        table.note(said_of(table, head))
    elif not any(map(str.strip, cells)):
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence", "{file} has no header in row {row}. Say in which row the headers stand."
            ),
            file=table.name,
            row=options.header_row or 1,
        )
    else:
        table.header, table.width = titles(cells), len(cells)
        if options.header_row is None and (both := combined(head, table.header_row)) is not None:
            table.header_row, table.header = both
            table.width = max(table.width, len(table.header))
        table.above = rows_above(head, table.header_row)
    if len(table.header) > MAX_COLUMNS:
        raise too_wide(table.name, table.header_row or 1)
    below = rows_of_one_table((row for row in head if row[0] > table.header_row), table)
    return [row for row in below if any(map(str.strip, row[1]))]
