"""What a list shows instead of nothing: a drawing, what this place is for, and the next step as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import pixmap, set_icon
from ordermanager.ui.look.theme import GAP, HUGE, SPACE, colours, grown, larger_font

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

PICTURE = 48
TEXT_WIDTH = 380
LEAST_WIDTH = 200


class StepButton(QPushButton):
    """Presses an action; there only while the action can be pressed."""

    def __init__(self, action: QAction, parent: QWidget, *, is_first: bool) -> None:
        super().__init__(action.text(), parent)
        self._action = action
        if is_first:
            self.setProperty("role", "primary")
        set_icon(self, str(action.property("iconName")), "on_accent" if is_first else "text")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self._action.isEnabled())


class EmptyState(QWidget):
    """Centred in the place of the list. Its buttons press actions of the program, so they share text and
    shortcut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture_name = "all"
        self._picture = QLabel(self)
        self._heading = PlainLabel("", self, role="heading", wrap=True)
        self._heading.setFont(larger_font(1.2))
        self._text = PlainLabel("", self, role="muted", wrap=True)
        self._set_widths(TEXT_WIDTH)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        for widget in (self._picture, self._heading, self._text):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            # A row with stretches, not an alignment: an aligned label is not given the height of its second
            # line.
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(HUGE - GAP)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: the text is broken into more lines before it is cut off."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), LEAST_WIDTH), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: a line of the text is never longer than the place is wide."""
        super().resizeEvent(event)
        self._set_widths(event.size().width() - 2 * GAP)
        self._arrange_buttons()
        self._spare_picture()

    def _set_widths(self, room: int) -> None:
        for label in (self._heading, self._text):
            label.setFixedWidth(max(LEAST_WIDTH, min(grown(TEXT_WIDTH, self.fontMetrics()), room)))

    def _arrange_buttons(self) -> None:
        """Side by side, or below one another where the place is narrow."""
        shown = [button for button in self.findChildren(StepButton) if not button.isHidden()]
        widths = [button.sizeHint().width() + SPACE for button in shown]
        directions = QBoxLayout.Direction
        fits = sum(widths) + 2 * GAP <= self.width()
        self._buttons.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _spare_picture(self) -> None:
        """The words and buttons have room first: in a low place there is no picture."""
        column = self.layout()
        if column is not None:
            self._picture.hide()
            self._picture.setVisible(
                column.totalHeightForWidth(self.width()) + PICTURE + GAP <= self.height()
            )

    @property
    def heading(self) -> str:
        """The first line."""
        return self._heading.text()

    def show_state(self, picture: str, heading: str, text: str, actions: list[QAction]) -> None:
        """Say what is so and what to do; the first action that can be done now is the likely one."""
        self._picture_name = picture
        self._heading.setText(heading)
        self._text.setText(text)
        self.setAccessibleName(f"{heading}. {text}")
        self._clear_buttons()
        self._buttons.addStretch(1)
        likely = next((action for action in actions if action.isEnabled()), None)
        for action in actions:
            self._buttons.addWidget(StepButton(action, self, is_first=action is likely))
        self._buttons.addStretch(1)
        self._arrange_buttons()
        self._spare_picture()
        self.retint()

    def focus_first(self) -> None:
        """Put the keyboard on the likely next step."""
        items = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        for button in (item.widget() for item in items if item is not None):
            if button is not None and not button.isHidden():
                button.setFocus()
                return
        self.setFocus()  # there is none: the keys stay here, and a screen reader says what is so

    def retint(self) -> None:
        """Draw the picture in the theme's colours."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._picture_name, colours().strong_line, PICTURE, ratio))

    def _clear_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
