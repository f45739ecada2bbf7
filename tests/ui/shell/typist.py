"""A window in which someone types an order id without a pause, for a test that kills it: `typist.py WORKSPACE`.

Each line that it prints is how many letters were typed so far, and when (seconds, monotonic).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ordermanager.ui.app import Program, make_application

EVERY_MS = 20


class Typist:
    """Presses Ctrl+N in the new window, then writes the order's id, letter by letter."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._has_begun = False
        self._letters = 0
        self._timer = QTimer()
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        window = self._program.window
        if window is None:
            return
        if not self._has_begun:
            self._has_begun = True
            window.new_order()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and window.pane.isAncestorOf(field):
            QTest.keyClicks(field, "7")
            self._letters += 1
            print(self._letters, time.monotonic(), flush=True)


def main() -> None:
    app = make_application()
    program = Program(app, Path(sys.argv[1]))
    program.start()
    typist = Typist(program)
    app.exec()
    del typist


if __name__ == "__main__":
    main()
