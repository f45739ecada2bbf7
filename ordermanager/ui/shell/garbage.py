"""Python's search for unused cycles, on the GUI thread only.

Python searches in whatever thread makes new values. A widget or timer in a cycle would then come to its end in a thread
of ours, where Qt must not end it: the program would crash, seldom and anywhere (calibre and others search like this).
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_MS = 2000
AT_THE_LATEST = 900.0
"""Seconds that the deepest search waits for another program to have the keys; then it leaves out what is set aside."""
_DEEPEST = 2


class GuiGarbage(QObject):
    """From its making until `stop`, cycles are searched for by a timer of this thread, as often as they are made."""

    def __init__(self, parent: QObject | None = None, is_looked_at: Callable[[], bool] | None = None) -> None:
        """`is_looked_at`: whether somebody may work with the program; if not given, as Qt says."""
        super().__init__(parent)
        self._is_looked_at = is_looked_at or _has_the_keys
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._sets_aside = False
        self._given_back = 0
        self._owed_since: float | None = None
        self._unseen = 0

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
        if found == _DEEPEST and self._sets_aside:
            found -= 1
            self._owe()
        if found >= 0:
            gc.collect(found)
        given_back = _times_given_back()
        if self._sets_aside and given_back != self._given_back:  # a large text that was shown took it back
            self._given_back = given_back
            if not gc.get_freeze_count():  # which takes as long as a frame: it is not asked for without need
                gc.freeze()
                self._owe()
        self._unseen = 0 if self._is_looked_at() else self._unseen + 1
        if self._owed_since is not None:
            if self._unseen > 1:  # not only while the keys go from a dialog back to the window
                self._owed_since = None
                gc.unfreeze()
                gc.collect()
                gc.freeze()
                found = _DEEPEST
            elif time.monotonic() - self._owed_since > AT_THE_LATEST:
                self._owed_since = time.monotonic()
                gc.collect()  # what is set aside is still owed
                found = _DEEPEST
        return found

    def _owe(self) -> None:
        """To go through all there is takes a tenth of a second, for which the window cannot answer: it waits until
        nobody works with it."""
        if self._owed_since is None:
            self._owed_since = time.monotonic()

    def stop(self) -> None:
        """Let Python search by itself again."""
        self._timer.stop()
        if self._sets_aside:
            self._sets_aside = False
            gc.unfreeze()
        if self._was_on:
            gc.enable()


def _has_the_keys() -> bool:
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


def _times_given_back() -> int:
    """As `domain.json_text` says; without loading it for that."""
    json_text = sys.modules.get("ordermanager.domain.json_text")
    return json_text.times_given_back() if json_text is not None else 0
