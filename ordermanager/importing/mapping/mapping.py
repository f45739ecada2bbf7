"""Which column fills which field, with constants and status words; saved as a profile."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.values.column_dates import DayFirst
from ordermanager.importing.values.column_numbers import DecimalMark

INFO_PREFIX = "additionalInfo."
"""Mapped names that begin so become entries of additionalInfo."""


LINE_TOTAL = "lineTotal"
"""A column with the price of a whole line: gives `cost` by division where no column has the price of one."""


SUM_OF_ITEMS = "{items}"
"""The constant for totalCost that adds the items up, for files without an order's total."""


class How(StrEnum):
    """How the texts of several columns make one value. Blank cells never count."""

    FIRST = "first"
    JOIN = "join"
    FIRST_WORD = "first_word"
    OTHER_WORDS = "other_words"
    SUM = "sum"  # amounts, added up over the columns and over all rows of the order


class Grouping(StrEnum):
    """How rows make orders. The second and third are read alike, the difference is what a person is told."""

    SINGLE = "single"  # one row is one order
    FIRST_ROW = "first-row"  # a row an item, order fields on the order's first row
    REPEATED = "repeated"  # a row an item, order fields on every row; totals are not added up
    ADDED = "added"  # a row an item with amounts of its own: total, shipping, discount, taxes are added up
    NUMBERED = "numbered"  # one row is one order, its items stand in numbered columns


@dataclass(frozen=True, slots=True)
class FieldRule:
    """The columns of a field by their headers: what layouts and profiles say. `minus` are taken off a sum."""

    titles: tuple[str, ...]
    how: How = How.FIRST
    separator: str = ", "
    minus: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As a profile holds it."""
        given: dict[str, Any] = {self.how.value: list(self.titles)}
        if self.how is How.JOIN:
            given["separator"] = self.separator
        if self.minus:
            given["minus"] = list(self.minus)
        return given

    @classmethod
    def from_json(cls, rule: str | list[str] | dict[str, Any]) -> FieldRule:
        """A header, a list of headers (the first that is not blank counts), or an object with one of `join`,
        `first_word`, `other_words`, `sum`. Raises ValueError, KeyError or TypeError for anything else.
        """
        if not isinstance(rule, dict):
            return cls(texts(rule))
        (how,) = rule.keys() - {"separator", "minus"}
        return cls(texts(rule[how]), How(how), str(rule.get("separator", ", ")), texts(rule.get("minus", [])))


def texts(given: object) -> tuple[str, ...]:
    """A text or a list of texts. Raises TypeError for anything else."""
    if isinstance(given, str):
        return (given,)
    if isinstance(given, list) and all(isinstance(text, str) for text in given):
        return tuple(given)
    raise TypeError(given)


@dataclass(frozen=True, slots=True)
class FieldSource:
    """The columns of a field by their index, for one table. `minus` are taken off a sum."""

    columns: tuple[int, ...]
    how: How = How.FIRST
    separator: str = ", "
    minus: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusRule:
    """One question to a row: what status does this column give? An empty answer asks the next rule.

    `words` are lower case. `strict`: a word that is not among them is unknown and ends the questions (the
    word itself then stays in the order, so that the checks refuse it). `every_row`: each item has a status;
    the order is cancelled if all are, else as far as the one that is least far. `negative` is what an amount below
    nothing says.
    """

    column: str
    words: Dict[str, str] = field(default_factory=dict)
    filled: str = ""
    blank: str = ""
    negative: str = ""
    strict: bool = False
    every_row: bool = False

    @classmethod
    def from_json(cls, rule: Dict[str, Any]) -> StatusRule:
        """A rule of a layout file."""
        words = {word.casefold(): status for status, group in rule.get("words", {}).items() for word in group}
        return cls(
            rule["column"],
            words,
            rule.get("filled", ""),
            rule.get("blank", ""),
            rule.get("negative", ""),
            bool(rule.get("strict", False)),
            bool(rule.get("every_row", False)),
        )


@dataclass(slots=True)
class Mapping:
    """How one table's columns become fields, by the API's names (order, item, and `additionalInfo.x`; they
    never clash).

    `constants` win over the file, `defaults` fill what the file leaves blank; both may be templates that name
    fields or headers in braces: `{email|phone}` is the first that is given. `status_words` (lower case →
    status) are those that a person has taught, the empty word for blank cells; they win over the layout's and
    the general ones. `item_blocks`: items in numbered columns. `date_order` is what a person said of dates
    such as 03/04/2026; None is found out over the whole column; `date_hint` is how the platform
    writes them, where the column shows nothing. `decimal_marks` is the same for amounts such
    as 1,234, by column; `decimals` holds for all columns that do not show it. `timezone` (IANA) holds for dates of this
    file without an offset; empty: the workspace's. `region` (ISO 3166) is that of phones without a country code, for
    templates that name the phone.
    `skip_items`: a row with one of these words (lower case) in this column has no item that
    counts (a cancelled line), unless all rows of the order have one. `currency_of_amounts`: the currency
    is taken from the sign beside the total. `strip_id` are characters that are no
    part of the order's number where it begins with them (`#`). `kept_rows` are rows of this file (their numbers) that
    are orders although they look like totals or footers. `has_made_number`: the order's number was made by its pattern
    among the constants already (made_number.py), of the file's own in `number_source` where there is one.
    """

    fields: dict[str, FieldSource] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    status_rules: tuple[StatusRule, ...] = ()
    status_words: dict[str, str] = field(default_factory=dict)
    item_blocks: tuple[dict[str, FieldSource], ...] = ()
    blank_values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    date_order: DayFirst | None = None
    date_hint: DayFirst | None = None
    decimal_marks: dict[int, DecimalMark] = field(default_factory=dict)
    decimals: DecimalMark | None = None
    timezone: str = ""
    region: str = ""
    skip_items: dict[int, frozenset[str]] = field(default_factory=dict)
    currency_of_amounts: bool = False
    strip_id: str = ""
    grouping: Grouping = Grouping.SINGLE
    kept_rows: frozenset[int] = frozenset()
    has_made_number: bool = False
    number_source: FieldSource | None = None

    @property
    def sums_items(self) -> bool:
        """Whether a person asked for the total to be made from the items, by the constant `{items}`."""
        return is_sum("totalCost", self.constants.get("totalCost", ""))

    @property
    def has_item_columns(self) -> bool:
        """Whether rows are items: some column is an item's field."""
        return any(name in ITEM_FIELD for name in self.fields)

    @property
    def has_items(self) -> bool:
        """Whether any column is an item's."""
        return bool(self.item_blocks) or self.has_item_columns or "items" in self.fields


def is_sum(name: str, text: str) -> bool:
    """Whether a constant is no template but the wish to add the items up."""
    return name == "totalCost" and text.strip() == SUM_OF_ITEMS


def check_field_names(names: Dict[str, object]) -> None:
    """Raises WrongUse for a name that is no field of an order or item."""
    for name in names:
        if name not in ORDER_FIELD and name not in ITEM_FIELD and not name.startswith(INFO_PREFIX):
            raise WrongUse(
                QT_TRANSLATE_NOOP(
                    "Sentence", "“{name}” is not a field. The fields of an order are: {known}."
                ),
                name=name,
                known=", ".join((*ORDER_FIELD, *ITEM_FIELD)),
            )
