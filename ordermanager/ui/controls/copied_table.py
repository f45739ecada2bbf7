"""Rows for the clipboard: text that spreadsheets and `pasted_cells` read, and a table for letters and documents."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStringListModel

from ordermanager.services.orders.pasting import cells_text, pasted_cells

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MOST_ROWS = 5000
"""Nobody puts more into a letter, and a spreadsheet takes the text sooner."""
_TEXT = " style=\"mso-number-format:'\\@'\""
"""A spreadsheet keeps such a cell as it is: 380671234567 is no number to be rounded, 007 keeps its zeros."""


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Tabs between the cells, a line for each row."""
    return cells_text(rows)


def as_cells(text: str) -> list[list[str]]:
    """The rows of such a text, or of what a spreadsheet has copied."""
    return pasted_cells(text)


def as_html(rows: Sequence[Sequence[str]], numbers: Collection[int] = ()) -> str:
    """The same as a table, its first row as the header; `numbers`: columns that are aligned at the right. Empty where
    there are too many rows."""
    if len(rows) > MOST_ROWS:
        return ""
    lines = [_line(row, "th" if not number else "td", numbers) for number, row in enumerate(rows)]
    return f"<html><meta charset='utf-8'><body><table>{''.join(lines)}</table></body></html>"


def mime_of(text: str, html: str = "") -> QMimeData:
    """Both for the clipboard."""
    data = _made_by_qt()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


def _made_by_qt() -> QMimeData:
    """Empty, and no Python object: the clipboard keeps it until Qt ends, which may be after Python has ended, and what
    Python made is then destroyed without it: the program crashes while it quits."""
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data


def _line(row: Sequence[str], tag: str, numbers: Collection[int]) -> str:
    cells = (
        f"<{tag}{' align=right' if number in numbers else _TEXT}>{_cell(text)}</{tag}>"
        for number, text in enumerate(row)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str) -> str:
    return escape(text).replace("\n", "<br>")
