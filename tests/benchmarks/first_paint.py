"""Opens a window, says so once it is painted, and ends: `first_paint.py empty` or `first_paint.py WORKSPACE`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class PaintWatch(QObject):
    """Ends the program when a main window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, self._say)
        return False

    def _say(self) -> None:
        print("painted", flush=True)
        os._exit(0)  # closing down is not what is measured


def main(what: str) -> None:
    if what == "empty":
        app = QApplication([])
        window = QMainWindow()
        window.resize(1440, 880)
        start = window.show
    else:
        from ordermanager.ui.app import Program, make_application

        app = make_application()
        start = Program(app, Path(what)).start
    watch = PaintWatch(app)
    app.installEventFilter(watch)
    start()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
