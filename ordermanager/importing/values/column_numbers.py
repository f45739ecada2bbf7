"""Whether a column writes its decimals with a point or a comma, decided over its rows; then 1,234 is clear.

Only amounts with one mark before exactly three digits need it. Everything else (`1 234,50`, `1,234.50`,
`1'234`) `domain.read_money` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.values.money import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_NUMBER = re.compile(r"[^\d.,]*?([0-9](?:[0-9.,'’\s]*[0-9])?)[^\d.,]*\.?").fullmatch
_DOUBTFUL = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}").fullmatch
_GROUPED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*").fullmatch
_REMEMBERED = 20_000


class DecimalMark(Enum):
    """What stands before the decimals of a column's amounts."""

    NO_MATTER = "no matter"  # neither points nor commas
    POINT = "point"
    COMMA = "comma"
    BOTH = "both"  # contradictory: some amounts only fit a point, some only a comma
    UNKNOWN = "unknown"  # every one fits both, such as 1,234


@dataclass(slots=True)
class NumberColumn:
    """The evidence of one column: how many amounts fit both, only a decimal point, only a decimal comma.

    `commas` and `points` count the doubtful ones by their mark. Where `of_money` is not set (quantities, which many
    programs write as 2.000) those with a point are decimals and no question.
    """

    either: int = 0
    commas: int = 0
    points: int = 0
    of_money: bool = True
    point_only: int = 0
    comma_only: int = 0
    example: str = ""

    def look_at(self, texts: Iterable[str]) -> None:
        """Count these cells too."""
        for text in texts:
            if ("," in text or "." in text) and len(text) <= MAX_LENGTH:
                self._count(text)

    def _count(self, text: str) -> None:
        match = _NUMBER(text)
        if match is None:
            return
        body = match[1]
        doubtful = _DOUBTFUL(body)
        if doubtful:
            self.either += 1
            if doubtful[1] == ",":
                self.commas += 1
            elif self.of_money:
                self.points += 1
            else:
                return
            self.example = self.example or text.strip()
            return
        mark = _decimal_mark(body)
        self.point_only += mark == "."
        self.comma_only += mark == ","

    @property
    def mark(self) -> DecimalMark:
        """The decision."""
        if self.point_only and self.comma_only:
            return DecimalMark.BOTH
        if self.point_only:
            return DecimalMark.POINT
        if self.comma_only:
            return DecimalMark.COMMA
        return DecimalMark.UNKNOWN if self.either else DecimalMark.NO_MATTER

    @property
    def leaves_doubt(self) -> bool:
        """Whether a person must be asked, as far as this column tells."""
        return bool(self.commas or self.points) and self.mark in (DecimalMark.UNKNOWN, DecimalMark.BOTH)

    def sentence(self, column: str) -> Sentence | None:
        """What a person is told of a column whose amounts leave doubt; None where they leave none."""
        if not self.leaves_doubt:
            return None
        values = {
            "column": column,
            "example": self.example,
            "either": self.commas + self.points,
            "point": self.point_only,
            "comma": self.comma_only,
        }
        if self.mark is DecimalMark.UNKNOWN:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Column “{column}”: {either} amounts such as {example} may be thousands or decimals. "
                    "Say which.",
                ),
                values,
            )
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "Column “{column}” mixes amounts: {comma} have a decimal comma, {point} a decimal point, "
                "{either} such as {example} fit both. Say which these are.",
            ),
            values,
        )


def _decimal_mark(body: str) -> str:
    """The mark that can only stand before decimals in this amount, or empty where there is none."""
    last = max(body.rfind("."), body.rfind(","))
    mark, before, after = body[last], body[:last], body[last + 1 :]
    other = "," if mark == "." else "."
    if mark in before:  # 1,234,567: thousands, so the other one is for decimals
        return other if _GROUPED(body) else ""
    is_whole = _GROUPED(before) if other in before else True
    return mark if is_whole and after.isdigit() else ""


def plain_number(text: str, mark: DecimalMark) -> str:
    """The amount so that it can only be read in one way, where the column's mark is known; else as it is.

    `1,234` is `1234` in a column with decimal points, `1.234` where the comma is for decimals; what stands
    around the digits stays.
    """
    match = _NUMBER(text) if len(text) <= MAX_LENGTH else None
    if match is None or mark not in (DecimalMark.POINT, DecimalMark.COMMA):
        return text
    body = match[1]
    doubtful = _DOUBTFUL(body)
    if not doubtful:
        return text
    is_decimal = (doubtful[1] == ".") == (mark is DecimalMark.POINT)
    clear = body.replace(",", ".") if is_decimal else body.replace(doubtful[1], "")
    return text[: match.start(1)] + clear + text[match.end(1) :]


def number_reader(mark: DecimalMark) -> Callable[[str], str] | None:
    """`plain_number` for one column with a memory, because prices come again and again; None if it changes
    nothing.
    """
    if mark not in (DecimalMark.POINT, DecimalMark.COMMA):
        return None
    known: dict[str, str] = {}

    def read(text: str) -> str:
        found = known.get(text)
        if found is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            found = known[text] = plain_number(text, mark)
        return found

    return read
