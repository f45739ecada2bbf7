"""The first two minutes: three steps in the place of the list, each a button with a sentence; skippable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ordermanager.ui.controls.empty_state import StepButton
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, HUGE, SPACE, TIGHT, WIDE, larger_font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ordermanager.ui.actions.actions import Actions

STEPS = ("practice", "import", "connect")
_WIDEST, _LEAST = 86, 24
"""In letters: of the page, and of a sentence behind its button."""


class Welcome(QScrollArea):
    """`skipped`: the person knows enough. The steps are actions of the program, also in its menus."""

    skipped = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Welcome"))
        self._buttons: list[QPushButton] = []
        self._steps: list[QBoxLayout] = []
        card = QWidget(self)
        card.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST)
        outer = QWidget(self)
        outer.setMinimumWidth(1)  # sideways it folds, and never scrolls
        column = self._column = QVBoxLayout(outer)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)
        self._build(card, actions)
        self.setWidget(outer)

    def _build(self, card: QWidget, actions: Actions) -> None:
        title = PlainLabel(self.tr("Welcome to Order Manager"), card, role="heading", wrap=True)
        title.setFont(larger_font(1.5))
        intro = PlainLabel(
            self.tr(
                "Orders are checked here, sent to Yespo, and kept with proof of every answer. Three ways in:"
            ),
            card,
            role="muted",
            wrap=True,
        )
        steps = QVBoxLayout()
        steps.setSpacing(WIDE)
        sentences = (
            self.tr("Practise on this computer with sample orders. Nothing reaches real customers."),
            self.tr(
                "Bring in a file from your shop: Excel, CSV or JSON. You see every order before it comes in."
            ),
            self.tr("Connect your Yespo account when you want to send for real. Its API key is enough."),
        )
        for row, (action_id, sentence) in enumerate(zip(STEPS, sentences, strict=True)):
            button = StepButton(actions[action_id], card, is_first=row == 0)
            button.setAccessibleDescription(sentence)
            text = PlainLabel(sentence, card, wrap=True)
            text.setBuddy(button)
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            line.setSpacing(WIDE)
            line.addWidget(button)
            line.addWidget(text, 1)
            steps.addLayout(line)
            self._steps.append(line)
            self._buttons.append(button)
        skip = QPushButton(self.tr("Skip, I will look around myself"), card)
        skip.setProperty("role", "link")
        skip.clicked.connect(self.skipped)
        again = PlainLabel(
            self.tr("You find this page again in the Help menu."), card, role="muted", wrap=True
        )
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(intro)
        column.addSpacing(SPACE)
        column.addLayout(steps)
        column.addSpacing(SPACE)
        column.addWidget(skip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QScrollArea::resizeEvent: where a sentence has no room behind its button it stands below it."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        left = event.size().width() - 2 * HUGE - WIDE - widest
        is_narrow = left < _LEAST * self.fontMetrics().averageCharWidth()
        edge = GAP if is_narrow else HUGE
        self._column.setContentsMargins(edge, edge, edge, edge)
        for button in self._buttons:
            button.setMinimumWidth(0 if is_narrow else widest)
        directions = QBoxLayout.Direction
        for line in self._steps:
            line.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
            line.setSpacing(TIGHT if is_narrow else WIDE)
        super().resizeEvent(event)

    def focus_first(self) -> None:
        """Put the keyboard on the first step."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
