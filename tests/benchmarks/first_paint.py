"""Opens a window, says so once it can be used, and ends: `first_paint.py empty` or `first_paint.py WORKSPACE`.

Usable is Order Manager's window when its list has been painted with the orders of the workspace. What it says is one
line: `painted`, and the names of the modules that were loaded by then. With `whole` as a second argument it ends only
when every part of the window is made, the order pane too; with `kept`, when its icons are kept for the next start too.

Ours is started as by a click on its icon: nothing of Qt is loaded before the command loads it. An empty window is
what PySide's own examples show.

Who paints says so. (A filter over all events of the program would make PySide learn every class of Qt for the first
widget that is not made in Python, which takes as long as showing the list, and no window needs it.)
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QTableView


def show_an_empty_window() -> None:
    """What ours is compared with."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class EmptyWindow(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, say)

    app = QApplication([])
    window = EmptyWindow()
    window.resize(1440, 880)
    window.show()
    app.exec()


def watch_the_list(until: str = "") -> None:
    """Let the list of orders say when it was painted with rows."""
    gc.disable()  # as the command does before it loads the window
    from ordermanager.ui.big_table.painted_table import PaintedTable

    timer = sys.modules["PySide6.QtCore"].QTimer  # ours loads Qt, and how it does is a part of its start

    paint = PaintedTable.paintEvent

    def paint_and_look(table: PaintedTable, event: QPaintEvent) -> None:
        paint(table, event)
        if has_rows(table):
            timer.singleShot(0, lambda: say_when_whole(table, until) if until else say())

    PaintedTable.paintEvent = paint_and_look  # type: ignore[method-assign]


def has_rows(table: QTableView) -> bool:
    """Whether the model has an order to show, not only how many there are."""
    model = table.model()
    columns = range(model.columnCount() if model.rowCount() else 0)
    return any(model.index(0, column).data() for column in columns)


def say_when_whole(table: QTableView, until: str) -> None:
    """Go on until nothing of the window is left to be made."""
    from PySide6.QtCore import QTimer

    from ordermanager.ui.look import icon_cache
    from ordermanager.ui.shell.main_window import MainWindow

    window = table.window()
    assert isinstance(window, MainWindow)
    are_kept = icon_cache._file is not None and icon_cache._file.exists()
    if window.is_whole and window.has_pane and (until == "whole" or are_kept):
        say()
    else:
        QTimer.singleShot(1, lambda: say_when_whole(table, until))


def say() -> None:
    """Say what there is, and end."""
    print("painted", *sorted(sys.modules), flush=True)
    os._exit(0)  # closing down is not what is measured


def main(what: str, until: str = "") -> None:
    if what == "empty":
        show_an_empty_window()
    else:
        from ordermanager.cli.main import main as run_command

        watch_the_list(until)
        os.environ["ORDERMANAGER_WORKSPACE"] = what
        run_command([])


if __name__ == "__main__":
    main(*sys.argv[1:])
