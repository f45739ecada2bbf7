"""Opens a window, says so once it can be used, and ends: `first_paint.py empty` or `first_paint.py WORKSPACE`.

Usable is Order Manager's window when its list has been painted with the orders of the workspace. What it says is one
line: `painted`, and the names of the modules that were loaded by then.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class PaintWatch(QObject):
    """Ends the program when an empty main window, or a table with rows, has been painted."""

    def __init__(self, parent: QObject, *, with_rows: bool) -> None:
        super().__init__(parent)
        self._with_rows = with_rows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() == QEvent.Type.Paint and self._is_it(watched):
            QTimer.singleShot(0, self._say)
        return False

    def _is_it(self, watched: QObject) -> bool:
        if not self._with_rows:
            return isinstance(watched, QMainWindow)
        table = watched.parent()
        if not isinstance(table, QTableView) or table.viewport() is not watched:
            return False
        model = table.model()
        columns = range(model.columnCount() if model.rowCount() else 0)
        return any(model.index(0, column).data() for column in columns)

    def _say(self) -> None:
        print("painted", *sorted(sys.modules), flush=True)
        os._exit(0)  # closing down is not what is measured


def main(what: str) -> None:
    app = QApplication([])
    watch = PaintWatch(app, with_rows=what != "empty")
    app.installEventFilter(watch)
    if what == "empty":
        window = QMainWindow()
        window.resize(1440, 880)
        window.show()
        app.exec()
    else:
        from ordermanager.ui.app import run

        run(Path(what))


if __name__ == "__main__":
    main(sys.argv[1])
