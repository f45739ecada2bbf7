"""How a widget leaves its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget


def take_out(layout: QLayout, widget: QWidget) -> None:
    """Let `widget` go from `layout`, where it is there; it is neither hidden nor ended.

    Not by `removeWidget`, nor by putting it into another layout: PySide knows its place, where this layout was put
    into another one, and is not told when Qt ends that place. What comes to lie at its address later is then taken
    for it, and the program dies when that ends: an entry of a list, say (PySide 6.11).
    """
    place = layout.indexOf(widget)
    if place >= 0:
        layout.takeAt(place)
