"""Headers of two rows, as reports of accountants have them: `Customer` over `Name` and `Phone`, `Total` over `UAH`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.tables.header_row import is_number, titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.tables.table import Row


def combined(head: Sequence[Row], found: int) -> tuple[int, tuple[str, ...]] | None:
    """The number of the lower row and the titles of both, where the row `found` as the header and the one above or
    below it tell more together than `found` alone; else None.
    """
    place = next((place for place, (number, _) in enumerate(head) if number == found), None)
    if place is None:
        return None
    alone = _known(titles(head[place][1]))
    for upper, lower in ((place - 1, place), (place, place + 1)):
        if upper < 0 or lower >= len(head) or head[lower][0] != head[upper][0] + 1:
            continue
        both = _titles(head[upper][1], head[lower][1])
        if both is not None and _known(both) > alone:
            return head[lower][0], both
    return None


def _titles(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...] | None:
    """The titles of two rows of words; None where one of them is no row of a header."""
    width = max(len(upper), len(lower))
    above = [*titles(upper), *[""] * width][:width]
    below = [*titles(lower), *[""] * width][:width]
    for row in (above, below):
        filled = [text for text in row if text]
        if len(filled) < 2 or any(is_number(text) or "@" in text for text in filled):
            return None
    return titles([_title(_over(above, column), below[column]) for column in range(width)])


def _over(above: Sequence[str], column: int) -> str:
    """What stands over a column: a title spreads to the right over blank cells."""
    return next((text for text in reversed(above[: column + 1]) if text), "")


def _title(over: str, text: str) -> str:
    if not text:
        return over
    return text if text == over or not over or aliases().knows(text) else f"{over}, {text}"


def _known(header: Sequence[str]) -> int:
    return len({title for title in header if title and aliases().knows(title)})
