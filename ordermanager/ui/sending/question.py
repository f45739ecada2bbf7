"""The question before customers may be written to, with everything that a person should know to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.ui.controls.dialog_height import fit_to_words
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font
from ordermanager.ui.mnemonics import with_letters

if TYPE_CHECKING:
    from ordermanager.ui.sending.body import SendBody

WIDTH = 520


class SendQuestion(QDialog):
    """Accepted where the answer is `yes`; Escape means `no`. With `careful`, Return means no too."""

    def __init__(
        self, question: str, body: SendBody, note: str, *, yes: str, no: str, careful: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(parent.window().windowTitle())
        self.question = PlainLabel(question, self, role="heading", wrap=True)
        self.question.setFont(larger_font(1.1))
        body.setParent(self)
        self.body = body
        note_label = PlainLabel(note, self, role="muted", wrap=True)
        yes, no = with_letters([yes, no])
        self.yes, self.no = QPushButton(yes, self), QPushButton(no, self)
        set_icon(self.yes, "send", "text" if careful else "on_accent")
        if not careful:
            self.yes.setProperty("role", "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        first = self.no if careful else self.yes
        first.setDefault(True)
        first.setFocus()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(GAP)
        for widget in (self.question, body, note_label):
            column.addWidget(widget)
        column.addLayout(buttons)
        fit_to_words(self, WIDTH)
        self.setAccessibleName(question)
        self.setAccessibleDescription("\n".join([*body.lines, note]))

    def ask(self) -> bool:
        """Show it until it is answered."""
        is_yes = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return is_yes
