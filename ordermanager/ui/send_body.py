"""What sending would do, line by line: the events, at whom, and what speaks against it, each with its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.sign import Sign
from ordermanager.ui.theme import SPACE, TIGHT, larger_font
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.domain.statuses import Status

SIGN = 16


class SendBody(QWidget):
    """`events`: how many of each status; `facts` are plain lines, `warnings` those that a person should think about."""

    def __init__(
        self,
        events: Iterable[tuple[Status, int]],
        facts: Iterable[str],
        warnings: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        count.setFont(larger_font(1.0, bold=True))
        self._grid.addWidget(count, row, 0)
        self._grid.addWidget(PlainLabel(status.event_name, self, selectable=True), row, 1)
        self._grid.addWidget(PlainLabel(status_name(status), self, role="muted"), row, 2)

    def _add_lines(self, lines: Iterable[str], *, is_warning: bool) -> None:
        for number, text in enumerate(lines):
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
