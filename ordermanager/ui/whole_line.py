"""A line for text of any length. QLineEdit cuts what is longer than 32,767 letters, and is slow long before."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ordermanager.ui.plain import set_plain_tooltip

SHOWN = 20_000
"""So many letters are shown and edited; at a hundred thousand each key takes a frame."""
_MOST = 100_000_000


class WholeLine(QLineEdit):
    """Shows the beginning of a long text. The rest stays behind it, whatever is typed, until the line is emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = ""
        self.setMaxLength(_MOST)  # what is pasted is not cut either

    def setText(self, text: str) -> None:  # type: ignore[override]
        """Override QLineEdit::setText."""
        if text[SHOWN:] != self._rest:
            self._rest = text[SHOWN:]
            more = self.tr("%n more character(s) follow; they are kept.", "", len(self._rest))
            set_plain_tooltip(self, more if self._rest else "")
        super().setText(text[:SHOWN])

    def text(self) -> str:
        """Override QLineEdit::text: all of it."""
        shown = super().text()
        return shown + self._rest if self._rest and shown else shown
