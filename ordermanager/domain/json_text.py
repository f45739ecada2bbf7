"""JSON text for people: numbers keep their very digits, doubled keys stay, nothing is too deep."""

from __future__ import annotations

import contextlib
import gc
import json
import re
import threading
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 2000
"""A longer string of the text pane is cut with a mark: laying out one line of a megabyte would freeze the window."""

_INDENT = "  "
_reading = threading.Lock()
_given_back = 0
_is_set_aside = False  # whether a large tree is, by this module
_LARGE = 1_000_000
_HALF = re.compile("[\ud800-\udfff]")
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_SIGN = re.compile(r"\{\s*\}|\[\s*\]|[{}\[\],:]|[^\s{}\[\],:]+")


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
        with _no_collecting(len(text)):
            value: Value = json.loads(
                text,
                parse_float=Digits,
                parse_int=Digits,
                parse_constant=Digits,
                object_pairs_hook=JsonObject,
            )
    except RecursionError as error:
        raise ValueError("too deep") from error
    return value


@contextlib.contextmanager
def _no_collecting(size: int) -> Iterator[None]:
    """Without this the garbage collector goes through the growing tree again and again: four fifths of the time, and
    all threads stand still meanwhile. There is no garbage in a tree that is just being made, nor in a large one that
    is shown: it is set aside for the collector until another text is read.
    """
    global _is_set_aside, _given_back
    with _reading:
        was_on = gc.isenabled()
        gc.disable()
        if _is_set_aside:
            gc.unfreeze()
            _is_set_aside = False
            _given_back += 1
        try:
            yield
        finally:
            if size >= _LARGE:
                gc.freeze()
                _is_set_aside = True
            if was_on:
                gc.enable()


def times_given_back() -> int:
    """How often what was set aside was given back to the collector: all of it, whoever set it aside."""
    return _given_back


def pretty(value: Value) -> str:
    """`value` as indented text; lines longer than LONGEST_LINE are cut with an ellipsis."""
    return "".join(pretty_parts(compact(value)))


def pretty_parts(text: str, part: int = 2**62) -> Iterator[str]:
    """JSON text indented, in pieces of about `part` characters that end with a line, the first one at once.

    Nothing is read but its signs, so that five megabytes begin to show before they were parsed; what is no JSON comes
    out as nonsense, and `read_json` says so. Strings longer than LONGEST_LINE are cut with an ellipsis.
    """
    depth, pieces, size, last = 0, [], 0, 0
    known: dict[tuple[str, int], tuple[str, int]] = {}
    for match in _STRING.finditer(text):
        start, end = match.span()
        signs = text[last:start]
        found = known.get((signs, depth))
        if found is None:
            found = known[signs, depth] = _laid_out(signs, depth)
        before, depth = found
        string = _shown(text[start:end])
        last = end
        if size + len(before) >= part and "\n" in before:
            head, _, tail = before.rpartition("\n")
            pieces.append(head + "\n")
            yield "".join(pieces)
            pieces, size, before = [], 0, tail
        pieces += (before, string)
        size += len(before) + len(string)
    pieces.append(_laid_out(text[last:], depth)[0])
    yield "".join(pieces)


def _laid_out(signs: str, depth: int) -> tuple[str, int]:
    """What stands between two strings, with its line ends; and how deep the text is then."""
    out: list[str] = []
    for match in _SIGN.finditer(signs):
        sign = match.group()
        if sign in "{[":
            depth += 1
            out.append(f"{sign}\n{_INDENT * depth}")
        elif sign in "}]":
            depth = max(0, depth - 1)
            out.append(f"\n{_INDENT * depth}{sign}")
        elif sign == ",":
            out.append(f",\n{_INDENT * depth}")
        elif sign[0] in "{[":
            out.append(sign[0] + sign[-1])
        else:
            out.append(": " if sign == ":" else sign)
    return "".join(out), depth


def _shown(string: str) -> str:
    """A string as people read it: letters instead of their numbers, and no line of a megabyte."""
    if "\\u" in string or not string.isprintable():
        with contextlib.suppress(ValueError):
            string = quoted(json.loads(string, strict=False))
    return string if len(string) <= LONGEST_LINE else string[:LONGEST_LINE] + "…"


def compact(value: Value) -> str:
    """`value` as JSON without blanks, every digit as it was."""
    parts: list[str] = []
    _write(value, parts)
    return "".join(parts)


def _write(value: Value, parts: list[str]) -> None:
    if isinstance(value, JsonObject):
        parts.append("{")
        for number, (key, child) in enumerate(value.pairs):
            parts.append(f"{',' if number else ''}{quoted(key)}:")
            _write(child, parts)
        parts.append("}")
    elif isinstance(value, list):
        parts.append("[")
        for number, child in enumerate(value):
            if number:
                parts.append(",")
            _write(child, parts)
        parts.append("]")
    else:
        parts.append(scalar_text(value))


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
