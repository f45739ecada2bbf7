"""A field of the form: label, required mark, editor, a hint, and the findings below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.fields import Kind
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import SEVERITY_SIGNS, Sign
from ordermanager.ui.look.theme import TIGHT
from ordermanager.ui.order_pane.date_editor import DateEditor
from ordermanager.ui.order_pane.editors import (
    CURRENCIES,
    SOURCES,
    ChoiceEditor,
    Editor,
    LineEditor,
    LongEditor,
)
from ordermanager.ui.order_pane.status_editor import StatusEditor
from ordermanager.ui.order_pane.words import QUIET_CODES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.fields import Field

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
MARK = 14
"""Edge of the sign before a finding."""


def editor_for(kind: Kind, parent: QWidget) -> Editor:
    """The editor of a kind of field. A new kind is a new line here."""
    if kind is Kind.STATUS:
        return StatusEditor(parent)
    if kind is Kind.DATE:
        return DateEditor(parent)
    if kind in (Kind.MONEY, Kind.QUANTITY):
        return LineEditor(parent, figures=True)
    if kind is Kind.CURRENCY:
        return ChoiceEditor(CURRENCIES, parent)
    if kind is Kind.SOURCE:
        return ChoiceEditor(SOURCES, parent)
    if kind is Kind.LONG_TEXT:
        return LongEditor(parent)
    return LineEditor(parent)


class FindingLine(QWidget):
    """A sign, what was found, and a button that puts it right where that is certain."""

    accepted = Signal(str)  # the proposed text

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = Sign(*SEVERITY_SIGNS[finding.severity], MARK, self)
        sign.keep_narrow()
        text = PlainLabel(i18n.finding_text(finding), self, role=finding.severity.value, wrap=True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(TIGHT)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addLayout(line)
        if finding.proposal is not None:
            layout.addLayout(self._proposal_line(finding.proposal))

    def _proposal_line(self, proposal: str) -> QHBoxLayout:
        shown = proposal if len(proposal) <= 60 else proposal[:60] + "…"
        button = QPushButton(self.tr("Use “{value}”").format(value=shown.replace("&", "&&")), self)
        button.setProperty("role", "proposal")
        button.clicked.connect(lambda: self.accepted.emit(proposal))
        line = QHBoxLayout()
        line.setContentsMargins(MARK + 2 + TIGHT, 0, 0, 0)
        line.addWidget(button)
        line.addStretch(1)
        return line


class FieldBox(QWidget):
    """One field. `changed` comes when the user changes it, by keys or by taking a proposal."""

    changed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._is_required = False
        self._touched = False
        self._shown: tuple[Finding, ...] = ()
        self._lines: list[FindingLine] = []
        self.editor = editor_for(field.kind, self)
        self._label = PlainLabel(i18n.label(field), self, role="muted")
        self._mark = PlainLabel("*", self, role="error")
        self._mark.hide()
        self._hint = PlainLabel("", self, role="muted", wrap=True)
        self._hint.hide()
        self._build()
        self.editor.changed.connect(self._on_changed)

    def _build(self) -> None:
        target = self.editor.target()
        self._label.setBuddy(target)
        self.editor.set_name(i18n.label(self.field))
        head = QHBoxLayout()
        head.setSpacing(3)
        head.addWidget(self._label)
        head.addWidget(self._mark)
        head.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self._layout.addLayout(head)
        self._layout.addWidget(self.editor)
        self._layout.addWidget(self._hint)
        self._layout.addStretch(1)

    def text(self) -> str:
        """The text as typed."""
        return self.editor.text()

    def set_text(self, text: str) -> None:
        """Show a text; nothing counts as typed yet."""
        self.editor.set_text(text)
        self._touched = False
        self._show_mark()

    def set_required(self, required: bool) -> None:
        """Mark the field as one that the active rule set asks for."""
        if required == self._is_required:
            return
        self._is_required = required
        name = i18n.label(self.field)
        self.editor.set_name(self.tr("{field}, required").format(field=name) if required else name)
        self._show_mark()

    def set_hint(self, text: str) -> None:
        """A quiet line below the editor: what will really be sent."""
        if text != self._hint.text():
            self._hint.setText(text)
            self._hint.setVisible(bool(text))

    def take(self, text: str) -> None:
        """Write a text as if the user had typed it."""
        self.editor.set_text(text)
        self._on_changed()

    def show_findings(self, findings: Sequence[Finding], *, quiet: bool) -> list[Finding]:
        """Show what was found here, and return what is shown.

        `quiet` keeps "fill this in" back until something was typed.
        """
        loud = not quiet or self._touched
        shown = tuple(finding for finding in findings if loud or finding.code not in QUIET_CODES)
        if shown != self._shown:
            self._shown = shown
            self._replace_lines(shown)
            worst = min((finding.severity for finding in shown), key=_RANK.__getitem__, default=None)
            self.editor.set_severity(worst)
            self.editor.target().setAccessibleDescription(
                " ".join(i18n.finding_text(finding) for finding in shown)
            )
        return list(shown)

    def focus(self) -> None:
        """Take the keys, with the text selected so that it can be typed over."""
        self.editor.target().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _replace_lines(self, findings: tuple[Finding, ...]) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [FindingLine(finding, self) for finding in findings]
        for number, line in enumerate(self._lines):
            line.accepted.connect(self.take)
            self._layout.insertWidget(3 + number, line)

    def _on_changed(self) -> None:
        self._touched = True
        self._show_mark()
        self.changed.emit()

    def _show_mark(self) -> None:
        self._mark.setVisible(self._is_required)
        role = "muted" if self.text().strip() else "error"
        if self._mark.property("role") != role:
            self._mark.setProperty("role", role)
            self._mark.style().unpolish(self._mark)
            self._mark.style().polish(self._mark)
