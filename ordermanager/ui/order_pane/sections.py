"""A titled part of the form, which folds where it is seldom needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.taking_out import take_out
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE

COLUMNS = 6
"""The form's grid: fields take a half (3), a third (2) or all (6) of a row."""


class Section(QWidget):
    """A heading and a grid below it. `foldable` ones begin folded and unfold for a key or a click."""

    def __init__(self, title: str, parent: QWidget | None = None, *, foldable: bool = False) -> None:
        super().__init__(parent)
        self._places: list[tuple[QWidget, int, int, int]] = []
        self._is_narrow = False
        self.body = QWidget(self)
        self.grid = QGridLayout(self.body)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(GAP)
        self.grid.setVerticalSpacing(SPACE + 2)
        for column in range(COLUMNS):
            self.grid.setColumnStretch(column, 1)
            self.grid.setColumnMinimumWidth(column, 24)
        self._fold: QToolButton | None = self._fold_button(title) if foldable else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._fold if self._fold is not None else PlainLabel(title, self, role="heading"))
        layout.addWidget(self.body)
        if foldable:
            self.unfold(False)

    def add(self, widget: QWidget, row: int, column: int, span: int) -> None:
        """Put a widget into the grid."""
        self._places.append((widget, row, column, span))
        self.grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag(0))

    def set_narrow(self, on: bool) -> None:
        """Give each field a row of its own, or its place in the grid again."""
        if on == self._is_narrow:
            return
        self._is_narrow = on
        for number, (widget, row, column, span) in enumerate(self._places):
            take_out(self.grid, widget)
            place = (number, 0, 1, COLUMNS) if on else (row, column, 1, span)
            self.grid.addWidget(widget, *place, Qt.AlignmentFlag(0))

    def unfold(self, on: bool = True) -> None:
        """Show or hide the fields."""
        self.body.setVisible(on)
        if self._fold is not None:
            self._fold.setChecked(on)
            set_icon(self._fold, "chevron-down" if on else "chevron-right", "muted")

    def _fold_button(self, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(title)
        button.setCheckable(True)
        button.setProperty("role", "section")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self.unfold)
        return button
