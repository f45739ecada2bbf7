"""Which column fills which field, with constants and status words; saved as a profile."""

from __future__ import annotations

import json
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.importing.columndates import DayFirst

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


class Grouping(StrEnum):
    """How rows make orders; the two middle ones are read alike, the difference is what a person is told."""

    SINGLE = "single"  # one row is one order
    FIRST_ROW = "first-row"  # a row an item, order fields on the order's first row
    REPEATED = "repeated"  # a row an item, order fields on every row
    NUMBERED = "numbered"  # one row is one order, its items stand in numbered columns


@dataclass(frozen=True, slots=True)
class FieldRule:
    """The columns of a field by their headers: what layouts and profiles say."""

    titles: tuple[str, ...]
    how: How = How.FIRST
    separator: str = ", "

    def to_json(self) -> dict[str, Any]:
        """As a profile holds it."""
        return {
            self.how.value: list(self.titles),
            **({"separator": self.separator} if self.how is How.JOIN else {}),
        }


@dataclass(frozen=True, slots=True)
class FieldSource:
    """The columns of a field by their index, for one table."""

    columns: tuple[int, ...]
    how: How = How.FIRST
    separator: str = ", "


@dataclass(frozen=True, slots=True)
class StatusRule:
    """One question to a row: what status does this column give? An empty answer asks the next rule.

    `words` are lower case. `strict`: a word that is not among them is unknown and ends the questions (the
    word itself then stays in the order, so that the checks refuse it).
    """

    column: str
    words: Dict[str, str] = field(default_factory=dict)
    filled: str = ""
    blank: str = ""
    strict: bool = False

    @classmethod
    def from_json(cls, rule: Dict[str, Any]) -> StatusRule:
        """A rule of a layout file."""
        words = {word.casefold(): status for status, group in rule.get("words", {}).items() for word in group}
        return cls(
            rule["column"], words, rule.get("filled", ""), rule.get("blank", ""), rule.get("strict", False)
        )


@dataclass(slots=True)
class Mapping:
    """How one table's columns become fields, by the API's names (order, item, and `additionalInfo.x`; they
    never clash).

    `constants` win over the file, `defaults` fill what the file leaves blank; both may be templates that name
    fields or headers in braces: `{email|phone}` is the first that is given. `status_words` (lower case →
    status) are those that a person has taught; they win over the layout's and the general ones.
    `item_blocks`: items in numbered columns. `date_order` is what a person said of dates such as 03/04/2026;
    None is found out over the whole column.
    """

    fields: dict[str, FieldSource] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    status_rules: tuple[StatusRule, ...] = ()
    status_words: dict[str, str] = field(default_factory=dict)
    item_blocks: tuple[dict[str, FieldSource], ...] = ()
    blank_values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    date_order: DayFirst | None = None
    grouping: Grouping = Grouping.SINGLE

    @property
    def sums_items(self) -> bool:
        """Whether a person asked for the total to be made from the items, by the constant `{items}`."""
        return is_sum("totalCost", self.constants.get("totalCost", ""))

    @property
    def has_items(self) -> bool:
        """Whether any column is an item's."""
        return (
            bool(self.item_blocks)
            or any(name in ITEM_FIELD for name in self.fields)
            or "items" in self.fields
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """A mapping that a person confirmed, by headers, so that the next file of this kind needs no
    questions.
    """

    name: str
    headers: tuple[str, ...]
    fields: Dict[str, FieldRule]
    layout: str = ""
    constants: Dict[str, str] = field(default_factory=dict)
    defaults: Dict[str, str] = field(default_factory=dict)
    status_words: Dict[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """The text of a profile file."""
        return json.dumps(
            {
                "profile": 1,
                "name": self.name,
                "layout": self.layout,
                "headers": list(self.headers),
                "fields": {name: rule.to_json() for name, rule in self.fields.items()},
                "constants": dict(self.constants),
                "defaults": dict(self.defaults),
                "status_words": dict(self.status_words),
            },
            ensure_ascii=False,
            indent=2,
        )


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


def read_profile(path: Path) -> Profile:
    """A profile from its file. Raises KnownError where it is not one."""
    try:
        given = json.loads(path.read_text("utf-8"))
        profile = _profile(given)
    except OSError as error:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "The profile {file} cannot be read: {why}."),
            file=path.name,
            why=error.strerror,
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnownError(
            QT_TRANSLATE_NOOP(
                "Sentence", "{file} is not an import profile. Save one in the import window first."
            ),
            file=path.name,
        ) from error
    check_field_names({**profile.fields, **profile.constants, **profile.defaults})
    return profile


def _profile(given: dict[str, Any]) -> Profile:
    return Profile(
        name=str(given["name"]),
        headers=tuple(map(str, given["headers"])),
        fields={name: _rule(rule) for name, rule in given["fields"].items()},
        layout=str(given.get("layout", "")),
        constants=_texts(given.get("constants", {})),
        defaults=_texts(given.get("defaults", {})),
        status_words={word.casefold(): str(status) for word, status in given.get("status_words", {}).items()},
    )


def _rule(rule: dict[str, Any]) -> FieldRule:
    (how,) = rule.keys() - {"separator"}
    return FieldRule(tuple(map(str, rule[how])), How(how), str(rule.get("separator", ", ")))


def _texts(given: dict[str, Any]) -> dict[str, str]:
    return {str(name): str(text) for name, text in given.items()}
