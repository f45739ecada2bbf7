"""What a person answered about a file, as options to read it again with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ordermanager.importing.adjust import Adjustments
from ordermanager.importing.columndates import DayFirst
from ordermanager.importing.columnnumbers import DecimalMark
from ordermanager.importing.questions import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ordermanager.importing.questions import Question
    from ordermanager.services.importing import ImportOptions


def with_status_word(options: ImportOptions, word: str, status: str) -> ImportOptions:
    """A word of the file (empty: blank cells) means this status of the API."""
    made = options.adjustments or Adjustments()
    return replace(options, adjustments=replace(made, status_words={**made.status_words, word: status}))


def read_otherwise(options: ImportOptions, change: Mapping[str, Any]) -> ImportOptions:
    """Another sheet, header row, delimiter … has other columns: what was decided about columns is void, what was said
    about words and dates stays."""
    made = options.adjustments
    if made is not None:
        made = replace(made, sources={}, decimal_marks={}, grouping=None)
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
