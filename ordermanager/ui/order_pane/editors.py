"""Editors of single fields. Each holds the text exactly as it was typed; reading it is the checks' business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ordermanager.ui.controls.whole_line import WholeLine
from ordermanager.ui.controls.whole_text import WholeText
from ordermanager.ui.look.theme import figures_font

if TYPE_CHECKING:
    from ordermanager.domain.checks.findings import Severity

CURRENCIES = ("UAH", "USD", "EUR", "PLN", "GBP", "CZK", "RON", "MDL", "TRY", "KZT")
"""What the list offers; any other code can be typed. Yespo names the first three (yespo-api.md 1.1)."""
SOURCES = ("Online", "offline")


class Editor(QWidget):
    """A field's editor. `changed` comes with every change that the user makes, never from `set_text`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)

    def text(self) -> str:
        """What stands in the editor."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Show `text`, without `changed`."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """The widget that takes the keys: buddy of the label, and what shows the frame of a finding."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """What a screen reader calls the field."""
        self.target().setAccessibleName(name)

    def set_severity(self, severity: Severity | None) -> None:
        """Mark the frame; the style sheet has the colours."""
        mark(self.target(), severity)


def mark(widget: QWidget, severity: Severity | None) -> None:
    """Give a widget the frame of a finding, or take it away."""
    wanted = severity.value if severity is not None else ""
    if (widget.property("finding") or "") != wanted:
        widget.setProperty("finding", wanted)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class LineEditor(Editor):
    """One line of text. Amounts stand at the right in digits of one width."""

    def __init__(self, parent: QWidget | None = None, *, figures: bool = False) -> None:
        super().__init__(parent)
        self.line = WholeLine(self)
        if figures:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.line.setFont(figures_font(self.line.font()))
        self.row.addWidget(self.line)
        self._is_shown_anew = False
        # not textEdited: who dictates, or writes through an assistive program, edits without keys
        self.line.textChanged.connect(self._on_text)

    def text(self) -> str:
        """Override Editor.text."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Override Editor.set_text. Keeps the cursor where it is if nothing changes."""
        if text != self.line.text():
            self._is_shown_anew = True
            self.line.setText(text)
            self._is_shown_anew = False
            self.line.setCursorPosition(0)

    def _on_text(self) -> None:
        if not self._is_shown_anew:
            self.changed.emit()

    def target(self) -> QWidget:
        """Override Editor.target."""
        return self.line


class ChoiceEditor(Editor):
    """A list of usual values in which any other text may be typed: currency, source."""

    def __init__(self, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setLineEdit(WholeLine(self.box))
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.addItems(["", *choices])
        self.box.setMinimumContentsLength(5)
        self.box.installEventFilter(self)
        self.row.addWidget(self.box)
        self.box.currentTextChanged.connect(lambda _: self.changed.emit())

    def text(self) -> str:
        """Override Editor.text."""
        return self.box.currentText()

    def set_text(self, text: str) -> None:
        """Override Editor.set_text."""
        with QSignalBlocker(self.box):
            self.box.setCurrentText(text)

    def target(self) -> QWidget:
        """Override Editor.target."""
        return self.box

    def set_name(self, name: str) -> None:
        """Override Editor.set_name: the line within the list is a control of its own to a screen reader."""
        super().set_name(name)
        line = self.box.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: the wheel scrolls the form; it must not change a value in passing."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class LongEditor(Editor):
    """Two lines of text in sight; Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = WholeText(self)
        margins = self.box.contentsMargins()
        extra = margins.top() + margins.bottom() + int(self.box.document().documentMargin() * 2) + 10
        self.box.setFixedHeight(self.box.fontMetrics().lineSpacing() * 2 + extra)
        self.row.addWidget(self.box)
        self.box.textChanged.connect(self.changed)

    def text(self) -> str:
        """Override Editor.text."""
        return self.box.whole()

    def set_text(self, text: str) -> None:
        """Override Editor.set_text."""
        self.box.set_whole(text)

    def target(self) -> QWidget:
        """Override Editor.target."""
        return self.box
