"""The last page: what came in, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.import_dialog.counts_text import CountsText
from ordermanager.ui.look.theme import GAP, HUGE, SPACE, WIDE, larger_font

if TYPE_CHECKING:
    from ordermanager.services.imports.results import IgnoredRow, ImportResult

PICTURE = 48
MOST_IGNORED = 5
_LONGEST_NAME = 60
_WIDEST = 76
"""In letters: longer lines are not read well."""


class ResultPage(QWidget):
    """`closed`: the user has seen it; `another`: the next file; `rejected_wanted`: the rows with errors as a file."""

    closed = Signal()
    rejected_wanted = Signal()
    another = Signal()
    rest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Sign("check", "good", PICTURE, self)
        self._title = PlainLabel("", self, wrap=True)
        self._title.setFont(larger_font(1.3))
        self.counts = PlainLabel("", self, wrap=True, selectable=True)
        self._next = PlainLabel("", self, role="muted", wrap=True)
        self._ignored = PlainLabel("", self, role="muted", wrap=True, selectable=True)
        self._another = QPushButton(self.tr("Import another file"), self)
        self.rejected = QPushButton(self.tr("Save the rows with errors…"), self)
        set_plain_tooltip(
            self.rejected,
            self.tr(
                "As they stand in the file, with what is wrong. Put them right there and import them again."
            ),
        )
        self.rejected.clicked.connect(self.rejected_wanted)
        self.rest = QPushButton("", self)
        self.rest.clicked.connect(self.rest_wanted)
        self.done = QPushButton(self.tr("Show the orders"), self)
        self._another.clicked.connect(self.another)
        self.done.clicked.connect(self.closed)
        tools = QWidget(self)
        buttons = QVBoxLayout(tools)
        buttons.setContentsMargins(0, WIDE, 0, 0)
        buttons.setSpacing(SPACE)
        for button in (self.done, self.rest, self.rejected, self._another):
            buttons.addWidget(button)
        middle = QWidget(self)
        middle.setMaximumWidth(_WIDEST * self.fontMetrics().averageCharWidth())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(WIDE, HUGE, WIDE, WIDE)
        whole.addStretch(1)
        whole.addWidget(middle, 100)
        whole.addStretch(1)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addStretch(2)
        for label in (self._picture, self._title, self.counts, self._next, self._ignored):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addWidget(tools, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_result(self, result: ImportResult, *, can_save_rejected: bool = False) -> None:
        """Show what came in. `can_save_rejected`: the rows with errors are those of the file, untouched."""
        self.show_left_out(0)
        self.rejected.setVisible(can_save_rejected and result.with_problems > 0)
        self._picture.show_icon(*(("attention", "warning") if result.with_problems else ("check", "good")))
        self._title.setText(self.tr("%n order(s) came in", "", result.orders))
        self.counts.setText(CountsText(self).of_result(result))
        if result.with_problems:
            self._next.setText(
                self.tr("Those with problems came in as drafts; each says what is wrong with it.")
            )
        else:
            self._next.setText(self.tr("They are ready: put them in the outbox when you like."))
        if result.keeps:
            kept = self.tr("Orders that were here keep what the file does not tell.")
            self._next.setText(f"{self._next.text()} {kept}")
        self._ignored.setText(self._ignored_text(result))
        self._another.setText(self.tr("Import another file"))
        self._begin_with(self.done)

    def show_next(self, name: str, number: int, total: int) -> None:
        """Offer the next of several files."""
        text = self.tr("Next file: {name} ({number} of {total})")
        self._another.setText(
            text.format(name=name[:_LONGEST_NAME].replace("&", "&&"), number=number, total=total)
        )
        self._begin_with(self._another)

    def _begin_with(self, first: QPushButton) -> None:
        """Let this be the button that Enter presses."""
        for button in (self.done, self._another):
            button.setProperty("role", "primary" if button is first else "")
            button.style().unpolish(button)
            button.style().polish(button)
        first.setFocus()
        first.setDefault(True)

    def show_left_out(self, left_out: int) -> None:
        """Offer the orders that a trial or the person left out."""
        self.rest.setVisible(left_out > 0)
        self.rest.setText(self.tr("Back to the file: %n order(s) were left out", "", left_out))

    def say(self, text: str) -> None:
        """Say what became of the file with the rows."""
        self._next.setText(text)

    def _ignored_text(self, result: ImportResult) -> str:
        rows = result.rows_ignored
        if not rows:
            return ""
        first = "; ".join(f"{i18n.count(row.row)}: {_reason(row)}" for row in rows[:MOST_IGNORED])
        title = self.tr("%n row(s) of the file left out", "", len(rows))
        return f"{title} ({first}{' …' if len(rows) > MOST_IGNORED else ''})"


def _reason(row: IgnoredRow) -> str:
    return i18n.text(row.sentence) if row.sentence is not None else row.reason
