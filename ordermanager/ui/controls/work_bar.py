"""How far a long pass is, with the time that it will still take."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import SPACE

STEPS = 1000
SETTLED_S = 2.0
"""So long a pass runs before what is left is said: the first seconds tell little."""


class TimeLeft(QObject):
    """Says how long a pass will still take; it begins when this is made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._began = time.monotonic()

    def words(self, share: float) -> str:
        """In words, when it is so far (0…1); empty where that cannot be told yet."""
        gone = time.monotonic() - self._began
        if gone < SETTLED_S or not 0 < share < 1:
            return ""
        seconds = gone * (1 - share) / share
        if seconds < 60:
            return self.tr("about %n second(s) left", "", max(1, round(seconds)))
        return self.tr("about %n minute(s) left", "", round(seconds / 60))


class WorkBar(QWidget):
    """Hidden while nothing runs, and keeps its room then so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = TimeLeft(self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.left = PlainLabel("", self, role="muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self.bar, 1)
        line.addWidget(self.left)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self) -> None:
        """Something begins; how far it is comes later, if at all."""
        if self.isVisible():
            return
        self._time = TimeLeft(self)
        self.bar.setRange(0, 0)
        self.left.setText("")
        self.show()

    def show_share(self, share: float | None) -> None:
        """It is so far (0…1)."""
        if share is None or not self.isVisible():
            return
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round(min(1.0, max(0.0, share)) * STEPS))
        self.left.setText(self._time.words(share) or self.left.text())

    def end(self) -> None:
        """It has ended."""
        self.hide()
