"""What the pane shows when there is not one order to show: nothing chosen yet, or many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.theme import HUGE, SPACE, larger_font
from ordermanager.ui.mnemonics import as_written

PICTURE = 48


class BlankPage(QWidget):
    """A picture, a line and what to do next, in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Sign("form", "strong_line", PICTURE, self)
        self._title = PlainLabel("", self, wrap=True)
        self._title.setFont(larger_font(1.2))
        self._hint = PlainLabel("", self, role="muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        layout.setSpacing(SPACE)
        layout.addStretch(2)
        for label in (self._picture, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    def say(self, icon: str, title: str, hint: str) -> None:
        """Show these."""
        self._picture.show_icon(icon, "strong_line")
        self._title.setText(title)
        self._hint.setText(as_written(hint))
