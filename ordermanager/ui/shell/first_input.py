"""A key, a click or a drag that comes before the window is whole finds it whole: nothing that a person does is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

_INPUT = frozenset(
    (
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.DragEnter,
        QEvent.Type.Close,
    )
)


class FirstInput(QObject):
    """Watches the window of the system, to which all input comes first, and the widget, which learns of shortcuts.

    (Not the whole program: for that PySide would have to learn every class of Qt.)
    """

    came = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        window.installEventFilter(self)
        if window.isVisible():
            self._watch_handle()

    def stop(self) -> None:
        """The window is whole."""
        self._window.removeEventFilter(self)
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        kind = event.type()
        if kind in _INPUT:
            self.came.emit()
        elif kind == QEvent.Type.Show and self._handle is None:
            self._watch_handle()
        return False

    def _watch_handle(self) -> None:
        self._handle = self._window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)
