"""The height of a dialog that says much."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def fit_to_words(dialog: QDialog, width: int) -> None:
    """Make a dialog of this width, in pixels, as high as its words want, which wrap; Qt asks no window."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.setFixedHeight(layout.totalHeightForWidth(width))
