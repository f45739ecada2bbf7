"""Python's search for unused cycles, on the GUI thread only.

Python searches in whatever thread makes new values. A widget or timer in a cycle would then come to its end in a thread
of ours, where Qt must not end it: the program would crash, seldom and anywhere (calibre and others search like this).
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

EVERY_MS = 2000


class GuiGarbage(QObject):
    """From its making until `stop`, cycles are searched for by a timer of this thread, as often as they are made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._sets_aside = False
        self._given_back = 0
        self._owes_deep_search = False

    def set_aside(self) -> None:
        """What there is now is what the program is made of, and stays: no search goes through it any more, which
        makes the deepest one, a tenth of a second during which nothing moves, a matter of milliseconds.
        """
        self._sets_aside = True
        self._given_back = _times_given_back()
        gc.freeze()

    def collect(self) -> int:
        """Search as deep as it is time for. Returns the generation that was searched, -1 for none."""
        found = -1
        for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if not limit or count <= limit:
                break
            found = generation
        if found >= 0:
            gc.collect(found)
        given_back = _times_given_back()
        if self._sets_aside and given_back != self._given_back:  # a large text that was shown took it back
            self._given_back = given_back
            if not gc.get_freeze_count():  # which takes as long as a frame: it is not asked for without need
                gc.freeze()
                self._owes_deep_search = True
        if self._owes_deep_search and QApplication.activeWindow() is None:
            # All there is takes a tenth of a second, for which the window cannot answer: while another has the keys.
            self._owes_deep_search = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        return found

    def stop(self) -> None:
        """Let Python search by itself again."""
        self._timer.stop()
        if self._sets_aside:
            self._sets_aside = False
            gc.unfreeze()
        if self._was_on:
            gc.enable()


def _times_given_back() -> int:
    """As `domain.json_text` says; without loading it for that."""
    json_text = sys.modules.get("ordermanager.domain.json_text")
    return json_text.times_given_back() if json_text is not None else 0
