"""What can be read in two ways and only a person knows: dates such as 03/04/2026, amounts such as 1,234."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.values.column_dates import DayFirst, unambiguous
from ordermanager.importing.values.column_numbers import DecimalMark, plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.mapping.mapping import Mapping
    from ordermanager.importing.values.column_dates import DateColumn
    from ordermanager.importing.values.column_numbers import NumberColumn
    from ordermanager.importing.values.decisions import Evidence


class QuestionKind(StrEnum):
    """What is asked about."""

    DATES = "dates"
    AMOUNTS = "amounts"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. `value` is what `answer` takes, `example` a cell of the file read so."""

    value: str
    label: Sentence
    example: str


@dataclass(frozen=True, slots=True)
class Question:
    """About one column (its index and header). `chosen` is the value of the given answer, or empty."""

    kind: QuestionKind
    column: int
    title: str
    sentence: Sentence
    options: tuple[Option, ...]
    chosen: str = ""


_DAY_FIRST = QT_TRANSLATE_NOOP("Sentence", "The day comes first: {example} is {meant}")
_MONTH_FIRST = QT_TRANSLATE_NOOP("Sentence", "The month comes first: {example} is {meant}")
_YEAR_FIRST = QT_TRANSLATE_NOOP("Sentence", "The year comes first: {example} is {meant}")
_THOUSANDS = QT_TRANSLATE_NOOP("Sentence", "The comma is between thousands: {example} is {meant}")
_POINT_BETWEEN = QT_TRANSLATE_NOOP("Sentence", "The point is between thousands: {example} is {meant}")
_POINT_BEFORE = QT_TRANSLATE_NOOP("Sentence", "The point is before decimals: {example} is {meant}")
_DECIMALS = QT_TRANSLATE_NOOP("Sentence", "The comma is before decimals: {example} is {meant}")


_DAYS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Column “{column}”: the day comes first. {only} dates fit only so, {either} such as {example} fit both.",
)
_MONTHS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Column “{column}”: the month comes first. {only} dates fit only so, {either} such as {example} fit both.",
)
_YEARS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Column “{column}”: dates such as {example} begin with the year, for the days would all be the same.",
)
_SHOP = QT_TRANSLATE_NOOP(
    "Sentence",
    "Column “{column}”: this shop writes dates such as {example} so. No date of the column shows it.",
)
_POINTS = QT_TRANSLATE_NOOP(
    "Sentence", "Column “{column}”: amounts such as {example} are thousands, the others have a decimal point."
)
_COMMAS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Column “{column}”: amounts such as {example} have decimals, as the others show by their comma.",
)


_POINT_THOUSANDS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Column “{column}”: amounts such as {example} are thousands, as the others show by their decimal comma.",
)


def questions(mapping: Mapping, header: Sequence[str], evidence: Evidence) -> tuple[Question, ...]:
    """What the columns leave open, and what was answered already, so that it can be changed."""
    found: list[Question] = []
    source = mapping.fields.get("date")
    dates = evidence.dates
    hinted = mapping.date_hint is not None and dates.order is DayFirst.UNKNOWN
    if (
        source is not None
        and (dates.either or dates.is_year_open)
        and not hinted
        and (sentence := dates.sentence(header[source.columns[0]]))
    ):
        chosen = mapping.date_order.value if mapping.date_order else ""
        found.append(about_dates(source.columns[0], header, dates, sentence, chosen))
    for column, numbers in evidence.numbers.items():
        sentence = numbers.sentence(header[column])
        if sentence is not None and evidence.mark(column) not in _CLEAR:
            answered = mapping.decimal_marks.get(column) or mapping.decimals
            chosen = answered.value if answered else ""
            found.append(about_amounts(column, header, numbers, sentence, chosen))
    return tuple(found)


def decided(mapping: Mapping, header: Sequence[str], evidence: Evidence) -> tuple[Question, ...]:
    """What could be read in two ways and was decided by the rest of the column or by the platform; a person may
    still say otherwise, by `answer`.
    """
    found: list[Question] = []
    source, dates = mapping.fields.get("date"), evidence.dates
    order = dates.order
    if source is not None and dates.either and order in (DayFirst.DAY, DayFirst.MONTH, DayFirst.UNKNOWN):
        column = source.columns[0]
        values = {
            "column": header[column],
            "example": dates.example,
            "either": dates.either,
            "only": dates.day_only or dates.month_only,
        }
        template = {DayFirst.DAY: _DAYS, DayFirst.MONTH: _MONTHS}.get(order, _SHOP)
        meant = mapping.date_hint if order is DayFirst.UNKNOWN else order
        if meant is not None:
            chosen = (mapping.date_order or meant).value
            found.append(about_dates(column, header, dates, Sentence(template, values), chosen))
    if source is not None and order is DayFirst.YEAR:
        column = source.columns[0]
        sentence = Sentence(_YEARS, {"column": header[column], "example": dates.example_of_day})
        chosen = (mapping.date_order or order).value
        found.append(about_dates(column, header, dates, sentence, chosen))
    for column, numbers in evidence.numbers.items():
        mark = evidence.mark(column)
        is_point = mark is DecimalMark.POINT
        if (numbers.commas and mark in _CLEAR) or (numbers.points and mark is DecimalMark.COMMA):
            template = _POINTS if is_point else _COMMAS if numbers.commas else _POINT_THOUSANDS
            sentence = Sentence(template, {"column": header[column], "example": numbers.example})
            chosen = (mapping.decimal_marks.get(column) or mark).value
            found.append(about_amounts(column, header, numbers, sentence, chosen))
    return tuple(found)


def about_dates(
    column: int, header: Sequence[str], dates: DateColumn, sentence: Sentence, chosen: str
) -> Question:
    """What comes first in the dates of a column; `sentence` says why that is asked."""
    readings = [(_DAY_FIRST, DayFirst.DAY), (_MONTH_FIRST, DayFirst.MONTH)]
    example = dates.example
    if dates.is_year_open or dates.order is DayFirst.YEAR:
        readings, example = [(_DAY_FIRST, DayFirst.DAY), (_YEAR_FIRST, DayFirst.YEAR)], dates.example_of_day
    options = tuple(
        _option(label, order.value, example, unambiguous(example, order)) for label, order in readings
    )
    return Question(QuestionKind.DATES, column, header[column], sentence, options, chosen)


def about_amounts(
    column: int, header: Sequence[str], numbers: NumberColumn, sentence: Sentence, chosen: str
) -> Question:
    """What the marks in the amounts of a column are; `sentence` says why that is asked."""
    if "." in numbers.example:
        labels = ((_POINT_BETWEEN, DecimalMark.COMMA), (_POINT_BEFORE, DecimalMark.POINT))
    else:
        labels = ((_THOUSANDS, DecimalMark.POINT), (_DECIMALS, DecimalMark.COMMA))
    options = tuple(
        _option(label, mark.value, numbers.example, plain_number(numbers.example, mark))
        for label, mark in labels
    )
    return Question(QuestionKind.AMOUNTS, column, header[column], sentence, options, chosen)


_CLEAR = (DecimalMark.POINT, DecimalMark.COMMA)


def answer(mapping: Mapping, question: Question, value: str) -> None:
    """Take a person's answer: the `value` of one of the question's options, or an empty text to take it back.

    Raises ValueError for any other text.
    """
    if value and value not in [option.value for option in question.options]:
        raise ValueError(value)
    if question.kind is QuestionKind.DATES:
        mapping.date_order = DayFirst(value) if value else None
    elif value:
        mapping.decimal_marks[question.column] = DecimalMark(value)
    else:
        mapping.decimal_marks.pop(question.column, None)


def _option(label: str, value: str, example: str, meant: str) -> Option:
    return Option(value, Sentence(label, {"example": example, "meant": meant}), meant)
