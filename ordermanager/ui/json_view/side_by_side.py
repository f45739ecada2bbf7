"""Two JSON texts beside one another, line against line, with what differs on a coloured ground."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QGridLayout, QTextEdit, QWidget

from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.json_view.text_view import JsonTextView
from ordermanager.ui.look.theme import TIGHT, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

MOST_LINES = 4000
"""Longer texts are laid side by side as they are: matching their lines takes longer than anybody waits."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Lines of equal number for both sides; `differ` are the places where they are not the same."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    differ: tuple[int, ...]


def sides_of(old: str, new: str) -> Sides:
    """The texts with empty lines where only the other one has something."""
    before, after = old.split("\n"), new.split("\n")
    left: list[str] = []
    right: list[str] = []
    differ: list[int] = []
    if len(before) + len(after) > MOST_LINES:
        blocks = [("replace", 0, len(before), 0, len(after))]
    else:
        blocks = list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
    for kind, first, last, begin, end in blocks:
        one, other = before[first:last], after[begin:end]
        height = max(len(one), len(other))
        if kind != "equal":
            differ += [
                len(left) + row
                for row in range(height)
                if row >= len(one) or row >= len(other) or one[row] != other[row]
            ]
        left += one + [""] * (height - len(one))
        right += other + [""] * (height - len(other))
    return Sides(tuple(left), tuple(right), tuple(differ))


class SideBySide(QWidget):
    """The two panes scroll together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = Sides((), (), ())
        self.left, self.right = JsonTextView(self), JsonTextView(self)
        self.left.setAccessibleName(self.tr("Older JSON"))
        self.right.setAccessibleName(self.tr("Newer JSON"))
        self.names = (ElidedLabel("", self, role="muted"), ElidedLabel("", self, role="muted"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(TIGHT)
        grid.setVerticalSpacing(TIGHT)
        for column, (name, pane) in enumerate(zip(self.names, (self.left, self.right), strict=True)):
            grid.addWidget(name, 0, column)
            grid.addWidget(pane, 1, column)
            grid.setColumnStretch(column, 1)
            name.hide()
        for one, other in ((self.left, self.right), (self.right, self.left)):
            one.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            one.horizontalScrollBar().valueChanged.connect(other.horizontalScrollBar().setValue)

    def name_sides(self, left: str, right: str) -> None:
        """Say above each pane what it shows; empty texts take no room."""
        for name, text in zip(self.names, (left, right), strict=True):
            name.setText(text)
            name.setVisible(bool(text))

    def show_sides(self, sides: Sides) -> None:
        """Show these, and the first difference."""
        self._sides = sides
        self.left.show_text("\n".join(sides.left))
        self.right.show_text("\n".join(sides.right))
        self._mark()
        if sides.differ:
            self.left.go_to(sides.differ[0], 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: another theme has other colours."""
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._mark()

    def _mark(self) -> None:
        for pane, lines, ground in (
            (self.left, self._sides.left, colours().removed),
            (self.right, self._sides.right, colours().added),
        ):
            _colour(pane, [row for row in self._sides.differ if lines[row]], ground)


def _colour(pane: JsonTextView, rows: Sequence[int], ground: str) -> None:
    marks = []
    for row in rows[:MOST_LINES]:
        mark = QTextEdit.ExtraSelection()
        look = mark.format
        look.setBackground(QColor(ground))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.format = look
        mark.cursor = QTextCursor(pane.document().findBlockByNumber(row))
        marks.append(mark)
    pane.setExtraSelections(marks)
