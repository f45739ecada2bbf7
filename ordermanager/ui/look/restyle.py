"""Another look for widgets that are there: those that are seen at once, the others in short steps.

Qt keeps for each widget what the style sheet says of it, with the colours that the palette had then. A new style sheet
would make it forget all of that, for a thousand widgets in one turn, which is a third of a second.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

STEP = 0.008
"""Seconds that a step takes: half a frame."""


class Restyling(QObject):
    """One per application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._left: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether every widget has the look of the palette."""
        return not self._left

    def start(self) -> None:
        """The palette is a new one."""
        widgets = self._app.allWidgets()
        self._left = [widget for widget in widgets if not widget.isVisible()]
        for widget in widgets:
            if widget.isVisible():
                self._style(widget)
        self._timer.start(0)

    def _go_on(self) -> None:
        until = time.perf_counter() + STEP
        while self._left and time.perf_counter() < until:
            widget = self._left.pop()
            if isValid(widget):
                self._style(widget)
        if not self._left:
            self._timer.stop()

    def _style(self, widget: QWidget) -> None:
        style = self._app.style()
        style.unpolish(widget)
        style.polish(widget)
