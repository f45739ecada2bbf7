"""Tables in HTML and in SpreadsheetML 2003, which many shops export under the name .xls. Runs in the reader's
child.

Nothing is followed or evaluated: no links, pictures, styles, formulas or entities of the file's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.reading.merged_cells import Merged

if TYPE_CHECKING:
    from ordermanager.importing.reading.child_output import Output


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

    def currencies(self, _: str) -> dict[int, list[str]]:
        """Formats are nothing that is read of these."""
        return {}

    def send(self, sheet: str, output: Output) -> None:
        """Every row."""
        found = self._sheets[sheet]
        merged = Merged(found.merged)
        if merged:
            output.say(merged=merged.count, first=merged.first)
        output.rows(merged.filled(found.rows))
