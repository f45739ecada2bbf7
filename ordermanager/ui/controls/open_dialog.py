"""How a dialog is opened that asks nothing of its caller: beside the window's work, and gone when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def open_dialog(dialog: QDialog) -> None:
    """Show it above its window, without waiting for its end; closing deletes it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
