"""Where a text stands in JSON: in its lines, or in its tree. No widgets; may run in any thread."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.domain.json_text import find_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.json_text import Value

MOST = 200_000
"""More places than anybody steps through; the count then ends with a plus."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The places of `needle` in their order: (line, column) of the text, or rows from the root of the tree."""

    needle: str
    places: Sequence[tuple[int, ...]]

    @property
    def count(self) -> int:
        """How many there are, MOST at most."""
        return len(self.places)

    def step(self, here: tuple[int, ...], direction: int) -> int:
        """The number of the next place behind `here` (1), the one before it (-1) or the first one at it (0); it goes
        round at the ends. There is at least one."""
        if direction < 0:
            number = bisect_left(self.places, here) - 1
        else:
            number = (bisect_right if direction else bisect_left)(self.places, here)
        return number % len(self.places)


def in_text(text: str, needle: str) -> Matches:
    """Every place in a text of lines, without regard to capitals."""
    wanted, lowered = needle.lower(), text.lower()
    if len(lowered) != len(text):  # some letters have longer small ones; then the places would be wrong
        wanted, lowered = needle, text
    places: list[tuple[int, ...]] = []
    line, line_start, at = 0, 0, lowered.find(wanted)
    while at >= 0 and len(places) < MOST:
        line += lowered.count("\n", line_start, at)
        line_start = lowered.rfind("\n", 0, at) + 1
        places.append((line, at - line_start))
        at = lowered.find(wanted, at + len(wanted))
    return Matches(needle, places)


def in_tree(value: Value, needle: str) -> Matches:
    """Every key and value of the tree, without regard to capitals."""
    return Matches(needle, list(islice(find_places(value, needle), MOST)))
