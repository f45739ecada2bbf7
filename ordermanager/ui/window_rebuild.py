"""Another language at run time: every part of the window is made anew, so that no widget must know how to relabel
itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QMenuBar

from ordermanager.ui.late_parts import BESIDE, DEEDS
from ordermanager.ui.window_memory import situation, take_up

if TYPE_CHECKING:
    from ordermanager.ui.main_window import MainWindow


def make_anew(window: MainWindow) -> None:
    """Take the window apart and build it again where it was. The settings open again, any other dialog is let end
    first.
    """
    modal = QApplication.activeModalWidget()
    page = window.deeds.close_settings()
    if page is None and isinstance(modal, QDialog):
        modal.finished.connect(lambda _result: window.rebuild())  # an import is not taken apart
        return
    kept = situation(window)
    window.setUpdatesEnabled(False)
    _take_apart(window)
    window.build()
    window.finish()
    window.on_sending_state()
    take_up(window, kept)
    window.setUpdatesEnabled(True)
    if page is not None:
        window.deeds.open_settings(page)


def _take_apart(window: MainWindow) -> None:
    for shortcut in window.shortcuts:
        shortcut.setEnabled(False)
        shortcut.deleteLater()
    window.shortcuts = []
    for action in window.actions():
        # Deleted when the event loop comes round; until then its keys must not be ambiguous.
        action.setShortcuts([])
        window.removeAction(action)
        action.deleteLater()
    window.removeEventFilter(window.incoming)
    window.removeToolBar(window.tools)
    window.setMenuBar(QMenuBar(window))
    window.middle.hide()
    old = [getattr(window, name) for name in ("commands", "bulk", "edits", "send_flow", "incoming", "deeds")]
    for part in (window.middle, window.tools, window.actions_table, window.overview, *old):
        part.deleteLater()
    for name in ("pane", "kept", *BESIDE, *DEEDS):
        vars(window).pop(name, None)  # made anew when they are needed; they go with `middle`
