"""A menu of check marks that stays open while one makes several choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent


class StayOpenMenu(QMenu):
    """Space and clicks tick an entry and leave the menu open; Enter ticks it and closes; Escape closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QMenu::mouseReleaseEvent."""
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QMenu::keyPressEvent."""
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True
