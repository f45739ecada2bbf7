"""The small tables of dialogs: a few hundred rows at most, one chosen at a time, nothing to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.row_list import dress_as_row_list, set_small_icons
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, colours, grown

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QDialog, QWidget

_TIME_WIDTH, _LEAST_WIDTH = 150, 60
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def lay_out(dialog: QDialog, note: str, table: DialogTable, message: QWidget, *deeds: QPushButton) -> None:
    """What the list is, the list, what is to be said of it, and below it `deeds`, the last of them at the right end
    behind "Close"."""
    close = QPushButton(QCoreApplication.translate("DialogTable", "Close"), dialog)
    close.clicked.connect(dialog.accept)
    buttons = QHBoxLayout()
    buttons.setSpacing(SPACE)
    for button in deeds[:-1]:
        buttons.addWidget(button)
    buttons.addStretch(1)
    for button in (close, *deeds[-1:]):
        buttons.addWidget(button)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(*DIALOG_MARGINS)
    layout.setSpacing(GAP)
    layout.addWidget(PlainLabel(note, dialog, role="muted", wrap=True))
    layout.addWidget(table, 1)
    layout.addWidget(message)
    layout.addLayout(buttons)


class DialogTable(QTableWidget):
    """Its first column holds times; `wide` is the column that takes the room that is left (None: all but the first
    share it); the columns in `figures` are aligned to the right."""

    def __init__(
        self,
        name: str,
        titles: Sequence[str],
        parent: QWidget,
        *,
        wide: int | None = None,
        figures: Collection[int] = (),
    ) -> None:
        super().__init__(0, len(titles), parent)
        self._figures = frozenset(figures)
        dress_as_row_list(self, name)
        self.setProperty("role", "list")
        self.setHorizontalHeaderLabels(list(titles))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(mode.Stretch if wide is None else mode.ResizeToContents)
        if wide is not None:
            header.setSectionResizeMode(wide, mode.Stretch)
        header.setSectionResizeMode(0, mode.Fixed)
        header.setMinimumSectionSize(grown(_LEAST_WIDTH, self.fontMetrics()))
        set_small_icons(self)
        self.setColumnWidth(0, grown(_TIME_WIDTH, self.fontMetrics()))
        for column in self._figures:
            self.model().setHeaderData(
                column, Qt.Orientation.Horizontal, _RIGHT, Qt.ItemDataRole.TextAlignmentRole
            )

    def show_rows(self, rows: Sequence[tuple[Sequence[str], bool]], *, red: bool = False) -> None:
        """Each row's texts, and whether all is well with it: its last cell has a sign for that; with `red` the whole
        row of one that is not well is red. Chooses the first and takes the keyboard."""
        self.setRowCount(len(rows))
        for row, (texts, is_well) in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == len(texts) - 1:
                    item.setIcon(icon("check" if is_well else "error"))
                if column in self._figures:
                    item.setTextAlignment(_RIGHT)
                if red and not is_well:
                    item.setForeground(QColor(colours().error))
                self.setItem(row, column, item)
        if rows:
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
