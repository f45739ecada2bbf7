"""How much memory a window takes, in megabytes: `memory.py empty` or `memory.py WORKSPACE`. A process of its own.

Ours is looked at when all of it is made and its list was counted, then scrolled through and sorted.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def empty() -> None:
    """An empty window, shown."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 880)
    window.show()
    app.processEvents()


def ours(folder: Path) -> None:
    """The window of a workspace, used a little."""
    from ordermanager.ui.app import Program, make_application

    app = make_application()
    program = Program(app, folder, demo=True)
    program.start()
    while program.window is None:
        app.processEvents()
    window = program.window
    assert program.jobs.wait_idle(120_000)
    bar = window.orders.table.verticalScrollBar()
    for number in range(50):
        bar.setValue(bar.maximum() * number // 50)
        assert program.jobs.wait_idle()
    for key in ("date", "total", "changed"):
        window.orders.show_query(window.orders.query._replace(sort=key))
        assert program.jobs.wait_idle(120_000)


if __name__ == "__main__":
    empty() if sys.argv[1] == "empty" else ours(Path(sys.argv[1]))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes on Linux
    print(round(most / 1024, 1), flush=True)
    sys.stdout.flush()
    import os

    os._exit(0)
