"""Known export formats: data files that say how to recognise one, which column fills which field, and its
status words.

The files lie in resources/layouts/*.json; a user may put more into a folder of his own. The format of a file
is described in `read_layout`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.headers import header_key
from ordermanager.importing.mapping import FieldRule, Grouping, How, StatusRule
from ordermanager.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """One export format. `fingerprint` are headers that a file of this format always has.

    `numbered_items` are item fields whose header holds {n}: one order a row, its items in numbered columns.
    `blank_values` are texts that stand for nothing (WooCommerce's customer 0 is a guest). `complete`: columns
    that the layout does not name are mapped by the dictionary of headers; without it they are not imported.
    """

    name: str
    title: str
    version: int
    fingerprint: tuple[str, ...]
    fields: Dict[str, FieldRule]
    grouping: Grouping
    status: tuple[StatusRule, ...] = ()
    defaults: Dict[str, str] = field(default_factory=dict)
    numbered_items: Dict[str, tuple[str, ...]] = field(default_factory=dict)
    blank_values: Dict[str, tuple[str, ...]] = field(default_factory=dict)
    complete: bool = False

    def matches(self, keys: frozenset[str]) -> bool:
        """Whether a header row (as keys) has the whole fingerprint. A layout without one is only chosen by
        name.
        """
        return bool(self.fingerprint) and all(header_key(title) in keys for title in self.fingerprint)


def read_layout(text: str) -> Layout:
    """A layout from its JSON text.

    `fields` gives each field a header, a list of headers (the first that is not blank counts), or an object
    with `join` and `separator`, `first_word` or `other_words`. `status` is a list of rules, the first that
    knows a status wins: `column` with `words` (text → status), with `filled` (the status where the cell is
    not blank) or `blank`.
    """
    given: dict[str, Any] = json.loads(text)
    return Layout(
        name=given["name"],
        title=given["title"],
        version=given.get("version", 1),
        fingerprint=tuple(given["fingerprint"]),
        fields={name: _field_rule(rule) for name, rule in given["fields"].items()},
        grouping=Grouping(given["grouping"]),
        status=tuple(StatusRule.from_json(rule) for rule in given.get("status", ())),
        defaults=given.get("defaults", {}),
        numbered_items={
            name: _titles(given_titles) for name, given_titles in given.get("numbered_items", {}).items()
        },
        blank_values={name: tuple(texts) for name, texts in given.get("blank_values", {}).items()},
        complete=given.get("complete", False),
    )


def _titles(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _field_rule(rule: str | list[str] | dict[str, Any]) -> FieldRule:
    if not isinstance(rule, dict):
        return FieldRule(_titles(rule))
    (how,) = rule.keys() - {"separator"}
    return FieldRule(_titles(rule[how]), How(how), rule.get("separator", ", "))


@cache
def built_in() -> dict[str, Layout]:
    """The layouts that come with the program, by name."""
    found = (
        read_layout(path.read_text("utf-8"))
        for path in sorted(resource("layouts").glob("*.json"))
        if path.stem[0] != "_"
    )
    return {layout.name: layout for layout in found}


def layouts(folder: Path | None = None) -> dict[str, Layout]:
    """Every layout by name; those in the user's `folder` win over ours of the same name."""
    if folder is None or not folder.is_dir():
        return built_in()
    own = (read_layout(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
    return {**built_in(), **{layout.name: layout for layout in own}}


def layout_named(name: str, known: Dict[str, Layout]) -> Layout:
    """The layout of that name. Raises WrongUse with the names that there are."""
    if name not in known:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "There is no layout “{name}”. Known are: {known}."),
            name=name,
            known=", ".join(known),
        )
    return known[name]


def recognise(header: Sequence[str], known: Dict[str, Layout]) -> Layout | None:
    """The layout whose whole fingerprint stands in the header; of several, the one with the longest
    fingerprint.
    """
    keys = frozenset(map(header_key, header))
    found = [layout for layout in known.values() if layout.matches(keys)]
    return max(found, key=lambda layout: len(layout.fingerprint), default=None)
