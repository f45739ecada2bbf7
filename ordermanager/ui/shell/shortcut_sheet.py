"""All actions and their keys on one page (F1), from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui.actions.actions import sections
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import HUGE, SPACE, WIDE, larger_font
from ordermanager.ui.mnemonics import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence


Section = tuple[str, list[tuple[str, str]]]


class ShortcutSheet(QDialog):
    """Two columns of sections, or one where there is no room for two; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        everything = [*sections(), self._lists(), self._history(), self._form()]
        room = self.screen().availableSize().width() - HUGE - self._beside()
        scroll = QScrollArea(self)  # at large text, or on a small screen
        halves = _halves(everything)
        is_wide = self._width(halves) <= room
        sheet = self._sheet(halves if is_wide else (everything,), scroll.viewport(), wrap=not is_wide)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, WIDE, WIDE)
        outer.setSpacing(WIDE)
        outer.addWidget(scroll, 1)
        outer.addWidget(buttons)
        self._take_room(sheet.sizeHint(), buttons.sizeHint().height())

    def _width(self, columns: Sequence[Sequence[Section]]) -> int:
        """How wide a sheet would be. (Making one to ask it takes as long as showing it.)"""
        plain, bold = QFontMetrics(self.font()), QFontMetrics(_heading_font())

        def width(title: str, lines: Sequence[tuple[str, str]]) -> int:
            texts, keys = (
                [plain.horizontalAdvance(each) for each in side] for side in zip(*lines, strict=True)
            )
            return max(bold.horizontalAdvance(title), max(texts) + HUGE + max(keys))

        widths = [max(width(*section) for section in column if section[1]) for column in columns]
        # Between them, and half of it at each edge; a letter may lean a little out of its place.
        return sum(widths) + 2 * HUGE * len(widths) + SPACE

    def _sheet(self, columns: Sequence[Sequence[Section]], parent: QWidget, *, wrap: bool = False) -> QWidget:
        sheet = QWidget(parent)
        line = QHBoxLayout(sheet)
        line.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        line.setSpacing(HUGE * 2)
        for part in columns:
            column = QVBoxLayout()
            column.setSpacing(WIDE)
            for title, lines in part:
                if lines:
                    column.addLayout(self._section(title, lines, sheet, wrap=wrap))
            column.addStretch(1)
            line.addLayout(column)
        return sheet

    def _beside(self) -> int:
        return WIDE + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)

    def _take_room(self, wanted: QSize, below: int) -> None:
        """All of the sheet where the screen has the room."""
        screen = self.screen().availableSize()
        width = wanted.width() + self._beside()
        height = wanted.height() + below + 2 * WIDE
        self.resize(min(width, screen.width() - HUGE), min(height, screen.height() - 3 * HUGE))

    def _lists(self) -> Section:
        lines = [
            (self.tr("Go to a folder"), "Ctrl+1 … Ctrl+8"),
            (self.tr("Imports, event history, customers, insights"), "Alt+1 … Alt+4"),
            (self.tr("Edit the cell in place"), "F2"),
            (self.tr("Open the form of the order"), "Enter"),
            (self.tr("First, last row"), "Home, End"),
            (self.tr("Select all"), "Ctrl+A"),
            (self.tr("Close a message or the search"), "Esc"),
        ]
        return self.tr("In lists"), lines

    def _history(self) -> Section:
        lines = [
            (self.tr("Only this batch, only this sending run"), "Ctrl+B, Ctrl+R"),
            (self.tr("Only this event key, only this contact"), "Ctrl+G, Ctrl+U"),
            (self.tr("Copy the event key"), "Ctrl+Alt+C"),
            (self.tr("In JSON: copy the request as curl, mask people"), "Ctrl+U, Ctrl+M"),
        ]
        return self.tr("In the event history"), lines

    def _form(self) -> Section:
        lines = [
            (self.tr("Next cell of the items; behind the last, a new item"), "Tab"),
            (self.tr("Copy the item"), "Ctrl+D"),
            (self.tr("Move the item up or down"), "Alt+↑, Alt+↓"),
            (self.tr("Remove the item"), "Ctrl+Del"),
            (self.tr("Open the calendar or a list"), "Alt+↓"),
        ]
        return self.tr("In the form"), lines

    def _section(
        self, title: str, lines: Sequence[tuple[str, str]], sheet: QWidget, *, wrap: bool
    ) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(HUGE)
        grid.setVerticalSpacing(SPACE)
        heading = PlainLabel(title, sheet, role="heading")
        heading.setFont(_heading_font())
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, (text, keys) in enumerate(lines, 1):
            grid.addWidget(PlainLabel(text, sheet, wrap=wrap), number, 0)
            grid.addWidget(
                PlainLabel(as_written(keys), sheet, role="muted"), number, 1, Qt.AlignmentFlag.AlignRight
            )
        grid.setColumnStretch(0, 1)
        return grid


def _heading_font() -> QFont:
    return larger_font(1.1)


def _halves(everything: list[Section]) -> tuple[list[Section], list[Section]]:
    """The sections in two columns that are about as long."""
    heights = [len(lines) + 2 for _title, lines in everything]
    fit = min(range(1, len(everything)), key=lambda place: abs(sum(heights[:place]) - sum(heights[place:])))
    return everything[:fit], everything[fit:]
