"""How large a dialog is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from ordermanager.ui.look.theme import grown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def grow_to_text(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size, in pixels, with text of the usual size, and more with larger text, as far as its window
    goes."""
    usual, metrics, window = QSize(width, height), dialog.fontMetrics(), dialog.parentWidget()
    most = usual if window is None else window.window().size().expandedTo(usual)
    dialog.resize(QSize(grown(width, metrics), grown(height, metrics)).boundedTo(most))


def fit_to_words(dialog: QDialog, width: int) -> None:
    """Make a dialog of this width, in pixels, as high as its words want, which wrap; Qt asks no window."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.setFixedHeight(layout.totalHeightForWidth(width))
