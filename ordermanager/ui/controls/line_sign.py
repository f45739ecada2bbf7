"""An icon within a line to write in, as large as its text: Qt's own is 16 pixels high whatever the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton

from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import SPACE, TIGHT, small_edge

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QLineEdit


class LineSign(QToolButton):
    """At the end of a line, or at its beginning (`leads`). It takes no keys; who connects `clicked` brings one."""

    def __init__(self, line: QLineEdit, icon: str, name: str, *, leads: bool = False) -> None:
        super().__init__(line)
        self._line = line
        self._leads = leads
        self.setProperty("role", "sign")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(name)
        set_icon(self, icon, "muted")
        line.installEventFilter(self)
        self._fit()

    def setVisible(self, visible: bool) -> None:
        """Override QWidget::setVisible: without it the text has its room."""
        super().setVisible(visible)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        line = self._line
        edge = small_edge(line.fontMetrics())
        taken = 0 if self.isHidden() else edge + SPACE
        margins = line.textMargins()
        if taken != (margins.left() if self._leads else margins.right()):
            (margins.setLeft if self._leads else margins.setRight)(taken)
            line.setTextMargins(margins)
        self.setIconSize(QSize(edge, edge))
        size = edge + 2 * TIGHT
        left = TIGHT if self._leads else line.width() - TIGHT - size
        self.setGeometry(left, (line.height() - size) // 2, size, size)
