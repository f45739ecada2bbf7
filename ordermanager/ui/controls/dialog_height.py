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
    size = QSize(grown(width, dialog.fontMetrics()), grown(height, dialog.fontMetrics()))
    window = dialog.parentWidget()
    dialog.resize(
        size if window is None else size.boundedTo(window.window().size().expandedTo(QSize(width, height)))
    )


def fit_to_words(dialog: QDialog, width: int) -> None:
    """Make a dialog of this width, in pixels with text of the usual size, as high as its words want, which wrap; of a
    window Qt does not ask that. What can be lower is, where its window is."""
    layout, window = dialog.layout(), dialog.parentWidget()
    wide = grown(width, dialog.fontMetrics())
    if window is not None:
        wide = max(width, min(wide, window.window().width()))
    dialog.setFixedWidth(wide)
    if layout is not None:
        layout.activate()
        high = layout.totalHeightForWidth(wide)
        if window is not None:
            high = max(min(high, window.window().height()), layout.totalMinimumHeightForWidth(wide))
        dialog.setFixedHeight(high)
