"""What a list shows instead of nothing: a drawing, what this place is for, and the next step as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ordermanager.ui.icons import pixmap, set_icon
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import GAP, HUGE, SPACE, colours, larger_font

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

PICTURE = 48
TEXT_WIDTH = 380


class EmptyState(QWidget):
    """Centred in the place of the list. Its buttons press actions of the program, so they share text and
    shortcut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture_name = "all"
        self._picture = QLabel(self)
        self._heading = PlainLabel("", self, role="heading")
        self._heading.setFont(larger_font(1.2, bold=True))
        self._text = PlainLabel("", self, role="muted", wrap=True)
        self._text.setMinimumWidth(TEXT_WIDTH)
        self._text.setMaximumWidth(TEXT_WIDTH)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        for widget in (self._picture, self._heading, self._text):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(HUGE - GAP)
        column.addLayout(self._buttons)
        column.addStretch(3)

    @property
    def heading(self) -> str:
        """The first line."""
        return self._heading.text()

    def show_state(self, picture: str, heading: str, text: str, actions: list[QAction]) -> None:
        """Say what is so and what to do; the first action is the likely one."""
        self._picture_name = picture
        self._heading.setText(heading)
        self._text.setText(text)
        self.setAccessibleName(f"{heading}. {text}")
        self._clear_buttons()
        self._buttons.addStretch(1)
        for number, action in enumerate(actions):
            self._buttons.addWidget(self._button(action, is_first=number == 0))
        self._buttons.addStretch(1)
        self.retint()

    def retint(self) -> None:
        """Draw the picture in the theme's colours."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._picture_name, colours().strong_line, PICTURE, ratio))

    def _button(self, action: QAction, *, is_first: bool) -> QPushButton:
        button = QPushButton(action.text(), self)
        if is_first:
            button.setProperty("role", "primary")
        set_icon(button, str(action.property("iconName")), "on_accent" if is_first else "text")
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        return button

    def _clear_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
