"""The message bar: what happened and what to do, in place, with a button; no dialog where a line will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.look.icons import ICON_TONES, pixmap, set_icon
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT, colours, icon_edge

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

Kind = Literal["info", "good", "warning", "error"]
SHOWN_MS = 8000
"""Good news go away by themselves; problems stay until someone closes them."""


class MessageBar(QFrame):
    """One message at a time; a newer one takes its place. Escape or the cross closes it. It lies over the lower edge of
    its parent, so that nothing there moves when it comes or goes."""

    closed = Signal()
    left = Signal()  # it had the keyboard, which goes on somewhere else

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self._action: Callable[[], None] | None = None
        self._kind: Kind = "info"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        """Most days begin without a message."""
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT + 2, SPACE, TIGHT + 2)
        row.setSpacing(SPACE)
        self._sign = QLabel(self)
        self._edge = icon_edge(self.fontMetrics())
        self._sign.setFixedSize(self._edge, self._edge)
        self._label = PlainLabel("", self, wrap=True, selectable=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._on_button)
        self._close = QToolButton(self)
        set_icon(self._close, "close", "muted")
        self._close.setAccessibleName(self.tr("Close the message"))
        set_plain_tooltip(self._close, self.tr("Close the message (Esc)"))
        self._close.clicked.connect(self.dismiss)
        for widget in (self._sign, self._label, self._button, self._close):
            row.addWidget(widget)
        row.setStretch(1, 1)

    @property
    def text(self) -> str:
        """What is shown; empty where nothing is."""
        return "" if self.isHidden() else self._label.text()

    def show_message(
        self, kind: Kind, text: str, action_text: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Say something. `action` runs when its button is pressed, which closes the bar."""
        if self.layout() is None:
            self._build()
        self._kind = kind
        self.setProperty("bar", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self._action = action
        self._button.setText(action_text)
        self._button.setVisible(action is not None)
        # As high as with a button, so that it does not jump from one message to the next.
        self._label.setMinimumHeight(self._button.sizeHint().height())
        self.retint()
        self._timer.stop()
        if kind in ("good", "info"):
            self._timer.start()
        self._place()
        self.raise_()
        self.show()
        self._tell(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: it goes with the lower edge of what it lies over."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: its text became larger, or says something else."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return is_done

    def _place(self) -> None:
        """As wide as its text, and in several lines only where that has no room in one."""
        ground, layout = self.parentWidget(), self.layout()
        if ground is None or layout is None:  # also while it is made
            return
        text = self._label.fontMetrics().size(0, self._label.text()).width() + TIGHT
        beside = layout.minimumSize().width() - self._label.minimumSizeHint().width()
        width = min(ground.width() - 2 * GAP, beside + text)
        height = min(ground.height() - 2 * GAP, self.heightForWidth(width))
        self.setGeometry((ground.width() - width) // 2, ground.height() - GAP - height, width, height)

    def _tell(self, text: str) -> None:
        """To a screen reader, which does not look where nobody is."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            said = QAccessibleAnnouncementEvent(self, text)
            if self._kind in ("warning", "error"):
                said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(said)

    def retint(self) -> None:
        """Draw the sign in the theme's colours."""
        if self.layout() is None:
            return
        name, tone = ICON_TONES[self._kind]
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(pixmap(name, str(getattr(colours(), tone)), self._edge, ratio))

    def dismiss(self) -> None:
        """Close the bar."""
        self._timer.stop()
        self._action = None
        if not self.isHidden():
            focus = self.window().focusWidget()
            if focus is not None and self.isAncestorOf(focus):
                self.left.emit()
            self.hide()
            self.closed.emit()

    @property
    def has_button(self) -> bool:
        """Whether something is shown that can be done."""
        return not self.isHidden() and not self._button.isHidden()

    def take_keys(self) -> None:
        """Put the keyboard on the button of what is shown."""
        self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_crash(self, trace: str) -> None:
        """A bug of ours: say so plainly, and offer its text for a report (it holds no data of the user's
        fields)."""
        self.show_message(
            "error",
            self.tr("Something went wrong inside the program. Your orders are safe. Please report this."),
            self.tr("Copy details"),
            lambda: QGuiApplication.clipboard().setText(trace),
        )

    def _on_button(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()
