"""What can be read in two ways and only a person knows: dates such as 03/04/2026, amounts such as 1,234."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.columndates import DayFirst, unambiguous
from ordermanager.importing.columnnumbers import DecimalMark, plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.decisions import Evidence
    from ordermanager.importing.mapping import Mapping


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
_THOUSANDS = QT_TRANSLATE_NOOP("Sentence", "The comma is between thousands: {example} is {meant}")
_DECIMALS = QT_TRANSLATE_NOOP("Sentence", "The comma is before decimals: {example} is {meant}")


def questions(mapping: Mapping, header: Sequence[str], evidence: Evidence) -> tuple[Question, ...]:
    """What the columns leave open, and what was answered already, so that it can be changed."""
    found: list[Question] = []
    source = mapping.fields.get("date")
    dates = evidence.dates
    hinted = mapping.date_hint is not None and dates.order is DayFirst.UNKNOWN
    if (
        source is not None
        and dates.either
        and not hinted
        and (sentence := dates.sentence(header[source.columns[0]]))
    ):
        column = source.columns[0]
        options = tuple(
            _option(label, order.value, dates.example, unambiguous(dates.example, order))
            for label, order in ((_DAY_FIRST, DayFirst.DAY), (_MONTH_FIRST, DayFirst.MONTH))
        )
        chosen = mapping.date_order.value if mapping.date_order else ""
        found.append(Question(QuestionKind.DATES, column, header[column], sentence, options, chosen))
    for column, numbers in evidence.numbers.items():
        sentence = numbers.sentence(header[column])
        if sentence is None or evidence.mark(column) in (DecimalMark.POINT, DecimalMark.COMMA):
            continue
        options = tuple(
            _option(label, mark.value, numbers.example, plain_number(numbers.example, mark))
            for label, mark in ((_THOUSANDS, DecimalMark.POINT), (_DECIMALS, DecimalMark.COMMA))
        )
        answered = mapping.decimal_marks.get(column)
        chosen = answered.value if answered else ""
        found.append(Question(QuestionKind.AMOUNTS, column, header[column], sentence, options, chosen))
    return tuple(found)


def answer(mapping: Mapping, question: Question, value: str) -> None:
    """Take a person's answer: the `value` of one of the question's options, or an empty text to take it back.

    Raises ValueError for any other text.
    """
    if question.kind is QuestionKind.DATES:
        mapping.date_order = DayFirst(value) if value else None
    elif value:
        mapping.decimal_marks[question.column] = DecimalMark(value)
    else:
        mapping.decimal_marks.pop(question.column, None)


def _option(label: str, value: str, example: str, meant: str) -> Option:
    return Option(value, Sentence(label, {"example": example, "meant": meant}), meant)
