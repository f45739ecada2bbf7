"""What shops call the five statuses. A word that nobody knows stays as it is, so that the checks ask about
it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.domain.statuses import Status
from ordermanager.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Dict

    from ordermanager.importing.mapping.mapping import StatusRule

SHOWN_ROWS = 5

_NEGATIVE = re.compile(r"\s*[^\d\s]{0,3}[-−(]\s*[^\d\s]{0,3}[\d.,\s]*[1-9].*").match
"""An amount below nothing: `-43.00`, `-$43`, `($43.00)`."""

_PROGRESS = (
    Status.ABANDONED_SHOPPING_CART.value,
    Status.INITIALIZED.value,
    Status.IN_PROGRESS.value,
    Status.DELIVERED.value,
)
"""How far an order is; of several statuses the first counts."""


def word_key(text: str) -> str:
    """A status word without case, with blanks for hyphens and underscores."""
    return " ".join(text.replace("_", " ").replace("-", " ").casefold().split())


@cache
def known_words() -> dict[str, str]:
    """The general words and the API's own, by key."""
    given = json.loads(resource("layouts/_statuses.json").read_text("utf-8"))
    words = {word_key(word): str(status) for status in Status for word in given[status]}
    return {**words, **{word_key(status): str(status) for status in Status}}


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word of the file and what it means. `status` is empty where nobody knows; `count` are orders, `rows`
    the first five rows, `column` the header of the column that decided. The empty word stands for blank cells.
    """

    word: str
    status: str
    count: int
    rows: tuple[int, ...]
    column: str = ""


class _Answer:
    """What some cells mean, and how often they were asked."""

    __slots__ = ("column", "count", "known", "rows", "status", "text", "word")

    def __init__(self, word: str, status: str, column: str, *, known: bool) -> None:
        self.word = word
        self.status = status
        self.column = column
        self.known = known
        self.text = status if known else word
        self.count = 0
        self.rows: list[int] = []


class StatusReader:
    """Reads the cells of the rules' columns and remembers what it was asked.

    Words that were taught win; then each rule is asked in turn. A strict rule does not fall back to the
    general words.
    """

    def __init__(self, rules: Sequence[StatusRule], taught: Dict[str, str]) -> None:
        self._rules = rules
        self._own = {word_key(word): status for word, status in taught.items()}
        self._words = [{word_key(word): status for word, status in rule.words.items()} for rule in rules]
        self._has_amounts = any(rule.negative for rule in rules)
        self._answers: dict[tuple[str, ...], _Answer] = {}

    def read(self, cells: tuple[str, ...], row: int) -> str:
        """The status, or the unknown word; empty where the cells are blank. Counts the order at `row`."""
        return self._counted(self._answer(cells), row)

    def count_all(self, cells: Sequence[tuple[str, ...]], rows: Sequence[int]) -> None:
        """Count orders with these cells at these rows, as `read` does."""
        for each, orders in Counter(cells).items():
            answer = self._answer(each)
            if answer.count < SHOWN_ROWS:
                own = (row for one, row in zip(cells, rows, strict=True) if one == each)
                answer.rows += islice(own, SHOWN_ROWS - answer.count)
            answer.count += orders

    def meaning(self, cells: tuple[str, ...]) -> str:
        """What `read` will give for these cells, without counting an order."""
        return self._answer(cells).text

    def read_rows(self, rows: Sequence[tuple[str, ...]], row: int) -> str:
        """The status of an order whose items each have one: cancelled if all are, else the least far."""
        return self._counted(self._of_rows(rows), row)

    def meaning_of_rows(self, rows: Sequence[tuple[str, ...]]) -> str:
        """What `read_rows` will give for these rows, without counting an order."""
        return self._of_rows(rows).text

    def _of_rows(self, rows: Sequence[tuple[str, ...]]) -> _Answer:
        answers = [self._answer(cells) for cells in dict.fromkeys(rows)]
        unknown = [one for one in answers if not one.known and one.word]
        going = [one for one in answers if one.status in _PROGRESS]
        if unknown:
            return unknown[0]
        return min(going, key=lambda one: _PROGRESS.index(one.status)) if going else answers[0]

    def _answer(self, cells: tuple[str, ...]) -> _Answer:
        if self._has_amounts:  # of which there are as many as orders
            cells = tuple(
                ("-1" if _NEGATIVE(cell) else "") if rule.negative else cell
                for rule, cell in zip(self._rules, cells, strict=True)
            )
        answer = self._answers.get(cells)
        if answer is None:
            answer = self._answers[cells] = self._ask(cells)
        return answer

    @staticmethod
    def _counted(answer: _Answer, row: int) -> str:
        answer.count += 1
        if answer.count <= SHOWN_ROWS:
            answer.rows.append(row)
        return answer.text

    def words(self) -> tuple[StatusWord, ...]:
        """What was met, unknown words first, then by number of orders."""
        return merged(
            StatusWord(one.word, one.status if one.known else "", one.count, tuple(one.rows), one.column)
            for one in self._answers.values()
            if one.count
        )

    def _ask(self, cells: tuple[str, ...]) -> _Answer:
        own, general = self._own, known_words()
        unknown = column = ""
        for rule, known, cell in zip(self._rules, self._words, cells, strict=True):
            key, word = word_key(cell), cell.strip()
            if not key:
                if rule.blank:
                    return _Answer("", own.get("", rule.blank), rule.column, known=True)
                continue
            if rule.negative:
                if key:
                    return _Answer(rule.column, rule.negative, rule.column, known=True)
                continue
            if rule.filled:
                return _Answer(rule.column, rule.filled, rule.column, known=True)
            is_last = rule is self._rules[-1]
            status = own.get(key) or known.get(key, "")
            if not status and not rule.strict and (is_last or not rule.words):
                status = general.get(key, "")
            if status:
                return _Answer(word, status, rule.column, known=True)
            if rule.strict or is_last:
                unknown, column = unknown or word, column or rule.column
                if rule.strict:
                    break
        if unknown:
            return _Answer(unknown, "", column, known=False)
        blank = own.get("", "")
        return _Answer("", blank, self._rules[0].column if self._rules else "", known=bool(blank))


def merged(words: Iterable[StatusWord]) -> tuple[StatusWord, ...]:
    """One entry a word, unknown ones first, then those of most orders."""
    found: dict[tuple[str, str], StatusWord] = {}
    for one in words:
        key = (word_key(one.word), one.status)
        before = found.get(key)
        if before is not None:
            rows = tuple(sorted({*before.rows, *one.rows})[:SHOWN_ROWS])
            one = StatusWord(before.word, before.status, before.count + one.count, rows, before.column)
        found[key] = one
    return tuple(sorted(found.values(), key=lambda one: (bool(one.status), -one.count, one.word)))
