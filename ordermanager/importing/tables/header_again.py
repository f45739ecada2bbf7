"""A header that stands once more inside a table, with its columns in another order: two exports of one shop, one put
below the other. What it says holds for the rows below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.tables.header_row import is_number, titles
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.tables.table import Table

OTHER_ORDER = QT_TRANSLATE_NOOP(
    "Sentence",
    "From row {row} on, the columns stand in another order, as the header there says, and are read so.",
)
NEW_COLUMNS = QT_TRANSLATE_NOOP(
    "Sentence",
    "The header in row {row} has columns that the first one lacks; they are not imported: {columns}.",
)


class ColumnOrder:
    """Where the columns of a table's header stand now. `places` is empty while they stand as in the header."""

    def __init__(self, table: Table) -> None:
        self.places: list[int] = []
        self._table = table
        self._keys = [header_key(title) for title in table.header]
        self.first_texts = frozenset(filter(None, table.header))
        """What the first cell of a row has that may be a header."""

    def look_at(self, row: int, cells: Sequence[str]) -> None:
        """Take the order of these cells where they are the header once more."""
        found = titles(cells)
        keys = [header_key(title) for title in found]
        filled = [key for key in keys if key]
        ours = set(filled) & set(self._keys)
        if (
            len(ours) < 2
            or len(ours) * 2 < len(set(filter(None, self._keys)))
            or len(set(filled)) < len(filled)
        ):
            return
        new = [title for title, key in zip(found, keys, strict=True) if key and key not in ours]
        if any(is_number(title) or "@" in title for title in new) or len(new) > len(ours):
            return
        if len(ours) < 3 and (new or not all(map(aliases().knows, filter(None, found)))):
            return
        places = [keys.index(key) if key and key in ours else -1 for key in self._keys]
        if places == [*range(len(self._keys))]:
            places = []
        if places and places != self.places:
            self._table.note(Sentence(OTHER_ORDER, {"row": row}))
            if new:
                self._table.note(Sentence(NEW_COLUMNS, {"row": row, "columns": ", ".join(new[:10])}))
        self.places = places

    def put(self, cells: Sequence[str]) -> list[str]:
        """The cells as the table's header has them."""
        count = len(cells)
        return [cells[place] if 0 <= place < count else "" for place in self.places]
