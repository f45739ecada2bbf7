"""A small drawing beside a text, which keeps its colour in step with the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from ordermanager.domain.checks.findings import Severity
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import ICON, colours, icon_edge

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SEVERITY_SIGNS = {
    Severity.ERROR: ("error", "error"),
    Severity.WARNING: ("warning", "warning"),
    Severity.HINT: ("hint", "info"),
}
"""Icon and tone (a field of theme.Colours) of a finding."""


class Sign(QLabel):
    """Shows the icon `name` in the tone `tone` (a field of theme.Colours), `size` pixels wide and high; more beside
    large text."""

    def __init__(self, name: str, tone: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._draw()

    def keep_narrow(self) -> None:
        """Take no more room than the drawing: the text beside it has the rest."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another drawing."""
        self._name, self._tone = name, tone
        self._draw()

    def show_severity(self, severity: Severity) -> None:
        """Show the sign of a finding."""
        self.show_icon(*SEVERITY_SIGNS[severity])

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: another theme has other colours, larger text a larger sign."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        tone = str(getattr(colours(), self._tone))
        edge = self._size * icon_edge(self.fontMetrics()) // ICON
        self.setPixmap(pixmap(self._name, tone, edge, self.devicePixelRatioF()))
