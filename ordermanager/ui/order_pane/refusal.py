"""Why the server refused an order, below the head of its pane, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.theme import ICON, SPACE, TIGHT, WIDE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Refusal(QFrame):
    """A bar from edge to edge, as where the list asks for a decision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "error")
        self._reason = PlainLabel("", self, wrap=True, selectable=True)
        self._todo = PlainLabel(
            self.tr("Put it right and put it in the outbox; as it is, it goes again by Ctrl+Shift+Enter."),
            self,
            role="muted",
            wrap=True,
        )
        texts = QVBoxLayout()
        texts.setSpacing(TIGHT)
        texts.addWidget(self._reason)
        texts.addWidget(self._todo)
        sign = Sign("rejected", "error", ICON, self)
        sign.keep_narrow()
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SPACE, WIDE, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(sign)
        row.addLayout(texts, 1)

    def make_room(self, *, is_low: bool) -> None:
        """In a low pane the reason has the room; what can be done is said when one points at it."""
        self._todo.setVisible(not is_low)
        set_plain_tooltip(self, self._todo.text() if is_low else "")
        self.setAccessibleDescription(self._todo.text())

    @property
    def reason(self) -> str:
        """What is shown."""
        return self._reason.text()

    def show_reason(self, text: str) -> None:
        """Say why."""
        self._reason.setText(text)
        self.setAccessibleName(text)
        self.show()
