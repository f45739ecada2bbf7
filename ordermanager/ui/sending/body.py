"""What sending would do, line by line: the events, at whom, and what speaks against it, each with its sign; and, where
that is offered, a way from each number to the orders that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.theme import SPACE, TIGHT, larger_font
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from ordermanager.domain.history.send_preview import Topic
    from ordermanager.domain.statuses import Status

SIGN = 16


class Line(NamedTuple):
    """What is said, and the topic whose orders can be named."""

    text: str
    topic: Topic | None = None


class _Show(QPushButton):
    """Asks for the orders behind a line; by Enter too, which a button takes only as its dialog's."""

    def __init__(self, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(self.tr("Show…"))
        self.setProperty("role", "link")
        self.setAccessibleName(self.tr("Show the orders: {about}").format(about=about))
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QPushButton::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class SendBody(QWidget):
    """`events`: how many of each status; `facts` are plain lines, `warnings` those that a person should think about.
    With `offers` each number can be opened: `asked` brings its topic, its status, or None for all orders."""

    asked = Signal(object)

    def __init__(
        self,
        events: Iterable[tuple[Status, int]],
        facts: Iterable[str | Line],
        warnings: Iterable[str | Line],
        parent: QWidget | None = None,
        *,
        offers: bool = False,
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        self.lines: list[str] = []
        """All of it in words."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(2, 1)
        for status, number in events:
            self._add_event(status, number)
        self._add_lines(facts, is_warning=False)
        self._add_lines(warnings, is_warning=True)

    def _add_event(self, status: Status, number: int) -> None:
        row = self._grid.rowCount()
        self.lines.append(f"{status.event_name}: {i18n.count(number)}")
        count = PlainLabel(i18n.count(number), self)
        count.setFont(larger_font(1.0))
        self._grid.addWidget(count, row, 0)
        self._grid.addWidget(PlainLabel(status.event_name, self, selectable=True), row, 1)
        self._grid.addWidget(PlainLabel(status_name(status), self, role="muted"), row, 2)
        self._offer(row, status.event_name, status)

    def _offer(self, row: int, about: str, what: Topic | Status | None) -> None:
        if self._offers:
            button = _Show(about, self)
            button.clicked.connect(lambda _on=False: self.asked.emit(what))
            self._grid.addWidget(button, row, 3, Qt.AlignmentFlag.AlignTop)

    def _add_lines(self, lines: Iterable[str | Line], *, is_warning: bool) -> None:
        for number, line in enumerate(lines):
            text, topic = (line, None) if isinstance(line, str) else line
            row = self._grid.rowCount()
            self.lines.append(text)
            if number == 0:
                self._grid.setRowMinimumHeight(row, SPACE)
                row += 1
            if is_warning:
                self._grid.addWidget(Sign("warning", "warning", SIGN, self), row, 0)
                self._grid.addWidget(PlainLabel(text, self, role="warning", wrap=True), row, 1, 1, 2)
            else:
                self._grid.addWidget(PlainLabel(text, self, wrap=True), row, 0, 1, 3)
            self._offer(row, text, topic)
