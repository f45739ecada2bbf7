"""Merged cells: what stands in one holds for every row that it covers, as everyone who looks at it reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.errors import column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Corner = tuple[int, int]


class Merged:
    """The merged areas of a sheet as pairs of corners, rows and columns counted from 0.

    An area over several columns keeps its text in its first column: it is a title or a heading.
    """

    def __init__(self, areas: Sequence[tuple[Corner, Corner]]) -> None:
        self.count = len(areas)
        self._tall = sorted((top, bottom, left) for (top, left), (bottom, _) in areas if bottom > top)
        self.first = _place(*min(areas)) if areas else ""

    def __bool__(self) -> bool:
        return self.count > 0

    def filled(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        """The rows, with the text of every tall area in each row that it covers."""
        if not self._tall:
            yield from rows
            return
        waiting = iter(self._tall)
        upcoming = next(waiting, None)
        covering: list[tuple[int, int, str]] = []  # last row, column, text
        for number, cells in enumerate(rows):
            if covering:
                covering = [area for area in covering if area[0] >= number]
                for _, column, text in covering:
                    _put(cells, column, text)
            while upcoming is not None and upcoming[0] <= number:
                top, bottom, left = upcoming
                if top == number and left < len(cells) and cells[left]:
                    covering.append((bottom, left, cells[left]))
                upcoming = next(waiting, None)
            yield cells


def _put(cells: list[str], column: int, text: str) -> None:
    if column >= len(cells):
        cells.extend([""] * (column + 1 - len(cells)))
    cells[column] = cells[column] or text


def _place(top_left: Corner, bottom_right: Corner) -> str:
    return ":".join(f"{column_letter(column)}{row + 1}" for row, column in (top_left, bottom_right))
