"""A file to orders: `prepare` recognises it, `drafts` streams its orders."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.importing.errors import NotRecognised, ReadError
from ordermanager.importing.file_notes import file_notes
from ordermanager.importing.grouping.grouping import Grouper
from ordermanager.importing.grouping.joined import ItemsByOrder, join, left_over
from ordermanager.importing.grouping.regroup import Made, regrouped, scattered, whole_orders
from ordermanager.importing.mapping.layouts import Layout, broken, built_in, layout_named, layouts, recognise
from ordermanager.importing.mapping.mapping import Mapping, StatusRule, check_field_names, is_sum
from ordermanager.importing.mapping.profiles import Profile, read_profile
from ordermanager.importing.mapping.recognise import make_mapping
from ordermanager.importing.mapping.templates import Template
from ordermanager.importing.plan import Counts, ImportedOrder, Plan
from ordermanager.importing.reading.delimited import open_delimited, text_encoding
from ordermanager.importing.reading.json_file import (
    are_orders,
    json_orders,
    looks_like_json,
    table_of_objects,
)
from ordermanager.importing.reading.json_stream import JsonObjects
from ordermanager.importing.reading.sniff import sniff
from ordermanager.importing.reading.source import Source, changed
from ordermanager.importing.reading.text_lines import TextLines
from ordermanager.importing.reading.workbook import open_workbook, too_wide
from ordermanager.importing.tables.header_row import LOOKED_AT, find_header, rows_above, titles
from ordermanager.importing.tables.no_header import (
    NO_HEADER,
    are_letters,
    begins_with_an_order,
    call_columns_by_letters,
    said_of,
    with_order_number,
)
from ordermanager.importing.tables.other_tables import rows_of_one_table
from ordermanager.importing.tables.table import MAX_COLUMNS, Format, ReadOptions, Row, Table
from ordermanager.importing.tables.two_heads import combined
from ordermanager.importing.values.decisions import Decisions, Evidence, decide, look_at
from ordermanager.importing.values.status_words import StatusReader, StatusWord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Mapping as Dict

SAMPLE = 1000
"""Rows that are looked at before anything is decided."""


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
    items), joined by the order's number; `items_profile` is its
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
    plan.mapping.constants.update(constants or {})
    for name, text in plan.mapping.constants.items():
        if not is_sum(name, text):
            Template(
                name, text, plan.table.header
            )  # a wrong place in a template is said before anything is read
    return plan


def _joined(plan: Plan, items: Source | Path, layout_folder: Path | None, profile: Profile | None) -> Plan:
    """The plan with its second file; both are closed where they do not fit."""
    try:
        other = prepare(items, layout_folder=layout_folder, profile=profile)
    except BaseException:
        plan.close()
        raise
    try:
        return join(plan, other)
    except BaseException:
        plan.close()
        other.close()
        raise


def drafts(plan: Plan) -> Iterator[ImportedOrder]:
    """Every order of the file, in its order, as it is read; `plan.counts` grows meanwhile. May be called
    again.

    Stop iterating (or close the generator) to stop reading. Raises ReadError where the file breaks off.
    """
    if plan.table.format.is_json:
        _begin(plan)
        yield from _json_drafts(plan, plan.counts)
    else:
        yield from grouped(plan, lambda grouper: grouper.orders)


def grouped(
    plan: Plan, maker: Callable[[Grouper], Callable[[Iterable[Row]], Iterator[Made]]]
) -> Iterator[Made]:
    """Every order of a table as `maker` makes it of a grouper and rows; else as `drafts`."""
    _begin(plan)
    if plan.problem is not None:
        raise NotRecognised(plan.problem.template, file=str(plan.problem.values["file"]))
    counts = plan.counts
    counts.ignored.extend(plan.table.above)
    counts.rows_ignored = len(plan.table.above)
    decisions = _decisions(plan)
    elsewhere = ItemsByOrder(drafts(plan.items_plan)) if plan.items_plan else None
    take = elsewhere.take if elsewhere else None
    id_column = plan.mapping.fields["externalOrderId"].columns[0]
    grouper = Grouper(plan.mapping, plan.table, decisions, counts, take)
    if scattered(plan.sample, id_column):
        make = maker(grouper)
        for rows in regrouped(plan, grouper.order_id):
            yield from make(rows)
    else:
        yield from maker(grouper)(plan.table.rows())
        if reappeared := grouper.seen.again():
            again = Grouper(plan.mapping, plan.table, decisions, Counts(), take)
            yield from whole_orders(plan, again.order_id, maker(again), reappeared)
    _count_left_out(plan.table, counts)
    if elsewhere is not None and plan.items_plan is not None and (left := elsewhere.left()):
        counts.notes.append(left_over(plan.items_plan.table.name, left))


def _begin(plan: Plan) -> None:
    plan.counts = Counts()
    if plan.stamp is not None and plan.source.stamp() != plan.stamp:
        raise changed(plan.source.name)


def sample_orders(plan: Plan, limit: int = 50) -> list[ImportedOrder]:
    """The first orders, from the sample alone: reads nothing, so a preview may ask after every change of the
    mapping.

    The last order of a sample that is not the whole file may lack items and is left out where it is not the
    only one.
    """
    if plan.table.format.is_json:
        return list(islice(drafts(plan), limit))
    if plan.problem is not None:
        return []
    elsewhere = ItemsByOrder(sample_orders(plan.items_plan, SAMPLE)) if plan.items_plan else None
    grouper = Grouper(
        plan.mapping,
        plan.table,
        decide(plan.mapping, plan.evidence),
        Counts(),
        elsewhere.take if elsewhere else None,
    )
    rows = ((number, list(cells)) for number, cells in plan.sample)
    found = list(islice(grouper.orders(rows), limit + 1))
    if len(found) > limit or (len(found) > 1 and not plan.whole):
        found.pop()
    return found


def sample_statuses(plan: Plan) -> tuple[StatusWord, ...]:
    """The words for statuses in the sample."""
    if plan.table.format.is_json or plan.problem is not None:
        return ()
    grouper = Grouper(plan.mapping, plan.table, Decisions(), counts := Counts())
    for _ in grouper.orders((number, list(cells)) for number, cells in plan.sample):
        pass
    return counts.statuses


def examine(plan: Plan, cancel: Callable[[], bool] | None = None) -> bool:
    """Read the file through once, so that `plan.questions` and `plan.statuses` count all of its rows.

    False: `cancel`, which is asked every thousand rows, said True. Raises ReadError as `drafts` does.
    """
    if plan.table.format.is_json or plan.problem is not None:
        return True
    counts = Counts()
    grouper = Grouper(plan.mapping, plan.table, Decisions(), counts)
    evidence = look_at(plan.mapping, ())

    def rows() -> Iterator[Row]:
        chunk: list[Row] = []
        for row in plan.table.rows():
            chunk.append(row)
            if len(chunk) >= SAMPLE:
                evidence.look_at(plan.mapping, chunk)
                yield from chunk
                chunk = []
                if cancel is not None and cancel():
                    raise _Cancelled
        evidence.look_at(plan.mapping, chunk)
        yield from chunk

    try:
        for _ in grouper.orders(rows()):
            pass
    except _Cancelled:
        return False
    plan.examined, plan.examined_statuses = evidence, counts.statuses
    return True


class _Cancelled(Exception):
    """Leaves the pass over a file."""


def _count_left_out(table: Table, counts: Counts) -> None:
    """Rows of other tables in the sheet are ignored rows, too."""
    counts.ignored.extend(table.left_out)
    counts.rows_ignored += table.left_out_count


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


def _json_drafts(plan: Plan, counts: Counts) -> Iterator[ImportedOrder]:
    statuses = StatusReader((StatusRule("status"),), plan.mapping.status_words)
    for order in json_orders(plan.objects, plan.mapping, statuses):
        counts.rows_read += 1
        counts.orders += 1
        counts.items += len(order.draft.items)
        yield order
    counts.statuses = statuses.words()


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
    sample = _set_header(table, head, options)
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


def _decisions(plan: Plan) -> Decisions:
    """What holds for whole columns."""
    return decide(plan.mapping, settled_evidence(plan))


def settled_evidence(plan: Plan) -> Evidence:
    """What the file shows; reads it once more only where the sample leaves it to the rest. Raises ReadError."""
    evidence = plan.evidence
    if plan.examined is not evidence and evidence.leaves_doubt and not plan.whole:
        asked = plan.mapping.date_order is None and evidence.dates.doubtful
        if asked or evidence.doubtful_numbers:
            plan.examined = look_at(plan.mapping, plan.table.rows())
            evidence = plan.examined
    return evidence
