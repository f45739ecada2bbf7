"""Ctrl+C in a widget means its own text there, whatever it means in the window's menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class CopyKey(QObject):
    """Calls `deed` when the keys for copying are pressed in `widget`; belongs to it."""

    def __init__(self, widget: QWidget, deed: Callable[[], None]) -> None:
        super().__init__(widget)
        self._deed = deed
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # else the action of the menu would take the keys
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._deed()
                return True
        return super().eventFilter(watched, event)
