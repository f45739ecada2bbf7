"""Reads JSON text for showing: numbers keep their very digits, doubled keys stay, nothing is too deep."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 2000
"""A longer line of the text pane is cut with a mark: laying out one line of a megabyte would freeze the window."""

_INDENT = "  "
_HALF = re.compile("[\ud800-\udfff]")


class Digits(str):
    """A number exactly as it stands in the text."""

    __slots__ = ()


@dataclass(slots=True)
class JsonObject:
    """An object as its pairs, in order; a key that stands twice is shown twice."""

    pairs: list[tuple[str, Value]]


Value = JsonObject | list["Value"] | str | Digits | bool | None
Place = tuple[str | int, ...]
"""Where a value stands: keys and indexes from the root."""


def read_json(text: str) -> Value:
    """The value of `text`. Raises ValueError where it is no JSON or nested too deeply to show."""
    try:
        value: Value = json.loads(
            text, parse_float=Digits, parse_int=Digits, parse_constant=Digits, object_pairs_hook=JsonObject
        )
    except RecursionError as error:
        raise ValueError("too deep") from error
    return value


def pretty(value: Value) -> str:
    """`value` as indented text; lines longer than LONGEST_LINE are cut with an ellipsis."""
    return "\n".join(
        line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + "…" for line in _lines(value, "", "", "")
    )


def _lines(value: Value, lead: str, indent: str, tail: str) -> Iterator[str]:
    """The lines of one value: `lead` is what stands before it on its first line, `tail` the comma after its last."""
    if isinstance(value, JsonObject) and value.pairs:
        yield f"{indent}{lead}{{"
        yield from _members([(f"{quoted(key)}: ", child) for key, child in value.pairs], indent + _INDENT)
        yield f"{indent}}}{tail}"
    elif isinstance(value, list) and value:
        yield f"{indent}{lead}["
        yield from _members([("", child) for child in value], indent + _INDENT)
        yield f"{indent}]{tail}"
    else:
        yield f"{indent}{lead}{scalar_text(value)}{tail}"


def _members(members: list[tuple[str, Value]], indent: str) -> Iterator[str]:
    last = len(members) - 1
    for number, (lead, child) in enumerate(members):
        yield from _lines(child, lead, indent, "" if number == last else ",")


def quoted(text: str) -> str:
    """`text` as a JSON string; half characters are escaped, because Qt cannot show them."""
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", encode_basestring(text))


def scalar_text(value: Value) -> str:
    """A value on one line, as JSON; a container without its members."""
    if isinstance(value, Digits):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, JsonObject):
        return "{}" if not value.pairs else "{…}"
    return "[]" if not value else "[…]"


def children(value: Value) -> list[tuple[str | int, Value]]:
    """The members of a container with their keys or indexes; none of anything else."""
    if isinstance(value, JsonObject):
        return list(value.pairs)
    if isinstance(value, list):
        return list(enumerate(value))
    return []


def place_text(place: Place) -> str:
    """A place as people write it: `orders[0].items[2].cost`; unusual keys are quoted."""
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f"[{step}]"
        elif step.isidentifier():
            text += f".{step}" if text else step
        else:
            text += f"[{quoted(step)}]"
    return text


def find_places(value: Value, needle: str) -> Iterator[tuple[int, ...]]:
    """The rows from the root to each key or scalar that contains `needle` (any case), in the order of the text."""
    wanted = needle.casefold()
    stack: list[tuple[tuple[int, ...], str | int, Value]] = [((), "", value)]
    while stack:
        rows, key, current = stack.pop()
        members = children(current)
        shown = "" if members else scalar_text(current)
        if rows and ((isinstance(key, str) and wanted in key.casefold()) or wanted in shown.casefold()):
            yield rows
        stack.extend(
            (((*rows, row), step, child)) for row, (step, child) in reversed(list(enumerate(members)))
        )
