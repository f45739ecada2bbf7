"""Keys that are typed while an order is on its way: kept, and given to that order when it is there, never to the
one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOST = 500


class WaitingKeys(QObject):
    """Belongs to the pane. While it waits, the pane itself has the keys, and the mouse does not reach its widgets."""

    def __init__(self, pane: QWidget, inner: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._inner = inner
        self._field: QWidget | None = None
        self._keys: list[QKeyEvent] = []
        self.is_on = False

    def begin(self, *, take_keys: bool) -> None:
        """An order was asked for. `take_keys`: what is typed from now on is meant for it."""
        self.is_on = True
        self._inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)
        focus = QApplication.focusWidget()
        if focus is not None and self._inner.isAncestorOf(focus):
            self._field = focus
            take_keys = True
        if take_keys:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, event: QKeyEvent) -> bool:
        """Keep a key that came to the pane; False where nothing is waited for."""
        if self.is_on and len(self._keys) < MOST:
            self._keys.append(event.clone())
        return self.is_on

    def end(self, *, to_field: bool = True) -> None:
        """The order is there, or will not come. The field that had the keys gets them back."""
        self._inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.is_on = False
        field, self._field = self._field, None
        if to_field and field is not None and self._pane.hasFocus():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self) -> None:
        """Type what was kept, where the keys are now."""
        keys, self._keys = self._keys, []
        for key in keys:
            target = QApplication.focusWidget()
            if target is None or not self._inner.isAncestorOf(target):
                return
            QApplication.sendEvent(target, key)
            release = QKeyEvent(QEvent.Type.KeyRelease, key.key(), key.modifiers())
            QApplication.sendEvent(target, release)

    def forget(self) -> None:
        """There is no order to give them to."""
        self._keys = []
        self.end(to_field=False)
