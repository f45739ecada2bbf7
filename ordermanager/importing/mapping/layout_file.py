"""Reads one layout file (resources/layouts/README.md says what stands in it) and says clearly what is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.domain.values.dates import read_zone
from ordermanager.importing.mapping.mapping import (
    INFO_PREFIX,
    LINE_TOTAL,
    FieldRule,
    Grouping,
    How,
    StatusRule,
    texts,
)
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.values.column_dates import DayFirst

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = frozenset(
    (
        "name", "title", "version", "note", "fingerprint", "fields", "grouping", "status", "defaults",
        "numbered_items", "blank_values", "skip_items", "complete", "timezone", "date_order", "items_in", "strip_id",
        "about", "timezones", "rate",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """One export format. `fingerprint` are headers that a file of this format always has; `fingerprints` holds
    all of them where there are several.

    `numbered_items` are item fields whose header holds {n}: one order a row, its items in numbered columns.
    `blank_values` are texts that stand for nothing (WooCommerce's customer 0 is a guest). `complete`: columns
    that the layout does not name are mapped by the dictionary of headers; without it they are not imported.
    `timezones`: header of a column with time zones -> word (lower case) -> IANA name.
    `rate` is the header of a column with the rate by which amounts, which are in the shop's own currency, would have to
    be multiplied to be in that of the order.
    `items_in` names the layout of the other file that holds the items. `note` says what is not known of the
    export; it is shown beside the title.
    """

    name: str
    title: str
    version: int
    fingerprints: tuple[tuple[str, ...], ...]
    fields: Dict[str, FieldRule]
    grouping: Grouping
    status: tuple[StatusRule, ...] = ()
    defaults: Dict[str, str] = field(default_factory=dict)
    numbered_items: Dict[str, tuple[str, ...]] = field(default_factory=dict)
    blank_values: Dict[str, tuple[str, ...]] = field(default_factory=dict)
    skip_items: Dict[str, tuple[str, ...]] = field(default_factory=dict)
    complete: bool = False
    timezone: str = ""
    timezones: Dict[str, Dict[str, str]] = field(default_factory=dict)
    date_order: DayFirst | None = None
    items_in: str = ""
    strip_id: str = ""
    rate: str = ""
    note: str = ""

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """The first fingerprint; empty for a layout that is only chosen by name."""
        return self.fingerprints[0] if self.fingerprints else ()

    def matched(self, keys: frozenset[str]) -> int:
        """How many headers of the longest fingerprint that stands whole in these keys; 0 where none does."""
        return max(
            (
                len(fingerprint)
                for fingerprint in self.fingerprints
                if fingerprint and all(header_key(title) in keys for title in fingerprint)
            ),
            default=0,
        )


class LayoutError(KnownError):
    """A layout file that cannot be used."""


def read_layout(text: str, file: str = "") -> Layout:
    """A layout from its JSON text; `file` is named in errors. Raises LayoutError with what is wrong."""
    try:
        given: Any = json.loads(text)
    except ValueError as error:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else "1:1"
        raise LayoutError(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "The layout {file} is not JSON: at line and column {place} something is missing or too much.",
            ),
            file=file,
            place=place,
        ) from error
    try:
        return _layout(given)
    except _WrongPart as error:
        raise LayoutError(
            QT_TRANSLATE_NOOP("Sentence", "The layout {file}: “{part}” in “{key}” is not allowed. {hint}"),
            file=file,
            part=error.part,
            key=error.key,
            hint=error.hint,
        ) from error
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise LayoutError(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "The layout {file} is not complete: it needs “name”, “title”, “fingerprint”, “grouping” and "
                "“fields”, written as in the layouts that come with the program.",
            ),
            file=file,
        ) from error


_KNOWN = QT_TRANSLATE_NOOP("Sentence", "Known are: {known}.")
_RULES = QT_TRANSLATE_NOOP("Sentence", "A header, a list of headers, or an object with one of: {known}.")
_ZONES = QT_TRANSLATE_NOOP("Sentence", "Names look like Europe/Kyiv.")


def _known(names: Iterable[str], template: str = _KNOWN) -> Sentence:
    return Sentence(template, {"known": ", ".join(names)})


class _WrongPart(Exception):
    """A part of a layout that means nothing."""

    def __init__(self, key: str, part: str, hint: Sentence) -> None:
        super().__init__(part)
        self.key, self.part, self.hint = key, part, hint


def _layout(given: dict[str, Any]) -> Layout:
    for key in given:
        if key not in _KEYS:
            raise _WrongPart("layout", key, _known(sorted(_KEYS)))
    fields = {_field(name): _rule(name, rule) for name, rule in given["fields"].items()}
    numbered = {_field(name): texts(titles) for name, titles in given.get("numbered_items", {}).items()}
    order = given.get("date_order")
    return Layout(
        name=_text(given["name"]),
        title=_text(given["title"]),
        version=int(given.get("version", 1)),
        fingerprints=_fingerprints(given["fingerprint"]),
        fields=fields,
        grouping=_one_of("grouping", Grouping, given["grouping"]),
        status=tuple(_status(rule) for rule in given.get("status", ())),
        defaults={_field(name): _text(text) for name, text in given.get("defaults", {}).items()},
        numbered_items=numbered,
        blank_values={_field(name): texts(values) for name, values in given.get("blank_values", {}).items()},
        skip_items={title: texts(words) for title, words in given.get("skip_items", {}).items()},
        complete=bool(given.get("complete", False)),
        timezone=_zone(given.get("timezone", "")),
        timezones={
            title: {word.casefold(): _zone(zone) for word, zone in words.items()}
            for title, words in given.get("timezones", {}).items()
        },
        date_order=_one_of("date_order", DayFirst, order) if order else None,
        items_in=_text(given.get("items_in", "")),
        strip_id=_text(given.get("strip_id", "")),
        rate=_text(given.get("rate", "")),
        note=_text(given.get("note", "")),
    )


def _fingerprints(given: list[Any]) -> tuple[tuple[str, ...], ...]:
    if given and all(isinstance(one, list) for one in given):
        return tuple(texts(one) for one in given)
    return (texts(given),) if given else ()


def _field(name: str) -> str:
    known = name in ORDER_FIELD or name in ITEM_FIELD or name in ("items", LINE_TOTAL)
    if not known and not name.startswith(INFO_PREFIX):
        raise _WrongPart("fields", name, _known((*ORDER_FIELD, *ITEM_FIELD)))
    return name


def _rule(name: str, rule: Any) -> FieldRule:
    try:
        return FieldRule.from_json(rule)
    except (ValueError, KeyError, TypeError) as error:
        raise _WrongPart(name, str(rule)[:60], _known([how.value for how in How], _RULES)) from error


def _status(rule: dict[str, Any]) -> StatusRule:
    found = [*rule.get("words", {}), rule.get("filled", ""), rule.get("blank", ""), rule.get("negative", "")]
    for status in filter(None, found):
        if status not in set(Status):
            raise _WrongPart("status", str(status), _known(list(Status)))
    return StatusRule.from_json(rule)


def _one_of(key: str, kind: Any, value: object) -> Any:
    try:
        return kind(value)
    except ValueError as error:
        raise _WrongPart(key, str(value), _known([one.value for one in kind])) from error


def _zone(name: str) -> str:
    if name:
        try:
            read_zone(_text(name))
        except WrongUse as error:
            raise _WrongPart("timezone", name, Sentence(_ZONES)) from error
    return name


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError(given)
    return given
