"""The find field of a JSON pane: what is looked for, which of how many, and the way to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.json_view.matches import MOST
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import TIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

DEBOUNCE_MS = 120


class FindBar(QWidget):
    """`asked` brings the text after the last key; `stepped` 1 for the next place and -1 for the one before."""

    asked = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in JSON"))
        self.field.setAccessibleName(self.tr("Find in JSON"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(64)
        self.count = PlainLabel("", self, role="muted")
        self.previous = self._button("arrow-up", self.tr("Previous place (Shift+F3)"), -1)
        self.next = self._button("arrow-down", self.tr("Next place (F3)"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(DEBOUNCE_MS)
        self.timer.timeout.connect(lambda: self.asked.emit(self.field.text()))
        self.field.textChanged.connect(self._on_text)

    def _button(self, icon: str, tip: str, step: int) -> QToolButton:
        button = QToolButton(self)
        set_icon(button, icon)
        set_plain_tooltip(button, tip)
        button.setAccessibleName(tip)
        button.setEnabled(False)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def focus(self) -> None:
        """Put the keys into the field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, number: int | None, total: int) -> None:
        """“3 of 12”; `number` None: nothing was looked for."""
        for button in (self.previous, self.next):
            button.setEnabled(bool(total) and number is not None)
        if number is None:
            self.count.setText("")
        elif not total:
            self.count.setText(self.tr("Not found"))
        else:
            shown = i18n.count(total) + ("+" if total >= MOST else "")
            self.count.setText(
                self.tr("{number} of {total}").format(number=i18n.count(number + 1), total=shown)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: what the field leaves over."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self.timer.start()
        if not text:
            self.timer.stop()
            self.asked.emit("")
