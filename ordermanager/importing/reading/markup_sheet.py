"""A table of a web page or of a SpreadsheetML file, and how large one may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordermanager.importing.reading.merged_cells import Corner

MOST_CELLS = 20_000_000
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
"""The sizes of Excel's own sheets; a file that claims more is no table."""


@dataclass(slots=True)
class MarkupSheet:
    """A table: its rows and the areas whose cells are merged."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    hidden: bool = False
