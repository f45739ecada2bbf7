"""What the columns of pasted cells say together: which comes first in dates such as 11/12/2026, what the comma in 1,234
is, and the words for a status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.importing.values.column_dates import DateColumn, DayFirst, number_to_date, unambiguous
from ordermanager.importing.values.column_numbers import DecimalMark, NumberColumn, plain_number
from ordermanager.importing.values.questions import about_amounts, about_dates
from ordermanager.importing.values.status_words import known_words, word_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ordermanager.importing.values.questions import Question

_CLEAR_DATES = (DayFirst.DAY, DayFirst.MONTH, DayFirst.YEAR)
_CLEAR_MARKS = (DecimalMark.POINT, DecimalMark.COMMA)


class PastedColumns:
    """Made from all rows, it gives the texts of each. `questions`: what the cells leave open, a column each, whose
    `title` is the field; with the answer where there is one."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        fields: Sequence[str],
        words: Mapping[str, str],
        answers: Mapping[str, str],
    ) -> None:
        """`fields` are those of the cells, empty where a cell goes nowhere; `words` what the window calls each status;
        `answers` the values of the options that were chosen, by field."""
        self.questions: list[Question] = []
        self._fields = fields
        self._answers = answers
        statuses = {**known_words(), **{word_key(word): status for word, status in words.items()}}
        self._readers: dict[str, Callable[[str], str]] = {}
        for number, field in enumerate(fields):
            kind = ORDER_FIELD[field].kind if field else None
            cells = (row[number] for row in rows if number < len(row))
            if kind is Kind.STATUS:
                self._readers[field] = lambda text: statuses.get(word_key(text), text)
            elif kind is Kind.DATE:
                self._readers[field] = self._date_reader(number, cells)
            elif kind is Kind.MONEY:
                self._readers[field] = self._amount_reader(number, cells)

    def texts(self, cells: Sequence[str]) -> dict[str, str]:
        """What a row of cells writes into the fields."""
        texts = {}
        for field, cell in zip(self._fields, cells, strict=False):
            if field:
                reader = self._readers.get(field)
                texts[field] = reader(cell.strip()) if reader else cell.strip()
        return texts

    def _date_reader(self, number: int, cells: Iterable[str]) -> Callable[[str], str]:
        dates, field = DateColumn(), self._fields[number]
        dates.look_at(cells)
        answer = self._answers.get(field, "")
        order = DayFirst(answer) if answer else dates.order
        if (dates.either or dates.is_year_open) and (sentence := dates.sentence(field)):
            self.questions.append(about_dates(number, self._fields, dates, sentence, answer))
        return lambda text: number_to_date(unambiguous(text, order) if order in _CLEAR_DATES else text)

    def _amount_reader(self, number: int, cells: Iterable[str]) -> Callable[[str], str]:
        numbers, field = NumberColumn(), self._fields[number]
        numbers.look_at(cells)
        answer = self._answers.get(field, "")
        mark = DecimalMark(answer) if answer else numbers.mark
        if sentence := numbers.sentence(field):
            self.questions.append(about_amounts(number, self._fields, numbers, sentence, answer))
        return lambda text: plain_number(text, mark) if mark in _CLEAR_MARKS else text
