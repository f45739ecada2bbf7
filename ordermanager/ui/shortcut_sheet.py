"""All actions and their keys on one page (F1), from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ordermanager.ui.actions import sections
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import HUGE, SPACE, WIDE, larger_font

if TYPE_CHECKING:
    from collections.abc import Sequence


class ShortcutSheet(QDialog):
    """Two columns of sections; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(HUGE * 2)
        everything = [*sections(), self._lists()]
        half = (len(everything) + 1) // 2
        for part in (everything[:half], everything[half:]):
            column = QVBoxLayout()
            column.setSpacing(WIDE)
            for title, lines in part:
                if lines:
                    column.addLayout(self._section(title, lines))
            column.addStretch(1)
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(HUGE, HUGE, HUGE, WIDE)
        outer.setSpacing(HUGE)
        outer.addLayout(columns)
        outer.addWidget(buttons)

    def _lists(self) -> tuple[str, list[tuple[str, str]]]:
        lines = [
            (self.tr("Go to a folder"), "Ctrl+1 … Ctrl+9"),
            (self.tr("Edit the cell in place"), "F2"),
            (self.tr("Open the form of the order"), "Enter"),
            (self.tr("First, last row"), "Home, End"),
            (self.tr("Select all"), "Ctrl+A"),
            (self.tr("Close a message or the search"), "Esc"),
        ]
        return self.tr("In lists"), lines

    def _section(self, title: str, lines: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(HUGE)
        grid.setVerticalSpacing(SPACE)
        heading = PlainLabel(title, self, role="heading")
        heading.setFont(larger_font(1.1, bold=True))
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, (text, keys) in enumerate(lines, 1):
            grid.addWidget(PlainLabel(text, self), number, 0)
            grid.addWidget(PlainLabel(keys, self, role="muted"), number, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return grid
