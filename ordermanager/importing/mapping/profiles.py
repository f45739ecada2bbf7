"""A mapping that a person confirmed, kept by headers so that the next file of this kind needs no questions."""

from __future__ import annotations

import json
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.importing.mapping.mapping import (
    LINE_TOTAL,
    FieldRule,
    Grouping,
    Mapping,
    check_field_names,
)
from ordermanager.importing.tables.headers import told_apart
from ordermanager.importing.values.column_dates import DayFirst
from ordermanager.importing.values.column_numbers import DecimalMark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMAT = 1
"""The number in `profile` of the files that this program writes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A mapping by headers. `version` grows each time that it is saved anew under its name.

    `decimal_marks` is keyed by header, `decimals` is for columns that do not show theirs, `items` are items in numbered
    columns, `grouping` is empty where the layout or the columns decide. What is not named in it is not imported.
    """

    name: str
    headers: tuple[str, ...]
    fields: Dict[str, FieldRule]
    layout: str = ""
    constants: Dict[str, str] = field(default_factory=dict)
    defaults: Dict[str, str] = field(default_factory=dict)
    status_words: Dict[str, str] = field(default_factory=dict)
    version: int = 1
    date_order: DayFirst | None = None
    decimal_marks: Dict[str, DecimalMark] = field(default_factory=dict)
    decimals: DecimalMark | None = None
    timezone: str = ""
    grouping: Grouping | None = None
    items: tuple[Dict[str, FieldRule], ...] = ()

    def to_json(self) -> str:
        """The text of a profile file."""
        given: dict[str, Any] = {
            "profile": FORMAT,
            "name": self.name,
            "version": self.version,
            "layout": self.layout,
            "headers": list(self.headers),
            "fields": {name: rule.to_json() for name, rule in self.fields.items()},
            "constants": dict(self.constants),
            "defaults": dict(self.defaults),
            "status_words": dict(self.status_words),
        }
        if self.date_order:
            given["date_order"] = self.date_order.value
        if self.decimal_marks:
            given["decimal_marks"] = {title: mark.value for title, mark in self.decimal_marks.items()}
        if self.decimals:
            given["decimals"] = self.decimals.value
        if self.timezone:
            given["timezone"] = self.timezone
        if self.grouping:
            given["grouping"] = self.grouping.value
        if self.items:
            given["items"] = [{name: rule.to_json() for name, rule in block.items()} for block in self.items]
        return json.dumps(given, ensure_ascii=False, indent=2)


def profile_of(
    name: str, mapping: Mapping, header: Sequence[str], layout: str = "", version: int = 1
) -> Profile:
    """The profile that makes this mapping again for the next file with these headers."""

    named = told_apart(header)

    def titles(columns: Sequence[int]) -> tuple[str, ...]:
        return tuple(named[column] for column in columns)

    def rules(sources: Dict[str, Any]) -> dict[str, FieldRule]:
        return {
            field: FieldRule(titles(source.columns), source.how, source.separator, titles(source.minus))
            for field, source in sources.items()
        }

    fields = rules(mapping.fields)
    # its column is none of the file's: the pattern among the constants makes it again
    if mapping.has_made_number:
        header = header[:-1]
        fields.pop("externalOrderId")
        if mapping.number_source is not None:
            fields.update(rules({"externalOrderId": mapping.number_source}))
    return Profile(
        name=name,
        headers=tuple(header),
        fields=fields,
        layout=layout,
        constants=dict(mapping.constants),
        defaults=dict(mapping.defaults),
        status_words=dict(mapping.status_words),
        version=version,
        date_order=mapping.date_order,
        decimal_marks={named[column]: mark for column, mark in mapping.decimal_marks.items()},
        decimals=mapping.decimals,
        timezone=mapping.timezone,
        grouping=mapping.grouping,
        items=tuple(rules(block) for block in mapping.item_blocks),
    )


def read_profile(path: Path) -> Profile:
    """A profile from its file. Raises KnownError where it is not one."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "The profile {file} cannot be read: {why}."),
            file=path.name,
            why=error.strerror,
        ) from error
    except UnicodeDecodeError as error:
        raise _no_profile(path.name) from error
    return profile_from_json(text, path.name)


def profile_from_json(text: str, file: str = "") -> Profile:
    """A profile from its text; `file` is named where it is none. Raises KnownError."""
    try:
        profile = _profile(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _no_profile(file) from error
    check_field_names(
        {
            **{name: "" for name in profile.fields if name not in ("items", LINE_TOTAL)},
            **profile.constants,
            **profile.defaults,
        }
    )
    return profile


def _no_profile(file: str) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP(
            "Sentence", "{file} is not an import profile. Save one in the import window first."
        ),
        file=file,
    )


def _profile(given: dict[str, Any]) -> Profile:
    date_order, grouping = given.get("date_order"), given.get("grouping")
    return Profile(
        name=str(given["name"]),
        headers=tuple(map(str, given["headers"])),
        fields=_rules(given["fields"]),
        layout=str(given.get("layout", "")),
        constants=_texts(given.get("constants", {})),
        defaults=_texts(given.get("defaults", {})),
        status_words={
            str(word): str(Status(status)) for word, status in given.get("status_words", {}).items()
        },
        version=int(given.get("version", 1)),
        date_order=DayFirst(date_order) if date_order else None,
        decimal_marks={
            str(title): DecimalMark(mark) for title, mark in given.get("decimal_marks", {}).items()
        },
        decimals=DecimalMark(given["decimals"]) if given.get("decimals") else None,
        timezone=str(given.get("timezone", "")),
        grouping=Grouping(grouping) if grouping else None,
        items=tuple(_rules(block) for block in given.get("items", ())),
    )


def _rules(given: dict[str, Any]) -> dict[str, FieldRule]:
    if not all(isinstance(rule, dict) for rule in given.values()):
        raise TypeError
    return {str(name): FieldRule.from_json(rule) for name, rule in given.items()}


def _texts(given: dict[str, Any]) -> dict[str, str]:
    return {str(name): str(text) for name, text in given.items()}
