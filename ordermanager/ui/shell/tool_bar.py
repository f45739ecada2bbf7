"""The tool bar: what is done all day, and the one primary button that sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from ordermanager.ui.look.icons import beside_text, set_icon
from ordermanager.ui.look.theme import SPACE, TIGHT, icon_edge

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from ordermanager.ui.actions.actions import Actions

WITH_TEXT = ("new", "import", "queue")
GROUPS = (("new", "import"), ("queue", "withdraw"), ("duplicate", "delete"))
SEPARATOR = 13
"""Width of a line between two groups with its margins, as the style sheet has it."""
_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


class SendButton(QToolButton):
    """Follows the action `send`, and says how many orders it would send."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("role", "primary")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)  # SendingDesk brings the menu
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self.show_counts(0, 0)
        self._follow()

    def show_counts(self, outbox: int, ready: int) -> None:
        """The outbox goes first; where it is empty, the ready orders are queued and sent in one step."""
        if outbox:
            text = self.tr("Send %n", "", outbox)
        elif ready:
            text = self.tr("Send %n ready", "", ready)
        else:
            text = self.tr("Send")
        self.setText(text)
        self.setAccessibleName(text)

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        tone = "on_accent" if self._action.isEnabled() else "muted"
        if self.property("iconTone") != tone:
            set_icon(self, "send", tone)


class ToolBar(QToolBar):
    """Cannot be closed by accident; what is in it is also in the menus."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worded: list[QToolButton] = []
        self._places: list[QWidget] = []
        self.setObjectName("tools")
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._fit_icons()
        for number, group in enumerate(GROUPS):
            if number:
                self.addSeparator()
            for action_id in group:
                self._add(actions.with_icon(action_id), with_text=action_id in WITH_TEXT)
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._place(spacer)
        self.send = SendButton(actions["send"], self)
        self._add(actions.with_icon("settings"), with_text=False)
        self._place(self.send)

    def changeEvent(self, event: QEvent) -> None:
        """Override QToolBar::changeEvent: icons are as large as the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_icons()

    def _fit_icons(self) -> None:
        self.setIconSize(beside_text(icon_edge(self.fontMetrics())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QToolBar::resizeEvent: where the words do not fit, the icons stay, and Send is never pushed out."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Override QToolBar::event: Send says more, or less, than before."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return is_done

    def _fold(self) -> None:
        words = sum(self.fontMetrics().horizontalAdvance(button.text()) + SPACE for button in self._worded)
        is_folded = any(button.toolButtonStyle() == _ICON_ONLY for button in self._worded)
        wanted = self._width() + (words if is_folded else 0)
        style = _ICON_ONLY if wanted > self.width() else _WITH_WORDS
        if is_folded != (style == _ICON_ONLY):
            for button in self._worded:
                button.setToolButtonStyle(style)

    def _width(self) -> int:
        """What all that is in it would take now."""
        separators = (len(GROUPS) - 1) * (SEPARATOR + TIGHT)
        return sum(place.sizeHint().width() + TIGHT for place in self._places) + separators + 2 * SPACE

    def _add(self, action: QAction, *, with_text: bool) -> None:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(_WITH_WORDS if with_text else _ICON_ONLY)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place(button)
        if with_text:
            self._worded.append(button)

    def _place(self, widget: QWidget) -> None:
        # Remembered here: asked for the separators, PySide would first learn every class of widgets there is.
        self.addWidget(widget)
        self._places.append(widget)
