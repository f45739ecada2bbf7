"""Another look for widgets that are there, in short steps: those that are seen first, behind the picture of what was,
and then the others.

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
"""Seconds of work that a step takes: half a frame."""
SEEN_STEP = 0.012
"""While someone waits for the new look."""
APART_MS = 5
"""Between two steps, so that painting is a turn of its own."""


class Restyling(QObject):
    """One per application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._seen: list[QWidget] = []
        self._left: list[QWidget] = []
        self._still: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether every widget has the look of the palette."""
        return not self._seen and not self._still and not self._left

    def start(self) -> None:
        """The palette is a new one."""
        widgets = self._app.allWidgets()
        self._seen = [widget for widget in widgets if widget.isVisible()]
        self._left = [widget for widget in widgets if not widget.isVisible()]
        for window in self._app.topLevelWidgets():
            if window.isVisible() and window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._still.append(window)
        if not self._seen:  # what was held still before has been hidden since
            self._let_paint()
        self._timer.start(APART_MS)  # the turn of the new palette has enough to do

    def _go_on(self) -> None:
        if self._seen:
            self._style_some(self._seen, SEEN_STEP)
        elif self._still:  # a turn of its own: all of the window is painted
            self._let_paint()
        else:
            self._style_some(self._left, STEP)
        if self.is_done:
            self._timer.stop()

    def _style_some(self, widgets: list[QWidget], seconds: float) -> None:
        until = time.thread_time() + seconds
        while widgets and time.thread_time() < until:
            widget = widgets.pop()
            if isValid(widget):
                style = self._app.style()
                style.unpolish(widget)
                style.polish(widget)

    def _let_paint(self) -> None:
        for window in self._still:
            if isValid(window):
                window.setUpdatesEnabled(True)
        self._still = []
