"""Rows of a table as one byte for each number, by which SQL tells what is known outside of it.

A condition on a row costs as little as a comparison then, and a million numbers a megabyte; an IN list of as many is
made into a tree first, which takes ten times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def marks_of(numbers: Iterable[int], highest: int) -> bytearray:
    """A value for `is_marked`, by which these rows are marked; none is above `highest`."""
    marks = bytearray(highest + 1)
    for number in numbers:
        marks[number] = 1
    return marks


def is_marked(number: str) -> str:
    """The condition that the row of this number is marked in the value for its `?`."""
    return f"substr(?, {number} + 1, 1) = x'01'"


def is_noted(number: str) -> str:
    """The same of rows that are marked with any number."""
    return f"substr(?, {number} + 1, 1) > x'00'"
