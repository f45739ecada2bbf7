"""A question in place: a line that appears where the deed was asked for, with two buttons named by what they
do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

SIGN = 18


class ConfirmLine(QFrame):
    """Hidden until `ask`. Escape and the second button mean no; the keys go back to where they were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "warning")
        self._deed: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self.text = PlainLabel("", self, wrap=True)
        self.yes = QPushButton("", self)
        self.no = QPushButton("", self)
        self.yes.clicked.connect(self._do)
        self.no.clicked.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(Sign("warning", "warning", SIGN, self))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.no)
        layout.addWidget(self.yes)
        self.hide()

    def ask(self, text: str, *, yes: str, no: str, deed: Callable[[], None]) -> None:
        """Ask; `deed` runs if the answer is yes. The keys are on "no", so that Enter twice does no harm."""
        self._deed = deed
        self._before = self.window().focusWidget()
        self.text.setText(text)
        self.yes.setText(yes)
        self.no.setText(no)
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        deed = self._deed
        self._close()
        if deed is not None:
            deed()

    def _close(self) -> None:
        self._deed = None
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
