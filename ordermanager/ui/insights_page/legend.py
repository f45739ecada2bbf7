"""What the colours of a chart stand for, in words beside a patch of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ordermanager.ui.flow_layout import FlowLayout
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import GAP, SPACE, TIGHT, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATCH = 12


class Legend(QWidget):
    """Entries in lines from the left; none before `show_entries`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, GAP, TIGHT)
        self._flow.setContentsMargins(SPACE, 0, 0, 0)
        self._patches: list[tuple[QLabel, str]] = []

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show (colour, text) pairs; colours are fields of theme.Colours."""
        for child in self.findChildren(QWidget):
            child.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        self._patches = []
        for tone, text in entries:
            patch, words = QLabel(self), PlainLabel(text, self, role="muted")
            self._patches.append((patch, tone))
            for widget in (patch, words):
                self._flow.addWidget(widget)
                widget.show()
        self.retint()

    def retint(self) -> None:
        """The theme changed."""
        for patch, tone in self._patches:
            picture = QPixmap(_PATCH, _PATCH)
            picture.fill(QColor(str(getattr(colours(), tone))))
            patch.setPixmap(picture)
