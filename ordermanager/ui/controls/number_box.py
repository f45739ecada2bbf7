"""A field for a whole number. The style sheet's padding does not reach the editor within a spin box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox

from ordermanager.ui.look.theme import TIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NumberBox(QSpinBox):
    """From `least` to `most`; `none_text` stands for the least, where it means none."""

    def __init__(self, least: int, most: int, none_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        if none_text:
            self.setSpecialValueText(none_text)
        pad(self)


def pad(box: QAbstractSpinBox) -> None:
    """Leave room left of its number, as other fields do."""
    box.lineEdit().setTextMargins(TIGHT + 2, 0, TIGHT, 0)
