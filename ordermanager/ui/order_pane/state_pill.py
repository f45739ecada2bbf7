"""The order's state as a word on a coloured ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QFont

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.states import State
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.look.theme import TIGHT, colours
from ordermanager.ui.words import state_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIDE = 10
_HINTS: dict[State, str] = {
    State.DRAFT: QT_TRANSLATE_NOOP("StateHint", "Not finished: something is missing or wrong."),
    State.READY: QT_TRANSLATE_NOOP(
        "StateHint", "Checked and complete. Put it in the outbox to have it sent."
    ),
    State.QUEUED: QT_TRANSLATE_NOOP("StateHint", "Waits in the outbox for the next send."),
    State.SENDING: QT_TRANSLATE_NOOP("StateHint", "Is being sent at this moment."),
    State.ACCEPTED: QT_TRANSLATE_NOOP("StateHint", "The server has taken it and raised its event."),
    State.REJECTED: QT_TRANSLATE_NOOP("StateHint", "The server has refused it; the order says why."),
    State.UNCONFIRMED: QT_TRANSLATE_NOOP(
        "StateHint", "It was sent, but nobody knows whether it arrived. You decide."
    ),
    State.SUPERSEDED: QT_TRANSLATE_NOOP("StateHint", "A newer revision took its place before it was sent."),
    State.HELD: QT_TRANSLATE_NOOP("StateHint", "Kept back until you release it."),
    State.WITHDRAWN: QT_TRANSLATE_NOOP("StateHint", "Taken back from the outbox before it was sent."),
}


def state_hint(state: State) -> str:
    """What the state means and what comes next."""
    return QCoreApplication.translate("StateHint", _HINTS[state])


class StatePill(PlainLabel):
    """Shows one state; the word says it, the colour only helps to find it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)  # by the style sheet the label would not know how wide it is
        self.setFont(font)
        self.setIndent(0)
        self._state = State.DRAFT
        self.set_state(State.DRAFT)

    def set_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.setText(state_name(state))
        set_plain_tooltip(self, state_hint(state))
        self._paint()

    def sizeHint(self) -> QSize:
        """Override QLabel::sizeHint: Qt leaves the padding out where the label comes to another place."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SIDE + 2, metrics.height() + TIGHT)

    def minimumSizeHint(self) -> QSize:
        """Override QLabel::minimumSizeHint: the word is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        pair = colours().states[self._state]
        colours_of_state = f"color: {pair.text}; background: {pair.ground};"
        sheet = f"{colours_of_state} border-radius: 9px; padding: 2px {SIDE}px;"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
