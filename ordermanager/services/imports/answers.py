"""What a person answered about a file, as options to read it again with."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from ordermanager.importing import other_sheet
from ordermanager.importing.mapping.adjust import Adjustments
from ordermanager.importing.mapping.evidence import surname_first
from ordermanager.importing.mapping.mapping import LINE_TOTAL, FieldRule, FieldSource, Grouping, How
from ordermanager.importing.reading import letters
from ordermanager.importing.tables import beside, table
from ordermanager.importing.tables import no_header as noheader
from ordermanager.importing.values.column_dates import DayFirst
from ordermanager.importing.values.column_numbers import DecimalMark
from ordermanager.importing.values.questions import QuestionKind
from ordermanager.importing.values.status_guess import probable_status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.values.questions import Question
    from ordermanager.services.imports.prepared import ImportOptions

GROUPINGS = tuple(way.value for way in Grouping)
"""The ways of grouping by name."""

DATE_ORDERS = {"day-first": DayFirst.DAY, "month-first": DayFirst.MONTH, "year-first": DayFirst.YEAR}

NO_HEADER = noheader.NO_HEADER
"""What `header_row` is where a person says that the file has none."""

ALL_SHEETS = table.ALL_SHEETS
"""What `sheet` is where all sheets with the same headers are to be read."""

ALL_COLUMNS = beside.ALL_COLUMNS
"""What `part` is where all columns are to be read as one table, whatever stands beside each other."""

NAME_ORDERS = {
    "first-last": (How.FIRST_WORD, How.OTHER_WORDS),
    "last-first": (How.OTHER_WORDS, How.FIRST_WORD),
}
"""In which order a column writes whole names -> how first and last name come of it."""

ITEMS = "items"
"""What a column is that holds all items of an order in one cell."""


class Offer(Enum):
    """What a note of a file offers to do otherwise."""

    TABLE = "table"
    LETTERS = "letters"
    ITEMS = "items"


def offer_of(note: Sentence) -> Offer | None:
    """What a note offers, None where it only tells."""
    offers = {
        beside.BESIDE: Offer.TABLE,
        letters.NOTICED: Offer.LETTERS,
        other_sheet.MAY_HAVE_ITEMS: Offer.ITEMS,
    }
    return offers.get(note.template)


def likely_status(word: str) -> str:
    """What a status word that nobody knows seems to mean; empty where it may be anything."""
    return probable_status(word)


def with_status_words(options: ImportOptions, statuses: Mapping[str, str]) -> ImportOptions:
    """Words of the file (empty: blank cells) mean these statuses of the API."""
    made = options.adjustments or Adjustments()
    return replace(options, adjustments=replace(made, status_words={**made.status_words, **statuses}))


def read_otherwise(options: ImportOptions, change: Mapping[str, Any]) -> ImportOptions:
    """Another sheet, header row, delimiter … has other columns: what was decided about columns is void, what was said
    about words and dates stays."""
    made = options.adjustments
    if made is not None:
        made = replace(
            made,
            sources={},
            decimal_marks={},
            grouping=None,
            left_rows=frozenset(),
            kept_rows=frozenset(),
        )
    return replace(options, columns=None, adjustments=made, **change)


def with_answer(options: ImportOptions, question: Question, value: str) -> ImportOptions:
    """The `value` of one of the question's options. Raises ValueError for any other text."""
    made = options.adjustments or Adjustments()
    if question.kind is QuestionKind.DATES:
        made = replace(made, date_order=DayFirst(value))
    else:
        marks = {**made.decimal_marks, question.column: DecimalMark(value)}
        made = replace(made, decimal_marks=marks)
    return replace(options, adjustments=made)


def with_column(options: ImportOptions, column: int, field: str) -> ImportOptions:
    """A column fills this field and no other; empty: it is not imported."""
    made = options.adjustments
    if made is not None:
        kept = {
            name: source
            for name, source in made.sources.items()
            if name != field and column not in source.columns
        }
        options = replace(options, adjustments=replace(made, sources=kept))
    if field not in (ITEMS, LINE_TOTAL):
        return replace(options, columns={**(options.columns or {}), column: field})
    freed = replace(options, columns={**(options.columns or {}), column: ""})
    return with_source(freed, field, FieldSource((column,)))


def with_items_column(options: ImportOptions, column: int, field: str) -> ImportOptions:
    """A column of the second file fills this field and no other; empty: it is not imported."""
    return replace(options, items_columns={**(options.items_columns or {}), column: field})


def with_source(options: ImportOptions, field: str, source: FieldSource) -> ImportOptions:
    """A field comes from these columns, in this way; without columns nothing fills it."""
    made = options.adjustments or Adjustments()
    constants = {name: text for name, text in options.constants.items() if name != field}
    columns = {
        column: "" if name == field and column not in source.columns else name
        for column, name in (options.columns or {}).items()
    }
    return replace(
        options,
        adjustments=replace(made, sources={**made.sources, field: source}),
        constants=constants,
        columns=columns or None,
    )


def with_name_split(options: ImportOptions, header: str, order: str) -> ImportOptions:
    """A column with whole names fills first and last name; `order` is one of NAME_ORDERS."""
    first, last = NAME_ORDERS[order]
    rules = {"firstName": FieldRule((header,), first), "lastName": FieldRule((header,), last)}
    return replace(options, fields={**options.fields, **rules})


def with_whole_names(options: ImportOptions, column: int, shown: Sequence[str]) -> ImportOptions:
    """The same by the place of the column; `shown`, some of its cells, tell the order where they can."""
    first, last = NAME_ORDERS["last-first" if surname_first(shown) else "first-last"]
    options = with_source(options, "firstName", FieldSource((column,), first))
    return with_source(options, "lastName", FieldSource((column,), last))


def with_columns_joined(options: ImportOptions, field: str, headers: Sequence[str]) -> ImportOptions:
    """A field is what these columns say one after the other; blank cells do not count."""
    separator = ", " if field == "deliveryAddress" else " "
    rule = FieldRule(tuple(headers), How.JOIN, separator)
    return replace(options, fields={**options.fields, field: rule})


def with_columns_added(options: ImportOptions, field: str, headers: Sequence[str]) -> ImportOptions:
    """A field is the sum of the amounts in these columns, over all rows of the order."""
    return replace(options, fields={**options.fields, field: FieldRule(tuple(headers), How.SUM)})


def with_constant(options: ImportOptions, field: str, text: str) -> ImportOptions:
    """A field is the same for all orders, or made by a template; an empty text takes that back."""
    constants = {name: kept for name, kept in options.constants.items() if name != field}
    if text:
        constants[field] = text
    return replace(options, constants=constants)


def with_default(options: ImportOptions, field: str, text: str) -> ImportOptions:
    """What a field is where its cell is empty; an empty text leaves it so."""
    made = options.adjustments or Adjustments()
    return replace(options, adjustments=replace(made, defaults={**made.defaults, field: text}))


def with_grouping(options: ImportOptions, grouping: Grouping | None) -> ImportOptions:
    """How rows make orders; None: as it was recognised."""
    made = options.adjustments or Adjustments()
    return replace(options, adjustments=replace(made, grouping=grouping))


def with_row(options: ImportOptions, row: int, *, is_order: bool | None) -> ImportOptions:
    """A row of this file is an order after all, or is none; None: as it was recognised."""
    made = options.adjustments or Adjustments()
    left, kept = made.left_rows - {row}, made.kept_rows - {row}
    if is_order is not None:
        left, kept = (left, kept | {row}) if is_order else (left | {row}, kept)
    return replace(options, adjustments=replace(made, left_rows=left, kept_rows=kept))


def with_grouping_named(options: ImportOptions, name: str) -> ImportOptions:
    """The same by one of `GROUPINGS`."""
    return with_grouping(options, Grouping(name))


def with_dates(options: ImportOptions, order: str) -> ImportOptions:
    """How dates such as 03/04/2026 are meant: one of DATE_ORDERS."""
    made = options.adjustments or Adjustments()
    return replace(options, adjustments=replace(made, date_order=DATE_ORDERS[order]))


def with_decimals(options: ImportOptions, *, comma: bool) -> ImportOptions:
    """What stands before the decimals of amounts such as 1,234 and 1.234, in columns that do not show it."""
    made = options.adjustments or Adjustments()
    mark = DecimalMark.COMMA if comma else DecimalMark.POINT
    return replace(options, adjustments=replace(made, decimals=mark))
