"""A scroll area that is as high as what it holds while there is room, and scrolls where there is none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

LEAST_LINES = 4


class FittingScroll(QScrollArea):
    """Large text in a small window must not make the window larger than the screen. What it holds is best made with its
    viewport as parent, and given to `hold`."""

    def __init__(self, inner: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner: QWidget = self
        if inner is not None:
            self.hold(inner)

    def hold(self, inner: QWidget) -> None:
        """Scroll this widget, and be there when it is."""
        self._inner = inner
        was_hidden = inner.isHidden()
        self.setWidget(inner)  # which shows it
        inner.setHidden(was_hidden)
        self.setHidden(was_hidden)
        inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Override QScrollArea::sizeHint."""
        inner = self._inner
        if inner is self:
            return QSize(0, 0)
        width = max(1, self.viewport().width())
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        return QSize(inner.sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Override QAbstractScrollArea::minimumSizeHint."""
        least = self.fontMetrics().height() * LEAST_LINES
        return QSize(200, min(least, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: what is held has grown or shrunk, was hidden or shown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._inner.isHidden())
        return super().eventFilter(watched, event)
