"""Small parts that the pages of the settings share: titled fields, choices with an explanation, messages in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.theme import DIALOG_MARGINS, SPACE, TIGHT, WIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIGN = 16
_INDENT = 24
"""As wide as a radio button with its gap, so that explanations stand below the words and not below the dot."""


def heading(text: str, parent: QWidget) -> PlainLabel:
    """The title of a group."""
    return PlainLabel(text, parent, role="heading")


def fill_page(whole: QWidget, parts: Sequence[QWidget]) -> None:
    """A page of the dialog: its parts from top to bottom, which were made as its children. A title stands close to what
    it is the title of."""
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(*DIALOG_MARGINS)
    layout.setSpacing(SPACE)
    for number, part in enumerate(parts):
        if number and part.property("role") == "heading":
            layout.addSpacing(WIDE)
        layout.addWidget(part)
    layout.addStretch(1)


class Choices(QWidget):
    """One of several values, each explained. `chosen(value)` is called for the user's choice only."""

    def __init__(
        self, entries: Sequence[tuple[str, str, str]], chosen: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _, _ in entries]
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        for number, (_, title, explanation) in enumerate(entries):
            button = QRadioButton(title, self)
            button.setAccessibleDescription(explanation)
            self._group.addButton(button, number)
            layout.addWidget(button)
            if explanation:
                label = PlainLabel(explanation, self, role="muted", wrap=True)
                label.setContentsMargins(_INDENT, 0, 0, TIGHT)
                layout.addWidget(label)
        self._group.idClicked.connect(lambda number: chosen(self._values[number]))

    def show_value(self, value: str) -> None:
        """Mark a value."""
        button = self._group.button(self._values.index(value) if value in self._values else 0)
        button.setChecked(True)

    def button(self, value: str) -> QRadioButton:
        """The button of a value."""
        button = self._group.button(self._values.index(value))
        assert isinstance(button, QRadioButton)
        return button


class Message(QWidget):
    """A line that says how something went; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign("info", "info", SIGN, self)
        self.text = PlainLabel("", self, wrap=True, selectable=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._sign)
        layout.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str, kind: str = "info") -> None:
        """Show a text; `kind` is info, good, warning or error. An empty text hides the line."""
        icon = {"good": "check", "error": "error", "warning": "warning"}.get(kind, "info")
        self._sign.show_icon(icon, kind)
        self.text.setText(text)
        self.setVisible(bool(text))
