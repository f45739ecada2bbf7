"""The rows of a file as they stand there, with what becomes of each: above the header, the header, data, ignored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.row_model import Index, RowModel
from ordermanager.ui.look.theme import colours

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordermanager.domain.sentences import Sentence

NUMBER, WHAT, FIRST_CELL = 0, 1, 2
LONGEST = 100
MOST_COLUMNS = 60
DATA_SHOWN = 150
MEASURED = 30
HORIZONTAL = Qt.Orientation.Horizontal


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of the file. `reason` is why it is no order, None where it is data; `kind` is `above`, `header`, `data`,
    `ignored`, `left` (by the person) or `kept` (by the person)."""

    number: int
    cells: tuple[str, ...]
    kind: str
    reason: Sentence | None = None


def raw_rows(
    head: Sequence[tuple[int, list[str]]],
    header_row: int,
    reasons: Mapping[int, Sentence],
    left: frozenset[int],
    kept: frozenset[int],
) -> list[RawRow]:
    """The first rows, and every ignored one, in the order of the file."""
    texts = {number: tuple(cells[:MOST_COLUMNS]) for number, cells in head}
    shown = {*list(texts)[:DATA_SHOWN], *reasons, *left, *kept}
    rows = []
    for number in sorted(shown):
        kind = (
            "header"
            if number == header_row
            else "left"
            if number in left
            else "kept"
            if number in kept
            else "above"
            if number < header_row
            else "ignored"
            if number in reasons
            else "data"
        )
        rows.append(RawRow(number, texts.get(number, ()), kind, reasons.get(number)))
    return rows


class RawModel(RowModel[RawRow]):
    """The rows of the file; `ignored_only` shows those that are no orders."""

    right = frozenset((NUMBER,))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[RawRow] = ()
        self._ignored_only = False

    def set_rows(self, rows: Sequence[RawRow], titles: Sequence[str]) -> None:
        """Show these."""
        self._all = rows
        width = max([len(titles[:MOST_COLUMNS]), *(len(row.cells) for row in rows)], default=0)
        named = [title[:LONGEST] for title in titles[:MOST_COLUMNS]]
        self.titles = (self.tr("Row"), self.tr("Is"), *named, *[""] * (width - len(named)))
        self._choose()

    def show_ignored_only(self, only: bool) -> None:
        """Show rows that are no orders, or all."""
        self._ignored_only = only
        self._choose()

    def _choose(self) -> None:
        self.show_rows(
            [row for row in self._all if not self._ignored_only or row.kind not in ("data", "header")]
        )

    def place_of(self, row_number: int) -> int:
        """Where a row of the file stands in the table; -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.number == row_number), -1)

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractTableModel::data."""
        kind = self.rows[index.row()].kind
        if role == Qt.ItemDataRole.ForegroundRole and kind not in ("data", "header", "kept"):
            return QBrush(QColor(colours().muted))
        if role == Qt.ItemDataRole.FontRole and kind == "header":
            font = QFont()
            font.setBold(True)
            return font
        return super().data(index, role)

    def text(self, row: RawRow, section: int) -> str:
        """Override RowModel.text."""
        if section == NUMBER:
            return i18n.count(row.number)
        if section == WHAT:
            return self.words(row)
        cells = row.cells
        return (
            cells[section - FIRST_CELL][:LONGEST].replace("\n", " ")
            if section - FIRST_CELL < len(cells)
            else ""
        )

    def words(self, row: RawRow) -> str:
        """What a row is, and why."""
        if row.kind == "header":
            return self.tr("Header")
        if row.kind == "kept":
            return self.tr("Order, by you")
        if row.kind == "left":
            return self.tr("Left out, by you")
        if row.kind == "data":
            return self.tr("Order")
        reason = i18n.text(row.reason) if row.reason is not None else ""
        return self.tr("Ignored: {reason}").format(reason=reason)


class RawTable(QTableView):
    """Read only; Delete and Insert say of the current row that it is none or an order."""

    def __init__(self, model: RawModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setProperty("role", "grid")
        self.setAccessibleName(self.tr("Rows of the file"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter = self.fontMetrics().averageCharWidth()
        header.setDefaultSectionSize(letter * 16)
        model.modelReset.connect(self._size)
        self._size()

    def _size(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(NUMBER, letter * 10)
        self.setColumnWidth(WHAT, letter * 34)
        # as wide as the first cells, within bounds: Qt's own measure would ask every row
        model, measure = self.model(), self.fontMetrics().horizontalAdvance
        for section in range(FIRST_CELL, model.columnCount()):
            cells = [model.index(row, section).data() or "" for row in range(min(model.rowCount(), MEASURED))]
            title = model.headerData(section, HORIZONTAL, Qt.ItemDataRole.DisplayRole) or ""
            widest = max(map(measure, (title, *cells)))
            self.setColumnWidth(section, min(max(widest + 3 * letter, letter * 9), letter * 30))
