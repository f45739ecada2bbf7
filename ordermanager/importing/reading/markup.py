"""Tables in HTML and in SpreadsheetML 2003, which many shops export under the name .xls. Runs in the reader's
child.

Nothing is followed or evaluated: no links, pictures, styles, formulas or entities of the file's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordermanager.importing.reading.merged_cells import Merged

if TYPE_CHECKING:
    from ordermanager.importing.reading.child import Output
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


class MarkupBook:
    """The tables of a page or of a SpreadsheetML file, as sheets. Raises Refused or expat's errors."""

    def __init__(self, kind: str, content: bytes) -> None:
        if kind == "xml":
            from ordermanager.importing.reading.spreadsheetml import sheets_of_xml

            sheets = sheets_of_xml(content)
            self.visible = [sheet.name for sheet in sheets if not sheet.hidden]
        else:
            from ordermanager.importing.reading.html_tables import tables_of_page

            sheets = tables_of_page(content)
            largest = sorted(sheets, key=lambda sheet: len(sheet.rows), reverse=True)
            self.visible = [sheet.name for sheet in largest]  # a page's small tables are its decoration
        self.names = [sheet.name for sheet in sheets]
        self._sheets = {sheet.name: sheet for sheet in sheets}

    def head(self, sheet: str) -> list[list[str]]:
        """The first rows; copies, because sending changes rows."""
        return [cells.copy() for cells in self._sheets[sheet].rows[:100]]

    def send(self, sheet: str, output: Output) -> None:
        """Every row."""
        found = self._sheets[sheet]
        merged = Merged(found.merged)
        if merged:
            output.say(merged=merged.count, first=merged.first)
        output.rows(merged.filled(found.rows))
