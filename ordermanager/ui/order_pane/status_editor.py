"""The order's status as a row of buttons, of which each says which event it raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from ordermanager.domain.statuses import Status
from ordermanager.domain.values.readers import read_status
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.look.theme import TIGHT
from ordermanager.ui.order_pane.editors import Editor, mark
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from ordermanager.domain.checks.findings import Severity


class StatusEditor(Editor):
    """Five buttons. A text that is no status (from an import) presses none and stays until one is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        holder = QWidget(self)
        self._flow = FlowLayout(holder, TIGHT, TIGHT)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.row.addWidget(holder, 1)
        self._group = QButtonGroup(self)
        self._buttons: dict[Status, QPushButton] = {}
        for number, status in enumerate(Status):
            self._add(number, status)
        self._group.buttonClicked.connect(self._choose)

    def _add(self, number: int, status: Status) -> None:
        button = QPushButton(status_name(status), self)
        button.setCheckable(True)
        button.setProperty("segment", "alone")
        tip = self.tr("{word}: when accepted, Yespo raises the event {event}.")
        button.setAccessibleDescription(tip.format(word=status.value, event=status.event_name))
        set_plain_tooltip(button, tip.format(word=status.value, event=status.event_name))
        self._buttons[status] = button
        self._group.addButton(button, number)
        self._flow.addWidget(button)

    def text(self) -> str:
        """Override Editor.text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Override Editor.set_text."""
        self._text = text
        status = _status(text)
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each is status)
        self._group.setExclusive(True)

    def target(self) -> QWidget:
        """Override Editor.target."""
        return self._group.checkedButton() or self._buttons[Status.INITIALIZED]

    def set_name(self, name: str) -> None:
        """Override Editor.set_name: each button says the field and its own status."""
        for status, button in self._buttons.items():
            button.setAccessibleName(f"{name}: {status_name(status)}")

    def set_severity(self, severity: Severity | None) -> None:
        """Override Editor.set_severity: all five stand for the one field."""
        for button in self._buttons.values():
            mark(button, severity)

    def button(self, status: Status) -> QPushButton:
        """The button of a status."""
        return self._buttons[status]

    def focus(self) -> None:
        """Take the keys."""
        self.target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, button: QAbstractButton) -> None:
        status = tuple(Status)[self._group.id(button)]
        if self._text != status.value:
            self._text = status.value
            self.changed.emit()


def _status(text: str) -> Status | None:
    try:
        return read_status(text)
    except Unreadable:
        return None
