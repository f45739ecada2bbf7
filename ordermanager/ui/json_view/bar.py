"""The bar above a JSON pane: text or tree, find, mask, copy. Only the widgets; `view` says what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.controls.taking_out import take_out
from ordermanager.ui.json_view.find_bar import FindBar
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import SPACE, TIGHT
from ordermanager.ui.mnemonics import as_written

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

LEAST = 30
"""In letters: with less room beside the buttons the find field has a line of its own."""


class JsonBar(QWidget):
    """The find field stands beside the buttons, or below them where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow: bool | None = None
        self._buttons: tuple[QToolButton, ...] = ()
        self.text_button = self._button(self.tr("Text"), self.tr("Show the JSON as text"), checkable=True)
        self.tree_button = self._button(
            self.tr("Tree"), self.tr("Show the JSON as a tree that folds"), checkable=True
        )
        self.text_button.setChecked(True)
        self.modes = QButtonGroup(self)
        self.modes.addButton(self.text_button, 0)
        self.modes.addButton(self.tree_button, 1)
        self.finder = FindBar(self)
        self.mask_button = self._button(
            self.tr("Mask"),
            as_written(
                self.tr(
                    "Mask people: hide e-mails, phones, names and addresses, to show or copy this to others (Ctrl+M)"
                )
            ),
            checkable=True,
        )
        self.mask_button.setAccessibleName(self.tr("Mask people"))
        self.copy_button = self._button(
            self.tr("Copy"), self.tr("Copy all, a value, its path or the request")
        )
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # a narrow pane has no room
        self.copy_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.copy_button.setAccessibleName(self.tr("Copy"))
        set_icon(self.copy_button, "copy")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, TIGHT, 0, SPACE)
        self._grid.setSpacing(TIGHT)
        self._grid.setColumnStretch(2, 1)
        self._buttons = (self.text_button, self.tree_button, self.mask_button, self.copy_button)
        for column, button in zip((0, 1, 3, 4), self._buttons, strict=True):
            self._grid.addWidget(button, 0, column)
        self._place_finder(is_narrow=True)

    def _button(self, text: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_plain_tooltip(button, tip)
        return button

    def _place_finder(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        take_out(self._grid, self.finder)
        if is_narrow:
            self._grid.addWidget(self.finder, 1, 0, 1, 5)
        else:
            self._grid.addWidget(self.finder, 0, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        beside = event.size().width() - sum(button.sizeHint().width() + TIGHT for button in self._buttons)
        self._place_finder(is_narrow=beside < LEAST * self.fontMetrics().averageCharWidth())
