"""What the window will need sooner or later is loaded while nobody waits for it: the first opening of a page or dialog
need not read its modules then."""

from __future__ import annotations

import importlib
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ordermanager.ui.room_for_types import make_room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.ui.jobs import Jobs

LATER = (
    "order_pane.json_tab", "order_pane.timeline_tab", "order_pane.contact_tab", "import_dialog", "shell.palette",
    "settings_dialog", "history", "customers_page", "imports_page", "actions.import_deeds", "bulk.pasting",
    "bulk.paste_dialog", "duplicates.dialog", "sending.preview", "sending.question", "corrections.status_dialog",
    "corrections.deletion_dialog", "sending.later", "sending.runs_dialog", "shell.backups_dialog",
    "shell.shortcut_sheet", "controls.find_replace_bar", "insights_page", "import_dialog.profiles_dialog",
    "customers_page.forget_dialog",
)  # fmt: skip
"""In `ordermanager.ui`, the likeliest first. Modules only: all widgets are made by the thread of the window. What draws
the charts is not among them: it is large, and many never look at a chart."""
EVERY_MS = 25


class LoadingAhead(QObject):
    """From `start` on, in a thread, one module for each turn of a timer of the window: while the window works there
    is no turn, so that it need not share the interpreter then."""

    loaded = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._turn, self._ended = threading.Event(), threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._turn.set)

    def start(self) -> None:
        """Load what was not loaded yet."""
        names = [name for name in (f"ordermanager.ui.{name}" for name in LATER) if name not in sys.modules]
        if names:
            make_room()
            self._timer.start()
            turn, ended = self._turn, self._ended

            def stop() -> None:
                ended.set()
                turn.set()

            self.destroyed.connect(stop)  # with the timer no turn would come any more
            self._jobs.network(
                "",
                lambda: _load(names, turn, ended),
                self._on_loaded,
                cancel=stop,
                owner=self,
            )

    def _on_loaded(self, _nothing: None) -> None:
        self._timer.stop()
        self.loaded.emit()


def _load(names: Sequence[str], turn: threading.Event, ended: threading.Event) -> None:
    for name in names:
        turn.wait()
        turn.clear()
        if ended.is_set():
            return
        importlib.import_module(name)
    from ordermanager.ui.zones import zone_names

    zone_names()  # from hundreds of files, which the window's thread must not read
