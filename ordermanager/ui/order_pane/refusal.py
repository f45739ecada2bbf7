"""Why the server refused an order, below the head of its pane, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ordermanager.ui.controls.plain import PlainLabel
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
        todo = PlainLabel(
            self.tr("Put it right and put it in the outbox; as it is, it goes again by Ctrl+Shift+Enter."),
            self,
            role="muted",
            wrap=True,
        )
        texts = QVBoxLayout()
        texts.setSpacing(TIGHT)
        texts.addWidget(self._reason)
        texts.addWidget(todo)
        sign = Sign("rejected", "error", ICON, self)
        sign.keep_narrow()
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SPACE, WIDE, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(sign)
        row.addLayout(texts, 1)

    @property
    def reason(self) -> str:
        """What is shown."""
        return self._reason.text()

    def show_reason(self, text: str) -> None:
        """Say why."""
        self._reason.setText(text)
        self.setAccessibleName(text)
        self.show()
